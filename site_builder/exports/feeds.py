"""Atom (RFC 4287) and JSON Feed (version 1.1): new checks and corrections, newest first.

Ids are addresses of claims, which never change; a correction's is the claim's with the number of the correction. Feeds
know days, not hours: a day begins at midnight UTC.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from site_builder import urls
from site_builder.model import Claim, Site
from site_builder.pages.corrections import corrected
from site_builder.pages.lookup import Lookup

MOST = 50
"""Entries of a feed: a reader who was away for longer has the site."""


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    url: str
    title: str
    summary: str
    html: str
    day: str
    """The day on which this was published."""
    tags: tuple[str, ...]


def feeds(lookup: Lookup) -> dict[str, bytes]:
    """All feeds by path: the site's, and each actor's and topic's that has a claim."""
    site, say = lookup.site, lookup.words.say
    files = _both(lookup, "", site.title, lookup.claims)
    for id_, claims in (*lookup.by_actor.items(),):
        files |= _both(lookup, urls.actor(id_), f"{site.actors[id_].name} – {site.title}", claims)
    for id_, claims in lookup.by_topic.items():
        title = say("Claims on: {topic}", topic=site.topics[id_].label)
        files |= _both(lookup, urls.topic(id_), f"{title} – {site.title}", claims)
    return files


def _both(lookup: Lookup, permalink: str, title: str, claims: Iterable[Claim]) -> dict[str, bytes]:
    entries = [entry for claim in claims for entry in _entries(lookup, claim)]
    entries.sort(key=lambda entry: (entry.day, entry.id), reverse=True)
    shown = entries[:MOST]
    site = lookup.site
    return {
        f"{permalink}{urls.ATOM}": _atom(site, permalink, title, shown).encode(),
        f"{permalink}{urls.JSON_FEED}": _json(site, permalink, title, shown).encode(),
    }


def _entries(lookup: Lookup, claim: Claim) -> Iterable[_Entry]:
    if claim.published is None:
        return
    site, view = lookup.site, lookup.views[claim.id]
    url = urls.absolute(site.base_url, urls.claim(claim.id))
    title = f"{view.actor.name}: {claim.statement}"
    tags = (view.verdict.label, *(site.topics[id_].label for id_ in claim.topics))
    summary = f"{view.verdict.label}. {claim.summary}"
    html = f"<p>{escape(summary)}</p>{_rooted(claim.assessment or '', url)}"
    yield _Entry(url, url, title, summary, html, claim.published.iso, tags)
    for correction in corrected(lookup, claim):
        heading = lookup.words.say("Correction: {title}", title=title)
        html = f"<p>{escape(correction.change)}</p>" + "".join(
            f"<p><del>{escape(reading.before)}</del> <ins>{escape(reading.after)}</ins></p>"
            for reading in correction.readings
        )
        yield _Entry(
            f"{url}#{correction.anchor}",
            f"{url}#{correction.anchor}",
            heading,
            correction.change,
            html,
            correction.date.iso,
            tags,
        )


def _rooted(html: str, url: str) -> str:
    """Links of an assessment lead up from its page; in a feed they must be absolute."""
    root = url.rsplit("/claims/", 1)[0] + "/"
    return html.replace('href="../../', f'href="{escape(root)}').replace("index.html", "")


def _atom(site: Site, permalink: str, title: str, entries: list[_Entry]) -> str:
    own = urls.absolute(site.base_url, permalink + urls.ATOM)
    page = urls.absolute(site.base_url, permalink)
    updated = entries[0].day if entries else "1970-01-01"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.language)}>',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(page)}</id>",
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
            f"<updated>{_instant(entry.day)}</updated>",
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
                "tags": list(entry.tags),
            }
            for entry in entries
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _instant(day: str) -> str:
    """RFC 3339."""
    return f"{day}T00:00:00Z"
