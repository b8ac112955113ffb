"""A picture of claims in rows and columns of time: each claim is a mark for its verdict that links to it.

Drawn twice, for a desk and for a phone, because text in a picture does not flow; and repeated as a table. Where there
are more claims than a reader can tell apart, a cell has their number instead of their signs. Knows what a picture needs
and not what it is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.pages.bins import Bins, Column
from site_builder.pages.drawing import SHAPES, Drawing, Line, draw
from site_builder.pages.views import ClaimView, VerdictView

MOST_SIGNS = 60
"""Signs in a picture, 0.7 KB of HTML each in each of two sizes; with more claims all cells are numbers."""
MOST_TABLE = 40
"""Rows that a table should have: 0.2 to 0.8 KB of HTML each."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table with the picture's contents."""

    heading: str
    """The heading it is under, or nothing."""
    label: str
    """The actor whose claims they are, or whom they are about."""
    url: str | None
    """The actor's page, if there is one."""
    cells: tuple[tuple[tuple[int, VerdictView], ...], ...]
    """For each column, the number of claims with each verdict."""
    total: int
    """Claims in the row."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole picture."""

    columns: tuple[Column, ...]
    """Stretches of time."""
    drawings: tuple[Drawing, ...]
    """For a desk and for a phone."""
    table: tuple[TableRow, ...]
    """All rows, also those that were not drawn."""
    verdicts: tuple[VerdictView, ...]
    """The verdicts that occur: the key to the signs."""
    signs: bool
    """True when each claim is a sign; False when each cell is a number."""
    drawn: int
    """Rows in the picture."""
    total: int
    """Rows that there are; the table may have fewer."""


def matrix(
    drawn: Sequence[Line],
    rest: Sequence[Line],
    bins: Bins,
    scale: Mapping[str, VerdictView],
    views: Mapping[str, ClaimView],
    total: int | None = None,
    most_signs: int = MOST_SIGNS,
) -> Matrix:
    """The picture of ``drawn``, and the table of ``drawn`` and ``rest``.

    ``scale`` has the verdicts by id, in their order; ``views`` the claims by id, and only those that become signs are
    looked up.

    ``total`` is how many rows there are, where ``rest`` does not have all the others. With more than ``most_signs``
    claims to draw, cells are numbers.
    """
    table, heading = [], ""
    for line in (*drawn, *rest):
        if line.claims is None:
            heading = line.label
        else:
            table.append(_table_row(heading, line, bins, scale))
    used = {claim.verdict for line in (*drawn, *rest) for claim in line.claims or ()}
    signs = sum(len(line.claims or ()) for line in drawn) <= most_signs
    return Matrix(
        columns=bins.columns,
        drawings=tuple(draw(shape, drawn, bins, views if signs else None) for shape in SHAPES),
        table=tuple(table),
        verdicts=tuple(verdict for id_, verdict in scale.items() if id_ in used),
        signs=signs,
        drawn=sum(line.claims is not None for line in drawn),
        total=len(table) if total is None else total,
    )


def _table_row(heading: str, line: Line, bins: Bins, scale: Mapping[str, VerdictView]) -> TableRow:
    # There are thousands of cells, most of them empty or with one claim.
    counts: list[dict[str, int]] = [{} for _ in bins.columns]
    for claim in line.claims or ():
        cell, id_ = counts[bins.position[claim.date]], claim.verdict
        cell[id_] = cell.get(id_, 0) + 1
    told = (
        tuple((cell[id_], verdict) for id_, verdict in scale.items() if id_ in cell) if cell else () for cell in counts
    )
    return TableRow(heading, line.label, line.url, tuple(told), len(line.claims or ()))
