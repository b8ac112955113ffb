"""Dates of limited precision.

The common part of the Extended Date/Time Format, level 1 (EDTF, ISO 8601-2:2019): a year, a month or a day, each
optionally approximate (``~``) or uncertain (``?``); and of the intervals of level 1 the one with an open start
(``../2020-08-30``), for what is known only to have been so by a date. Knows no language: :mod:`site_builder.i18n`
writes dates out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

_PATTERN = re.compile(r"(\.\./)?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?])?")

FIRST_DAY = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Date:
    """A year, month or day, or some time up to it, and how sure that is."""

    year: int
    """Four digits."""
    month: int | None = None
    """1 to 12, if it is known."""
    day: int | None = None
    """1 to 31, if it is known."""
    qualifier: str = ""
    """``~`` approximate, ``?`` uncertain, or nothing."""
    until: bool = False
    """True for an interval with an open start: some day up to the end of this date."""

    @property
    def earliest(self) -> str:
        """The first day it can mean, ``YYYY-MM-DD``; the first of all days where the start is open."""
        if self.until:
            return FIRST_DAY
        return f"{self.year:04d}-{self.month or 1:02d}-{self.day or 1:02d}"

    @property
    def latest(self) -> str:
        """The last day it can mean, ``YYYY-MM-DD``."""
        month = self.month or 12
        return f"{self.year:04d}-{month:02d}-{self.day or monthrange(self.year, month)[1]:02d}"

    @property
    def order(self) -> str:
        """The key by which dates sort, ``YYYY-MM-DD``: the first day they can mean, or the end of an open interval."""
        return self.latest if self.until else self.earliest

    @property
    def in_year(self) -> Date:
        """The year alone; as uncertain as the date."""
        return Date(self.year, qualifier="?" if self.qualifier == "?" else "")

    @property
    def iso(self) -> str:
        """As precise as known, without the qualifier: a valid HTML ``datetime`` and ISO 8601 date.

        Of an open interval it is the end.
        """
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def __str__(self) -> str:
        return f"{'../' if self.until else ''}{self.iso}{self.qualifier}"


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Date:
    """Read an EDTF date.

    Raises ``ValueError`` with one sentence for the editor when it is not one or does not exist.
    """
    match = _PATTERN.fullmatch(text.strip()) if text.isascii() else None
    if match is None:
        raise ValueError(
            f'"{text}" is not a date: write 2020-08-19, 2020-08 or 2020, with ~ for about or ? for uncertain, '
            'and ../ before it for "by"'
        )
    year, month, day = (int(group) if group else None for group in match.group(2, 3, 4))
    if not year:
        raise ValueError("the year 0000 does not exist")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f'"{text}" does not exist: there is no month {month:02d}')
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f'"{text}" does not exist: {year}-{month:02d} has {monthrange(year, month)[1]} days')
    return Date(year, month, day, match.group(5) or "", bool(match.group(1)))
