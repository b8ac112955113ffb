"""All pages of a site, in a fixed order, what is searched, and the frame around the pages.

Pages of claims, actors and articles are made again only when what they are made of has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from urllib.parse import quote

from site_builder import urls
from site_builder.i18n import direction
from site_builder.model import Actor, Article, Claim
from site_builder.page import Frame, LinkView, Page
from site_builder.pages.actor import actor_pages
from site_builder.pages.actors import actors_pages
from site_builder.pages.article import article_page
from site_builder.pages.articles import articles_pages, by_age
from site_builder.pages.claim import MAX_OTHERS, claim_page
from site_builder.pages.contradictions import contradictions_pages
from site_builder.pages.corrections import corrections_pages, policy_link
from site_builder.pages.home import home_page
from site_builder.pages.lists import claims_pages, topic_pages, verdict_pages
from site_builder.pages.lookup import Lookup
from site_builder.pages.network import network_page
from site_builder.pages.prose import not_found_page, prose_page, redirect_pages
from site_builder.pages.search import actor_entry, article_entry, claim_entry
from site_builder.pages.subject import nearest
from site_builder.pages.timeline import timeline_page
from site_builder.pages.views import as_sentence
from site_builder.search import SearchEntry


@dataclass(frozen=True, slots=True)
class Planned:
    """Something that was made for a page, and what it was made of."""

    inputs: tuple[object, ...]
    """Equal inputs make an equal result; most are compared by identity, which is why they are kept between builds."""
    result: Page | tuple[Page, ...] | SearchEntry
    """A page, an actor's pages, or what is searched of a page."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages of a site but the search page, and what is searched."""

    pages: list[Page]
    """In a fixed order."""
    entries: tuple[SearchEntry, ...]
    """One for each claim, actor and article."""
    planned: Mapping[str, Planned]
    """For the next plan."""


def plan(lookup: Lookup, known: Mapping[str, Planned] | None = None, content: str = "") -> Plan:
    """Plan every page; those whose inputs are as in ``known`` are not made again.

    ``content`` is the digest of all that the site is made from, in hexadecimal; the home page alone shows it.
    """
    site = lookup.site
    memo = _Memo(known or {})
    shown = (site.title, site.base_url, site.scope, site.publisher, site.policies, tuple(site.pages))
    common = memo.kept((lookup.words, *shown, tuple(site.verdicts.values())))
    named = {claim.id: _named(lookup, claim) for claim in lookup.claims}
    pages: list[Page] = [home_page(lookup, content), *claims_pages(lookup)]
    entries: list[SearchEntry] = []
    for claim in site.claims.values():
        others = nearest(lookup, claim, MAX_OTHERS)
        inputs = (common, *_claim_inputs(lookup, claim, named.get(claim.id, ()), others))
        pages.append(memo.get(urls.claim(claim.id), inputs, partial(claim_page, lookup, claim, others)))
    for claim in lookup.claims:
        entry_inputs = (common, claim, *named[claim.id], *_topics(lookup, claim))
        entries.append(memo.get(f"?{urls.claim(claim.id)}", entry_inputs, partial(claim_entry, lookup, claim)))
    pages += actors_pages(lookup)
    for actor in site.actors.values():
        inputs = (common, *_actor_inputs(lookup, actor, named))
        pages += memo.get(urls.actor(actor.id), inputs, partial(actor_pages, lookup, actor))
        entries.append(actor_entry(lookup, actor))
    pages += articles_pages(lookup)
    for article in site.articles.values():
        inputs = (common, *_article_inputs(lookup, article))
        pages.append(memo.get(urls.article(article.id), inputs, partial(article_page, lookup, article)))
    for article in by_age(site.articles.values()):
        cited = lookup.cited.get(article.id, ())
        made = partial(article_entry, lookup, article)
        entries.append(memo.get(f"?{urls.article(article.id)}", (common, article, cited), made))
    for topic in site.topics.values():
        pages += topic_pages(lookup, topic)
    for verdict in site.verdicts.values():
        pages += verdict_pages(lookup, verdict)
    pages += (timeline_page(lookup), network_page(lookup), *contradictions_pages(lookup), *corrections_pages(lookup))
    pages += (prose_page(page) for page in site.pages.values())
    pages += (not_found_page(site, lookup.words), *redirect_pages(site, lookup.words))
    return Plan(pages, tuple(entries), memo.made)


R = TypeVar("R", Page, tuple[Page, ...], SearchEntry)


class _Memo:
    """What was planned before, and what is planned now."""

    def __init__(self, known: Mapping[str, Planned]) -> None:
        self._known = known
        self.made: dict[str, Planned] = {}

    def kept(self, common: tuple[object, ...]) -> tuple[object, ...]:
        """What all inputs begin with: where nothing of it changed the very tuple of before, told by identity."""
        before = next((planned.inputs[0] for planned in self._known.values()), None)
        return before if isinstance(before, tuple) and before == common else common

    def get(self, name: str, inputs: tuple[object, ...], make: Callable[[], R]) -> R:
        before = self._known.get(name)
        now = before if before is not None and before.inputs == inputs else Planned(inputs, make())
        self.made[name] = now
        return now.result  # type: ignore[return-value]


def _named(lookup: Lookup, claim: Claim) -> tuple[object, ...]:
    """The actors and articles that ``claim`` names."""
    site = lookup.site
    ids = (claim.actor, *claim.about, *(passage.speaker for passage in claim.passages if passage.speaker))
    return (*map(site.actors.get, ids), *(site.articles[passage.article] for passage in claim.passages))


def _topics(lookup: Lookup, claim: Claim) -> tuple[object, ...]:
    return tuple(map(lookup.site.topics.get, claim.topics))


def _related(lookup: Lookup, claim: Claim) -> tuple[object, ...]:
    """The relations of ``claim``, and the claims at their other ends as they are shown."""
    relations = lookup.relations.get(claim.id, ())
    others = [relation.target if relation.source == claim.id else relation.source for relation in relations]
    return (relations, *map(lookup.views.get, others), *map(lookup.quotes.get, others))


def _claim_inputs(
    lookup: Lookup, claim: Claim, named: tuple[object, ...], others: tuple[tuple[Claim, ...], bool]
) -> tuple[object, ...]:
    shown = (lookup.views[other.id] for other in others[0])
    return (claim, others[1], *shown, *named, *_topics(lookup, claim), *_related(lookup, claim))


def _actor_inputs(lookup: Lookup, actor: Actor, named: Mapping[str, tuple[object, ...]]) -> tuple[object, ...]:
    made, about = lookup.by_actor.get(actor.id, ()), lookup.about.get(actor.id, ())
    spoken, joint = lookup.spoken.get(actor.id, ()), lookup.joint.get(actor.id, ())
    shown = (*made, *joint, *about, *(claim for claim, _ in spoken))
    return (
        actor, made, about, spoken, joint, lookup.accused.get(actor.id),
        *(lookup.actors[id_] for id_ in (*actor.members, *lookup.bundles.get(actor.id, ()))),
        *(lookup.views[claim.id] for claim in shown),
        *(named[claim.id] for claim in shown),
        *(related for claim in made for related in _related(lookup, claim)),
    )  # fmt: skip


def _article_inputs(lookup: Lookup, article: Article) -> tuple[object, ...]:
    cited = lookup.cited.get(article.id, ())
    speakers = (lookup.actors.get(passage.speaker or "") for _, passage in cited)
    return (article, cited, *(lookup.views[claim.id] for claim, _ in cited), *speakers)


def frame(lookup: Lookup, *, exports: bool = False) -> Frame:
    """What surrounds every page of the site; with ``exports`` it names feeds and data."""
    site = lookup.site
    say = lookup.words.say
    own = sorted((page for page in site.pages.values() if page.menu is not None), key=lambda p: (p.menu or 0, p.id))
    menu = [
        (urls.CLAIMS, say("Claims")),
        (urls.ACTORS, say("Actors")),
        (urls.ARTICLES, say("Sources")),
        (urls.TIMELINE, say("Timeline")),
        (urls.NETWORK, say("Accusations")),
        (urls.CONTRADICTIONS, say("Side by side")),
    ]
    menu += [(urls.prose(page.id), page.title) for page in own]
    policies = site.policies
    shown = [
        policy_link(lookup, id_)
        for id_ in (policies.methodology, policies.corrections, policies.funding, policies.contact)
    ]
    corrections = LinkView(urls.file(urls.CORRECTIONS), say("Corrections"))
    return Frame(
        title=site.title,
        tagline=site.tagline,
        scope=as_sentence(site.scope or ""),
        language=site.language,
        direction=direction(site.language),
        base_url=site.base_url,
        publisher=site.publisher.name,
        publisher_url=site.publisher.url,
        licence=site.licence[0] if site.licence else None,
        licence_url=site.licence[1] if site.licence else None,
        menu=tuple(LinkView(urls.file(permalink), text) for permalink, text in menu),
        policies=(*(link for link in shown if link), corrections),
        report_error=policy_link(lookup, policies.contact),
        email=quote(site.publisher.email, safe="@+") if site.publisher.email else None,
        exports=exports,
    )
