"""Pairs of claims that stand against each other, side by side, each with its date and its words."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Claim, Relation
from site_builder.page import Page
from site_builder.pages.lookup import Lookup
from site_builder.pages.views import ClaimView, QuoteView


@dataclass(frozen=True, slots=True)
class SideView:
    """One of the two claims."""

    claim: ClaimView
    """The claim."""
    quote: QuoteView
    """The words in which it was made."""


@dataclass(frozen=True, slots=True)
class PairView:
    """Two claims, the earlier one first."""

    kind: str
    """contradicts, qualifies or denies."""
    note: str | None
    """Why, in one sentence."""
    earlier: SideView
    """Made first."""
    later: SideView
    """Made later, or at the same time."""
    later_filed: bool
    """True when it is the later claim that contradicts (qualifies, denies) the earlier."""
    same_actor: bool
    """True when one actor made both."""


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """All pairs by kind."""

    own: tuple[PairView, ...]
    """Contradictions within one actor's own words."""
    between: tuple[PairView, ...]
    """Contradictions between two actors."""
    qualified: tuple[PairView, ...]
    """Claims that narrow or soften another."""
    denied: tuple[PairView, ...]
    """Denials."""


def contradictions_page(lookup: Lookup) -> Page:
    """The page of all contradictions, qualifications and denials."""
    say = lookup.words.say
    description = say("Claims that stand against each other, side by side, each with its date and its words.")
    view = contradictions(lookup)
    return Page(
        urls.CONTRADICTIONS, "contradictions.html", say("Contradictions"), description, view, urls.CONTRADICTIONS
    )


def contradictions(lookup: Lookup) -> ContradictionsPage:
    """All pairs of claims that stand against each other, oldest first."""
    pairs = [_pair(lookup, r) for r in lookup.site.relations if r.kind in ("contradicts", "qualifies", "denies")]
    pairs.sort(key=lambda pair: (pair.earlier.claim.date.order, pair.earlier.claim.url, pair.later.claim.url))
    return ContradictionsPage(
        own=tuple(pair for pair in pairs if pair.kind == "contradicts" and pair.same_actor),
        between=tuple(pair for pair in pairs if pair.kind == "contradicts" and not pair.same_actor),
        qualified=tuple(pair for pair in pairs if pair.kind == "qualifies"),
        denied=tuple(pair for pair in pairs if pair.kind == "denies"),
    )


def _pair(lookup: Lookup, relation: Relation) -> PairView:
    claims = lookup.site.claims
    first, second = sorted((claims[relation.target], claims[relation.source]), key=lambda c: c.date.order)
    return PairView(
        kind=relation.kind,
        note=relation.note,
        earlier=_side(lookup, first),
        later=_side(lookup, second),
        later_filed=second.id == relation.source,
        same_actor=first.actor == second.actor,
    )


def _side(lookup: Lookup, claim: Claim) -> SideView:
    return SideView(lookup.views[claim.id], lookup.quotes[claim.id])
