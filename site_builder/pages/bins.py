"""Columns of dates for a picture: as fine as the dates allow and the space permits.

Dates on file come in clusters years apart and are known to a day, a month or a year, so a scale in proportion would
be mostly empty and would claim a precision that is not there. Columns are the dates themselves, or months, years or
spans of years where there are too many; a long gap between two columns is marked.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from site_builder.dates import Date
from site_builder.i18n import Words

SPANS = (2, 5, 10, 25, 50, 100, 1000)
FEW = 6
"""Up to so many columns there is room to write each heading in full."""
GAP = 366
"""Days without anything between two columns from which on the gap is marked."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time."""

    lines: tuple[str, str, str]
    """Day, month, year for a narrow heading; parts that the column before has too are left out."""
    title: str
    """The whole date or span."""
    after_gap: bool
    """True when more than a year lies between the column before and this one."""
    until: bool
    """True when a date in it is the end of an open interval."""


@dataclass(frozen=True, slots=True)
class Bins:
    """Columns and the way into them."""

    columns: tuple[Column, ...]
    """In time."""
    position: dict[Date, int]
    """The column of each date."""


def bins(dates: Iterable[Date], words: Words, limit: int) -> Bins:
    """At most ``limit`` columns (or the coarsest there are) for ``dates``."""
    known = sorted(set(dates), key=_order)
    cuts: list[Callable[[Date], Date | int]] = [lambda date: date, _month, _year]
    cuts += [lambda date, span=span: date.year // span for span in SPANS]  # type: ignore[misc]
    for cut, span in zip(cuts, (0, 0, 0, *SPANS), strict=True):
        keys = sorted({cut(date) for date in known}, key=_order)
        if len(keys) <= limit or span == SPANS[-1]:
            break
    places = {key: index for index, key in enumerate(keys)}
    members: list[list[Date]] = [[] for _ in keys]
    for date in known:
        members[places[cut(date)]].append(date)
    columns: list[Column] = []
    before: tuple[str, str, str] = ("", "", "")
    for key, dates_in in zip(keys, members, strict=True):
        if isinstance(key, Date) and all(date.qualifier == "?" for date in dates_in):
            key = replace(key, qualifier="?")
        full, title = _heading(key, span, words)
        gap = bool(columns) and _days(members[len(columns) - 1], dates_in) > GAP
        shown = full if gap or len(keys) <= FEW else _shortened(full, before)
        columns.append(Column(shown, title, gap, any(date.until for date in dates_in)))
        before = full
    return Bins(tuple(columns), {date: places[cut(date)] for date in known})


# A date with "by" before it may mean an earlier one: the two are kept apart.
def _month(date: Date) -> Date:
    return Date(date.year, date.month, until=date.until)


def _year(date: Date) -> Date:
    return Date(date.year, until=date.until)


def _order(key: Date | int) -> tuple[str, str, str, bool]:
    """The order of a key; no two keys have the same."""
    return (f"{key:06d}", "", "", False) if isinstance(key, int) else (key.order, key.latest, key.qualifier, key.until)


def _heading(key: Date | int, span: int, words: Words) -> tuple[tuple[str, str, str], str]:
    if isinstance(key, int):
        first, last = key * span, key * span + span - 1
        return ("", str(first), f"–{last}"), f"{first}–{last}"
    return words.short_date(key), words.date(key)


def _shortened(full: tuple[str, str, str], before: tuple[str, str, str]) -> tuple[str, str, str]:
    """A heading without the year, and without the month too, where the column before has the same."""
    day, month, year = full
    if year != before[2] or not month:
        return full
    return (day, "" if day and month == before[1] else month, "")


def _days(earlier: list[Date], later: list[Date]) -> int:
    last = max(date.latest for date in earlier)
    return (datetime.date.fromisoformat(later[0].order) - datetime.date.fromisoformat(last)).days
