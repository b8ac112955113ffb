"""Repetitions of a claim: how often, by whom and when it was made, as far as editors filed claims as repetitions."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.pages.groups import Years, years
from site_builder.pages.lookup import Lookup
from site_builder.pages.views import ClaimView

MOST = 12
"""Claims that the list on a claim's page has: the first of all, and those nearest in time."""


@dataclass(frozen=True, slots=True)
class RepeatsView:
    """All claims that say the same as one."""

    total: int
    """The number of all such claims, the one included."""
    speakers: int
    """The number of actors who made them."""
    years: Years
    """The years in which they were made."""
    claims: tuple[ClaimView, ...]
    """Oldest first; at most :data:`MOST`."""


def repeats(lookup: Lookup, id_: str) -> RepeatsView | None:
    """The repetitions of the claim ``id_`` and the claims that it repeats; None where there are none."""
    known = lookup.repeated.get(id_)
    if known is None:
        return None
    same, at, speakers = known
    start = min(max(at - MOST // 2, 0), max(len(same) - MOST, 0))
    shown = same[start : start + MOST]
    if start:
        shown = (same[0], *(shown[1:] if shown[0].id != id_ else shown[:-1]))
    views = tuple(lookup.views[other.id] for other in shown)
    return RepeatsView(len(same), speakers, years(same), views)
