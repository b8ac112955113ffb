"""Files for crawlers and hosts: the map of the site, robots.txt, headers and redirects.

``sitemap.xml`` follows sitemaps.org's protocol 0.9; ``_headers`` and ``_redirects`` are read by hosts that know them
and ignored by others.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from site_builder import urls
from site_builder.model import Claim
from site_builder.page import Page
from site_builder.pages.lookup import Lookup

MOST_URLS = 50_000
"""Of one file, by the protocol."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""The content policy that the site keeps: nothing inline, nothing from elsewhere."""
HEADERS = f"""\
/*
  Content-Security-Policy: {POLICY}
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
"""


def host_files(lookup: Lookup, pages: Iterable[Page]) -> dict[str, bytes]:
    """``sitemap.xml``, ``robots.txt``, ``_headers`` and ``_redirects`` by path."""
    site = lookup.site
    files = _sitemaps(site.base_url, _urls(lookup, pages))
    files["robots.txt"] = f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n".encode()
    files["_headers"] = HEADERS.encode()
    redirects = [page for page in pages if page.template == "redirect.html"]
    lines = (f"/{page.permalink} /{urls.folder(page.view.target)} 301\n" for page in redirects)  # type: ignore[attr-defined]
    files["_redirects"] = "".join(lines).encode()
    return files


def _urls(lookup: Lookup, pages: Iterable[Page]) -> list[tuple[str, str]]:
    """Address and last change of each listed page; nothing where the change is not known."""
    changed: dict[str, str] = {}
    for claim in lookup.claims:
        day = _changed(claim)
        for permalink in (
            urls.claim(claim.id),
            urls.actor(claim.actor),
            urls.verdict(claim.verdict),
            *map(urls.topic, claim.topics),
            urls.HOME,
            urls.CLAIMS,
        ):
            changed[permalink] = max(changed.get(permalink, ""), day)
    return [
        (urls.absolute(lookup.site.base_url, page.permalink), changed.get(page.permalink, ""))
        for page in pages
        if page.listed
    ]


def _changed(claim: Claim) -> str:
    day = claim.corrections[-1].date if claim.corrections else claim.published
    return day.iso if day else ""


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
