"""The lines of a text, as positions in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")
_BLANK = re.compile(r"[ \t]*")
_TAB = 4
"""Columns of a tab."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the rest of it after the marks of the blocks that it is in."""

    start: int
    """Offset of its first character."""
    end: int
    """Offset after its last character; its line end is not part of it."""


def split(text: str) -> list[Line]:
    """The lines of ``text``; a line ends with LF, CR LF or CR."""
    lines: list[Line] = []
    start = 0
    for match in _LINE_END.finditer(text):
        lines.append(Line(start, match.start()))
        start = match.end()
    if start < len(text):
        lines.append(Line(start, len(text)))
    return lines


def is_blank(text: str, line: Line) -> bool:
    """True when nothing but white space of any kind is on the line."""
    words = text[line.start : line.end]
    return not words or words.isspace()


def indent(text: str, line: Line) -> int:
    """Columns of white space at the beginning of the line."""
    # Lines are asked again for each line above that they stand deeper than: no step for each of their characters.
    blank = _BLANK.match(text, line.start, line.end)
    end = blank.end() if blank else line.start
    return end - line.start + (_TAB - 1) * text.count("\t", line.start, end)


def dedented(text: str, line: Line, columns: int) -> Line:
    """The line without up to ``columns`` of the white space at its beginning."""
    at = line.start
    while columns > 0 and at < line.end and text[at] in " \t":
        columns -= _TAB if text[at] == "\t" else 1
        at += 1
    return Line(at, line.end)


def trimmed(text: str, line: Line) -> Line:
    """The line without spaces and tabs at its ends."""
    start, end = line.start, line.end
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    return Line(start, end)
