"""The balance page: what is on file and what is not. Claims by side, topic, verdict and kind of source.

Editors choose articles and claims; this page shows readers the result of that choice, each number with its denominator.
It counts, and rates nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from site_builder import urls
from site_builder.i18n import Words
from site_builder.model import SourceKind
from site_builder.page import LinkView, Page
from site_builder.pages.articles import in_parts, publisher_link
from site_builder.pages.kind import ListKind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part, PartView
from site_builder.pages.tally import TallyView, tally
from site_builder.pages.views import ArticleView, article_view
from site_builder.passages.spoken import Spoken, spoken

PER_PAGE = 60
"""Articles of a part: 20 to 30 KB of HTML."""
MOST_ROWS = 60
"""Rows of a table: those with the most claims."""
CODED = 2
"""Actors in the label of a country for which no actor stands."""
MOST_NAMES = 40
_SOURCES: tuple[SourceKind, ...] = ("independent", "state", "agency", "official", "other")


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table."""

    label: str
    """A country, a topic; empty where none is filed."""
    url: str | None
    """Its page."""
    count: int
    """Claims by it, or on it."""
    accusing: int
    """Claims that accuse it; of a country only."""


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of source."""

    source: str
    """independent, state, agency, official or other."""
    articles: int
    """Articles of the kind."""
    claims: int
    """Claims that are taken from them."""


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """The quoted speech of an article."""

    article: ArticleView
    """The article."""
    publisher: LinkView
    """The publisher's page."""
    spoken: Spoken
    """Words of quoted speech, and those that no claim rests on."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The tables; the first part of the page has them."""

    claims: int
    """All claims: the denominator."""
    accusing: int
    """Claims that accuse somebody."""
    articles: int
    """All articles."""
    sides: tuple[RowView, ...]
    """Countries of the speakers and of the accused, by name; actors without a country last."""
    topics: tuple[RowView, ...]
    """In the order of the file; claims without a topic last."""
    more: tuple[int, int]
    """The numbers of countries and of topics in all."""
    verdicts: tuple[TallyView, ...]
    """In the order of the scale."""
    kinds: tuple[KindRow, ...]
    """The kinds of source that have articles."""
    accused: int
    """The number of actors who are accused."""
    silent: tuple[LinkView, ...]
    """The accused who have no word of their own on file, by name; at most :data:`MOST_NAMES`."""
    silent_total: int
    """The number of all such actors."""
    spoken: Spoken
    """The quoted speech of all articles."""


@dataclass(frozen=True, slots=True)
class BalancePage:
    """Part of the page."""

    counts: Counts | None
    """The tables; None on all parts but the first."""
    articles: tuple[SpeechRow, ...]
    """Oldest first."""
    part: PartView
    """The part of the list of articles."""


def with_speech(lookup: Lookup) -> Lookup:
    """``lookup`` with the quoted speech of every article, counted."""

    def count(known: Lookup, id_: str) -> Spoken:
        places = (place for _, passage in known.cited.get(id_, ()) for place in passage.parts)
        return spoken(known.site.articles[id_].document, places)

    found = lookup.step("speech of", lookup.site.articles, count)
    return replace(lookup, speech=lookup.asker.facts("speech of", found))


def balance_page(lookup: Lookup, part: Part[str]) -> Page:
    """``part`` of the page of what is on file."""
    words = lookup.words
    description = words.say(
        "How the claims on file are spread over sides, topics, verdicts and sources; what is not covered."
    )
    rows = tuple(
        SpeechRow(
            article_view(article, lookup.site.language), publisher_link(lookup, article), lookup.speech[article.id]
        )
        for article in map(lookup.site.articles.__getitem__, part.entries)
    )
    view = BalancePage(_counts(lookup) if part.is_first else None, rows, part.view)
    title = part.title(words, words.say("Balance"))
    return Page(part.permalink, "balance.html", title, description, view, urls.CLAIMS)


def _counts(lookup: Lookup) -> Counts:
    sides, topics = _sides(lookup), _topics(lookup)
    accused = {id_ for claim in lookup.claims for id_ in claim.accuses}
    silent = sorted(
        (lookup.actors[id_] for id_ in accused if not _speaks(lookup, id_)),
        key=lambda actor: (actor.name.casefold(), actor.url),
    )
    return Counts(
        claims=len(lookup.claims),
        accusing=sum(bool(claim.accuses) for claim in lookup.claims),
        articles=len(lookup.site.articles),
        sides=_most(sides),
        topics=_most(topics),
        more=(len(sides), len(topics)),
        verdicts=tally(lookup.verdicts, lookup.claims),
        kinds=tuple(_kinds(lookup)),
        accused=len(accused),
        silent=tuple(LinkView(actor.url, actor.name) for actor in silent[:MOST_NAMES]),
        silent_total=len(silent),
        spoken=Spoken(
            sum(item.words for item in lookup.speech.values()), sum(item.uncited for item in lookup.speech.values())
        ),
    )


def _speaks(lookup: Lookup, id_: str) -> bool:
    """True when a claim of the actor ``id_``, alone or in a bundle, or a reply is on file."""
    return bool(lookup.by_actor.get(id_) or lookup.joint.get(id_) or lookup.spoken.get(id_))


def _sides(lookup: Lookup) -> list[RowView]:
    """A row for each country, by name: a claim that accuses people of several is in several."""
    actors = lookup.site.actors
    countries = {id_: actor.country or "" for id_, actor in actors.items()}
    by = Counter(countries[claim.actor] for claim in lookup.claims)
    against: Counter[str] = Counter()
    for claim in lookup.claims:
        against.update({countries[id_] for id_ in claim.accuses})
    states: dict[str, list[str]] = {}
    for id_, actor in actors.items():
        if actor.kind == "state" and actor.country:
            states.setdefault(actor.country, []).append(id_)
    rows = []
    for code in by.keys() | against.keys():
        named = states.get(code, ())
        state = lookup.actors[named[0]] if len(named) == 1 else None
        label = (
            state.name if state else _coded(lookup.words, code, (a.name for a in actors.values() if a.country == code))
        )
        rows.append(RowView(label, state.url if state else None, by[code], against[code]))
    return sorted(rows, key=lambda row: (not row.label, row.label.casefold(), row.url or ""))


def _coded(words: Words, code: str, names: Iterable[str]) -> str:
    """The label of a country for which no actor stands: some of its actors, and its code, which few readers know."""
    if not code:
        return ""
    some = list(islice(names, CODED + 1))
    more = ", …" if len(some) > CODED else ""
    return words.say("Country of {names} ({code})", names=", ".join(some[:CODED]) + more, code=code)


def _topics(lookup: Lookup) -> list[RowView]:
    rows = [
        RowView(topic.label, urls.file(urls.topic(topic.id)), len(lookup.by_topic.get(topic.id, ())), 0)
        for topic in lookup.site.topics.values()
    ]
    without = sum(not claim.topics for claim in lookup.claims)
    return rows + ([RowView("", None, without, 0)] if rows and without else [])


def _most(rows: list[RowView]) -> tuple[RowView, ...]:
    largest = sorted(range(len(rows)), key=lambda at: (-rows[at].count - rows[at].accusing, at))[:MOST_ROWS]
    return tuple(rows[at] for at in sorted(largest))


def _kinds(lookup: Lookup) -> Iterable[KindRow]:
    articles = Counter(article.source for article in lookup.site.articles.values())
    claims: Counter[str] = Counter()
    for claim in lookup.claims:
        claims.update({lookup.site.articles[id_].source for id_ in claim.articles})
    return (KindRow(source, articles[source], claims[source]) for source in _SOURCES if articles[source])


KIND = ListKind(
    "balance",
    once,
    lambda lookup, _: in_parts(lookup, urls.BALANCE, PER_PAGE),
    lambda lookup, _, part: balance_page(lookup, part),
)
