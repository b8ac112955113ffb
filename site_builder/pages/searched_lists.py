"""Search entries of overview pages: publishers, comparisons of two actors, some lists.

Search finds each by its name and its description. The claims on it are found on their own pages.
"""

from __future__ import annotations

from site_builder import urls
from site_builder.i18n import say
from site_builder.pages.articles import publisher_link
from site_builder.pages.compare import called
from site_builder.pages.lookup import Lookup
from site_builder.pages.searched import DEFINITION, entry, field
from site_builder.search import SearchEntry

SOURCES = {
    "independent": say("independent outlet"),
    "state": say("state media"),
    "agency": say("news agency"),
    "official": say("official source"),
}
"""The editors' kinds of source in words; ``other`` has none."""
LISTS = {
    urls.BALANCE: (
        say("Balance"),
        say("How the claims on file are spread over sides, topics, verdicts and sources; what is not covered."),
    ),
    urls.CONTRADICTIONS: (
        say("Side by side"),
        say("Contradictions, denials, differing accounts, qualifications: each claim with date and words."),
    ),
    urls.CORRECTIONS: (say("Corrections"), say("Every correction to a published check, newest first.")),
}
"""Pages of the whole site that answer a question, by address: title and description, as the pages have them."""
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


def list_entry(lookup: Lookup, url: str) -> SearchEntry:
    """The search entry of one of :data:`LISTS`."""
    words = lookup.words
    title, told = LISTS[url]
    shown = [("by", words.say("About this site"))]
    fields = [field("summary", words.say(told), DEFINITION)]
    return entry(lookup, url, words.say(title), fields, shown, [("kind", "page")])
