"""The list of publishers, and a page for each: what it published and how those claims are rated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import urls
from site_builder.dates import Date
from site_builder.page import LinkView, Page
from site_builder.pages.articles import ArticleLine, article_line, publisher_link
from site_builder.pages.groups import Filing
from site_builder.pages.kind import ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts
from site_builder.pages.tally import TallyView, tally
from site_builder.pages.views import ClaimView

PER_LIST = 100
"""Publishers of a part: 30 to 50 KB of HTML."""
PER_PAGE = 10
"""Entries of a part: at most 70 KB of HTML. An entry is an article, or :data:`PER_ENTRY` of its claims."""
PER_ENTRY = 6
"""Claims of an entry; an article with more has several. A claim moves others to another part only where it is one more
than the entries of its article hold."""

Entry = tuple[str, int]
"""The id of an article, and how many of its claims stand in entries before this one."""


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
    """An article and the claims that are taken from it; where these are many, those that stand in this part."""

    article: ArticleLine
    """The article."""
    claims: tuple[ClaimView, ...]
    """In the order of the article."""
    continued: bool
    """Whether the first of its claims stand in the part before."""


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


def publishers_page(lookup: Lookup, part: Part[str]) -> Page:
    """``part`` of the list of publishers."""
    words = lookup.words
    description = words.say("Who published the articles on file: what each carried, and how those claims are rated.")
    view = PublishersPage(tuple(_line(lookup, id_) for id_ in part.entries), part.view)
    title = part.title(words, words.say("Publishers"))
    return Page(part.permalink, "publishers.html", title, description, view, urls.ARTICLES)


def publisher_page(lookup: Lookup, id_: str, part: Part[Entry]) -> Page:
    """``part`` of the articles that the publisher ``id_`` carried."""
    name = _link(lookup, id_).text
    actor = lookup.called.get(name)
    link = LinkView(lookup.actors[actor].url, name) if actor else None
    starts: dict[str, int] = {}
    for article, start in part.entries:
        starts.setdefault(article, start)
    last = dict(part.entries)
    carried = tuple(_carried(lookup, article, start, last[article] + PER_ENTRY) for article, start in starts.items())
    rated = tally(lookup.verdicts, taken(lookup, id_)) if part.is_first else ()
    view = PublisherPage(name, _line(lookup, id_) if part.is_first else None, link, rated, carried, part.view)
    title = description = part.title(lookup.words, name)
    if part.is_first:
        description = lookup.words.say_n(
            "{name}: {n} article on file, the claims that are taken from it, and their verdicts.",
            "{name}: {n} articles on file, the claims that are taken from them, and their verdicts.",
            len(lookup.published[id_]),
            name=name,
        )
    return Page(part.permalink, "publisher.html", title, description, view, urls.ARTICLES)


def taken(lookup: Lookup, id_: str) -> Iterable[Filing]:
    """The claims that are taken from the articles of the publisher ``id_``, each once."""
    return {claim.id: claim for article in lookup.published[id_] for claim in _made_in(lookup, article)}.values()


def _made_in(lookup: Lookup, article: str) -> list[Filing]:
    """The claims that are taken from ``article``, each once, in its order."""
    cited = lookup.cited.get(article, ())
    return list({claim.id: claim for claim, passage in cited if passage.role == "claim"}.values())


def _carried(lookup: Lookup, article: str, start: int, end: int) -> CarriedView:
    views = tuple(lookup.views[claim.id] for claim in _made_in(lookup, article)[start:end])
    return CarriedView(article_line(lookup, lookup.site.articles[article]), views, start > 0)


def _entries(lookup: Lookup, id_: str) -> list[Entry]:
    return [
        (article, start)
        for article in lookup.published[id_]
        for start in range(0, max(len(_made_in(lookup, article)), 1), PER_ENTRY)
    ]


def _link(lookup: Lookup, id_: str) -> LinkView:
    return publisher_link(lookup, lookup.site.articles[lookup.published[id_][0]])


def _line(lookup: Lookup, id_: str) -> PublisherLine:
    articles = [lookup.site.articles[article] for article in lookup.published[id_]]
    return PublisherLine(
        _link(lookup, id_),
        tuple(dict.fromkeys(article.source for article in articles)),
        len(articles),
        (articles[0].published.in_year, articles[-1].published.in_year),
        len(list(taken(lookup, id_))),
    )


def _parts(lookup: Lookup) -> Iterable[Part[str]]:
    links = {id_: _link(lookup, id_) for id_ in lookup.published}
    return parts(urls.PUBLISHERS, sorted(links, key=lambda id_: (links[id_].text.casefold(), links[id_].url)), PER_LIST)


LIST = ListKind(
    "list of publishers",
    lambda lookup: once(lookup) if lookup.published else (),
    lambda lookup, _: _parts(lookup),
    lambda lookup, _, part: publishers_page(lookup, part),
)
"""A site without articles has no such page."""
KIND = ListKind(
    "publisher",
    lambda lookup: lookup.published,
    lambda lookup, id_: parts(urls.publisher(id_), _entries(lookup, id_), PER_PAGE),
    publisher_page,
)
