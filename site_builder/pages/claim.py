"""The page of a claim: the words, who denies them, the editors' reading; or the notice of a withdrawn claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from site_builder import urls
from site_builder.dates import Date
from site_builder.model import Claim, Relation
from site_builder.page import LinkView, Page
from site_builder.pages.citation import CitationView, citation
from site_builder.pages.corrections import CorrectedView, corrected
from site_builder.pages.embed import embed
from site_builder.pages.kind import Kind
from site_builder.pages.lookup import Lookup
from site_builder.pages.people import AskedView, PersonView, asked, people
from site_builder.pages.quotes import QuoteView, original, quote_view
from site_builder.pages.related import RelationView
from site_builder.pages.repeats import RepeatsView, repeats
from site_builder.pages.structured import claim_review, script
from site_builder.pages.views import ArticleView, ClaimView, article_view, links, told
from site_builder.roles import PLACES, ROLES


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article that the page quotes."""

    number: int
    """As the quotations refer to it."""
    article: ArticleView
    """The article."""
    byline: tuple[str, ...]
    """Authors."""
    archived: str | None
    """A copy in a web archive."""
    archived_date: Date | None
    """The date of the copy."""
    sha256: str
    """Of its file, in hexadecimal: the stored text that the quotations were proved against."""


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """The contents of a claim's page."""

    claim: ClaimView
    """The claim itself."""
    quotes: tuple[QuoteView, ...]
    """The passages with the words of the claim."""
    denials: tuple[QuoteView, ...]
    """The passages that deny it."""
    evidence: tuple[QuoteView, ...]
    """Passages that speak for or against it, and context."""
    assessment: str | None
    """HTML: the reasons for the verdict."""
    about: tuple[LinkView, ...]
    """The actors whom the claim is about."""
    topics: tuple[LinkView, ...]
    """The topics under which it is filed."""
    against: tuple[RelationView, ...]
    """Claims that contradict or deny this one, or that this one is against; in time."""
    accounts: tuple[RelationView, ...]
    """Claims that give another account of the matter; in time."""
    alongside: tuple[RelationView, ...]
    """Claims to be read with this one: they qualify, support, repeat or resemble it, or it them; in time."""
    repeats: RepeatsView | None
    """Its repetitions; None where it is on file once."""
    others: tuple[ClaimView, ...]
    """Other claims of the speaker on the same topics; in time."""
    more: bool
    """True when there are more of those."""
    published: Date | None
    """First publication of the check."""
    checked_by: tuple[PersonView, ...]
    """Those who checked it."""
    reviewed_by: tuple[PersonView, ...]
    """Those who reviewed the check."""
    asked: tuple[AskedView, ...]
    """Those whom the newsroom asked for a reply, and the outcome."""
    corrections: tuple[CorrectedView, ...]
    """Newest first."""
    sources: tuple[SourceView, ...]
    """The articles that the page quotes, numbered from 1."""
    citation: CitationView
    """The citation of the page."""
    canonical: str
    """The page's absolute URL, for sharing it."""
    card: str
    """HTML that shows the claim's card on another site."""
    oembed: str
    """The absolute URL of the file that tells programs how to show the card."""


@dataclass(frozen=True, slots=True)
class WithdrawnPage:
    """The rest of a withdrawn claim: the fact that it was withdrawn, the day and the reason."""

    date: Date
    """The day of the last correction."""
    reason: str
    """The text of the last correction."""
    oembed: str = ""
    """The absolute URL of the file that tells programs how to show its card; the card itself names none."""


def claim_page(lookup: Lookup, claim: Claim) -> Page:
    """The page of ``claim``."""
    if claim.withdrawn:
        return _tombstone(lookup, claim)
    site = lookup.site
    relations = sorted(lookup.relations.get(claim.id, ()), key=lambda relation: _other_date(lookup, claim, relation))
    seen = tuple(lookup.relation(relation, claim.id) for relation in relations)
    sources = _sources(lookup, claim)
    quotes, denials, evidence = _quotes(lookup, claim, {source.article.url: source.number for source in sources})
    canonical = urls.absolute(site.base_url, urls.claim(claim.id))
    others, more = lookup.nearest[claim.id]
    view = ClaimPage(
        claim=lookup.views[claim.id],
        quotes=quotes,
        denials=denials,
        evidence=evidence,
        assessment=claim.assessment,
        about=links((urls.actor(id_), site.actors[id_].name) for id_ in claim.about),
        topics=links((urls.topic(id_), site.topics[id_].label) for id_ in claim.topics),
        against=tuple(relation for relation in seen if relation.side == "against"),
        accounts=tuple(relation for relation in seen if relation.side == "account"),
        alongside=tuple(relation for relation in seen if relation.side == "alongside"),
        repeats=repeats(lookup, claim.id),
        others=tuple(lookup.views[other] for other in others),
        more=more,
        published=claim.published,
        checked_by=people(site, claim.checked_by),
        reviewed_by=people(site, claim.reviewed_by),
        asked=asked(site, claim),
        corrections=corrected(lookup, claim)[::-1],
        sources=sources,
        citation=citation(site, lookup.words, claim, lookup.views[claim.id], canonical),
        canonical=canonical,
        card=embed(site, lookup.words, claim, lookup.views[claim.id]).html,
        oembed=urls.absolute(site.base_url, urls.oembed(claim.id)),
    )
    data = script(claim_review(site, claim))
    title, description = view.claim.title, told(view.claim, site.scope)
    return Page(urls.claim(claim.id), "claim.html", title, description, view, urls.CLAIMS, data=data, twin=True)


def _tombstone(lookup: Lookup, claim: Claim) -> Page:
    last = claim.corrections[-1]
    oembed = urls.absolute(lookup.site.base_url, urls.oembed(claim.id))
    view = WithdrawnPage(last.date, last.change, oembed)
    title = lookup.words.say("Withdrawn claim")
    return Page(urls.claim(claim.id), "withdrawn.html", title, last.change, view, urls.CLAIMS, listed=False)


def _quotes(lookup: Lookup, claim: Claim, numbers: Mapping[str, int]) -> tuple[tuple[QuoteView, ...], ...]:
    """The claim's quotations by their places. An id is given to the first that has it."""
    given: set[str] = set()
    groups: list[list[QuoteView]] = []
    for place in PLACES:
        groups.append([])
        for passage in claim.passages:
            if ROLES[passage.role].place == place:
                view = quote_view(lookup.site, passage)
                anchor = "" if passage.anchor in given else passage.anchor
                article = lookup.site.articles[passage.article]
                copy = (article.archived_url, article.archived_date.iso if article.archived_date else "")
                shown = replace(
                    view,
                    anchor=anchor,
                    source=numbers[view.article.url],
                    original=original(lookup.site, passage),
                    archived=(copy[0], copy[1]) if copy[0] else None,
                )
                groups[-1].append(shown)
                given.add(passage.anchor)
    return tuple(map(tuple, groups))


def _sources(lookup: Lookup, claim: Claim) -> tuple[SourceView, ...]:
    """The articles that the claim's passages stand in, in the order in which the page first quotes them."""
    passages = sorted(claim.passages, key=lambda passage: PLACES.index(ROLES[passage.role].place))
    articles = (lookup.site.articles[id_] for id_ in dict.fromkeys(passage.article for passage in passages))
    return tuple(
        SourceView(
            number,
            article_view(article, lookup.site.language),
            article.byline,
            article.archived_url,
            article.archived_date,
            article.sha256,
        )
        for number, article in enumerate(articles, 1)
    )


def _other_date(lookup: Lookup, claim: Claim, relation: Relation) -> tuple[str, str]:
    other = lookup.filings[relation.target if relation.source == claim.id else relation.source]
    return other.date.order, other.id


KIND = Kind(
    "claim", lambda lookup: lookup.site.claims, lambda lookup, id_: (claim_page(lookup, lookup.site.claims[id_]),)
)
