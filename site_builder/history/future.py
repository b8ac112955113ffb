"""Finds days in the future: a typing error in a year keeps a claim at the head of lists and feeds for good.

It depends on the current day, which the caller passes in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as day
from datetime import timedelta

from site_builder.dates import Date
from site_builder.diagnostics import Diagnostic, at
from site_builder.records.entries import Entry, Records
from site_builder.records.record import Record

_EAST = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def in_future(records: Records, today: day) -> list[Diagnostic]:
    """A warning for each date of ``records`` whose first possible day lies after ``today`` (UTC)."""
    last = (today + _EAST).isoformat()
    return [
        at("date-future", entry.span(*path), f"{what} on {date}, and that day is in the future",
           help="correct the year, the month or the day")
        for what, date, entry, path in _dates(records)
        if date is not None and date.earliest > last
    ]  # fmt: skip


def _dates(records: Records) -> Iterator[tuple[str, Date | None, Entry[Record], tuple[str | int, ...]]]:
    """Each date with the event in words, and its place: the record and the keys."""
    for entry in records.claims:
        claim = entry.record
        if claim:
            yield "the claim was made", claim.date, entry, ("date",)
            yield "the check was published", claim.published, entry, ("published",)
            for index, asked in enumerate(claim.asked):
                yield "the newsroom asked for a reply", asked.date, entry, ("asked", index, "date")
            for index, correction in enumerate(claim.corrections):
                yield "the correction was made", correction.date, entry, ("corrections", index, "date")
    for article_entry, _ in records.articles:
        article = article_entry.record
        if article:
            yield "the article was published", article.published, article_entry, ("published",)
            if article.archived:
                yield "the copy was made", article.archived.date, article_entry, ("archived", "date")
