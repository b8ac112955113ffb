"""The front page: what is on file, in numbers with their denominators, and links into it."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.page import Page
from site_builder.pages.actors import ActorLine
from site_builder.pages.articles import ArticleLine, article_line
from site_builder.pages.contradictions import KindView, PairView, kind_view, pair
from site_builder.pages.filed import TopicLine, topic_line
from site_builder.pages.groups import Years, by_age, years
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.quotes import QuoteView
from site_builder.pages.structured import script, site_data
from site_builder.pages.tally import TallyView, tally
from site_builder.pages.views import ClaimView
from site_builder.relations import RelationKind

LATEST = 6
MOST_SOURCES = 10
"""Sources on the front page."""
MOST_ACTORS = 24
LEADS: tuple[RelationKind, ...] = ("contradicts", "denies")
"""Kinds of pair that the front page may lead with: anything weaker would say more than the records do."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """The contents of the front page."""

    claims: int
    """Claims on file."""
    actors: int
    """Actors who made them."""
    articles: int
    """Source articles that are quoted."""
    years: Years
    """The years in which the claims were made."""
    tally: tuple[TallyView, ...]
    """Verdicts."""
    latest: tuple[tuple[ClaimView, QuoteView], ...]
    """The newest claims with their words."""
    lead: tuple[KindView, PairView] | None
    """One pair, with its kind, as the example of what the site is for: a strict contradiction, or else a denial."""
    pairs: int
    """The number of all pairs that stand side by side."""
    topics: tuple[TopicLine, ...]
    """In the order of the file."""
    speakers: tuple[ActorLine, ...]
    """Actors who made claims, by name; at most :data:`MOST_ACTORS` of them, those with the most claims."""
    sources: tuple[ArticleLine, ...]
    """The newest source articles that are quoted, oldest first; at most :data:`MOST_SOURCES`."""
    content: str
    """SHA-256 of the content that the site is made from, in hexadecimal; empty on a site without exports."""


def home_page(lookup: Lookup) -> Page:
    """The front page."""
    site = lookup.site
    quoted = by_age(site.articles[id_] for id_ in lookup.cited)
    view = HomePage(
        claims=len(lookup.claims),
        actors=len(lookup.by_actor),
        articles=len(lookup.cited),
        years=years(lookup.claims),
        tally=tally(lookup.verdicts, lookup.claims),
        latest=tuple((lookup.views[claim.id], lookup.quotes[claim.id]) for claim in lookup.claims[::-1][:LATEST]),
        lead=_lead(lookup),
        pairs=sum(map(len, lookup.pairs.values())),
        topics=tuple(topic_line(lookup, topic) for topic in site.topics.values() if topic.id in lookup.by_topic),
        speakers=_speakers(lookup),
        sources=tuple(article_line(lookup, article) for article in quoted[-MOST_SOURCES:]),
        content=lookup.content[""],
    )
    return Page(
        urls.HOME, "home.html", site.title, site.tagline or site.title, view, urls.HOME, data=script(site_data(site))
    )


def _speakers(lookup: Lookup) -> tuple[ActorLine, ...]:
    """By name, not by number: a site that counts accusations must not make a league table of them."""
    lines = [
        ActorLine(lookup.actors[id_], len(claims), len(lookup.about.get(id_, ())))
        for id_, claims in lookup.by_actor.items()
    ]
    most = sorted(lines, key=lambda line: (-line.made, line.actor.url))[:MOST_ACTORS]
    return tuple(sorted(most, key=lambda line: (line.actor.name.casefold(), line.actor.url)))


def _lead(lookup: Lookup) -> tuple[KindView, PairView] | None:
    """The pair to lead with: one that cannot both be true, of one speaker if there is one; or a denial."""
    claims = lookup.site.claims
    for kind in LEADS:
        pairs = lookup.pairs[kind]
        if pairs:
            own = (relation for relation in pairs if claims[relation.source].actor == claims[relation.target].actor)
            return kind_view(lookup, kind), pair(lookup, next(own, pairs[0]))
    return None


KIND = Kind("home", once, lambda lookup, _: (home_page(lookup),))
