"""All pages of a site in a fixed order, their search entries, and the frame of the pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from urllib.parse import quote

from site_builder import urls
from site_builder.i18n import ENGLISH, direction, has_words
from site_builder.page import Frame, LinkView, Page
from site_builder.pages.balance import with_speech
from site_builder.pages.compare import with_profiles
from site_builder.pages.corrections import policy_link
from site_builder.pages.groups import by_age
from site_builder.pages.kind import ListKind, with_parts
from site_builder.pages.kinds import KINDS
from site_builder.pages.lookup import Lookup, Searched
from site_builder.pages.searched import (
    actor_entry,
    article_entry,
    claim_entry,
    prose_entry,
    topic_entry,
    verdict_entry,
)
from site_builder.pages.searched_ids import usual_words
from site_builder.pages.searched_lists import compare_entry, list_entry, lists, publisher_entry
from site_builder.pages.subject import with_neighbours
from site_builder.pages.views import as_sentence
from site_builder.search import SearchEntry

Task = tuple[str, str]
"""The pages of a kind, by its name, about one subject; or the page of a part of a list, by its permalink."""
_KINDS = {kind.name: kind for kind in KINDS}


def whole(lookup: Lookup, entries: tuple[SearchEntry, ...], engine: str | None) -> Lookup:
    """``lookup`` with everything that pages need; this version of the ``engine`` searches ``entries``."""
    lookup = with_parts(with_speech(with_profiles(with_neighbours(lookup))), KINDS)
    facets = lookup.asker.facts("facets of", {entry.url: entry.facets for entry in entries})
    counted = lookup.step("facets", ("",), lambda *_: tuple(Counter(chain.from_iterable(facets.values())).items()))
    facts = Searched(len(entries), counted[""], engine)
    return replace(lookup, searched=lookup.asker.facts("what is searched", {"": facts}))


def tasks(lookup: Lookup) -> list[Task]:
    """All tasks, in the order of the site's pages."""
    parts: dict[str, list[Task]] = defaultdict(list)
    for task in lookup.parts:
        parts[task[0]].append(task)
    return [
        task
        for kind in KINDS
        for task in (
            parts[kind.name]
            if isinstance(kind, ListKind)
            else [(kind.name, subject) for subject in kind.subjects(lookup)]
        )
    ]


def plan(lookup: Lookup, task: Task) -> tuple[Page, ...]:
    """The pages of ``task``; ``lookup`` is :func:`whole`."""
    kind, subject = _KINDS[task[0]], task[1]
    if isinstance(kind, ListKind):
        return (kind.make(lookup, *lookup.parts[task]),)
    return tuple(kind.make(lookup, subject))


def searched(lookup: Lookup) -> tuple[SearchEntry, ...]:
    """All search entries: claims, actors, articles, publishers, pairs, topics, verdicts, prose, and some lists."""
    return tuple(_entries(lookup))


def _entries(lookup: Lookup) -> Iterator[SearchEntry]:
    site = lookup.site
    ids = [claim.id for claim in lookup.claims]
    usual = lookup.asker.facts("usual in ids", usual_words(ids))
    kinds: tuple[tuple[str, Iterable[str], Callable[[Lookup, str], SearchEntry]], ...] = (
        ("claim", ids, lambda known, id_: claim_entry(known, known.site.claims[id_], usual)),
        ("actor", site.actors, lambda known, id_: actor_entry(known, known.site.actors[id_])),
        (
            "article",
            [article.id for article in by_age(site.articles.values())],
            lambda known, id_: article_entry(known, known.site.articles[id_]),
        ),
        ("topic", site.topics, lambda known, id_: topic_entry(known, known.site.topics[id_])),
        ("verdict", site.verdicts, lambda known, id_: verdict_entry(known, known.site.verdicts[id_])),
        ("publisher", lookup.published, publisher_entry),
        (
            "compare",
            map("/".join, lookup.compared),
            lambda known, pair: compare_entry(known, (pair.partition("/")[0], pair.partition("/")[2])),
        ),
        ("list", lists(lookup), list_entry),
        ("page", site.pages, lambda known, id_: prose_entry(known, known.site.pages[id_])),
    )
    for name, subjects, make in kinds:
        yield from lookup.step(f"searched: {name}", subjects, make).values()


def _lists(lookup: Lookup) -> Iterator[LinkView]:
    """The lists that are not in the menu; those that the site has."""
    say = lookup.words.say
    if lookup.site.topics:
        yield LinkView(urls.file(urls.TOPICS), say("Topics"))
    yield LinkView(urls.file(urls.VERDICTS), say("Verdicts"))
    if lookup.published:
        yield LinkView(urls.file(urls.PUBLISHERS), say("Publishers"))
    if lookup.compared:
        yield LinkView(urls.file(urls.COMPARE), say("Actors compared"))
    yield LinkView(urls.file(urls.BALANCE), say("Balance"))


def frame(lookup: Lookup, *, exports: bool = False) -> Frame:
    """The surroundings of every page of the site; with ``exports`` it names feeds and data."""
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
    contact = policy_link(lookup, policies.contact)
    where = urls.absolute(site.base_url, urls.prose(policies.contact)) if contact and policies.contact else ""
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
        lists=tuple(_lists(lookup)),
        report_error=contact or (None if site.publisher.email else corrections),
        email=quote(site.publisher.email, safe="@+") if site.publisher.email else None,
        report_address=where or site.publisher.email or urls.absolute(site.base_url, urls.CORRECTIONS),
        exports=exports,
        archive=urls.absolute(site.base_url, urls.ARCHIVE) if exports and site.archive else "",
        drafts=site.drafts,
        words_direction=direction(site.language if has_words(site.language) else ENGLISH.language),
    )
