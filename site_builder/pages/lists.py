"""Lists of claims: all of them in numbered pages, those of a topic, those of a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder import urls
from site_builder.model import Topic, Verdict
from site_builder.page import LinkView, Page
from site_builder.pages.lookup import Lookup
from site_builder.pages.views import TallyView, VerdictView, YearView, links, tally

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ClaimsPage:
    """One page of the list of all claims."""

    years: tuple[YearView, ...]
    """Newest claim first."""
    number: int
    """This page, from 1."""
    first: int
    """Number of the first claim on it, from 1."""
    last: int
    """Number of the last claim on it."""
    total: int
    """How many claims there are."""
    pages: tuple[LinkView, ...]
    """All pages of the list."""


@dataclass(frozen=True, slots=True)
class TopicPage:
    """The claims filed under a topic."""

    label: str
    """The topic."""
    description: str | None
    """One sentence."""
    tally: tuple[TallyView, ...]
    """Their verdicts."""
    years: tuple[YearView, ...]
    """Oldest claim first."""
    total: int
    """How many."""


@dataclass(frozen=True, slots=True)
class VerdictPage:
    """The claims that have a verdict."""

    verdict: VerdictView
    """The verdict."""
    scale: tuple[VerdictView, ...]
    """The whole scale, for comparison."""
    years: tuple[YearView, ...]
    """Oldest claim first."""
    count: int
    """How many claims have it."""
    total: int
    """How many claims there are."""


def claims_pages(lookup: Lookup) -> Iterator[Page]:
    """The list of all claims, newest first; one page even when there is none."""
    say = lookup.words.say
    newest = lookup.claims[::-1]
    count = max(1, -(-len(newest) // PER_PAGE))
    pages = links((urls.claims(number), str(number)) for number in range(1, count + 1))
    for number in range(1, count + 1):
        first = (number - 1) * PER_PAGE
        shown = newest[first : first + PER_PAGE]
        view = ClaimsPage(lookup.years(shown), number, first + 1, first + len(shown), len(newest), _near(pages, number))
        title = say("Claims") if number == 1 else say("Claims, page {number}", number=number)
        description = lookup.words.say_n(
            "The {n} claim on file: who said it, when, and what the sources show.",
            "All {n} claims on file, newest first: who said it, when, and what the sources show.",
            len(newest),
        )
        yield Page(urls.claims(number), "claims.html", title, description, view, urls.CLAIMS)


def topic_page(lookup: Lookup, topic: Topic) -> Page:
    """The page of ``topic``."""
    claims = lookup.by_topic.get(topic.id, ())
    view = TopicPage(topic.label, topic.description, tally(lookup.verdicts, claims), lookup.years(claims), len(claims))
    description = topic.description or lookup.words.say("Claims on: {topic}", topic=topic.label)
    permalink = urls.topic(topic.id)
    feed = permalink
    return Page(permalink, "topic.html", topic.label, description, view, urls.CLAIMS, feed=feed)


def verdict_page(lookup: Lookup, verdict: Verdict) -> Page:
    """The page of ``verdict``."""
    claims = lookup.by_verdict.get(verdict.id, ())
    scale = tuple(lookup.verdicts.values())
    shown = lookup.verdicts[verdict.id]
    view = VerdictPage(shown, scale, lookup.years(claims), len(claims), len(lookup.claims))
    return Page(urls.verdict(verdict.id), "verdict.html", verdict.label, verdict.definition, view, urls.CLAIMS)


def _near(pages: tuple[LinkView, ...], number: int) -> tuple[LinkView, ...]:
    """The first, the last and the pages around ``number``: a list of lists must not grow with the square of it."""
    wanted = {1, len(pages), *range(number - 3, number + 4)}
    return tuple(link for position, link in enumerate(pages, 1) if position in wanted)
