"""Atom (RFC 4287) and JSON Feed (version 1.1): new checks and corrections, newest first.

An entry's id is the address under which its claim was first published; a correction's is that with its number. Feeds
know days, not hours: a day begins at midnight UTC.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from site_builder import urls
from site_builder.exports.records import rooted
from site_builder.model import Claim, Site
from site_builder.pages.corrections import corrected
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
    order: tuple[str, int]
    """Of entries of one day: the claim, and the number of the correction."""
    tags: tuple[str, ...]


def feeds(lookup: Lookup) -> dict[str, bytes]:
    """All feeds by path: the site's, and each actor's and topic's that has a claim."""
    site, say = lookup.site, lookup.words.say
    withdrawn = [claim for claim in site.claims.values() if claim.withdrawn]
    files = _both(lookup, "", site.title, [*lookup.claims, *withdrawn])
    for actor in site.actors.values():
        gone = [claim for claim in withdrawn if claim.actor == actor.id]
        claims = [*lookup.by_actor.get(actor.id, ()), *gone]
        first = urls.actor((*actor.former_ids, actor.id)[0])
        files |= _both(lookup, urls.actor(actor.id), f"{actor.name} – {site.title}", claims, first)
    for topic in site.topics.values():
        title = say("Claims on: {topic}", topic=topic.label)
        gone = [claim for claim in withdrawn if topic.id in claim.topics]
        claims = [*lookup.by_topic.get(topic.id, ()), *gone]
        files |= _both(lookup, urls.topic(topic.id), f"{title} – {site.title}", claims)
    return files


def _both(
    lookup: Lookup, permalink: str, title: str, claims: Iterable[Claim], first: str | None = None
) -> dict[str, bytes]:
    """Both feeds of the page at ``permalink``, which was first published at ``first``."""
    entries = [entry for claim in claims for entry in _entries(lookup, claim)]
    entries.sort(key=lambda entry: (entry.day, entry.order), reverse=True)
    shown = entries[:MOST]
    site = lookup.site
    return {
        f"{permalink}{urls.ATOM}": _atom(site, permalink, title, shown, first or permalink).encode(),
        f"{permalink}{urls.JSON_FEED}": _json(site, permalink, title, shown).encode(),
    }


def _entries(lookup: Lookup, claim: Claim) -> Iterable[_Entry]:
    if claim.published is None:
        return
    site = lookup.site
    url = urls.absolute(site.base_url, urls.claim(claim.id))
    # Under its first id a claim was first announced: a new address makes no new entry.
    first = (*claim.former_ids, claim.id)[0]
    id_ = urls.absolute(site.base_url, urls.claim(first))
    made = corrected(lookup, claim)
    if claim.withdrawn:
        # Who has subscribed holds the words that were taken back: what is said is that they were, and why.
        last, number = made[-1], len(made)
        title = lookup.words.say("Withdrawn claim ({id})", id=claim.id)
        html = f"<p>{escape(last.change)}</p>"
        day = last.date.iso
        yield _Entry(f"{id_}#{last.anchor}", url, title, last.change, html, day, day, (first, number), ())
        return
    view = lookup.views[claim.id]
    tags = (view.verdict.label, *(site.topics[topic].label for topic in claim.topics))
    title, summary = view.title, told(view, site.scope)
    html = f"<p>{escape(summary)}</p>{rooted(claim.assessment, url, site.base_url) or ''}"
    day = claim.published.iso
    updated = max(day, made[-1].date.iso) if made else day
    yield _Entry(id_, url, title, summary, html, day, updated, (first, 0), tags)
    for number, correction in enumerate(made, 1):
        html = f"<p>{escape(correction.change)}</p>" + "".join(
            f"<p><del>{escape(reading.before)}</del> <ins>{escape(reading.after)}</ins></p>"
            for reading in correction.readings
        )
        # As the claim read after this correction: a later one does not change what was said then.
        later = (r.before for item in made[number:] for r in item.readings if r.key == "statement")
        statement = next(later, claim.statement)
        heading = lookup.words.say("Correction: {title}", title=f"{view.lead} {statement}")
        anchor, day = correction.anchor, correction.date.iso
        yield _Entry(
            f"{id_}#{anchor}", f"{url}#{anchor}", heading, correction.change, html, day, day, (first, number), ()
        )


def _atom(site: Site, permalink: str, title: str, entries: list[_Entry], first: str) -> str:
    own = urls.absolute(site.base_url, permalink + urls.ATOM)
    page = urls.absolute(site.base_url, permalink)
    updated = max((entry.updated for entry in entries), default=NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.language)}>',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(urls.absolute(site.base_url, first))}</id>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>',
        f"<updated>{_instant(updated)}</updated>",
        f"<author><name>{escape(site.publisher.name)}</name></author>",
    ]
    for entry in entries:
        lines += [
            "<entry>",
            f"<title>{escape(entry.title)}</title>",
            f"<id>{escape(entry.id)}</id>",
            f'<link rel="alternate" type="text/html" href={quoteattr(entry.url)}/>',
            f"<published>{_instant(entry.day)}</published>",
            f"<updated>{_instant(entry.updated)}</updated>",
            *(f"<category term={quoteattr(tag)}/>" for tag in entry.tags),
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
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _instant(day: str) -> str:
    """RFC 3339."""
    return f"{day}T00:00:00Z"
