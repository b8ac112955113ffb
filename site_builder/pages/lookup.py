"""The site's cross references, made once: who said what, which claims rest on which article, what contradicts what.

Every list that a page shows comes from here, so that no page has to search all claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from site_builder.i18n import Words
from site_builder.model import Relation, Site
from site_builder.pages import groups
from site_builder.pages.groups import Cited, Filing, Filings, K, Repeated, T, filing
from site_builder.pages.paging import Part
from site_builder.pages.profile import Profile
from site_builder.pages.quotes import QuoteView, claiming_quote
from site_builder.pages.references import listed, quoted, related
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
from site_builder.trace import Asker, Spread, alone


@dataclass(frozen=True, slots=True)
class Searched:
    """The search as its page needs it."""

    total: int = 0
    """The number of pages that are searched."""
    facets: tuple[tuple[tuple[str, str], int], ...] = ()
    """Each value of a facet (the facet's name, the value) with the number of pages that have it."""
    engine: str | None = None
    """The version of the engine; None on a site without a search."""


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
    filings: Mapping[str, Filing]
    """Each claim without its words, by id; withdrawn ones too."""
    all: Mapping[str, Filings]
    """All claims."""
    places: Mapping[str, int]
    """The place of each among all, from 0, by id."""
    by_actor: Mapping[str, Filings]
    """By id of the actor who made them."""
    joint: Mapping[str, Filings]
    """By id of an actor: claims of the bundles to which the actor belongs."""
    bundles: Mapping[str, tuple[str, ...]]
    """By id of an actor: ids of those bundles."""
    about: Mapping[str, Filings]
    """By id of an actor whom they are about, alone or in a bundle."""
    by_topic: Mapping[str, Filings]
    """By topic id."""
    by_verdict: Mapping[str, Filings]
    """By verdict id."""
    cited: Mapping[str, Cited]
    """By article id, in the order of the article."""
    spoken: Mapping[str, Cited]
    """By actor id: passages in which the actor speaks on another actor's claim."""
    relations: Mapping[str, tuple[Relation, ...]]
    """By claim id, from either end."""
    pairs: Mapping[RelationKind, tuple[Relation, ...]]
    """By kind, for the kinds that readers see side by side; by the date of the earlier claim."""
    same: Mapping[tuple[str, str], Filings]
    """By actor id and topic id: the actor's claims on the topic."""
    accused: Mapping[str, Filings]
    """By actor id: claims that accuse the actor."""
    withdrawn: Mapping[str, Filings]
    """Withdrawn claims by permalink of the pages in whose feeds they were."""
    repeated: Mapping[str, Repeated]
    """By claim id: all claims that say the same, itself included; only where there are several."""
    compared: Mapping[tuple[str, str], tuple[Filings, Filings]]
    """By two ids of actors who speak of each other, in alphabetical order: the claims of each about the other."""
    published: Mapping[str, tuple[str, ...]]
    """By publisher id: ids of its articles, oldest first."""
    called: Mapping[str, str]
    """By the name of an actor: its id."""
    moved: Mapping[str, tuple[str, str]]
    """By the permalink of a former address: that of the present one, and that of the file that tells of its card."""
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
    parts: Mapping[tuple[str, str], tuple[Any, Part[Any]]] = field(default_factory=dict)
    """By the name of a kind of page and the permalink of a part of a list: the list's subject, and the part."""
    searched: Mapping[str, Searched] = field(default_factory=lambda: {"": Searched()})
    """Facts about the search."""
    content: Mapping[str, str] = field(default_factory=lambda: {"": ""})
    """SHA-256 of the content that the site is made from, in hexadecimal; empty on a site without exports."""

    @property
    def claims(self) -> Filings:
        """All of them."""
        return self.all[""]

    def has_feed(self, permalink: str, claims: Filings) -> bool:
        """True when the page at ``permalink`` with ``claims`` has feeds: an empty feed would be of no use."""
        return bool(claims or self.withdrawn.get(permalink))

    def step(
        self,
        name: str,
        subjects: Iterable[K],
        make: Callable[[Lookup, K], T],
        keep: Callable[[T], bool] = lambda _: True,
        spread: Spread = alone,
    ) -> Mapping[K, T]:
        """The result of ``make`` for each of ``subjects``; an earlier one stays where it read the same here."""

        def made(subject: K) -> T:
            _ = self.common[""]
            return make(self, subject)

        return self.asker.step(name, subjects, made, keep, spread)

    def years(self, ids: Iterable[str]) -> tuple[YearView, ...]:
        """The claims with ``ids`` under the years in which they were made, in their order."""
        return by_year(self.views[id_] for id_ in ids)

    def relation(self, relation: Relation, seen_from: str) -> RelationView:
        """A relation as one of its two claims sees it, the one with the id ``seen_from``."""
        backwards = relation.source != seen_from
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
    asker = asker or Asker()
    known = _asked(site, asker)
    filed = asker.step("claim as filed", site.claims, lambda id_: filing(known.claims[id_]))
    filings = asker.facts("claim as filed", filed)
    members = asker.facts("members of", {id_: actor.members for id_, actor in site.actors.items()})
    passages = asker.facts("passages of claim", {id_: claim.passages for id_, claim in site.claims.items()})
    relations = asker.facts("relations", {"": site.relations})
    lists = asker.derived("lists of claims", lambda: listed(filings, members))
    claims = lists["all claims"]
    quotes = asker.derived("quoted by claims", lambda: quoted(claims[""], passages))
    pairs = asker.derived("related claims", lambda: related(filings, claims[""], relations[""]))
    lookup = Lookup(
        known,
        words,
        asker,
        asker.facts("site", {"": (words, *_common(site))}),
        filings,
        claims,
        lists["place"],
        lists["claims by"],
        lists["claims with others by"],
        lists["bundles of"],
        lists["claims about"],
        lists["claims on"],
        lists["claims rated"],
        quotes["passages of"],
        quotes["words of"],
        pairs["relations of"],
        pairs["pairs"],
        lists["claims by and on"],
        lists["claims that accuse"],
        lists["withdrawn claims of"],
        pairs["claims that repeat"],
        lists["claims about each other"],
        asker.facts("articles published by", groups.published(site)),
        asker.facts("actor called", {actor.name: id_ for id_, actor in site.actors.items()}),
        asker.facts("former address", groups.moved(site)),
        asker.facts("view of verdict", verdict_views(site.verdicts.values())),
        asker.facts("view of actor", {id_: actor_view(actor) for id_, actor in site.actors.items()}),
        content=asker.facts("digest of all content", {"": content}),
    )
    ids = [claim.id for claim in claims[""]]
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
