"""Checks that nobody walks around the rule that asks for a review: with an early day, or by loosening the rule.

The day of a check is what its author wrote. What was not published at the earlier revision is published by this
change, and so not before that revision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from site_builder.diagnostics import Diagnostic, at
from site_builder.history.sides import Sides
from site_builder.link.heads import heads
from site_builder.link.people import too_few
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord, ReviewRecord, SiteRecord

_NEVER = "9999-12-31"
"""No rule begins later."""


def review(sides: Sides, day: str) -> Iterator[Diagnostic]:
    """Claims that escape the rule by their day, and a rule that was loosened.

    ``day`` (ISO 8601) is that of the earlier revision; if it is empty, every rule applies to what is new.
    """
    site = sides.after.site
    if site is None or site.record is None:
        return
    old = sides.before.site.record.review if sides.before.site and sides.before.site.record else None
    new = site.record.review
    yield from _loosened(old, new, site)
    rules = sorted(filter(None, (old, new)), key=lambda rule: -rule.people)  # of two that apply, the stricter
    if rules:
        yield from too_few(heads(sides.after), dict(_due(sides, day, rules, new)))


def _due(
    sides: Sides, day: str, rules: Sequence[ReviewRecord], new: ReviewRecord | None
) -> Iterator[tuple[str, tuple[ReviewRecord, str]]]:
    """The claims to which one of ``rules`` applies though their day says otherwise: id, rule, and check in words."""
    was = {entry.id: entry.record for entry in sides.before.claims if entry.record}
    for entry in sides.after.claims:
        record = entry.record
        if record is None or record.status != "published" or record.published is None:
            continue
        said = record.published.iso
        earlier = next((was[id_].published for id_ in (entry.id, *record.former_ids) if _is_published(was, id_)), None)
        since = earlier.iso if earlier else max(day or _NEVER, said)
        rule = next((rule for rule in rules if since >= rule.since.iso), None)
        if rule is None or since == said or (new and said >= new.since.iso and new.people >= rule.people):
            continue  # `check` alone reports it
        what = f"was published on {earlier}" if earlier else "is published by this change"
        yield entry.id, (rule, f"this check, which {what} and not on {record.published},")


def _is_published(was: Mapping[str, ClaimRecord], id_: str) -> bool:
    return id_ in was and was[id_].status == "published"


def _loosened(old: ReviewRecord | None, new: ReviewRecord | None, site: Entry[SiteRecord]) -> Iterator[Diagnostic]:
    if old is None:
        return
    was = f"{{people: {old.people}, since: {old.since}}}"
    if new is None:
        how = "and is gone"
    elif new.people < old.people:
        how = f"and now asks for {new.people}"
    elif new.since.iso > old.since.iso:
        how = f"and now begins on {new.since}"
    else:
        return
    key = "people" if new and new.people < old.people else "since"
    yield at("review-loosened", site.span("review", key), f"`review` was published as {was}, {how}",
             help=f"restore it: review: {was}; if the newsroom has decided so, merge this change alone, "
                  "against this check")  # fmt: skip
