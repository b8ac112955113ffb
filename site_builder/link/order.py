"""Checks the order of dates: when something was said, reported, checked and corrected.

Dates are compared as ranges of days. What is certain is an error; where a date is about or uncertain, or local days may
differ (a day begins up to 26 hours earlier in the east than in the west), it is a warning. Knows no clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date as day
from datetime import timedelta

from site_builder.dates import Date
from site_builder.diagnostics import Diagnostic, Note, at
from site_builder.records.entries import Entry
from site_builder.records.models import ArticleRecord, ClaimRecord

_MEND = "correct one of the two, or write ~ after a day that is not certain"
NO_ANSWER = "none"
"""The answer, under ``asked``, that says that none came by publication."""
_CERTAIN = timedelta(days=1)
_SLACK = {0: timedelta(days=366), 1: timedelta(days=31), 2: timedelta(days=3)}
"""The error that a date with ``~`` or ``?`` may have without a word, by what is known: a year, a month, a day."""


def claim_order(entry: Entry[ClaimRecord], record: ClaimRecord, articles: Mapping[str, Date]) -> Iterator[Diagnostic]:
    """The faults in the order of a claim's dates; ``articles`` has each article's publication date, by id."""
    reported = list(_reported(entry, record, articles))
    yield from reported
    if record.published and not reported:  # else the same date is wrong, and has been reported
        message = f"the claim is dated {record.date}, after its check was published on {record.published}"
        yield from _after(record.date, record.published, entry, ("date",), message, local=False)
    yield from _asked(entry, record)
    earlier = record.published
    for index, correction in enumerate(record.corrections):
        if earlier:
            what = "the correction above it" if index else "the publication"
            message = f"the correction of {correction.date} comes before {what} of {earlier}"
            if correction.date.latest < earlier.earliest:
                yield at("date-order", entry.span("corrections", index, "date"), message,
                         help="corrections are listed newest last, and none comes before the publication")  # fmt: skip
        earlier = correction.date


def _asked(entry: Entry[ClaimRecord], record: ClaimRecord) -> Iterator[Diagnostic]:
    """Nobody is asked about a claim before it is made, nor after publication if no answer had come by then."""
    for index, asked in enumerate(record.asked):
        place, said = ("asked", index, "date"), f"{asked.of} was asked on {asked.date}"
        message = f"{said}, before the claim of {record.date} was made"
        yield from _after(record.date, asked.date, entry, place, message)
        if asked.answer == NO_ANSWER and record.published:
            message = f"{said}, after publication on {record.published}: no answer could come"
            yield from _after(asked.date, record.published, entry, place, message, local=False)


def article_order(entry: Entry[ArticleRecord], record: ArticleRecord) -> Iterator[Diagnostic]:
    """The faults in the order of an article's dates."""
    if record.archived and record.archived.date:
        copied = record.archived.date
        message = f"the copy is dated {copied}, before the article was published on {record.published}"
        yield from _after(record.published, copied, entry, ("archived", "date"), message)


def _reported(entry: Entry[ClaimRecord], record: ClaimRecord, articles: Mapping[str, Date]) -> Iterator[Diagnostic]:
    """A claim is not made after the article that reports it; one message for the earliest of its articles."""
    cited = [(articles[passage.article], index, passage.article)
             for index, passage in enumerate(record.passages)
             if passage.role == "claim" and passage.article in articles]  # fmt: skip
    if cited:
        published, index, article = min(cited, key=lambda each: each[0].latest)
        message = f"the claim is dated {record.date}, after the article that reports it was published on {published}"
        for fault in _after(record.date, published, entry, ("date",), message):
            yield replace(fault, notes=(Note(f"{article} is cited here", entry.span("passages", index, "article")),))


def _after(
    later: Date, earlier: Date, entry: Entry[object], path: tuple[str | int, ...], message: str, *, local: bool = True
) -> Iterator[Diagnostic]:
    """A fault at ``path`` in ``entry`` where ``later`` begins after the end of ``earlier``.

    ``local``: the days may be those of two places.
    """
    if later.earliest <= earlier.latest:
        return
    gap = day.fromisoformat(later.earliest) - day.fromisoformat(earlier.latest)
    doubtful = [date for date in (later, earlier) if date.qualifier]
    if doubtful and gap <= max(_slack(date) for date in doubtful):
        return
    certain = not doubtful and not (local and gap <= _CERTAIN)
    yield at("date-order" if certain else "date-doubt", entry.span(*path), message, help=_MEND)


def _slack(date: Date) -> timedelta:
    return _SLACK[(date.month is not None) + (date.day is not None)]
