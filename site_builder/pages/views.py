"""Views that several kinds of page share: a claim in a list, a quotation, a verdict, a tally."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from site_builder import urls
from site_builder.dates import Date
from site_builder.i18n import Words, say
from site_builder.model import Actor, Article, Claim, Passage, Site, Verdict
from site_builder.page import LinkView
from site_builder.passages.fragment import text_directive
from site_builder.passages.page_starts import page_at
from site_builder.passages.whole import head_at, part_at

SHAPES = 3
"""Outlines of signs: circle, square, diamond."""

_ENDS = (*".!?…。！？؟", ".”", ".»", '."')
_ACTOR = say("{name} claims:")
_GROUP = say("Claim by {name}:")

_QUOTATION_MARKS = tuple("\"'“”„«»‘’‚‹›")


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A verdict as sign, word and tone."""

    url: str
    """Its page."""
    label: str
    """The word."""
    tone: str
    """Chooses sign and colour."""
    shape: int
    """Which of the outlines its sign has: verdicts of the same tone are told apart by it."""
    definition: str
    """What it means."""

    @property
    def sign(self) -> str:
        """The name of its sign."""
        return f"{self.tone}-{self.shape}"


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor by name."""

    url: str
    """Its page."""
    name: str
    """As the sources print it."""
    role: str | None
    """As the sources describe it."""
    kind: str
    """person, organisation, state or group."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A source article in one line."""

    url: str
    """Its page."""
    title: str
    """The headline."""
    publisher: str
    """Who published it."""
    agency: str | None
    """The agency whose text it is."""
    contributors: tuple[str, ...]
    """Who contributed without being the author."""
    published: Date
    """As far as known."""
    source: str
    """The kind of source."""
    original: str | None
    """The publisher's page."""
    language: str
    """BCP 47."""
    foreign: bool
    """True when that is not the site's language."""


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
    """Who speaks; none when the article itself does."""
    article: ArticleView
    """Where it stands."""
    paragraph: int
    """Number of the article's paragraph in which it begins, from 1; 0 where it does not stand in the text."""
    head: str
    """Where it stands instead: ``title``, ``subtitle`` or ``captions``; empty where it stands in the text."""
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


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in a list."""

    url: str
    """Its page."""
    lead: str
    """Who claims it, as the beginning of a sentence that the statement ends: a statement never stands bare."""
    statement: str
    """The claim in the editors' words."""
    actor: ActorView
    """Who made it."""
    date: Date
    """When it was made, or its position reported."""
    position: bool
    """True when nobody is reported as saying it: an article ascribes it to the actor."""
    verdict: VerdictView
    """The rating."""
    summary: str
    """The rating's reason."""
    corrected: Date | None
    """Day of the last correction."""

    @property
    def title(self) -> str:
        """The claim in one line: who claims what."""
        return f"{self.lead} {self.statement}"


@dataclass(frozen=True, slots=True)
class YearView:
    """The claims of one year."""

    year: Date
    """The year in which they were made, as far as that is certain."""
    claims: tuple[ClaimView, ...]
    """In the order of the list."""


@dataclass(frozen=True, slots=True)
class RelationView:
    """Another claim, seen from this one."""

    kind: str
    """A key of :data:`site_builder.relations.RELATIONS`."""
    side: str
    """against, account or alongside: where the page shows it."""
    phrase: str
    """How the one stands to the other, to be read before the other's speaker."""
    title: str
    """The pair in one sentence with ``{earlier}`` for this claim and ``{later}`` for the other."""
    note: str | None
    """Why, in one sentence."""
    claim: ClaimView
    """The other claim."""
    quote: QuoteView
    """The words in which it was made."""


def verdict_views(scale: Iterable[Verdict]) -> dict[str, VerdictView]:
    """The rating scale as pages show it, by id. Verdicts that share a tone get signs of different outlines."""
    views: dict[str, VerdictView] = {}
    shapes: Counter[str] = Counter()
    for verdict in scale:
        shape = shapes[verdict.tone]
        url = urls.file(urls.verdict(verdict.id))
        views[verdict.id] = VerdictView(url, verdict.label, verdict.tone, shape % SHAPES, verdict.definition)
        shapes[verdict.tone] += 1
    return views


def actor_view(actor: Actor) -> ActorView:
    """An actor as pages name it."""
    return ActorView(urls.file(urls.actor(actor.id)), actor.name, actor.role, actor.kind)


def article_view(article: Article, language: str) -> ArticleView:
    """An article as pages name it, on a site in ``language``."""
    return ArticleView(
        urls.file(urls.article(article.id)),
        article.title,
        article.publisher,
        article.agency,
        article.contributors,
        article.published,
        article.source,
        article.url,
        article.language,
        article.language != language,
    )


def claim_view(site: Site, claim: Claim, actor: ActorView, verdict: VerdictView, words: Words) -> ClaimView:
    """A claim as lists show it."""
    return ClaimView(
        urls.file(urls.claim(claim.id)),
        lead(site, words, claim, actor),
        claim.statement,
        actor,
        claim.date,
        claim.attribution == "position",
        verdict,
        claim.summary,
        claim.corrections[-1].date if claim.corrections else None,
    )


def lead(site: Site, words: Words, claim: Claim, actor: ActorView) -> str:
    """Who makes ``claim``, as the beginning of a sentence that its statement ends."""
    if claim.attribution == "position":
        return words.say("Position of {name}:", name=actor.name)
    first = next(passage for passage in claim.passages if passage.role == "claim")
    article = site.articles[first.article]
    if first.speech == "reported" and actor.name in (article.publisher, article.agency):
        # An outlet's own sentence, in its own article: it wrote that, whoever said it first.
        return words.say("{name} writes:", name=actor.name)
    # The name of a group may be singular or plural: it is no subject of a verb here.
    phrase = _GROUP if actor.kind == "group" else _ACTOR
    return words.say(phrase, name=actor.name)


def in_words(verdict: Verdict | VerdictView) -> str:
    """A verdict with what it means, as a sentence."""
    return as_sentence(f"{verdict.label} – {verdict.definition}")


def as_sentence(phrase: str) -> str:
    """``phrase`` with a full stop, where it does not end as a sentence does; nothing stays nothing."""
    return phrase if not phrase or phrase.endswith(_ENDS) else f"{phrase}."


def told(claim: ClaimView, scope: str | None) -> str:
    """The rating of ``claim`` where its page is not: the verdict and what it means, the reason, what it rests on."""
    return rating_in_words(claim.verdict, claim.summary, scope)


def rating_in_words(verdict: Verdict | VerdictView, summary: str, scope: str | None) -> str:
    """A verdict and what it means, the reason, and what it rests on."""
    return " ".join(filter(None, (in_words(verdict), as_sentence(summary), as_sentence(scope or ""))))


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


def by_year(claims: Iterable[ClaimView]) -> tuple[YearView, ...]:
    """``claims`` under the years in which they were made, in their order."""
    return tuple(YearView(year, tuple(some)) for year, some in groupby(claims, key=lambda claim: claim.date.in_year))


def links(pairs: Iterable[tuple[str, str]]) -> tuple[LinkView, ...]:
    """Links from pairs (permalink, text)."""
    return tuple(LinkView(urls.file(permalink), text) for permalink, text in pairs)


def _paragraphs(exact: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Elided stretches by paragraph: a quotation that runs over paragraphs keeps them."""
    paragraphs: list[list[str]] = [[]]
    for stretch in exact:
        first, *rest = stretch.split("\n\n")
        paragraphs[-1].append(first)
        paragraphs += [[paragraph] for paragraph in rest]
    return tuple(tuple(paragraph) for paragraph in paragraphs)
