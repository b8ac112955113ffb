"""The site's cross references, made once: who said what, which claims rest on which article, what contradicts what.

Every list that a page shows comes from here, so that no page has to search all claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace

from site_builder.i18n import Words
from site_builder.model import Claim, Passage, Relation, Site
from site_builder.pages import groups
from site_builder.pages.groups import Claims, K, T
from site_builder.pages.profile import Profile
from site_builder.pages.quotes import QuoteView, claiming_quote
from site_builder.pages.related import RelationView
from site_builder.pages.views import (
    ActorView,
    ClaimView,
    VerdictView,
    YearView,
    actor_view,
    by_year,
    claim_view,
    verdict_views,
)
from site_builder.passages.spoken import Spoken
from site_builder.relations import RELATIONS, RelationKind
from site_builder.search import SearchEntry
from site_builder.trace import Asker, Spread, alone


@dataclass(frozen=True, slots=True)
class Lookup:
    """Published, not withdrawn claims in the ways that pages list them; each list oldest claim first."""

    site: Site
    """The site itself."""
    words: Words
    """The interface in the site's language."""
    asker: Asker = field(compare=False)
    """The asker that records everything read here."""
    common: Mapping[str, object]
    """Everything of the site that is no record; every step depends on it."""
    all: Mapping[str, Claims]
    """All claims."""
    places: Mapping[str, int]
    """The place of each among all, from 0, by id."""
    by_actor: Mapping[str, Claims]
    """By id of the actor who made them."""
    joint: Mapping[str, Claims]
    """By id of an actor: claims of the bundles to which the actor belongs."""
    bundles: Mapping[str, tuple[str, ...]]
    """By id of an actor: ids of those bundles."""
    about: Mapping[str, Claims]
    """By id of an actor whom they are about, alone or in a bundle."""
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
    """By kind, for the kinds that readers see side by side; by the date of the earlier claim."""
    same: Mapping[tuple[str, str], Claims]
    """By actor id and topic id: the actor's claims on the topic."""
    accused: Mapping[str, tuple[Claim, ...]]
    """By actor id: claims that accuse the actor."""
    withdrawn: Mapping[str, Claims]
    """Withdrawn claims by permalink of the pages in whose feeds they were."""
    repeated: Mapping[str, groups.Repeated]
    """By claim id: all claims that say the same, itself included; only where there are several."""
    compared: Mapping[tuple[str, str], tuple[Claims, Claims]]
    """By two ids of actors who speak of each other, in alphabetical order: the claims of each about the other."""
    published: Mapping[str, tuple[str, ...]]
    """By publisher id: ids of its articles, oldest first."""
    called: Mapping[str, str]
    """By the name of an actor: its id."""
    verdicts: Mapping[str, VerdictView]
    """The rating scale, in order, by id."""
    actors: Mapping[str, ActorView]
    """Each actor as pages name it, by id."""
    views: Mapping[str, ClaimView] = field(default_factory=dict)
    """Each claim as lists show it, by id: one value for all of them."""
    quotes: Mapping[str, QuoteView] = field(default_factory=dict)
    """The first passage in which each claim was made, by claim id."""
    nearest: Mapping[str, tuple[tuple[str, ...], bool]] = field(default_factory=dict)
    """Ids of the speaker's claims nearest to each in time and topic, in time, and whether there are more."""
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    """By id of an actor who is compared with another: the actor's claims, counted."""
    speech: Mapping[str, Spoken] = field(default_factory=dict)
    """By article id: the number of words of quoted speech, and of those that no passage cites."""
    searched: Mapping[str, tuple[tuple[SearchEntry, ...], str | None]] = field(default_factory=lambda: {"": ((), None)})
    """The search entries, and the version of the engine that searches; no version on a site without a search."""
    content: Mapping[str, str] = field(default_factory=lambda: {"": ""})
    """SHA-256 of the content that the site is made from, in hexadecimal; empty on a site without exports."""

    @property
    def claims(self) -> Claims:
        """All of them."""
        return self.all[""]

    def has_feed(self, permalink: str, claims: Claims) -> bool:
        """True when the page at ``permalink`` with ``claims`` has feeds: an empty feed would be of no use."""
        return bool(claims or self.withdrawn.get(permalink))

    def step(
        self,
        name: str,
        subjects: Iterable[K],
        make: Callable[[Lookup, K], T],
        keep: Callable[[T], bool] = lambda _: True,
        spread: Spread = alone,
    ) -> dict[K, T]:
        """The result of ``make`` for each of ``subjects``; an earlier one stays where it read the same here."""

        def made(subject: K) -> T:
            _ = self.common[""]
            return make(self, subject)

        return self.asker.step(name, subjects, made, keep, spread)

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


def index(site: Site, asker: Asker | None = None, content: str = "") -> Lookup:
    """Index ``site``; time grows with the number of claims, passages and relations.

    Results that ``asker`` knows from an earlier run stay, and it records who reads which of them. ``content`` is
    the digest of all that the site is made from, in hexadecimal; the home page alone shows it.
    """
    words = Words(site.language)
    claims = tuple(sorted((c for c in site.claims.values() if not c.withdrawn), key=groups.age))
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
    bundles = groups.bundles_of(members)
    for claim in claims:
        by_actor[claim.actor].append(claim)
        by_verdict[claim.verdict].append(claim)
        for actor in groups.with_members(claim.about, members):
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
    asker = asker or Asker()
    lookup = Lookup(
        _asked(site, asker),
        words,
        asker,
        asker.facts("site", {"": (words, *_common(site))}),
        asker.facts("all claims", {"": claims}),
        asker.facts("place", {claim.id: place for place, claim in enumerate(claims)}),
        asker.facts("claims by", groups.frozen(by_actor)),
        asker.facts("claims with others by", {id_: groups.joint(by_actor, ids) for id_, ids in bundles.items()}),
        asker.facts("bundles of", bundles),
        asker.facts("claims about", groups.frozen(about)),
        asker.facts("claims on", groups.frozen(by_topic)),
        asker.facts("claims rated", groups.frozen(by_verdict)),
        asker.facts("passages of", groups.frozen(cited)),
        asker.facts("words of", groups.frozen(spoken)),
        asker.facts("relations of", groups.frozen(relations)),
        asker.facts("pairs", groups.pairs(site)),
        asker.facts("claims by and on", groups.frozen(same)),
        asker.facts("claims that accuse", groups.frozen(accused)),
        asker.facts("withdrawn claims of", groups.withdrawn(site)),
        asker.facts("claims that repeat", groups.repeated(site, claims)),
        asker.facts("claims about each other", groups.compared(claims)),
        asker.facts("articles published by", groups.published(site)),
        asker.facts("actor called", {actor.name: id_ for id_, actor in site.actors.items()}),
        asker.facts("view of verdict", verdict_views(site.verdicts.values())),
        asker.facts("view of actor", {id_: actor_view(actor) for id_, actor in site.actors.items()}),
        content=asker.facts("digest of all content", {"": content}),
    )
    ids = [claim.id for claim in claims]
    lookup = replace(lookup, views=asker.facts("view of claim", lookup.step("view of claim", ids, _view)))
    return replace(lookup, quotes=asker.facts("words of claim", lookup.step("words of claim", ids, _quote)))


def _view(lookup: Lookup, id_: str) -> ClaimView:
    claim = lookup.site.claims[id_]
    return claim_view(lookup.site, claim, lookup.actors[claim.actor], lookup.verdicts[claim.verdict], lookup.words)


def _quote(lookup: Lookup, id_: str) -> QuoteView:
    return claiming_quote(lookup.site, lookup.site.claims[id_])


def _asked(site: Site, asker: Asker) -> Site:
    """``site`` with a note of who reads which record."""
    return replace(
        site,
        verdicts=asker.facts("verdict", site.verdicts),
        topics=asker.facts("topic", site.topics),
        actors=asker.facts("actor", site.actors),
        articles=asker.facts("article", site.articles),
        claims=asker.facts("claim", site.claims),
        people=asker.facts("person", site.people),
        pages=asker.facts("page of prose", site.pages),
        publishers=asker.facts("publisher called", site.publishers),
    )


def _common(site: Site) -> Iterator[object]:
    """The values of ``site`` that are neither records nor made of records."""
    known = ("verdicts", "topics", "actors", "articles", "claims", "people", "pages", "publishers", "relations")
    return (getattr(site, item.name) for item in fields(site) if item.name not in known)
