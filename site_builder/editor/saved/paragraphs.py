"""Groups printed lines into paragraphs, also across the end of a page.

A paragraph ends after a line that had room for the next one's first word, before a line that is indented, before a
larger gap, and where the size of the type changes. Nothing beyond that is guessed: columns follow each
other as the file has them, and the rows of a table are lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_builder.editor.saved.lines import Line
from site_builder.editor.saved.plain import SENTENCE_ENDS, begins_speech
from site_builder.editor.saved.starts import MARK
from site_builder.passages.edges import is_spaceless

_GAP = 1.35
"""A gap that is so much larger than usual ends a paragraph."""
_INDENT = 0.5
"""The least distance to the right at which a first line begins, in heights of the line."""
_SPARE = 0.8
"""The least room, beyond the next line's first word, in a line that ends a paragraph, in heights."""
_BULLETS = ("• ", "● ", "○ ", "◦ ", "‣ ", "▪ ", "▫ ", "■ ", "□ ", "➢ ", "✓ ")
_HYPHENS = ("-", "\N{HYPHEN}", "\N{SOFT HYPHEN}")


@dataclass(frozen=True, slots=True)
class Set:
    """A line with its surroundings: lines of one size, one below the other."""

    line: Line
    left: float
    """The left edge of the others."""
    right: float
    """The right edge of the longest."""
    following: Line | None = None
    """The next line there."""


def paragraphs(lines: Sequence[Line], leading: float) -> list[list[Line]]:
    """``lines`` in paragraphs; ``leading`` is the usual distance of lines."""
    found: list[list[Line]] = []
    before: Set | None = None
    for one in _columns(lines, leading):
        if before is None or _ends(before, one, leading):
            found.append([])
        found[-1].append(one.line)
        before = one
    return found


def _columns(lines: Sequence[Line], leading: float) -> Iterator[Set]:
    column: list[Line] = []
    for line, following in zip(lines, [*lines, None][1:], strict=True):
        column.append(line)
        if following is None or not _is_below(line, following, leading):
            left, right = min(one.left for one in column), max(one.right for one in column)
            yield from (Set(one, left, right, after) for one, after in pairwise(column))
            yield Set(line, left, right)
            column = []


def _is_below(line: Line, following: Line, leading: float) -> bool:
    return (
        line.page == following.page
        and line.is_as_large_as(following)
        and 0.3 * line.height < line.base - following.base < 3 * leading
        and following.left < line.right
        and line.left < following.right
    )


def _ends(before: Set, one: Set, leading: float) -> bool:
    """True when the line ``one`` begins a paragraph after the line ``before``."""
    last, line = before.line, one.line
    if not last.is_as_large_as(line):
        return True
    if not _is_below(last, line, leading):  # the next page, the next column, what stands beside it
        return not _runs_on(before, line)
    if last.base - line.base > _GAP * leading or begins_speech(line.text, last.text):
        return True
    if line.text.startswith(_BULLETS):
        return True
    is_first = one.following is None or one.following.left < line.left - _INDENT * line.height / 2
    if line.left > max(one.left, last.left) + _INDENT * line.height and is_first:
        return True
    return _has_room(before, line) and not _is_in_sentence(last, line)


def _has_room(before: Set, line: Line) -> bool:
    """True when the first word of ``line`` had room on the line before."""
    return before.right - before.line.right > line.first_word + _SPARE * line.height


def _is_in_sentence(last: Line, line: Line) -> bool:
    return line.text[:1].islower() and not last.text.endswith(SENTENCE_ENDS)


def _runs_on(before: Set, line: Line) -> bool:
    last = before.line.text
    if last.endswith(_HYPHENS) and last[-2:-1].isalnum() and line.text[:1].isalnum():
        return True
    if last.endswith(SENTENCE_ENDS):
        return False
    return line.text[:1].islower() or (before.right > before.left and not _has_room(before, line))


@dataclass(frozen=True, slots=True)
class Joined:
    """Paragraphs as one text."""

    text: str
    """An empty line parts paragraphs; a form feed is before the first word that begins on a page."""
    lines: tuple[int, ...]
    """The page of each line of the text."""
    marks: tuple[int, ...]
    """The page of each form feed."""


def join(parts: Sequence[Sequence[Line]]) -> Joined:
    """The text of the paragraphs ``parts``; between characters of a script without spaces a line's end is nothing."""
    pieces: list[str] = []
    pages: list[int] = []
    marks: list[int] = []
    for part in parts:
        last = ""
        for line in part:
            glue = "" if last and is_spaceless(last[-1]) and is_spaceless(line.text[0]) else "\n" if last else "\n\n"
            glue = glue if pieces else "\n"
            pages += [line.page] * len(glue)
            words = line.text
            if line.page not in marks[-1:]:
                marks.append(line.page)
                words = _marked(words, last.endswith(_HYPHENS) and last[-2:-1].isalnum())
            pieces += (glue if pieces else "", words)
            last = line.text
    return Joined("".join(pieces), tuple(pages), tuple(marks))


def _marked(words: str, is_broken: bool) -> str:
    """``words`` with the mark of a page before them; after the first where that began on the page before."""
    if not is_broken:
        return f"{MARK}{words}"
    first, blank, rest = words.partition(" ")
    return f"{first}{blank}{MARK}{rest}"
