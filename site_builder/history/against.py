"""Compares the records to be published with those published before: nobody can forget a correction.

A claim that readers have seen keeps its address, and what it says changes only with an entry in ``corrections``. Works
on records, so that it needs no quotation to be proved; knows nothing of where the earlier records come from.
"""

from __future__ import annotations

from collections.abc import Mapping

from site_builder.diagnostics import Diagnostic
from site_builder.history.addresses import addresses, pages
from site_builder.history.archived import archived
from site_builder.history.claims import claims
from site_builder.history.review import review
from site_builder.history.shared import shared
from site_builder.history.sides import Sides, renamed
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ClaimRecord


def compare(before: Records, after: Records, day: str = "") -> list[Diagnostic]:
    """Everything in ``after`` that silently takes back or changes what ``before`` published.

    ``day`` (ISO 8601) is that of ``before``: what it does not publish was published on no earlier day. It is empty
    where nobody knows the day.
    """
    earlier = {entry.id: entry for entry in before.claims}
    corrected = frozenset(entry.id for entry in after.claims if _newly_corrected(earlier, entry))
    old_articles, articles = ([entry for entry, _ in side.articles] for side in (before, after))
    actors = renamed(before.actors, after.actors)
    sides = Sides(before, after, actors, renamed(old_articles, articles), corrected)
    return [
        *claims(sides),
        *addresses("actor", before.actors, after.actors),
        *addresses("article", old_articles, articles),
        *shared(sides),
        *archived(sides),
        *pages(sides),
        *review(sides, day),
    ]


def _newly_corrected(before: Mapping[str, Entry[ClaimRecord]], later: Entry[ClaimRecord]) -> bool:
    if later.record is None:
        return False
    earlier = next((before[id_] for id_ in (later.id, *later.record.former_ids) if id_ in before), None)
    known = len(earlier.record.corrections) if earlier and earlier.record else 0
    return len(later.record.corrections) > known
