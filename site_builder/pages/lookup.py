"""The site's cross references, made once: who said what, what rests on which article, what stands against what.

Every list that a page shows comes from here, so that no page has to search all claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from site_builder.i18n import Words
from site_builder.model import Claim, Passage, Relation, Site
from site_builder.pages.views import (
    ActorView,
    ClaimView,
    QuoteView,
    RelationView,
    VerdictView,
    YearView,
    actor_view,
    by_year,
    claim_view,
    claiming_quote,
    verdict_views,
)
from site_builder.relations import RELATIONS, RelationKind

Claims = tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Lookup:
    """Published, not withdrawn claims in the ways that pages list them; each list oldest claim first."""

    site: Site
    """The site itself."""
    words: Words
    """The interface in the site's language."""
    claims: Claims
    """All."""
    places: Mapping[str, int]
    """The place of each among all, from 0, by id."""
    by_actor: Mapping[str, Claims]
    """By id of who made them."""
    joint: Mapping[str, Claims]
    """By id of an actor: claims of the bundles to which the actor belongs."""
    bundles: Mapping[str, tuple[str, ...]]
    """By id of an actor: ids of those bundles."""
    about: Mapping[str, Claims]
    """By id of whom they are about, alone or in a bundle."""
    by_topic: Mapping[str, Claims]
    """By topic id."""
    by_verdict: Mapping[str, Claims]
    """By verdict id."""
    cited: Mapping[str, tuple[tuple[Claim, Passage], ...]]
    """By article id, in the order of the article."""
    spoken: Mapping[str, tuple[tuple[Claim, Passage], ...]]
    """By actor id: passages in which the actor speaks on another actor's claim."""
    relations: Mapping[str, tuple[Relation, ...]]
    """By claim id, from either end."""
    pairs: Mapping[RelationKind, tuple[Relation, ...]]
    """By kind, those kinds that readers see side by side; by the date of the earlier claim."""
    same: Mapping[tuple[str, str], Claims]
    """By actor id and topic id: what the actor said on the topic."""
    accused: Mapping[str, tuple[Claim, ...]]
    """By actor id: claims that accuse the actor."""
    verdicts: Mapping[str, VerdictView]
    """The rating scale, in order, by id."""
    actors: Mapping[str, ActorView]
    """Each actor as pages name it, by id."""
    views: Mapping[str, ClaimView]
    """Each claim as lists show it, by id: one value for all of them."""
    quotes: Mapping[str, QuoteView]
    """The first passage in which each claim was made, by claim id."""

    def years(self, claims: Iterable[Claim]) -> tuple[YearView, ...]:
        """``claims`` under the years in which they were made, in their order."""
        return by_year(self.views[claim.id] for claim in claims)

    def relation(self, relation: Relation, seen_from: Claim) -> RelationView:
        """A relation as one of its two claims sees it."""
        backwards = relation.source != seen_from.id
        other = relation.source if backwards else relation.target
        kind = RELATIONS[relation.kind]
        return RelationView(
            relation.kind,
            kind.side,
            self.words.say(kind.answered if backwards else kind.phrase),
            self.words.say(kind.backward if backwards else kind.forward),
            relation.note,
            self.views[other],
            self.quotes[other],
        )


def index(site: Site, known: Lookup | None = None) -> Lookup:
    """Index ``site``; time grows with the number of claims, passages and relations.

    Views that are equal to those of ``known`` are its very views, so that what shows them is known to be the same.
    """
    words = Words(site.language)
    claims = tuple(sorted((c for c in site.claims.values() if not c.withdrawn), key=_age))
    by_actor: dict[str, list[Claim]] = defaultdict(list)
    about: dict[str, list[Claim]] = defaultdict(list)
    accused: dict[str, list[Claim]] = defaultdict(list)
    by_topic: dict[str, list[Claim]] = defaultdict(list)
    by_verdict: dict[str, list[Claim]] = defaultdict(list)
    cited: dict[str, list[tuple[Claim, Passage]]] = defaultdict(list)
    spoken: dict[str, list[tuple[Claim, Passage]]] = defaultdict(list)
    relations: dict[str, list[Relation]] = defaultdict(list)
    same: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    members = {actor.id: actor.members for actor in site.actors.values()}
    bundles = _bundles(members)
    for claim in claims:
        by_actor[claim.actor].append(claim)
        by_verdict[claim.verdict].append(claim)
        for actor in _with_members(claim.about, members):
            about[actor].append(claim)
        for actor in claim.accuses:
            accused[actor].append(claim)
        for topic in claim.topics:
            by_topic[topic].append(claim)
            same[claim.actor, topic].append(claim)
        for passage in claim.passages:
            cited[passage.article].append((claim, passage))
            if passage.speaker and passage.speaker != claim.actor:
                spoken[passage.speaker].append((claim, passage))
    for relation in site.relations:
        relations[relation.source].append(relation)
        relations[relation.target].append(relation)
    for passages in cited.values():
        passages.sort(key=lambda pair: (pair[1].parts, pair[0].id))
    actors = _kept({id_: actor_view(actor) for id_, actor in site.actors.items()}, known.actors if known else {})
    verdicts = _kept(verdict_views(site.verdicts.values()), known.verdicts if known else {})
    views: dict[str, ClaimView] = {}
    quotes: dict[str, QuoteView] = {}
    for claim in claims:
        view = claim_view(site, claim, actors[claim.actor], verdicts[claim.verdict], words)
        before = known.views.get(claim.id) if known else None
        views[claim.id] = before if before == view else view
        if known and before and _same_words(known, site, actors, claim):
            quotes[claim.id] = known.quotes[claim.id]
        else:
            quotes[claim.id] = claiming_quote(site, claim)
    return Lookup(
        site,
        words,
        claims,
        {claim.id: place for place, claim in enumerate(claims)},
        _frozen(by_actor),
        {id_: _joint(by_actor, ids) for id_, ids in bundles.items()},
        bundles,
        _frozen(about),
        _frozen(by_topic),
        _frozen(by_verdict),
        _frozen(cited),
        _frozen(spoken),
        _frozen(relations),
        _pairs(site),
        _frozen(same),
        _frozen(accused),
        verdicts,
        actors,
        views,
        quotes,
    )


def _same_words(known: Lookup, site: Site, actors: Mapping[str, ActorView], claim: Claim) -> bool:
    """True when the view of the words of ``claim`` cannot have changed."""
    passage = next(passage for passage in claim.passages if passage.role == "claim")
    return (
        known.site.language == site.language
        and known.site.claims.get(claim.id) is claim
        and known.site.articles.get(passage.article) is site.articles[passage.article]
        and (passage.speaker is None or known.actors.get(passage.speaker) is actors[passage.speaker])
    )


def _bundles(members: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """By id of a member: the bundles that name it."""
    bundles: dict[str, list[str]] = defaultdict(list)
    for bundle, ids in members.items():
        for member in ids:
            bundles[member].append(bundle)
    return _frozen(bundles)


def _joint(by_actor: Mapping[str, list[Claim]], bundles: Sequence[str]) -> Claims:
    """The claims of ``bundles``, oldest first."""
    return tuple(sorted((claim for id_ in bundles for claim in by_actor.get(id_, ())), key=_age))


def _with_members(ids: Sequence[str], members: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """``ids`` and whom they bundle, each once."""
    return dict.fromkeys((*ids, *(member for id_ in ids for member in members[id_])))


def _pairs(site: Site) -> dict[RelationKind, tuple[Relation, ...]]:
    """The relations of each kind that has a heading, oldest first."""
    pairs: dict[RelationKind, list[Relation]] = {id_: [] for id_, kind in RELATIONS.items() if kind.heading}
    for relation in site.relations:
        if relation.kind in pairs:
            pairs[relation.kind].append(relation)

    def age(relation: Relation) -> tuple[str, str, str]:
        first, second = in_time(site, relation)
        return first.date.order, first.id, second.id

    return {id_: tuple(sorted(some, key=age)) for id_, some in pairs.items()}


def in_time(site: Site, relation: Relation) -> tuple[Claim, Claim]:
    """The two claims of ``relation``, the earlier one first; of one date, the one that was answered."""
    first, second = sorted(
        (site.claims[relation.target], site.claims[relation.source]), key=lambda claim: claim.date.order
    )
    return first, second


def _age(claim: Claim) -> tuple[str, str]:
    """Order in time: by earliest day, the more precise date first; on the same date the editors' order stays."""
    return claim.date.order, claim.date.latest


K = TypeVar("K")
T = TypeVar("T")


def _kept(made: Mapping[str, T], known: Mapping[str, T]) -> dict[str, T]:
    """``made`` with the very values of ``known`` where they are equal."""
    return {id_: known[id_] if known.get(id_) == value else value for id_, value in made.items()}


def _frozen(lists: Mapping[K, list[T]]) -> dict[K, tuple[T, ...]]:
    return {key: tuple(items) for key, items in lists.items()}
