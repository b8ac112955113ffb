"""The records of a site as checks of the whole site read them: the claims without their words.

An edit of a statement, a summary or an assessment changes nothing that such a check reads, so none of them runs again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any, Literal

from site_builder.dates import Date
from site_builder.link.known import ClaimRecords
from site_builder.records.entries import Entry, Everything, Records
from site_builder.records.models import ClaimRecord, CorrectionRecord, PassageRecord, RelationRecord
from site_builder.trace import Asker


@dataclass(frozen=True, slots=True)
class Head:
    """A claim's record without its words, under the names of :class:`~site_builder.records.models.ClaimRecord`."""

    id: str
    actor: str
    date: Date
    about: tuple[str, ...]
    accuses: tuple[str, ...]
    topics: tuple[str, ...]
    verdict: str
    scale: str | None
    passages: tuple[PassageRecord, ...]
    relations: tuple[RelationRecord, ...]
    status: Literal["draft", "published", "withdrawn"]
    published: Date | None
    checked_by: tuple[str, ...]
    reviewed_by: tuple[str, ...]
    corrections: tuple[CorrectionRecord, ...]
    former_ids: tuple[str, ...]


_FIELDS = attrgetter(*(item.name for item in fields(Head)))
Heads = Everything[Head]
"""All records, the claims without their words."""


def head(record: ClaimRecord | None) -> Head | None:
    """``record`` without its words."""
    return Head(*_FIELDS(record)) if record else None


def heads(records: Records) -> Heads:
    """``records`` with the heads of its claims."""
    return _with(records, [head(entry.record) for entry in records.claims])


def _with(records: Records, made: Sequence[Head | None]) -> Heads:
    claims = tuple(
        Entry(entry.id, entry.id_span, item, entry.written, entry.draft)
        for entry, item in zip(records.claims, made, strict=True)
    )
    rest = records.articles, records.pages, records.unknown, records.static
    return Everything(records.site, records.actors, claims, *rest)


def asked(records: Records, claims: ClaimRecords, asker: Asker) -> Callable[[], Heads]:
    """A function that returns the :func:`heads` of ``records``; ``asker`` records who calls it.

    ``claims`` are those of ``records``. The places of entries are no facts: they are for messages alone, and a step
    with a message is not kept.
    """
    made = asker.step("head of claim", claims.entries, lambda key: head(claims.records[key]))
    shown: dict[str, Any] = {
        "claims": tuple((entry.id, entry.draft, made[key]) for key, entry in claims.entries.items()),
        "actors": tuple((entry.id, entry.record) for entry in records.actors),
        "articles": tuple((entry.id, entry.record) for entry, _ in records.articles),
        "pages": tuple((entry.id, entry.record) for entry, _ in records.pages),
        "site": records.site and records.site.record,
        "others": (records.unknown, records.static),
    }
    facts = asker.facts("records", shown)
    return lambda: _with(records, [item for _, _, item in dict(facts.items())["claims"]])
