"""Quotations as pages show them: the article's own characters, with everything that a reader needs to find them."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Claim, Passage, Site
from site_builder.pages.views import ActorView, ArticleView, actor_view, article_view
from site_builder.passages.fragment import text_directive
from site_builder.passages.page_starts import page_at
from site_builder.passages.whole import head_at, part_at

_QUOTATION_MARKS = tuple("\"'“”„«»‘’‚‹›")


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation with all that a reader needs to judge and to find it."""

    url: str
    """The passage in its place on the article's page."""
    anchor: str
    """Its HTML id, there and on the page of a claim that rests on it."""
    paragraphs: tuple[tuple[str, ...], ...]
    """The article's own characters: paragraphs, each a tuple of stretches between elisions."""
    marked: bool
    """True when the theme draws quotation marks around it: direct speech that does not bring its own."""
    length: int
    """Characters in all, so that a long one can be set smaller."""
    speech: str
    """direct or reported."""
    speaker: ActorView | None
    """The speaker; none when the article itself speaks."""
    article: ArticleView
    """The article in which it stands."""
    paragraph: int
    """Number of the article's paragraph in which it begins, from 1; 0 where it does not stand in the text."""
    head: str
    """The place outside the text: ``title``, ``subtitle`` or ``captions``; empty where it is in the text."""
    place: tuple[int, int]
    """Start and end (exclusive) of the passage in the article's text, in characters."""
    evened: tuple[str, ...]
    """Differences between the filed quotation and the article's characters that the proof overlooked."""
    translation: str | None
    """In the site's language."""
    note: str | None
    """One line shown beside it."""
    source: int = 0
    """Number of the article in the page's list of sources; 0 where there is none."""
    original: str | None = None
    """The passage at the publisher, as far as a browser can be led there; None where that is not asked for or known."""
    archived: tuple[str, str] | None = None
    """A copy in a web archive, and its day where that is known."""


def quote_view(site: Site, passage: Passage) -> QuoteView:
    """A quotation as pages show it."""
    article = site.articles[passage.article]
    head = head_at(article.document, passage.parts[0][0])
    return QuoteView(
        url=f"{urls.file(urls.article(article.id))}#{passage.anchor}",
        anchor=passage.anchor,
        paragraphs=_paragraphs(passage.exact),
        marked=passage.speech == "direct" and not passage.exact[0].startswith(_QUOTATION_MARKS),
        length=sum(map(len, passage.exact)),
        speech=passage.speech,
        speaker=actor_view(site.actors[passage.speaker]) if passage.speaker else None,
        article=article_view(article, site.language),
        paragraph=0 if head else article.document.block_at(passage.parts[0][0]) + 1,
        head=head.kind if head else "",
        place=(passage.parts[0][0], passage.parts[-1][1]),
        evened=passage.evened,
        translation=passage.translation,
        note=passage.note,
    )


def original(site: Site, passage: Passage) -> str | None:
    """The URL that leads a browser to ``passage`` on the publisher's page."""
    article = site.articles[passage.article]
    if article.url is None:
        return None
    start = passage.parts[0][0]
    document, shift = part_at(article.document, start)
    if article.pages and urls.is_pdf(article.url):
        return article.url if shift else urls.pdf_page(article.url, page_at(article.pages, start))
    # The headline is the first that a browser comes to.
    above = "" if shift else article.title
    directive = text_directive(document, (start - shift, passage.parts[-1][1] - shift), above)
    return urls.passage(article.url, f"text={directive}") if directive else article.url


def claiming_quote(site: Site, claim: Claim) -> QuoteView:
    """The first passage in which the claim itself was made."""
    return quote_view(site, next(passage for passage in claim.passages if passage.role == "claim"))


def _paragraphs(exact: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Elided stretches by paragraph: a quotation that runs over paragraphs keeps them."""
    paragraphs: list[list[str]] = [[]]
    for stretch in exact:
        first, *rest = stretch.split("\n\n")
        paragraphs[-1].append(first)
        paragraphs += [[paragraph] for paragraph in rest]
    return tuple(tuple(paragraph) for paragraph in paragraphs)
