"""Lists of claims: all of them, those of a topic, those of a verdict; long ones in parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import urls
from site_builder.editorial import Topic, Verdict
from site_builder.page import Page
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import PartView, parts
from site_builder.pages.tally import TallyView, tally
from site_builder.pages.views import VerdictView, YearView

PER_PAGE = 40
"""Claims of a part: 40 to 60 KB of HTML."""


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """Part of the list of all claims."""

    years: tuple[YearView, ...]
    """Newest claim first."""
    part: PartView
    """The part of the list."""
    topics: bool
    """Whether the site has topics."""


@dataclass(frozen=True, slots=True)
class TopicPage:
    """Part of the claims filed under a topic."""

    label: str
    """The topic."""
    description: str | None
    """One sentence."""
    tally: tuple[TallyView, ...]
    """The verdicts of all of them, at the list's own address."""
    years: tuple[YearView, ...]
    """Oldest claim first."""
    part: PartView
    """The part of the list."""


@dataclass(frozen=True, slots=True)
class VerdictPage:
    """Part of the claims that have a verdict."""

    verdict: VerdictView
    """The verdict."""
    scale: tuple[VerdictView, ...]
    """The whole scale that it is a step of, for comparison."""
    years: tuple[YearView, ...]
    """Oldest claim first."""
    part: PartView
    """The part of the list."""
    total: int | None
    """The number of claims on the site; None except at the list's own address."""


def claims_pages(lookup: Lookup) -> Iterator[Page]:
    """The list of all claims, newest first; one page even when there is none."""
    words = lookup.words
    description = words.say_n(
        "The {n} claim on file: who said it, when, and what the sources show.",
        "All {n} claims on file, newest first: who said it, when, and what the sources show.",
        len(lookup.claims),
    )
    older = words.say("Claims on file, newest first: who said it, when, and what the sources show.")
    for part in parts(urls.CLAIMS, lookup.claims, PER_PAGE, newest_first=True):
        view = ClaimsPage(lookup.years(part.entries), part.view, bool(lookup.site.topics))
        told = description if part.is_first else older
        yield Page(part.permalink, "claims.html", part.title(words, words.say("Claims")), told, view, urls.CLAIMS)


def topic_pages(lookup: Lookup, topic: Topic) -> Iterator[Page]:
    """The pages of ``topic``."""
    claims = lookup.by_topic.get(topic.id, ())
    description = topic.description or lookup.words.say("Claims on: {topic}", topic=topic.label)
    permalink = urls.topic(topic.id)
    feed = permalink if lookup.has_feed(permalink, claims) else urls.HOME
    for part in parts(permalink, claims, PER_PAGE):
        rated = tally(lookup.verdicts, claims) if part.is_first else ()
        view = TopicPage(topic.label, topic.description, rated, lookup.years(part.entries), part.view)
        title = part.title(lookup.words, topic.label)
        yield Page(part.permalink, "topic.html", title, description, view, urls.CLAIMS, feed=feed)


def verdict_pages(lookup: Lookup, verdict: Verdict) -> Iterator[Page]:
    """The pages of ``verdict``."""
    scale = tuple(view for view in lookup.verdicts.values() if view.scale == verdict.scale)
    for part in parts(urls.verdict(verdict.id), lookup.by_verdict.get(verdict.id, ()), PER_PAGE):
        total = len(lookup.claims) if part.is_first else None
        view = VerdictPage(lookup.verdicts[verdict.id], scale, lookup.years(part.entries), part.view, total)
        title = part.title(lookup.words, verdict.label)
        yield Page(part.permalink, "verdict.html", title, verdict.definition, view, urls.CLAIMS)


CLAIMS = Kind("list of claims", once, lambda lookup, _: claims_pages(lookup))
TOPIC = Kind(
    "topic", lambda lookup: lookup.site.topics, lambda lookup, id_: topic_pages(lookup, lookup.site.topics[id_])
)
VERDICT = Kind(
    "verdict", lambda lookup: lookup.site.verdicts, lambda lookup, id_: verdict_pages(lookup, lookup.site.verdicts[id_])
)
