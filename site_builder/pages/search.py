"""The search page with its facets, and what the search engine is given of each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from site_builder import urls
from site_builder.i18n import say
from site_builder.model import Actor, Article, Claim, Passage
from site_builder.page import Page
from site_builder.pages.lookup import Lookup
from site_builder.pages.views import VerdictView
from site_builder.search import SearchEntry, SearchSection


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
    """Its choices; at most :data:`MOST_VALUES`, those with the most entries."""
    more: int
    """How many choices are left out: readers find those by their words."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the search page shows before anyone types."""

    facets: tuple[Facet, ...]
    """Made at build time: asking the engine for them would load its whole index."""
    bundle: str | None
    """The engine's script from the site's root, with its version; none in a site built without search."""
    total: int
    """How many pages are searched."""
    verdicts: tuple[VerdictView, ...]
    """The rating scale: results show its signs."""


MOST_VALUES = 40
"""Choices of a facet: 0.15 KB of HTML each."""
_KINDS = {"claim": say("Claims"), "actor": say("Actors"), "article": say("Sources")}
_LABELS = {
    "kind": say("Kind of page"),
    "verdict": say("Verdict"),
    "actor": say("Speaker"),
    "topic": say("Topic"),
    "publisher": say("Publisher"),
    "year": say("Year"),
}


def search_page(lookup: Lookup, entries: Iterable[SearchEntry], engine: str | None) -> Page:
    """The search page over ``entries``; ``engine`` is the search engine's version, None without search."""
    entries = list(entries)
    counts: Counter[tuple[str, str]] = Counter(pair for entry in entries for pair in set(entry.filters))
    labels = _value_labels(lookup)
    facets = []
    for name, label in _LABELS.items():
        every = [
            FacetValue(value, labels.get((name, value), value), count)
            for (facet, value), count in counts.items()
            if facet == name
        ]
        values = sorted(every, key=lambda value: (-value.count, value.value))[:MOST_VALUES]
        values.sort(key=lambda value: _order(lookup, name, value))
        if values:
            facets.append(Facet(name, lookup.words.say(label), tuple(values), len(every) - len(values)))
    bundle = f"pagefind/pagefind.js?v={engine}" if engine else None
    view = SearchPage(tuple(facets), bundle, len(entries), tuple(lookup.verdicts.values()))
    words = lookup.words
    description = words.say("Search all claims, actors and sources in your browser; no search service is asked.")
    return Page(urls.SEARCH, "search.html", words.say("Search"), description, view, urls.SEARCH)


def claim_entry(lookup: Lookup, claim: Claim) -> SearchEntry:
    """What is searched of the page of ``claim``."""
    site = lookup.site
    view = lookup.views[claim.id]
    articles = [site.articles[passage.article] for passage in claim.passages]
    speaker = site.actors[claim.actor]
    sections = [_passage_section(lookup, passage) for passage in claim.passages]
    names = " ".join((speaker.name, *speaker.also_known_as, *(site.actors[id_].name for id_ in claim.about)))
    filters = [("kind", "claim"), ("verdict", claim.verdict), ("actor", claim.actor), ("year", str(claim.date.in_year))]
    filters += [("topic", topic) for topic in claim.topics]
    # Not a facet: filters come with a result and are no words to be searched for, unlike metadata.
    filters.append(("lead", view.lead))
    filters += [("publisher", publisher) for publisher in dict.fromkeys(a.publisher for a in articles)]
    return SearchEntry(
        url=urls.claim(claim.id),
        language=site.language,
        title=claim.statement,
        lead=f"{claim.summary} {names}",
        sections=tuple(sections),
        filters=tuple(filters),
        metadata=(
            ("kind", "claim"),
            ("actor", view.actor.name),
            ("verdict", view.verdict.label),
            ("tone", view.verdict.tone),
            ("sign", view.verdict.sign),
            ("date", lookup.words.date(claim.date)),
        ),
        sort=(("date", claim.date.order),),
    )


def _passage_section(lookup: Lookup, passage: Passage) -> SearchSection:
    article = lookup.site.articles[passage.article]
    return SearchSection(passage.anchor, f"{article.publisher}: {article.title}", " […] ".join(passage.exact))


def actor_entry(lookup: Lookup, actor: Actor) -> SearchEntry:
    """What is searched of the page of ``actor``."""
    made = lookup.by_actor.get(actor.id, ())
    words = " ".join(filter(None, (actor.role, *actor.also_known_as)))
    dated = made[-1].date.order if made else "0000-00-00"
    return SearchEntry(
        url=urls.actor(actor.id),
        language=lookup.site.language,
        title=actor.name,
        lead=words,
        sections=(),
        filters=(("kind", "actor"),),
        metadata=(("kind", "actor"), ("actor", actor.role or ""), ("date", "")),
        sort=(("date", dated),),
    )


def article_entry(lookup: Lookup, article: Article) -> SearchEntry:
    """What is searched of the page of ``article``."""
    cited = {passage.anchor: passage for _, passage in lookup.cited.get(article.id, ())}
    sections = tuple(
        SearchSection(anchor, lookup.words.say("Passage"), " […] ".join(passage.exact))
        for anchor, passage in cited.items()
    )
    if article.rights == "full":
        sections = (*sections, SearchSection("text", article.title, article.document.text))
    return SearchEntry(
        url=urls.article(article.id),
        language=lookup.site.language,
        title=article.title,
        lead=" ".join(filter(None, (article.publisher, article.agency, *article.byline))),
        sections=sections,
        filters=(("kind", "article"), ("publisher", article.publisher), ("year", str(article.published.in_year))),
        metadata=(("kind", "article"), ("actor", article.publisher), ("date", lookup.words.date(article.published))),
        sort=(("date", article.published.order),),
    )


def _value_labels(lookup: Lookup) -> dict[tuple[str, str], str]:
    site = lookup.site
    labels = {("kind", kind): lookup.words.say(label) for kind, label in _KINDS.items()}
    labels |= {("verdict", verdict.id): verdict.label for verdict in site.verdicts.values()}
    dates = [claim.date for claim in lookup.claims] + [article.published for article in site.articles.values()]
    labels |= {("year", str(date.in_year)): lookup.words.date(date.in_year) for date in dates}
    labels |= {("actor", actor.id): actor.name for actor in site.actors.values()}
    return labels | {("topic", topic.id): topic.label for topic in site.topics.values()}


def _order(lookup: Lookup, facet: str, value: FacetValue) -> tuple[int, str]:
    if facet == "verdict":
        return list(lookup.site.verdicts).index(value.value), ""
    if facet == "kind":
        return list(_KINDS).index(value.value), ""
    return 0, value.label.casefold()
