"""The list of topics, and the rating scale with the claims that have each verdict."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.dates import Date
from site_builder.editorial import Topic
from site_builder.page import LinkView, Page
from site_builder.pages.groups import Years, years
from site_builder.pages.kind import Kind, ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView, parts
from site_builder.pages.views import VerdictView

PER_PAGE = 100
"""Topics of a part: 20 to 50 KB of HTML."""


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in a list."""

    topic: LinkView
    """The topic."""
    description: str | None
    """One sentence."""
    count: int
    """Claims filed under it."""
    years: Years
    """The years in which they were made."""


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """Part of the list of topics."""

    topics: tuple[TopicLine, ...]
    """In the order of the file: editors know what belongs together."""
    part: PartView
    """The part of the list."""


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """A step of the rating scale."""

    verdict: VerdictView
    """The verdict, with its definition."""
    requires: tuple[str, ...]
    """evidence, denial or both: a claim must have them on file to be rated so."""
    count: int
    """Claims that have it."""


@dataclass(frozen=True, slots=True)
class EarlierScale:
    """A scale that is no longer in use, with claims that were rated on it."""

    until: Date | None
    """The last day on which it was in use."""
    steps: tuple[VerdictLine, ...]
    """In the order of the scale."""


@dataclass(frozen=True, slots=True)
class VerdictsPage:
    """The whole rating scale."""

    scale: tuple[VerdictLine, ...]
    """In the order of the scale."""
    earlier: tuple[EarlierScale, ...]
    """The scales before it, in the order of the file."""
    total: int
    """The number of claims on the site: the denominator."""


def topics_page(lookup: Lookup, part: Part[str]) -> Page:
    """``part`` of the list of topics."""
    words = lookup.words
    description = words.say("The subjects that claims are filed under. A claim may have several, or none.")
    view = TopicsPage(tuple(topic_line(lookup, lookup.site.topics[id_]) for id_ in part.entries), part.view)
    title = part.title(words, words.say("Topics"))
    return Page(part.permalink, "topics.html", title, description, view, urls.CLAIMS)


def topic_line(lookup: Lookup, topic: Topic) -> TopicLine:
    """``topic`` with the number of its claims."""
    claims = lookup.by_topic.get(topic.id, ())
    link = LinkView(urls.file(urls.topic(topic.id)), topic.label)
    return TopicLine(link, topic.description, len(claims), years(claims))


def verdicts_page(lookup: Lookup) -> Page:
    """The page of the rating scale."""
    say = lookup.words.say
    description = say("What each verdict means, what a claim must have on file to get it, and how many claims have it.")
    scales: dict[str | None, list[VerdictLine]] = {None: []}
    for id_, seen in lookup.verdicts.items():
        line = VerdictLine(seen, lookup.site.verdicts[id_].requires, len(lookup.by_verdict.get(id_, ())))
        scales.setdefault(seen.scale, []).append(line)
    current = tuple(scales.pop(None))
    earlier = tuple(EarlierScale(lines[0].verdict.until, tuple(lines)) for lines in scales.values())
    view = VerdictsPage(current, earlier, len(lookup.claims))
    return Page(urls.VERDICTS, "verdicts.html", say("Verdicts"), description, view, urls.CLAIMS)


TOPICS = ListKind(
    "list of topics",
    lambda lookup: once(lookup) if lookup.site.topics else (),
    lambda lookup, _: parts(urls.TOPICS, tuple(lookup.site.topics), PER_PAGE),
    lambda lookup, _, part: topics_page(lookup, part),
)
"""A site without topics has no such page."""
VERDICTS = Kind("list of verdicts", once, lambda lookup, _: (verdicts_page(lookup),))
