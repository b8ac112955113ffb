"""Draws claims in rows and columns of time: the position of each mark, name and line, at two sizes.

Lengths are CSS pixels at the size at which a drawing is meant to be seen. Knows what a picture needs and not what it is
about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from site_builder.pages.bins import Bins, Column
from site_builder.pages.groups import Filing, Filings
from site_builder.pages.lettering import wrapped
from site_builder.pages.views import ClaimView

PITCH = 24
"""Room for one sign: the least size of a target (WCAG 2.2, success criterion 2.5.8)."""
INDENT = 14
HEADING_WIDTH = 32
"""Room for a column's heading."""
MOST_LINES = 4
"""Lines of signs in a cell before the rest is a number."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a picture: one row of claims, or a heading between rows."""

    label: str
    """The actor who makes the claims, or whom they are about."""
    url: str | None = None
    """The page of that actor."""
    claims: Filings | None = None
    """None for a heading."""
    more: str = ""
    """The link to the list of the claims, when there are too many to draw."""
    indented: bool = False
    """True for a row under a heading."""


@dataclass(frozen=True, slots=True)
class Label:
    """A piece of text in a drawing."""

    x: float
    """The point where it begins, is centred or ends, as its class says."""
    style: str
    """Class: row, heading, column or more."""
    lines: tuple[tuple[float, str], ...]
    """Each line with its baseline."""
    url: str | None = None
    """The target of its link."""
    name: str = ""
    """The text in full, where it was cut."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's sign."""

    x: int
    """The left edge of its square."""
    y: int
    """The upper edge."""
    claim: ClaimView
    """The claim it stands for."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One size of the picture."""

    size: str
    """wide or narrow."""
    width: int
    """In units of the drawing, which are pixels at its natural size."""
    height: int
    """The same."""
    rules: tuple[tuple[int, int, int, int, str], ...]
    """x1, y1, x2, y2 and class of each thin line."""
    labels: tuple[Label, ...]
    """All text."""
    marks: tuple[Mark, ...]
    """The signs of claims."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The layout of a drawing."""

    size: str
    width: int
    label_width: int
    """Room for the rows' names at the side; 0: above their rows."""
    font: int


SHAPES = (Shape("wide", 860, 250, 14), Shape("narrow", 286, 0, 13))


def _cells(line: Line, bins: Bins) -> list[list[Filing]]:
    cells: list[list[Filing]] = [[] for _ in bins.columns]
    for claim in line.claims or ():
        cells[bins.position[claim.date]].append(claim)
    return cells


def draw(shape: Shape, lines: Sequence[Line], bins: Bins, views: Mapping[str, ClaimView] | None) -> Drawing:
    """``lines`` at the size of ``shape``, with a sign for each claim that ``views`` has by id, or without signs."""
    cells = [_cells(line, bins) for line in lines]
    widths = _widths(shape, cells if views is not None else [], len(bins.columns))
    lefts = [shape.label_width + sum(widths[:index]) for index in range(len(widths))]
    labels: list[Label] = []
    rules: list[tuple[int, int, int, int, str]] = []
    marks: list[Mark] = []
    y = _column_heads(shape, bins.columns, lefts, widths, labels)
    between = [(left, "gap" if column.after_gap else "rule") for column, left in zip(bins.columns, lefts, strict=True)]
    rules += [(left, 4, left, y, style) for left, style in between[1:]]
    cell = _numbers if views is None else partial(_signs, views)
    for line, row in zip(lines, cells, strict=True):
        rules.append((INDENT if line.indented else 0, y, shape.width, y, "rule"))
        top, y = _row(shape, line, row, lefts, widths, y, labels, marks, cell)
        rules += [(left, top, left, y, style) for left, style in between[1:] if line.claims is not None]
    return Drawing(shape.size, shape.width, y + 1, tuple(rules), tuple(labels), tuple(marks))


def _widths(shape: Shape, cells: list[list[list[Filing]]], columns: int) -> list[int]:
    """Wide enough for the fullest cell of each column in as few lines as the width allows; the rest is shared out."""
    room = shape.width - shape.label_width
    least = min(HEADING_WIDTH, room // columns)
    fullest = [max((len(row[index]) for row in cells), default=1) or 1 for index in range(columns)]
    for lines in range(1, MOST_LINES + 1):
        widths = [max(-(-most // lines) * PITCH, least) for most in fullest]
        if sum(widths) <= room:
            break
    else:
        # Too many signs for any number of lines: those that do not fit become a number.
        spare = room - least * columns
        widths = [least + spare * most // sum(fullest) for most in fullest]
    spare = (room - sum(widths)) // columns
    return [width + max(spare, 0) for width in widths]


def _column_heads(
    shape: Shape, columns: Sequence[Column], lefts: list[int], widths: list[int], labels: list[Label]
) -> int:
    line_height = shape.font + 2
    used = [index for index in range(3) if any(column.lines[index] for column in columns)]
    for column, left, width in zip(columns, lefts, widths, strict=True):
        for row, index in enumerate(used):
            if column.lines[index]:
                y = (row + 1) * line_height
                labels.append(Label(left + width / 2, "column", ((y, column.lines[index]),)))
    return len(used) * line_height + 10


def _row(
    shape: Shape,
    line: Line,
    row: list[list[Filing]],
    lefts: list[int],
    widths: list[int],
    y: int,
    labels: list[Label],
    marks: list[Mark],
    draw: Callable[[Line, list[Filing], int, int, int, list[Label], list[Mark]], int],
) -> tuple[int, int]:
    """Draw one row from ``y`` on; returns where its signs begin and where the next row begins."""
    height = shape.font + 4
    heading = line.claims is None
    beside = bool(shape.label_width) and not heading
    indent = INDENT if line.indented else 0
    room = (shape.label_width - 12 if beside else shape.width) - indent
    # Bold letters are wider.
    texts = wrapped(line.label, room / shape.font / (1.12 if heading else 1), 2)
    baselines = tuple((y + (number + 1) * height, text) for number, text in enumerate(texts))
    full = line.label if " ".join(texts) != line.label else ""
    labels.append(Label(indent, "heading" if heading else "row", baselines, line.url, full))
    label_height = len(texts) * height + 6
    if heading:
        return y + label_height, y + label_height
    top = y + 3 if beside else y + label_height
    places = zip(row, lefts, widths, strict=True)
    lines = max(draw(line, cell, left, width, top, labels, marks) for cell, left, width in places)
    end = top + lines * PITCH + 3
    return top - 3, max(end, y + label_height) if beside else end


def _signs(
    views: Mapping[str, ClaimView],
    line: Line,
    cell: list[Filing],
    left: int,
    width: int,
    top: int,
    labels: list[Label],
    marks: list[Mark],
) -> int:
    """Draw a cell as signs, and those that do not fit as a number; returns the number of lines."""
    across = max(width // PITCH, 1)
    shown = cell if len(cell) <= across * MOST_LINES else cell[: across * MOST_LINES - 1]
    for index, claim in enumerate(shown):
        marks.append(Mark(left + index % across * PITCH, top + index // across * PITCH, views[claim.id]))
    if len(shown) == len(cell):
        return -(-len(cell) // across)
    x = left + (len(shown) % across + 0.5) * PITCH
    y = top + len(shown) // across * PITCH + 16
    labels.append(Label(x, "more", ((y, f"+{len(cell) - len(shown)}"),), line.more or line.url))
    return MOST_LINES


def _numbers(
    _line: Line, cell: list[Filing], left: int, width: int, top: int, labels: list[Label], _marks: list[Mark]
) -> int:
    """Draw a cell as the number of its claims; returns how many lines it takes."""
    if cell:
        labels.append(Label(left + width / 2, "more", ((top + 16, str(len(cell))),)))
    return 1
