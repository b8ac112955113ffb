"""What was published before, compared with what is about to be: a correction cannot be forgotten.

A claim that readers have seen keeps its address, and what it says changes only with an entry in ``corrections``. Works
on records, so that it needs no quotation to be proved; knows nothing of where the earlier records come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.diagnostics import Diagnostic, at
from site_builder.passages.normal import normalise_quote
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord


def compare(before: Records, after: Records) -> list[Diagnostic]:
    """Everything in ``after`` that takes back or changes what ``before`` published without saying so."""
    return [
        *_claims(before, after),
        *_addresses("actor", before.actors, after.actors),
        *_addresses("article", [entry for entry, _ in before.articles], [entry for entry, _ in after.articles]),
    ]


def _claims(before: Records, after: Records) -> Iterator[Diagnostic]:
    published = [entry for entry in before.claims if entry.record and entry.record.status != "draft"]
    yield from _addresses("claim", published, after.claims)
    for earlier in published:
        later = _successor(earlier.id, after.claims)
        if later is None or later.record is None or earlier.record is None:
            continue
        if later.record.status == "draft":
            message = f'the claim "{earlier.id}" was published and is a draft now'
            advice = "readers have its address: write status: withdrawn, and the reason under corrections"
            yield at("address-lost", later.span("status"), message, help=advice)
            continue
        yield from _corrections(earlier.record, later)


def _corrections(earlier: ClaimRecord, later: Entry[ClaimRecord]) -> Iterator[Diagnostic]:
    record = later.record
    if record is None:
        return
    kept = [(item.date, item.change) for item in record.corrections[: len(earlier.corrections)]]
    if kept != [(item.date, item.change) for item in earlier.corrections]:
        message = f'published corrections of "{record.id}" were changed'
        advice = "leave them as they were, and add a new one at the end"
        yield at("correction-changed", later.span("corrections"), message, help=advice)
        return
    changed = _changed_keys(earlier, record)
    if changed and len(record.corrections) == len(earlier.corrections):
        what = " and ".join(f"`{key}`" for key in changed)
        yield at("correction-missing", later.span(changed[0]), f'{what} of the published claim "{record.id}" changed',
                 help="say so: add to corrections a date, and what was wrong and what it says now")  # fmt: skip


def _changed_keys(earlier: ClaimRecord, later: ClaimRecord) -> list[str]:
    pairs = {
        "statement": (normalise_quote(earlier.statement), normalise_quote(later.statement)),
        "verdict": (earlier.verdict, later.verdict),
        "actor": (earlier.actor, later.actor),
        "status": (earlier.status, later.status),
        "passages": (_quotes(earlier), _quotes(later)),
    }
    return [key for key, (old, new) in pairs.items() if old != new]


def _quotes(record: ClaimRecord) -> set[tuple[str, str, str]]:
    """The words that the claim rests on; in which typography they are filed makes no difference."""
    return {(passage.article, passage.role, normalise_quote(passage.quote)) for passage in record.passages}


Addressed = Sequence[Entry[ClaimRecord] | Entry[ActorRecord] | Entry[ArticleRecord]]


def _addresses(kind: str, before: Addressed, after: Addressed) -> Iterator[Diagnostic]:
    """Every id, present or former, that ``before`` has and ``after`` leads nowhere from."""
    known = {id_ for entry in after for id_ in (entry.id, *(entry.record.former_ids if entry.record else ()))}
    for entry in before:
        for id_ in (entry.id, *(entry.record.former_ids if entry.record else ())):
            if id_ not in known:
                advice = f"where it was renamed, add former_ids: [{id_}] to the new record"
                if kind == "claim":
                    advice += "; where it is wrong, write status: withdrawn, and the reason under corrections"
                message = f'the {kind} "{id_}" was published, and its address leads nowhere now'
                yield Diagnostic("address-lost", message, entry.node.source.name, help=advice)


def _successor(id_: str, claims: Sequence[Entry[ClaimRecord]]) -> Entry[ClaimRecord] | None:
    """The claim that ``id_`` leads to."""
    return next((e for e in claims if e.id == id_ or (e.record and id_ in e.record.former_ids)), None)
