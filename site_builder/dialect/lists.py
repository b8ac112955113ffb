"""Recognises lists: at least two items, one below the other, with numbers counting up from 1.

``3. Oktober`` or ``- Да`` at the beginning of a paragraph is text, and so are paragraphs that each begin with a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.dialect.lines import Line, dedented, indent, is_blank

_MARKER = re.compile(r"[ \t]*(?:([-+*])|(\d{1,9})([.)]))[ \t]+(?=\S)")
_INSIDE = 2
"""Columns from its marker by which a line belongs to an item."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list."""

    marker: int
    """Offset of its hyphen, star, plus or number."""
    sign: int
    """Offset of its sign: the same, or the dot after the number."""
    lines: tuple[Line, ...]
    """Its lines without marker and indentation."""


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: str
    number: int
    columns: int
    at: int
    sign: int
    content: int


def begins_list(text: str, lines: Sequence[Line], at: int) -> bool:
    """True when line number ``at`` begins a list; asks no further than its second item."""
    return len(_heads(text, lines, at, most=2)[0]) > 1


def list_at(text: str, lines: Sequence[Line], at: int) -> tuple[str, list[Item], int] | None:
    """The list that begins on line number ``at``: its sign, its items, and the number of the line after it."""
    heads, end = _heads(text, lines, at)
    if len(heads) < 2:
        return None
    ends = [number for number, _ in heads[1:]] + [end]
    items = [_item(text, lines[number:last], marker) for (number, marker), last in zip(heads, ends, strict=True)]
    return heads[0][1].kind, items, end


def _heads(text: str, lines: Sequence[Line], at: int, most: int | None = None) -> tuple[list[tuple[int, _Marker]], int]:
    """The first lines of the items of a list that begins on line ``at``, and the number of the line after it."""
    first = _marker(text, lines[at])
    if first is None or (first.number and first.number != 1):
        return [], at
    found = [(at, first)]
    number = end = at + 1
    while number < len(lines) and (most is None or len(found) < most):
        if is_blank(text, lines[number]):
            number += 1
            continue
        if indent(text, lines[number]) >= first.columns + _INSIDE:
            number += 1
            end = number
            continue
        marker = _marker(text, lines[number])
        if number > end or marker is None or not _follows(marker, found[-1][1], first):
            break
        found.append((number, marker))
        number += 1
        end = number
    return found, end


def _follows(marker: _Marker, last: _Marker, first: _Marker) -> bool:
    if marker.kind != first.kind or marker.columns < first.columns:
        return False
    return not first.number or marker.number == last.number + 1


def _marker(text: str, line: Line) -> _Marker | None:
    match = _MARKER.match(text, line.start, line.end)
    if match is None:
        return None
    columns = indent(text, line)
    if match[1]:
        return _Marker(match[1], 0, columns, match.start(1), match.start(1), match.end())
    # A zero is no number of a list; -1 follows nothing and begins nothing.
    return _Marker(match[3], int(match[2]) or -1, columns, match.start(2), match.start(3), match.end())


def _item(text: str, lines: Sequence[Line], marker: _Marker) -> Item:
    first = Line(marker.content, lines[0].end)
    inside = marker.columns + (marker.content - marker.at)
    return Item(marker.at, marker.sign, (first, *(dedented(text, line, inside) for line in lines[1:])))
