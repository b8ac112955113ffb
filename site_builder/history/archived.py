"""Checks that scales which are no longer in use stay as they were published, and those of claims rated on them, too.

An earlier scale says what verdicts meant when readers saw them. No correction of a claim can change that afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.diagnostics import Diagnostic, at
from site_builder.history.sides import Sides, flow
from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord, SiteRecord, VerdictRecord
from site_builder.records.scales import Step, steps

KEYS = ("label", "definition", "value")
"""What a verdict says to readers and programs."""


def archived(sides: Sides) -> Iterator[Diagnostic]:
    """Verdicts under ``scales`` that say something else than was published there, whether or not a claim has them."""
    before, after = sides.before.site, sides.after.site
    if not (before and before.record and after and after.record):
        return
    now = {(step.scale, step.verdict.id): step for step in steps(after.record, after.record.scales)}
    for step in steps(before.record, before.record.scales):
        if step.scale and (later := now.get((step.scale, step.verdict.id))):
            yield from rewritten(step.verdict, later, after, ())


def rewritten(
    was: VerdictRecord, now: Step, site: Entry[SiteRecord], claims: Sequence[ClaimRecord]
) -> Iterator[Diagnostic]:
    """A diagnostic for each key of ``now``, a verdict of an earlier scale, that was published otherwise (``was``).

    ``claims`` are those that were rated on it.
    """
    for key in KEYS:
        old = getattr(was, key)
        if old == getattr(now.verdict, key):
            continue
        said = "without one" if old is None else f"as {old}"
        place = site.span(*now.path, key)
        message = f'`{key}` of the verdict "{was.id}" on the earlier scale "{now.scale}" was published {said}'
        rated = (
            f" ({', '.join(record.id for record in claims[:3])}{', …' if len(claims) > 3 else ''})" if claims else ""
        )
        restore = (
            f"remove `{key}` there" if old is None else f"restore it: {key}: {old if key == 'value' else flow(old)}"
        )
        yield at("scale-rewritten", place, message,
                 help=f"{restore}; a claim{rated} that is rated anew leaves this scale, with a correction")  # fmt: skip
