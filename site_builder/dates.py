"""Dates as far as they are known.

The common part of the Extended Date/Time Format, level 1 (EDTF, ISO 8601-2:2019): a year, a month or a day, each
optionally approximate (``~``) or uncertain (``?``). Knows no language: :mod:`site_builder.i18n` writes dates out.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?])?")


@dataclass(frozen=True, slots=True)
class Date:
    """A year, month or day, and how sure it is."""

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str = ""
    """``~`` approximate, ``?`` uncertain, or nothing."""

    @property
    def earliest(self) -> str:
        """The first day it can mean, ``YYYY-MM-DD``: the key by which dates sort."""
        return f"{self.year:04d}-{self.month or 1:02d}-{self.day or 1:02d}"

    @property
    def latest(self) -> str:
        """The last day it can mean, ``YYYY-MM-DD``."""
        month = self.month or 12
        return f"{self.year:04d}-{month:02d}-{self.day or monthrange(self.year, month)[1]:02d}"

    @property
    def iso(self) -> str:
        """As precise as known and without the qualifier: a valid HTML ``datetime`` and ISO 8601 date."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def __str__(self) -> str:
        return self.iso + self.qualifier


@lru_cache(maxsize=4096)
def parse_date(text: str) -> Date:
    """Read an EDTF date.

    Raises ``ValueError`` with one sentence for the editor when it is not one or does not exist.
    """
    match = _PATTERN.fullmatch(text.strip()) if text.isascii() else None
    if match is None:
        raise ValueError(
            f'"{text}" is not a date: write 2020-08-19, 2020-08 or 2020, with ~ for about or ? for uncertain'
        )
    year, month, day = (int(group) if group else None for group in match.group(1, 2, 3))
    if not year:
        raise ValueError("the year 0000 does not exist")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f'"{text}" does not exist: there is no month {month:02d}')
    if month is not None and day is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(f'"{text}" does not exist: {year}-{month:02d} has {monthrange(year, month)[1]} days')
    return Date(year, month, day, match.group(4) or "")
