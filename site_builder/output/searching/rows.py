"""Rows of pages: where something occurs in a site, and what remains of that when pages change, come, go or move.

Knows nothing of what a row is of: the same serves for words and for the values of filters.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

K = TypeVar("K", bound=Hashable)

if TYPE_CHECKING:
    Numbers = array[int]
else:
    Numbers = array
NUMBER = "I"
"""The type of the numbers in a row, as ``array`` calls it."""

Row = tuple[Numbers, Numbers]
"""The numbers of pages, in order, and for each the number of the wording about it."""


def growing() -> defaultdict[Any, Numbers]:
    """Empty arrays of numbers by key."""
    return defaultdict(partial(array, NUMBER))


def changed(
    rows: Mapping[K, Row], gone: Mapping[K, Iterable[int]], moved: Sequence[int], fresh: Mapping[K, Row]
) -> tuple[dict[K, Row], set[K]]:
    """``rows`` after a change, and the keys of those that are different now; rows without a page are left out.

    ``gone`` has, by key, the pages that leave its row. ``moved`` has the new number of each page that stays, in the
    same order; empty when all keep theirs. ``fresh`` are the rows of new pages alone, with new numbers. No row of
    ``rows`` is altered.
    """
    after = dict(rows)
    different: set[K] = set()
    for key in rows if moved else dict.fromkeys(chain(gone, fresh)):
        before = rows.get(key)
        row = fresh[key] if before is None else _changed(before, gone.get(key, ()), moved, fresh.get(key, ((), ())))
        if row == before:
            continue
        different.add(key)
        if row[0]:
            after[key] = row
        else:
            del after[key]
    if moved:
        new = {key: row for key, row in fresh.items() if key not in rows}
        after |= new
        different |= new.keys()
    return after, different


def _changed(row: Row, gone: Iterable[int], moved: Sequence[int], fresh: tuple[Sequence[int], Sequence[int]]) -> Row:
    pages, told = row[0][:], row[1][:]
    for page in gone:
        at = bisect_left(pages, page)
        del pages[at], told[at]
    if moved:
        pages = array(NUMBER, map(moved.__getitem__, pages))
    for page, what in zip(*fresh, strict=True):
        at = bisect_left(pages, page)
        pages.insert(at, page)
        told.insert(at, what)
    return pages, told


def stayed(before: Sequence[bytes], now: Sequence[bytes]) -> dict[int, int]:
    """The items of ``before`` that are still there in ``now``: their new numbers by their old ones, in order.

    As many as can be while they follow each other as before; the others count as gone and new. No item is twice in
    one of them. (The longest increasing subsequence, by patience sorting.)
    """
    places = {item: place for place, item in enumerate(now)}
    old: list[int] = []
    tops: list[int] = []
    heads: list[int] = []
    links: list[int] = []
    for number, item in enumerate(before):
        place = places.get(item)
        if place is None:
            continue
        at = bisect_left(tops, place)
        links.append(heads[at - 1] if at else -1)
        tops[at : at + 1] = [place]
        heads[at : at + 1] = [len(old)]
        old.append(number)
    found: list[int] = []
    at = heads[-1] if heads else -1
    while at >= 0:
        found.append(old[at])
        at = links[at]
    return {number: places[before[number]] for number in reversed(found)}
