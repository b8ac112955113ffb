"""Files for crawlers and hosts: the map of the site, robots.txt, headers and redirects.

``sitemap.xml`` follows sitemaps.org's protocol 0.9; ``_headers`` and ``_redirects`` are read by hosts that know them
and ignored by others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder import urls
from site_builder.exports.kind import Export, File, Material
from site_builder.exports.xml import escape
from site_builder.model import Claim
from site_builder.page import Made
from site_builder.pages.actor_lists import actor_feed
from site_builder.pages.lookup import Lookup
from site_builder.policy import CARD_HEADER, PAGE_HEADER

MOST_URLS = 50_000
"""The protocol's limit for one file."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
HEADERS = f"""\
/*
  Content-Security-Policy: {PAGE_HEADER}
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/data/*
  Access-Control-Allow-Origin: *
/*/index.json
  Access-Control-Allow-Origin: *
/*/feed.json
  Access-Control-Allow-Origin: *
/feed.json
  Access-Control-Allow-Origin: *
/claims/:id/oembed.json
  Access-Control-Allow-Origin: *
/claims/:id/card/*
  ! Content-Security-Policy
  Content-Security-Policy: {CARD_HEADER}
"""
"""Cards come under two rules with the same header. Cloudflare would send both policies, and browsers keep the
stricter; ``!`` takes the first away, and has to be after it. Netlify sends the last, and passes over a line without
a colon. A host that does neither keeps cards out of frames and opens no other page to them."""


def _files(material: Material) -> dict[str, bytes]:
    lookup, pages = material.lookup, material.pages
    site = lookup.site
    base = urls.base_path(site.base_url)
    files = _sitemaps(site.base_url, _urls(lookup, pages))
    files["robots.txt"] = f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n".encode()
    files["_headers"] = re.sub("^/", base, HEADERS, flags=re.MULTILINE).encode()
    with_feeds = {urls.actor(id_) for id_ in site.actors if actor_feed(lookup, id_)}
    lines = []
    for page in pages:
        if not page.target:
            continue
        target = page.target
        feeds = (urls.ATOM, urls.JSON_FEED) if target in with_feeds else ()
        cards = (urls.CARD, urls.OEMBED) if page.permalink.startswith(urls.CLAIMS) else ()
        names = ("", urls.twin(""), *feeds, *cards)
        lines += [f"{base}{page.permalink}{name} {base}{target}{name} 301\n" for name in names]
    files["_redirects"] = "".join(lines).encode()
    return files


_SITEMAP = File(
    "application/xml",
    f"Every page, with the day of its last change; above {MOST_URLS:,} pages in several files.",
    "sitemaps.org 0.9",
)
EXPORT = Export(
    {
        "sitemap.xml": _SITEMAP,
        "sitemap-<n>.xml": _SITEMAP,
        "robots.txt": File("text/plain", "Lets crawlers read everything, and names the sitemap.", "RFC 9309"),
        "_headers": File(
            "text/plain",
            "A Content Security Policy. Each page has it too, except the rule on frames, which browsers accept only in "
            "a header.",
            "as Netlify and Cloudflare Pages read it",
        ),
        "_redirects": File("text/plain", "Redirects from former ids.", "as Netlify and Cloudflare Pages read it"),
    },
    _files,
)


def _urls(lookup: Lookup, pages: Iterable[Made]) -> list[tuple[str, str]]:
    """Address and last change of each listed page; nothing where the change is not known.

    A page changes with every claim that it shows, and with one that it shows no more because it was withdrawn.
    """
    site = lookup.site
    changed: dict[str, str] = {}
    for claim in lookup.site.claims.values():
        shown = [urls.claim(claim.id), urls.actor(claim.actor), urls.verdict(claim.verdict)]
        shown += [
            urls.HOME,
            urls.CLAIMS,
            urls.VERDICTS,
            urls.BALANCE,
            urls.TIMELINE,
            *map(urls.topic, claim.topics),
            *map(urls.actor, claim.about),
        ]
        shown += [urls.TOPICS] if claim.topics else []
        shown += [urls.PUBLISHERS]
        shown += [
            urls.publisher(site.publishers[site.articles[passage.article].publisher]) for passage in claim.passages
        ]
        shown += [urls.article(passage.article) for passage in claim.passages]
        shown += [urls.actor(passage.speaker) for passage in claim.passages if passage.speaker]
        relations = lookup.relations.get(claim.id, ())
        shown += [urls.claim(id_) for relation in relations for id_ in (relation.source, relation.target)]
        shown += [urls.CONTRADICTIONS] if relations else []
        shown += [urls.NETWORK] if claim.accuses else []
        shown += [urls.CORRECTIONS] if claim.corrections else []
        shown += [urls.verdict(was) for item in claim.corrections for key, was in item.was if key == "verdict"]
        day = _changed(claim)
        for permalink in shown:
            changed[permalink] = max(changed.get(permalink, ""), day)
    said: dict[str, str] = {}
    for filed in lookup.claims:
        said[filed.actor] = max(said.get(filed.actor, ""), _changed(site.claims[filed.id]))
    compared = {urls.compare(*pair): max(map(said.__getitem__, pair)) for pair in lookup.compared}
    changed |= compared
    if compared:
        changed[urls.COMPARE] = max(compared.values())
    return [
        (urls.absolute(lookup.site.base_url, page.permalink), changed.get(page.permalink, ""))
        for page in pages
        if page.listed
    ]


def _changed(claim: Claim) -> str:
    return claim.modified.iso if claim.modified else ""


def _sitemaps(base_url: str, found: list[tuple[str, str]]) -> dict[str, bytes]:
    if len(found) <= MOST_URLS:
        return {"sitemap.xml": _list("urlset", "url", found)}
    files: dict[str, bytes] = {}
    parts: list[tuple[str, str]] = []
    for number, start in enumerate(range(0, len(found), MOST_URLS), 1):
        part = found[start : start + MOST_URLS]
        name = f"sitemap-{number}.xml"
        files[name] = _list("urlset", "url", part)
        parts.append((base_url + name, max(day for _, day in part)))
    return files | {"sitemap.xml": _list("sitemapindex", "sitemap", parts)}


def _list(root: str, item: str, found: list[tuple[str, str]]) -> bytes:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', f'<{root} xmlns="{_NAMESPACE}">']
    for url, day in found:
        modified = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"<{item}><loc>{escape(url)}</loc>{modified}</{item}>")
    return "\n".join([*lines, f"</{root}>", ""]).encode()
