"""Search entries of overview pages: publishers, comparisons of two actors, some lists.

Search finds each by its name and its description, and the list of pairs by its speakers. The claims on it are found on
their own pages.
"""

from __future__ import annotations

from collections import Counter

from site_builder import urls
from site_builder.i18n import say
from site_builder.pages.articles import publisher_link
from site_builder.pages.compare import called
from site_builder.pages.known_as import names
from site_builder.pages.lookup import Lookup
from site_builder.pages.searched import DEFINITION, NAMES, SPEAKER, entry, field
from site_builder.search import MOST_CHOICES, SearchEntry, by_count

SOURCES = {
    "independent": say("independent outlet"),
    "state": say("state media"),
    "agency": say("news agency"),
    "official": say("official source"),
}
"""The editors' kinds of source in words; ``other`` has none."""
LISTS = {
    urls.CLAIMS: (
        say("Claims"),
        say("Claims on file, newest first: who said it, when, and what the sources show."),
        say("Download, data, JSON, CSV, spreadsheet"),
    ),
    urls.ACTORS: (
        say("Actors"),
        say("Everyone who makes a claim here or is the subject of one, with the number of claims."),
        say("People, organisations, states, groups, speakers"),
    ),
    urls.ARTICLES: (
        say("Sources"),
        say("The articles from which every quotation on this site is taken and against which it is proved."),
        say("Articles, documents, authors, journalists, wrote, written"),
    ),
    urls.VERDICTS: (
        say("Verdicts"),
        say("What each verdict means, what a claim must have on file to get it, and how many claims have it."),
        say("Ratings, scale, true, false, untrue, lie, lies, fact"),
    ),
    urls.TOPICS: (
        say("Topics"),
        say("The subjects that claims are filed under. A claim may have several, or none."),
        say("Topic, subjects, themes, categories"),
    ),
    urls.PUBLISHERS: (
        say("Publishers"),
        say("Who published the articles on file: what each carried, and how those claims are rated."),
        say("Publisher, outlets, media, newspapers, agencies, channels"),
    ),
    urls.COMPARE: (
        say("Actors compared"),
        say("Actors who speak of each other: what each says, whom each accuses, on which topics, when."),
        say("Compare actors, comparison, pairs, versus"),
    ),
    urls.TIMELINE: (
        say("Timeline"),
        say("Who claimed what, and when: each mark is a claim with its verdict, and leads to its words."),
        say("Dates, chronology, first, last"),
    ),
    urls.NETWORK: (
        say("Accusations"),
        say("Accusations by accuser, accused and date: each mark is a claim with its verdict."),
        say("Who accuses whom, accused, blame, blames, network"),
    ),
    urls.BALANCE: (
        say("Balance"),
        say("How the claims on file are spread over sides, topics, verdicts and sources; what is not covered."),
        say("Bias, neutral, one-sided, statistics"),
    ),
    urls.CONTRADICTIONS: (
        say("Side by side"),
        say("Contradictions, denials, differing accounts, qualifications: each claim with date and words."),
        say("Contradict, inconsistent, changed, opposite, otherwise, before, otherwise before, compare"),
    ),
    urls.CORRECTIONS: (
        say("Corrections"),
        say("Every correction to a published check, newest first."),
        say("Errors, mistakes, wrong, withdrawn, retracted, removed, changed"),
    ),
}
"""Pages of the whole site that answer a question, by address: title, description, and other words by which readers look
for such a page, which results do not show: a question of just these words is answered by the page. Titles and
descriptions are those of the pages; where a page's own change with its claims (the list of claims, the accusations),
search has some that stay."""
WITHOUT = {
    urls.TOPICS: lambda lookup: lookup.site.topics,
    urls.PUBLISHERS: lambda lookup: lookup.published,
    urls.COMPARE: lambda lookup: lookup.compared,
}
"""What a list is of, where a site that has none of it has no such page."""
KIND = {urls.COMPARE: "compare"}
"""The kind of such a page, where it is not one about the site: who names two actors looks for them."""
CARRIED = 5
"""Weight of the summary of a publisher's page: it answers who carried what before any headline that has these words."""


def publisher_entry(lookup: Lookup, id_: str) -> SearchEntry:
    """The search entry of the publisher ``id_``: nothing in it changes with a new claim."""
    words = lookup.words
    articles = [lookup.site.articles[article] for article in lookup.published[id_]]
    name = publisher_link(lookup, articles[0]).text
    kinds = dict.fromkeys(words.say(SOURCES[article.source]) for article in articles if article.source in SOURCES)
    told = words.say("What {name} carried: its articles on file, the claims in them, and the verdicts.", name=name)
    fields = [field("kind", ". ".join(kinds), DEFINITION), field("summary", told, CARRIED)]
    shown = [("by", ", ".join((words.say("Publisher"), *kinds)))]
    return entry(lookup, urls.publisher(id_), name, fields, shown, [("kind", "publisher"), ("publisher", name)])


def compare_entry(lookup: Lookup, pair: tuple[str, str]) -> SearchEntry:
    """The search entry of the page of ``pair``."""
    title, told = called(lookup, pair)
    kind = lookup.words.say("Actors compared")
    fields = [field("summary", told, DEFINITION), field("kind", kind, DEFINITION)]
    return entry(lookup, urls.compare(*pair), title, fields, [("by", kind)], [("kind", "compare")])


def lists(lookup: Lookup) -> list[str]:
    """The addresses of those of :data:`LISTS` that the site has."""
    return [url for url in LISTS if url not in WITHOUT or WITHOUT[url](lookup)]


def list_entry(lookup: Lookup, url: str) -> SearchEntry:
    """The search entry of one of :data:`LISTS`."""
    words = lookup.words
    title, told, also = LISTS[url]
    shown = [("by", words.say("About this site"))]
    fields = [field("summary", words.say(told), DEFINITION), field("names", words.say(also).replace(", ", ". "), NAMES)]
    if url == urls.CONTRADICTIONS:
        fields.append(field("speaker", _paired(lookup), SPEAKER))
    return entry(lookup, url, words.say(title), fields, shown, [("kind", KIND.get(url, "page"))])


def _paired(lookup: Lookup) -> str:
    """The names of speakers whose claims stand side by side, those with the most such claims first."""
    ends = [id_ for relations in lookup.pairs.values() for each in relations for id_ in (each.source, each.target)]
    count = Counter(lookup.filings[id_].actor for id_ in ends)
    return ". ".join(name for id_ in by_count(count)[:MOST_CHOICES] for name in names(lookup.site.actors[id_]))
