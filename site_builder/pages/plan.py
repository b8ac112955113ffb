"""All pages of a site, in a fixed order, and the frame around them."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder import urls
from site_builder.i18n import direction
from site_builder.page import Frame, LinkView, Page
from site_builder.pages.actor import actor_page, actors_page
from site_builder.pages.article import article_page, articles_page
from site_builder.pages.claim import claim_page
from site_builder.pages.contradictions import contradictions_page
from site_builder.pages.corrections import corrections_page, policy_link
from site_builder.pages.home import home_page
from site_builder.pages.lists import claims_pages, topic_page, verdict_page
from site_builder.pages.lookup import Lookup
from site_builder.pages.network import network_page
from site_builder.pages.prose import not_found_page, prose_page, redirect_pages
from site_builder.pages.timeline import timeline_page


def plan(lookup: Lookup) -> Iterator[Page]:
    """Every page but the search page, which needs to know what is searched."""
    site = lookup.site
    yield home_page(lookup)
    yield from claims_pages(lookup)
    for claim in site.claims.values():
        yield claim_page(lookup, claim)
    yield actors_page(lookup)
    for actor in site.actors.values():
        yield actor_page(lookup, actor)
    yield articles_page(lookup)
    for article in site.articles.values():
        yield article_page(lookup, article)
    for topic in site.topics.values():
        yield topic_page(lookup, topic)
    for verdict in site.verdicts.values():
        yield verdict_page(lookup, verdict)
    yield timeline_page(lookup)
    yield network_page(lookup)
    yield contradictions_page(lookup)
    yield corrections_page(lookup)
    for page in site.pages.values():
        yield prose_page(page)
    yield not_found_page(site, lookup.words)
    yield from redirect_pages(site, lookup.words)


def frame(lookup: Lookup) -> Frame:
    """What surrounds every page of the site."""
    site = lookup.site
    say = lookup.words.say
    own = sorted((page for page in site.pages.values() if page.menu is not None), key=lambda p: (p.menu or 0, p.id))
    menu = [
        (urls.CLAIMS, say("Claims")),
        (urls.ACTORS, say("Actors")),
        (urls.ARTICLES, say("Sources")),
        (urls.TIMELINE, say("Timeline")),
        (urls.NETWORK, say("Accusations")),
        (urls.CONTRADICTIONS, say("Contradictions")),
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
    )
