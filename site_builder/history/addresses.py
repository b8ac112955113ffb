"""Checks that each published address still leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from site_builder.diagnostics import Diagnostic
from site_builder.history.sides import Addressed, Sides, leads_of
from site_builder.records.scales import named_by, steps


def addresses(kind: str, before: Sequence[Addressed], after: Sequence[Addressed]) -> Iterator[Diagnostic]:
    """Every id, present or former, that ``before`` has and ``after`` leads nowhere from."""
    known = leads_of(after)
    for entry in before:
        for id_ in (entry.id, *(entry.record.former_ids if entry.record else ())):
            if id_ not in known:
                advice = f"if it was renamed, add former_ids: [{id_}] to the new record"
                if kind == "claim":
                    advice += "; if it is wrong, write status: withdrawn, and the reason under corrections"
                message = f'the {kind} "{id_}" was published, and its address now leads nowhere'
                yield Diagnostic("address-lost", message, entry.written.source.name, help=advice)


def pages(sides: Sides) -> Iterator[Diagnostic]:
    """Pages of ``before`` whose records have no former ids, and that ``after`` does not make."""
    before, after = (side.site.record if side.site else None for side in (sides.before, sides.after))
    if before and after and sides.after.site:
        keys = [
            {step.key: None for step in steps(site, named_by(entry.record for entry in side.claims))}
            for site, side in ((before, sides.before), (after, sides.after))
        ]
        made: tuple[Collection[str], ...] = after.topics, keys[1], {entry.id for entry, _ in sides.after.pages}
        was: tuple[Collection[str], ...] = before.topics, keys[0], [entry.id for entry, _ in sides.before.pages]
        for kind, old, new in zip(("topic", "verdict", "page"), was, made, strict=True):
            for id_ in old:
                if id_ not in new:
                    message = f'the {kind} "{id_}" was published, and now has no page'
                    advice = "keep the id, or have the host redirect its address"
                    yield Diagnostic("page-lost", message, sides.after.site.written.source.name, help=advice)
