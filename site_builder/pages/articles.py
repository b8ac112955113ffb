"""The list of source articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Article
from site_builder.page import LinkView, Page
from site_builder.pages.groups import by_age
from site_builder.pages.kind import ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts
from site_builder.pages.views import ArticleView, article_view

PER_PAGE = 60
"""Articles of a part: 30 to 50 KB of HTML."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in the list."""

    article: ArticleView
    """The article."""
    byline: tuple[str, ...]
    """Authors."""
    publisher: LinkView
    """The page of who published it."""
    passages: int
    """Passages cited from it."""
    claims: int
    """Claims that are made in it."""
    beside: int
    """Other claims that cite it: as a denial, as evidence or as context."""


@dataclass(frozen=True, slots=True)
class ArticlesPage:
    """Part of the list of all source articles."""

    articles: tuple[ArticleLine, ...]
    """Oldest first."""
    part: PartView
    """The part of the list."""


def articles_page(lookup: Lookup, part: Part[str]) -> Page:
    """``part`` of the list of all articles, oldest first."""
    words = lookup.words
    description = words.say(
        "The articles from which every quotation on this site is taken and against which it is proved."
    )
    view = ArticlesPage(tuple(article_line(lookup, lookup.site.articles[id_]) for id_ in part.entries), part.view)
    title = part.title(words, words.say("Sources"))
    return Page(part.permalink, "articles.html", title, description, view, urls.ARTICLES)


def article_line(lookup: Lookup, article: Article) -> ArticleLine:
    """``article`` with the numbers of its passages and of the claims that cite it."""
    cited = lookup.cited.get(article.id, ())
    passages = len({passage.anchor for _, passage in cited})
    made = {claim.id for claim, passage in cited if passage.role == "claim"}
    beside = {claim.id for claim, _ in cited} - made
    return ArticleLine(
        article_view(article, lookup.site.language),
        article.byline,
        publisher_link(lookup, article),
        passages,
        len(made),
        len(beside),
    )


def publisher_link(lookup: Lookup, article: Article) -> LinkView:
    """The page of the publisher of ``article``."""
    return LinkView(urls.file(urls.publisher(lookup.site.publishers[article.publisher])), article.publisher)


def in_parts(lookup: Lookup, permalink: str, size: int) -> Iterable[Part[str]]:
    """All articles, oldest first, in parts of ``size``, as a list whose own address is ``permalink``."""
    return parts(permalink, [article.id for article in by_age(lookup.site.articles.values())], size)


KIND = ListKind(
    "list of sources",
    once,
    lambda lookup, _: in_parts(lookup, urls.ARTICLES, PER_PAGE),
    lambda lookup, _, part: articles_page(lookup, part),
)
