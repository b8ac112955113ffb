"""The search page with its facets."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder import urls
from site_builder.editorial import Verdict
from site_builder.folding import TABLE, UNSPACED
from site_builder.i18n import say
from site_builder.page import Page
from site_builder.pages.kind import Kind, once
from site_builder.pages.lookup import Lookup
from site_builder.pages.searched import KINDS
from site_builder.pages.views import VerdictView
from site_builder.search import MOST_CHOICES, by_count
from site_builder.stopwords import stopwords


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice of a facet."""

    value: str
    """As it is indexed."""
    label: str
    """As readers see it."""
    count: int
    """Entries that have it."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow a search."""

    name: str
    """The filter's name in the index."""
    label: str
    """As readers see it."""
    values: tuple[FacetValue, ...]
    """Its choices; at most :data:`~site_builder.search.MOST_CHOICES`, those with the most entries."""
    more: int
    """The number of choices left out: readers find those by their words."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The contents of the search page before anyone types."""

    facets: tuple[Facet, ...]
    """Made at build time: asking the engine for them would load its whole index."""
    bundle: str | None
    """The engine's script from the site's root, with its version; none in a site built without search."""
    total: int
    """The number of pages that are searched."""
    verdicts: tuple[VerdictView, ...]
    """The rating scale: results show its signs."""
    fields: dict[str, str]
    """The label of an excerpt, by the field that it is of."""
    words: dict[str, object]
    """The rules for reading a query: the table of ``search-words.js``."""
    ranking: dict[str, object]
    """The engine's settings for ranking, by its own names."""


_LABELS = {
    "kind": say("Kind of page"),
    "verdict": say("Verdict"),
    "actor": say("Speaker"),
    "topic": say("Topic"),
    "publisher": say("Publisher"),
    "year": say("Year"),
}

_FIELDS = {
    "words": say("The words"),
    "translation": say("Translation"),
    "reason": say("The verdict’s reason"),
    "assessment": say("Our assessment"),
    "corrections": say("Correction"),
    "passage": say("Passage"),
    "subtitle": say("Subtitle"),
    "text": say("From the text"),
    "summary": say("Summary"),
    "definition": say("What it means"),
}
RANKING: dict[str, object] = {
    "engine": {
        "pageLength": 0.3,
        "termFrequency": 1.0,
        "termSaturation": 2.0,
        "termSimilarity": 2.0,
        "metaWeights": {"title": 0.0},
    },
    "kinds": {"article": 0.5, "compare": 0.5, "publisher": 1.8},
}
"""Chosen with benchmarks/relevance.py: a claim with a long assessment is hardly less to the point, a headline is no
claim, and who looks for an actor does not look for two."""


def search_page(lookup: Lookup) -> Page:
    """The search page."""
    searched = lookup.searched[""]
    labels = _value_labels(lookup)
    facets = []
    for name, label in _LABELS.items():
        every = {value: count for (facet, value), count in searched.facets if facet == name}
        offered = by_count(every)[:MOST_CHOICES]
        values = [FacetValue(value, labels.get((name, value), value), every[value]) for value in offered]
        values.sort(key=lambda value: _order(lookup, name, value))
        if values:
            facets.append(Facet(name, lookup.words.say(label), tuple(values), len(every) - len(values)))
    bundle = f"pagefind/pagefind.js?v={searched.engine}" if searched.engine else None
    words = lookup.words
    view = SearchPage(
        tuple(facets),
        bundle,
        searched.total,
        tuple(lookup.verdicts.values()),
        {field: words.say(label) for field, label in _FIELDS.items()},
        {"letters": TABLE, "unspaced": UNSPACED, "stop": stopwords(lookup.site.language)},
        RANKING,
    )
    description = words.say("Search all claims, actors and sources in your browser; no search service is used.")
    return Page(urls.SEARCH, "search.html", words.say("Search"), description, view, urls.SEARCH)


def _value_labels(lookup: Lookup) -> dict[tuple[str, str], str]:
    site = lookup.site
    labels = {("kind", kind): lookup.words.say(label) for kind, label in KINDS.items()}
    labels |= {("verdict", verdict.id): _verdict_label(lookup, verdict) for verdict in site.verdicts.values()}
    dates = [claim.date for claim in lookup.claims] + [article.published for article in site.articles.values()]
    labels |= {("year", str(date.in_year)): lookup.words.date(date.in_year) for date in dates}
    labels |= {("actor", actor.id): actor.name for actor in site.actors.values()}
    return labels | {("topic", topic.id): topic.label for topic in site.topics.values()}


def _verdict_label(lookup: Lookup, verdict: Verdict) -> str:
    if verdict.until is None:
        return verdict.label
    day = lookup.words.date(verdict.until)
    return f"{verdict.label} {lookup.words.say('(scale in use until {day})', day=day)}"


def _order(lookup: Lookup, facet: str, value: FacetValue) -> tuple[int, str]:
    if facet == "verdict":
        return list(lookup.site.verdicts).index(value.value), ""
    if facet == "kind":
        return list(KINDS).index(value.value), ""
    return 0, value.label.casefold()


KIND = Kind("search", once, lambda lookup, _: (search_page(lookup),))
