"""Tells other programs how to embed a claim's card: oEmbed 1.0, linked from the claim's page (section 4).

The files are static: a consumer that asks for a smaller frame (``maxwidth``) gets this one, which is never wider than
the page that it is in.
"""

from __future__ import annotations

import json

from site_builder import urls
from site_builder.exports.kind import CLAIM, Export, File, Part, Subject
from site_builder.pages.embed import embed
from site_builder.pages.lookup import Lookup

CACHE_AGE = 24 * 60 * 60
"""Seconds for which a consumer may keep what it read. The frame always shows the claim as it is."""


def _of_claim(about: Subject) -> Part:
    """A file for each claim, withdrawn ones included."""
    return Part({urls.oembed(about.id): _file(about.lookup, about.id)})


EXPORT = Export(
    {urls.oembed("<id>"): File("application/json", "How to show the claim's card.", "oEmbed 1.0, type `rich`")},
    parts={CLAIM: _of_claim},
)


def _file(lookup: Lookup, id_: str) -> bytes:
    site, claim = lookup.site, lookup.site.claims[id_]
    view = None if claim.withdrawn else lookup.views[id_]
    card = embed(site, lookup.words, claim, view)
    said: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": card.title,
        "author_name": site.publisher.name,
        "author_url": site.publisher.url or site.base_url,
        "provider_name": site.title,
        "provider_url": site.base_url,
        "cache_age": CACHE_AGE,
        "html": card.html,
        "width": card.width,
        "height": card.height,
    }
    # A line for each value; the library's own indenting is ten times as slow.
    return (json.dumps(said, ensure_ascii=False, separators=(",\n", ": ")) + "\n").encode()
