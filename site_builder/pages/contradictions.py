"""Pairs of claims side by side, each with its date and its words: a part for each kind of relation that asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Claim, Relation
from site_builder.page import Page
from site_builder.pages.lookup import Lookup
from site_builder.pages.views import ClaimView, QuoteView
from site_builder.relations import RELATIONS


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
    """A key of :data:`site_builder.relations.RELATIONS`."""
    title: str
    """The pair in one sentence, with ``{earlier}`` and ``{later}`` for its claims."""
    note: str | None
    """Why, in one sentence."""
    earlier: SideView
    """Made first."""
    later: SideView
    """Made later, or at the same time."""
    same_actor: bool
    """True when one actor made both."""


@dataclass(frozen=True, slots=True)
class KindView:
    """One kind of relation."""

    id: str
    """A key of :data:`site_builder.relations.RELATIONS`."""
    name: str
    """What it is called."""
    definition: str
    """What it means."""


@dataclass(frozen=True, slots=True)
class PartView:
    """The pairs of one kind."""

    kind: KindView
    """The kind, under the name that such pairs have."""
    pairs: tuple[PairView, ...]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """All pairs by kind."""

    parts: tuple[PartView, ...]
    """Those kinds that have a pair, the strictest first."""
    kinds: tuple[KindView, ...]
    """Every kind of relation that there is."""


def contradictions_page(lookup: Lookup) -> Page:
    """The page of all pairs that readers should see side by side."""
    say = lookup.words.say
    description = say("Contradictions, denials and differing accounts, each claim with its date and its words.")
    kinds = tuple(KindView(id_, say(kind.phrase), say(kind.definition)) for id_, kind in RELATIONS.items())
    view = ContradictionsPage(side_by_side(lookup), kinds)
    return Page(urls.CONTRADICTIONS, "contradictions.html", say("Side by side"), description, view, urls.CONTRADICTIONS)


def side_by_side(lookup: Lookup) -> tuple[PartView, ...]:
    """All pairs of a kind that has a heading, by kind in the order of the table, each part oldest first."""
    pairs: dict[str, list[PairView]] = {id_: [] for id_, kind in RELATIONS.items() if kind.heading}
    for relation in lookup.site.relations:
        if relation.kind in pairs:
            pairs[relation.kind].append(_pair(lookup, relation))
    for some in pairs.values():
        some.sort(key=lambda pair: (pair.earlier.claim.date.order, pair.earlier.claim.url, pair.later.claim.url))
    say = lookup.words.say
    return tuple(
        PartView(KindView(id_, say(kind.heading), say(kind.definition)), tuple(pairs[id_]))
        for id_, kind in RELATIONS.items()
        if kind.heading and pairs[id_]
    )


def _pair(lookup: Lookup, relation: Relation) -> PairView:
    claims = lookup.site.claims
    first, second = sorted((claims[relation.target], claims[relation.source]), key=lambda c: c.date.order)
    kind = RELATIONS[relation.kind]
    return PairView(
        kind=relation.kind,
        title=lookup.words.say(kind.backward if second.id == relation.source else kind.forward),
        note=relation.note,
        earlier=_side(lookup, first),
        later=_side(lookup, second),
        same_actor=first.actor == second.actor,
    )


def _side(lookup: Lookup, claim: Claim) -> SideView:
    return SideView(lookup.views[claim.id], lookup.quotes[claim.id])
