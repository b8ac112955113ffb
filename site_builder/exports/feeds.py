"""Atom (RFC 4287) and JSON Feed (version 1.1): new checks and corrections, newest first.

An entry's id is the address under which its claim was first published; a correction's is that with its number. Feeds
know days, not hours: a day begins at midnight UTC.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from site_builder import urls
from site_builder.exports.kind import ACTOR, SITE, TOPIC, Export, File, Part, Subject
from site_builder.exports.records import as_json, rooted
from site_builder.exports.xml import attribute, escape
from site_builder.model import Claim, Site
from site_builder.pages.corrections import corrected
from site_builder.pages.groups import Filing, Filings
from site_builder.pages.lookup import Lookup
from site_builder.pages.views import told

MOST = 50
"""Entries of a feed: a reader who was away for longer has the site."""
NEVER = "1970-01-01"
"""The day on which a feed without entries was updated: Atom demands one."""


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    url: str
    title: str
    summary: str
    html: str
    day: str
    """The day on which this was published."""
    updated: str
    """The day on which it last changed."""
    tags: tuple[str, ...]


def _of_site(about: Subject) -> Part:
    site = about.lookup.site
    return _feeds(about.lookup, urls.HOME, site.title, about.lookup.claims, urls.HOME)


def _of_actor(about: Subject) -> Part:
    actor = about.lookup.site.actors[about.id]
    claims = about.lookup.by_actor.get(actor.id, ())
    first = urls.actor((*actor.former_ids, actor.id)[0])
    return _feeds(about.lookup, urls.actor(actor.id), actor.name, claims, first)


def _of_topic(about: Subject) -> Part:
    topic, permalink = about.lookup.site.topics[about.id], urls.topic(about.id)
    title = about.lookup.words.say("Claims on: {topic}", topic=topic.label)
    return _feeds(about.lookup, permalink, title, about.lookup.by_topic.get(about.id, ()), permalink)


_WHOSE = (urls.HOME, urls.actor("<id>"), urls.topic("<id>"))
_NEWEST = f"New checks and corrections, the newest {MOST}; of an actor or a topic only where there are any."
_FORMS = {
    urls.ATOM: File("application/atom+xml", _NEWEST, "Atom, RFC 4287"),
    urls.JSON_FEED: File("application/feed+json", _NEWEST, "JSON Feed 1.1"),
}
EXPORT = Export(
    {f"{permalink}{name}": file for name, file in _FORMS.items() for permalink in _WHOSE},
    parts={SITE: _of_site, ACTOR: _of_actor, TOPIC: _of_topic},
)


def _feeds(lookup: Lookup, permalink: str, name: str, claims: Filings, first: str) -> Part:
    """Both feeds of ``claims`` and of withdrawn ones, beside the page at ``permalink``; none without any news.

    ``first`` is the permalink under which the feeds were first published.
    """
    site = lookup.site
    if permalink != urls.HOME and not lookup.has_feed(permalink, claims):
        return Part()
    title = site.title if permalink == urls.HOME else f"{name} – {site.title}"
    every = (item for claim in (*claims, *lookup.withdrawn.get(permalink, ())) for item in _news(claim))
    newest = heapq.nlargest(MOST, every, key=lambda item: (item.day, item.order))
    entries = [_entry(lookup, item) for item in newest]
    return Part(
        {
            f"{permalink}{urls.ATOM}": _atom(site, permalink, title, entries, first).encode(),
            f"{permalink}{urls.JSON_FEED}": _json(site, permalink, title, entries).encode(),
        }
    )


@dataclass(frozen=True, slots=True)
class _News:
    """The news that a claim was published, corrected or withdrawn: enough to choose a feed's entries."""

    id: str
    """The claim's."""
    correction: int
    """Its number, from 1; 0 for the claim itself."""
    day: str
    order: tuple[str, int]
    """The order of the news of one day: the claim's first id, and the number of the correction."""


def _news(claim: Filing) -> list[_News]:
    """All news of ``claim``, oldest first; of a withdrawn one that it was withdrawn."""
    # Under its first id a claim was first announced: a new address makes no new entry.
    news = [_News(claim.id, number, day, (claim.first, number)) for number, day in enumerate(claim.days)]
    return news[-1:] if claim.withdrawn else news


def _entry(lookup: Lookup, item: _News) -> _Entry:
    claim = lookup.site.claims[item.id]
    if claim.withdrawn:
        return _withdrawal(lookup, item, claim)
    return _correction(lookup, item, claim) if item.correction else _check(lookup, item, claim)


def _addresses(site: Site, item: _News) -> tuple[str, str]:
    """The id of the entry, and the address to which it leads."""
    anchor = f"#{urls.correction(item.correction)}" if item.correction else ""
    id_, url = (urls.absolute(site.base_url, urls.claim(name)) for name in (item.order[0], item.id))
    return f"{id_}{anchor}", f"{url}{anchor}"


def _check(lookup: Lookup, item: _News, claim: Claim) -> _Entry:
    site, view = lookup.site, lookup.views[claim.id]
    id_, url = _addresses(site, item)
    tags = (view.verdict.label, *(site.topics[topic].label for topic in claim.topics))
    summary = told(view, site.scope)
    html = f"<p>{escape(summary)}</p>{rooted(claim.assessment, url, site.base_url) or ''}"
    updated = max(item.day, claim.corrections[-1].date.iso) if claim.corrections else item.day
    return _Entry(id_, url, view.title, summary, html, item.day, updated, tags)


def _correction(lookup: Lookup, item: _News, claim: Claim) -> _Entry:
    made = corrected(lookup, claim)
    correction = made[item.correction - 1]
    html = f"<p>{escape(correction.change)}</p>" + "".join(
        f"<p><del>{escape(reading.before)}</del> <ins>{escape(reading.after)}</ins></p>"
        for reading in correction.readings
    )
    # As the claim read after this correction: a later one does not change the entry of an earlier one.
    later = (r.before for made_later in made[item.correction :] for r in made_later.readings if r.key == "statement")
    statement = next(later, claim.statement)
    heading = lookup.words.say("Correction: {title}", title=f"{lookup.views[claim.id].lead} {statement}")
    return _Entry(*_addresses(lookup.site, item), heading, correction.change, html, item.day, item.day, ())


def _withdrawal(lookup: Lookup, item: _News, claim: Claim) -> _Entry:
    """Subscribers hold the words that were taken back: the entry says only that they were, and why."""
    id_, url = _addresses(lookup.site, item)
    title = lookup.words.say("Withdrawn claim ({id})", id=claim.id)
    change = claim.corrections[-1].change
    return _Entry(id_, url.partition("#")[0], title, change, f"<p>{escape(change)}</p>", item.day, item.day, ())


def _atom(site: Site, permalink: str, title: str, entries: list[_Entry], first: str) -> str:
    own = urls.absolute(site.base_url, permalink + urls.ATOM)
    page = urls.absolute(site.base_url, permalink)
    updated = max((entry.updated for entry in entries), default=NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(site.language)}>',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(urls.absolute(site.base_url, first))}</id>",
        f'<link rel="self" type="application/atom+xml" href={attribute(own)}/>',
        f'<link rel="alternate" type="text/html" href={attribute(page)}/>',
        f"<updated>{_instant(updated)}</updated>",
        f"<author><name>{escape(site.publisher.name)}</name></author>",
    ]
    for entry in entries:
        lines += [
            "<entry>",
            f"<title>{escape(entry.title)}</title>",
            f"<id>{escape(entry.id)}</id>",
            f'<link rel="alternate" type="text/html" href={attribute(entry.url)}/>',
            f"<published>{_instant(entry.day)}</published>",
            f"<updated>{_instant(entry.updated)}</updated>",
            *(f"<category term={attribute(tag)}/>" for tag in entry.tags),
            f"<summary>{escape(entry.summary)}</summary>",
            f'<content type="html">{escape(entry.html)}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _json(site: Site, permalink: str, title: str, entries: list[_Entry]) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": urls.absolute(site.base_url, permalink),
        "feed_url": urls.absolute(site.base_url, permalink + urls.JSON_FEED),
        "language": site.language,
        "authors": [{"name": site.publisher.name}],
        "items": [
            {
                "id": entry.id,
                "url": entry.url,
                "title": entry.title,
                "summary": entry.summary,
                "content_html": entry.html,
                "date_published": _instant(entry.day),
                "date_modified": _instant(entry.updated),
                "tags": list(entry.tags),
            }
            for entry in entries
        ],
    }
    return as_json(feed) + "\n"


def _instant(day: str) -> str:
    """RFC 3339."""
    return f"{day}T00:00:00Z"
