"""Views that several kinds of page share: a claim in a list, an actor, an article, a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from site_builder import urls
from site_builder.dates import Date
from site_builder.editorial import Verdict
from site_builder.i18n import Words, say
from site_builder.model import Actor, Article, Claim, Site
from site_builder.page import LinkView

SHAPES = 3
"""Outlines of signs: circle, square, diamond."""

_ENDS = (*".!?…。！？؟", ".”", ".»", '."')
_ACTOR = say("{name} claims:")
_GROUP = say("Claim by {name}:")


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
    """The outline of its sign, one of several: it sets verdicts of the same tone apart."""
    definition: str
    """Its definition."""
    scale: str | None = None
    """Id of the earlier scale that it is a step of; None for the one in use."""
    until: Date | None = None
    """The last day on which that scale was in use."""

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
    """The publisher's name."""
    agency: str | None
    """The agency whose text it is."""
    contributors: tuple[str, ...]
    """Contributors who are not the author."""
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
class ClaimView:
    """A claim in a list."""

    url: str
    """Its page."""
    lead: str
    """The speaker, as the beginning of a sentence that the statement ends: a statement never appears without it."""
    statement: str
    """The claim in the editors' words."""
    actor: ActorView
    """The actor who made it."""
    date: Date
    """The date on which it was made, or on which an article reports the position."""
    position: bool
    """True when nobody is reported as saying it: an article ascribes it to the actor."""
    verdict: VerdictView
    """The rating."""
    summary: str
    """The rating's reason."""
    corrected: Date | None
    """Day of the last correction."""
    draft: bool = False
    """True where the check is not published; the lead says so too."""

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


def verdict_views(scale: Iterable[Verdict]) -> dict[str, VerdictView]:
    """The rating scale as pages show it, by id. Verdicts that share a tone get signs of different outlines."""
    views: dict[str, VerdictView] = {}
    shapes: Counter[str] = Counter()
    for verdict in scale:
        shape = shapes[verdict.tone]
        url = urls.file(urls.verdict(verdict.id))
        look = verdict.label, verdict.tone, shape % SHAPES, verdict.definition
        views[verdict.id] = VerdictView(url, *look, verdict.scale, verdict.until)
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
        claim.draft,
    )


def lead(site: Site, words: Words, claim: Claim, actor: ActorView) -> str:
    """The speaker of ``claim``, as the beginning of a sentence that its statement ends; for a draft it says so."""
    who = _who(site, words, claim, actor)
    return words.say("Draft · {lead}", lead=who) if claim.draft else who


def _who(site: Site, words: Words, claim: Claim, actor: ActorView) -> str:
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
    """A verdict with its definition, as a sentence."""
    return as_sentence(f"{verdict.label} – {verdict.definition}")


def as_sentence(phrase: str) -> str:
    """``phrase`` with a full stop, where it does not end as a sentence does; nothing stays nothing."""
    return phrase if not phrase or phrase.endswith(_ENDS) else f"{phrase}."


def told(claim: ClaimView, scope: str | None) -> str:
    """The rating of ``claim`` away from its page: the verdict with its definition, the reason, the basis."""
    return rating_in_words(claim.verdict, claim.summary, scope)


def rating_in_words(verdict: Verdict | VerdictView, summary: str, scope: str | None) -> str:
    """A verdict with its definition, the reason and the basis."""
    return " ".join(filter(None, (in_words(verdict), as_sentence(summary), as_sentence(scope or ""))))


def by_year(claims: Iterable[ClaimView]) -> tuple[YearView, ...]:
    """``claims`` under the years in which they were made, in their order."""
    return tuple(YearView(year, tuple(some)) for year, some in groupby(claims, key=lambda claim: claim.date.in_year))


def links(pairs: Iterable[tuple[str, str]]) -> tuple[LinkView, ...]:
    """Links from pairs (permalink, text)."""
    return tuple(LinkView(urls.file(permalink), text) for permalink, text in pairs)
