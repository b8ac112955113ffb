"""Plain texts: empty lines separate paragraphs, speakers of a transcript stay separate, page numbers are removed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from site_builder.editor.saved.hyphens import join_words, places

_LINE_END = re.compile("\\r\\n|[\\r\\n\\v\x85\u2028]")
_PARAGRAPH_END = re.compile("\\n[^\\S\\n\\f]*(?:\\n[^\\S\\n\\f]*)+|\u2029")
SENTENCE_ENDS = tuple(".!?…:;»”\"’')]—–-。！？")
_SPEAKER = re.compile(r"([^\W\d_][\w.'’()/-]*(?: [\w.'’()/-]+){0,5}):(?=\s|$)|[QA][:.]\s|\[[^\]\n]{1,40}\]:?\s")
_DIALOGUE = re.compile(r"[-–—―]\s?\S|[•*·]\s|\d{1,3}[.)]\s")
PAGE_NUMBER = re.compile(
    r"(?:(?:page|seite|стр\.?|старонка|p\.)\s)?[-–—\[]?\s*(\d{1,4})\s*[-–—\]]?(?:\s*(?:of|/|из|з|von|sur)\s*\d{1,4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text, read."""

    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]
    """The parts that were left out, and the points for the editor to look at."""


def read_plain(text: str) -> Plain:
    """The paragraphs of ``text``, whatever its line ends; a line end inside a paragraph is a space."""
    lines = _LINE_END.sub("\n", text).split("\n")
    numbers = _page_numbers(lines)
    for number in numbers:
        lines[number] = "\f"
    text, unsure = join_words("\n".join(lines))
    text = _over_pages(text).replace("\N{SOFT HYPHEN}", "")
    paragraphs = (" ".join(part.split()) for block in _PARAGRAPH_END.split(text) for part in _speeches(block))
    notes = []
    if numbers:
        notes.append(f"left out {len(numbers)} line{'s' if len(numbers) > 1 else ''} with a page number")
    if unsure:
        notes.append(
            f"words broken at line ends kept their hyphen; check which are one word: {'; '.join(places(unsure))}"
        )
    return Plain(tuple(filter(None, paragraphs)), tuple(notes))


def _page_numbers(lines: list[str]) -> list[int]:
    """The numbers of the lines that are only a page's number: beside a form feed, or in a row that counts up by one."""
    found = {
        number: int(match[1])
        for number, line in enumerate(lines)
        if (bare := line.strip("\f \t")) and (match := PAGE_NUMBER.fullmatch(bare))
    }
    counts = list(found.values())
    if len(counts) > 1 and counts == list(range(counts[0], counts[0] + len(counts))):
        return list(found)
    return [number for number in found if "\f" in "".join(lines[max(number - 1, 0) : number + 2])]


def _over_pages(text: str) -> str:
    """``text`` with its page ends as paragraph ends, or as spaces where a sentence runs on."""
    pages = [page.strip() for page in text.split("\f") if page.strip()]
    pieces = pages[:1]
    for before, after in pairwise(pages):
        runs_on = after[:1].islower() and not before.endswith(SENTENCE_ENDS)
        pieces += ("\n" if runs_on else "\n\n", after)
    return "".join(pieces)


def _speeches(block: str) -> list[str]:
    """``block`` in parts where its lines begin with speakers, dialogue dashes or numbers; else as it is."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    parts: list[list[str]] = []
    before = ""
    for line in lines:
        if not parts or begins_speech(line, before):
            parts.append([line])
        else:
            parts[-1].append(line)
        before = line
    return [" ".join(part) for part in parts]


def begins_speech(line: str, before: str) -> bool:
    """True when ``line`` begins a speech; a speaker not in capitals does so after the end of a sentence only."""
    speaker = _SPEAKER.match(line)
    if speaker and (speaker[1] or "Q").isupper():
        return True
    named = speaker is not None and line[:1].isupper()
    return before.endswith(SENTENCE_ENDS) and (named or _DIALOGUE.match(line) is not None)
