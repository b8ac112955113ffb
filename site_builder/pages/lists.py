"""Lists of claims: all of them, those of a topic, those of a verdict; long ones in parts."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.page import Page
from site_builder.pages.groups import ids
from site_builder.pages.kind import ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts
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


def claims_page(lookup: Lookup, part: Part[str]) -> Page:
    """``part`` of the list of all claims, newest first; there is one even when there is no claim."""
    words = lookup.words
    if part.is_first:
        description = words.say_n(
            "The {n} claim on file: who said it, when, and what the sources show.",
            "All {n} claims on file, newest first: who said it, when, and what the sources show.",
            len(lookup.claims),
        )
    else:
        description = words.say("Claims on file, newest first: who said it, when, and what the sources show.")
    view = ClaimsPage(lookup.years(part.entries), part.view, bool(lookup.site.topics))
    title = part.title(words, words.say("Claims"))
    return Page(part.permalink, "claims.html", title, description, view, urls.CLAIMS)


def topic_page(lookup: Lookup, id_: str, part: Part[str]) -> Page:
    """``part`` of the claims filed under the topic ``id_``."""
    topic, claims = lookup.site.topics[id_], lookup.by_topic.get(id_, ())
    description = topic.description or lookup.words.say("Claims on: {topic}", topic=topic.label)
    permalink = urls.topic(id_)
    feed = permalink if lookup.has_feed(permalink, claims) else urls.HOME
    rated = tally(lookup.verdicts, claims) if part.is_first else ()
    view = TopicPage(topic.label, topic.description, rated, lookup.years(part.entries), part.view)
    title = part.title(lookup.words, topic.label)
    return Page(part.permalink, "topic.html", title, description, view, urls.CLAIMS, feed=feed)


def verdict_page(lookup: Lookup, id_: str, part: Part[str]) -> Page:
    """``part`` of the claims that have the verdict ``id_``."""
    verdict = lookup.site.verdicts[id_]
    scale = tuple(view for view in lookup.verdicts.values() if view.scale == verdict.scale)
    total = len(lookup.claims) if part.is_first else None
    view = VerdictPage(lookup.verdicts[id_], scale, lookup.years(part.entries), part.view, total)
    title = part.title(lookup.words, verdict.label)
    return Page(part.permalink, "verdict.html", title, verdict.definition, view, urls.CLAIMS)


CLAIMS = ListKind(
    "list of claims",
    once,
    lambda lookup, _: parts(urls.CLAIMS, ids(lookup.claims), PER_PAGE, newest_first=True),
    lambda lookup, _, part: claims_page(lookup, part),
)
TOPIC = ListKind(
    "topic",
    lambda lookup: lookup.site.topics,
    lambda lookup, id_: parts(urls.topic(id_), ids(lookup.by_topic.get(id_, ())), PER_PAGE),
    topic_page,
)
VERDICT = ListKind(
    "verdict",
    lambda lookup: lookup.site.verdicts,
    lambda lookup, id_: parts(urls.verdict(id_), ids(lookup.by_verdict.get(id_, ())), PER_PAGE),
    verdict_page,
)
