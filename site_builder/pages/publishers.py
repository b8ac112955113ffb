"""The list of publishers, and a page for each: what it published and how those claims are rated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder import urls
from site_builder.dates import Date
from site_builder.model import Claim
from site_builder.page import LinkView, Page
from site_builder.pages.articles import ArticleLine, article_line, publisher_link
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import PartView, parts
from site_builder.pages.tally import TallyView, tally
from site_builder.pages.views import ClaimView

PER_LIST = 100
"""Publishers of a part: 30 to 50 KB of HTML."""
PER_PAGE = 10
"""Articles of a part: at most 70 KB of HTML. Counted in articles, so that a claim moves none to another part."""
MOST_CLAIMS = 6
"""Claims that an article has here; its own page has all."""


@dataclass(frozen=True, slots=True)
class PublisherLine:
    """A publisher in the list."""

    publisher: LinkView
    """Its page."""
    kinds: tuple[str, ...]
    """The kinds of source that the editors assign to its articles; mostly one."""
    articles: int
    """The number of its articles."""
    years: tuple[Date, Date]
    """Years of the oldest and of the newest."""
    claims: int
    """Claims that are taken from them."""


@dataclass(frozen=True, slots=True)
class PublishersPage:
    """Part of the list of publishers."""

    publishers: tuple[PublisherLine, ...]
    """By name."""
    part: PartView
    """The part of the list."""


@dataclass(frozen=True, slots=True)
class CarriedView:
    """An article and the claims that are taken from it, or some of them."""

    article: ArticleLine
    """The article."""
    claims: tuple[ClaimView, ...]
    """The first in the order of the article, at most :data:`MOST_CLAIMS`."""
    more: bool
    """Whether the article has more."""


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """Part of the articles that a publisher carried."""

    name: str
    """As the articles print it."""
    facts: PublisherLine | None
    """The facts on file about it; None except at the page's own address, so that a new claim changes no other part."""
    actor: LinkView | None
    """Its page as an actor, where it makes claims or others make claims about it."""
    rated: tuple[TallyView, ...]
    """The verdicts of all claims that are taken from its articles; at the page's own address."""
    carried: tuple[CarriedView, ...]
    """Oldest article first."""
    part: PartView
    """The part of the list."""


def publishers_pages(lookup: Lookup) -> Iterator[Page]:
    """The list of publishers."""
    words = lookup.words
    description = words.say("Who published the articles on file: what each carried, and how those claims are rated.")
    lines = sorted((_line(lookup, id_) for id_ in lookup.published), key=_by_name)
    for part in parts(urls.PUBLISHERS, lines, PER_LIST):
        title = part.title(words, words.say("Publishers"))
        view = PublishersPage(part.entries, part.view)
        yield Page(part.permalink, "publishers.html", title, description, view, urls.ARTICLES)


def publisher_pages(lookup: Lookup, id_: str) -> Iterator[Page]:
    """The pages of the publisher ``id_``."""
    line = _line(lookup, id_)
    name = line.publisher.text
    actor = lookup.called.get(name)
    link = LinkView(lookup.actors[actor].url, name) if actor else None
    description = lookup.words.say_n(
        "{name}: {n} article on file, the claims that are taken from it, and their verdicts.",
        "{name}: {n} articles on file, the claims that are taken from them, and their verdicts.",
        line.articles,
        name=name,
    )
    claims = taken(lookup, id_)
    for part in parts(urls.publisher(id_), lookup.published[id_], PER_PAGE):
        carried = tuple(_carried(lookup, article) for article in part.entries)
        rated = tally(lookup.verdicts, claims) if part.is_first else ()
        view = PublisherPage(name, line if part.is_first else None, link, rated, carried, part.view)
        title = part.title(lookup.words, name)
        told = description if part.is_first else title
        yield Page(part.permalink, "publisher.html", title, told, view, urls.ARTICLES)


def taken(lookup: Lookup, id_: str) -> Iterable[Claim]:
    """The claims that are taken from the articles of the publisher ``id_``, each once."""
    return {claim.id: claim for article in lookup.published[id_] for claim in _made_in(lookup, article)}.values()


def _made_in(lookup: Lookup, article: str) -> list[Claim]:
    """The claims that are taken from ``article``, each once, in its order."""
    cited = lookup.cited.get(article, ())
    return list({claim.id: claim for claim, passage in cited if passage.role == "claim"}.values())


def _carried(lookup: Lookup, article: str) -> CarriedView:
    made = _made_in(lookup, article)
    views = tuple(lookup.views[claim.id] for claim in made[:MOST_CLAIMS])
    return CarriedView(article_line(lookup, lookup.site.articles[article]), views, len(made) > MOST_CLAIMS)


def _line(lookup: Lookup, id_: str) -> PublisherLine:
    articles = [lookup.site.articles[article] for article in lookup.published[id_]]
    return PublisherLine(
        publisher_link(lookup, articles[0]),
        tuple(dict.fromkeys(article.source for article in articles)),
        len(articles),
        (articles[0].published.in_year, articles[-1].published.in_year),
        len(list(taken(lookup, id_))),
    )


def _by_name(line: PublisherLine) -> tuple[str, str]:
    return line.publisher.text.casefold(), line.publisher.url


LIST = Kind(
    "list of publishers",
    lambda lookup: once(lookup) if lookup.published else (),
    lambda lookup, _: publishers_pages(lookup),
)
"""A site without articles has no such page."""
KIND = Kind("publisher", lambda lookup: lookup.published, publisher_pages)
