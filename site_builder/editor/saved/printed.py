"""Turns a PDF into an article: its words page by page, its metadata, and the words that begin each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from site_builder.editor.saved.article import Saved
from site_builder.editor.saved.authors import names
from site_builder.editor.saved.days import day_in
from site_builder.editor.saved.hyphens import join_words, places
from site_builder.editor.saved.lines import Line, read_lines, usual_leading
from site_builder.editor.saved.metadata import Metadata
from site_builder.editor.saved.paragraphs import join, paragraphs
from site_builder.editor.saved.pdf import UNREAD, Printed, read_pdf
from site_builder.editor.saved.running import in_words, running_lines
from site_builder.editor.saved.starts import MARK, page_starts
from site_builder.errors import EnvironmentProblem
from site_builder.records.languages import tag

_LARGER = 1.15
"""The ratio of a heading's height to the text's, at least."""
_LONGEST_HEADING = 200
_NO_TITLE = re.compile(
    r"(?:untitled|document ?\d*|print|layout ?\d*|.*\.(?:docx?|odt|rtf|indd|qxd|pdf|tex|dvi|html?))", re.IGNORECASE
)
_PROGRAM = re.compile(r"^microsoft (?:word|powerpoint) - ", re.IGNORECASE)
_UNSEEN = {"hidden": "hidden from the page's readers", "sideways": "set sideways"}


def read_printed(data: bytes, path: str) -> Saved:
    """The article in the PDF ``data``, the content of the file ``path``.

    Raises :class:`EnvironmentProblem` where no words can be read: no program to read them with, a password, damage, a
    scan, letters that the file does not name.
    """
    printed = read_pdf(data, path)
    lines = [line for number, sheet in enumerate(printed.sheets, 1) for line in read_lines(sheet, number)]
    if not lines:
        raise EnvironmentProblem(
            f"{path} is a PDF without text: a scan, or pictures of pages",
            "let a program recognise the text (OCR), or type it, and compare it with the pictures word by word",
        )
    leading = usual_leading(lines)
    running = running_lines(lines, leading)
    kept = [line for line in lines if line not in running]
    _refuse_unread(kept, path)
    parts = paragraphs(kept, leading)
    joined = join(parts)
    text, unsure = join_words(joined.text)
    body = _body(kept)
    metadata = _metadata(printed)
    return Saved(
        metadata,
        tuple(
            ("h" if _is_heading(part, body) else "p", " ".join(words.replace(MARK, "").split()))
            for part, words in zip(parts, text.split("\n\n"), strict=True)
        ),
        notes=(
            *_left_out(printed, in_words(running)),
            *_doubts(printed, metadata),
            *_broken([(joined.lines[line - 1], words) for line, words in unsure]),
        ),
        pages=tuple(page_starts(text, joined.marks)),
    )


def _refuse_unread(lines: Sequence[Line], path: str) -> None:
    for line in lines:
        if (at := line.text.find(UNREAD)) >= 0:
            raise EnvironmentProblem(
                f"{path} does not say which characters some of its shapes stand for, on page {line.page}: "
                f"…{line.text[max(at - 20, 0) : at + 20]}…",
                "look for the article as a web page or in another PDF, or type its words into a text file",
            )


def _body(lines: Sequence[Line]) -> float:
    """The height of the text's type, in points: that of most characters."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[round(line.height, 1)] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0


def _is_heading(part: Sequence[Line], body: float) -> bool:
    return part[0].height > _LARGER * body and sum(len(line.text) for line in part) <= _LONGEST_HEADING


def _metadata(printed: Printed) -> Metadata:
    """The facts that the document states about itself, without the words that programs write there."""
    title = _PROGRAM.sub("", " ".join(printed.title.split()))
    people, agencies = names([printed.author], "")
    return Metadata(
        title="" if _NO_TITLE.fullmatch(title) else title,
        byline=tuple(people),
        agency=agencies[0] if agencies and not people else "",
        contributors=tuple(agencies if people else agencies[1:]),
        published=day_in(printed.created.removeprefix("D:")),
        language=tag(printed.language),
    )


def _left_out(printed: Printed, running: Sequence[str]) -> Iterator[str]:
    unseen = [
        f"  {_UNSEEN[reason]}: “{words[:70]}{'…' if len(words) > 70 else ''}” (page {number})"
        for number, sheet in enumerate(printed.sheets, 1)
        for reason, words in sheet.unseen
    ]
    parts = [*running, *unseen]
    pages = len(printed.sheets)
    yield f"read {pages} page{'' if pages == 1 else 's'}" + ("; left out:" if parts else "")
    yield from parts


def _doubts(printed: Printed, metadata: Metadata) -> Iterator[str]:
    """The points for the editor to look at."""
    numbered = list(enumerate(printed.sheets, 1))
    if pages := _list([number for number, sheet in numbered if sheet.recognised]):
        yield f"the words of {pages} were recognised by OCR: compare them with the picture letter by letter"
    if pages := _list([number for number, sheet in numbered if not sheet.signs]):
        yield f"{pages} {'have' if ',' in pages else 'has'} no words; what a picture shows there is not in the article"
    if metadata.published:
        yield f"the PDF was made on {metadata.published}; check that it was published on that day"


def _list(pages: Sequence[int]) -> str:
    return f"page{'' if len(pages) == 1 else 's'} {', '.join(map(str, pages))}" if pages else ""


def _broken(unsure: list[tuple[int, str]]) -> Iterator[str]:
    if unsure:
        listed = "; ".join(places(unsure, "page"))
        yield f"words broken at line ends kept their hyphen; check which are one word: {listed}"
