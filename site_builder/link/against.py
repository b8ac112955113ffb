"""What was published before, compared with what is about to be: a correction cannot be forgotten.

A claim that readers have seen keeps its address, and what it says changes only with an entry in ``corrections``. Works
on records, so that it needs no quotation to be proved; knows nothing of where the earlier records come from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from site_builder.diagnostics import Diagnostic, at
from site_builder.passages.normal import normalise_quote
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord, CorrectionRecord

_READINGS = ("statement", "verdict")
"""Keys of which a correction keeps how they read before."""


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
    kept = record.corrections[: len(earlier.corrections)]
    if len(kept) < len(earlier.corrections) or not all(map(_is_kept, earlier.corrections, kept)):
        message = f'published corrections of "{record.id}" were changed'
        advice = "leave them as they were, and add a new one at the end"
        yield at("correction-changed", later.span("corrections"), message, help=advice)
        return
    changed = _changed_keys(earlier, record)
    new = list(enumerate(record.corrections))[len(earlier.corrections) :]
    if changed and not new:
        what = " and ".join(f"`{key}`" for key in changed)
        message = f'{what} of the published claim "{record.id}" changed'
        advice = "say so: add to corrections a date and, as the change, what was wrong and what it says now"
        yield at("correction-missing", later.span(changed[0]), message, help=advice + _was(earlier, changed))
    for key in _READINGS if record.status == "published" else ():
        old = getattr(earlier, key)
        said = next(((index, was) for index, item in new if (was := getattr(item.was, key, None))), None)
        if said and said[1] != old:
            message = f"before this correction `{key}` read otherwise"
            yield at("correction-reading", later.span("corrections", said[0], "was", key), message,
                     help=f"it was published as {_flow(old)}")  # fmt: skip
        elif new and key in changed and not said:
            message = f"no new correction says how `{key}` read before"
            yield at("correction-reading", later.span("corrections", new[-1][0]), message,
                     help=f"add to the correction was: {{{key}: {_flow(old)}}}")  # fmt: skip


def _is_kept(old: CorrectionRecord, new: CorrectionRecord) -> bool:
    """Nothing of it is changed; how the claim read before may be added."""
    return (old.date, old.change) == (new.date, new.change) and old.was in (None, new.was)


def _was(earlier: ClaimRecord, changed: Sequence[str]) -> str:
    """What the correction should keep of the claim as it read."""
    old = ", ".join(f"{key}: {_flow(getattr(earlier, key))}" for key in _READINGS if key in changed)
    return f"; with was: {{{old}}}" if old else ""


def _flow(text: str) -> str:
    """``text`` as YAML that may stand between braces: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)


def _changed_keys(earlier: ClaimRecord, later: ClaimRecord) -> list[str]:
    pairs = {
        "statement": (normalise_quote(earlier.statement), normalise_quote(later.statement)),
        "verdict": (earlier.verdict, later.verdict),
        "actor": (earlier.actor, later.actor),
        "date": (earlier.date, later.date),
        "status": (earlier.status, later.status),
        "passages": (_quotes(earlier), _quotes(later)),
    }
    return [key for key, (old, new) in pairs.items() if old != new]


def _quotes(record: ClaimRecord) -> set[tuple[str, str, str, str]]:
    """The words that the claim rests on, and whose they are; in which typography they are filed makes no difference."""
    return {
        (
            passage.article,
            passage.role,
            passage.speaker or (record.actor if passage.role == "claim" else ""),
            normalise_quote(passage.quote),
        )
        for passage in record.passages
    }


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
