"""Every passage as a web annotation.

Follows the W3C Web Annotation Data Model: a TextQuoteSelector and a TextPositionSelector (characters of the stored
text, its markup left out) for each stretch of a passage.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import Any

from site_builder import urls
from site_builder.exports.kind import CLAIM, Export, File, Material, Part, Subject
from site_builder.exports.provenance import FILE as PROVENANCE
from site_builder.exports.records import as_json
from site_builder.exports.sources import GENERATOR
from site_builder.model import Claim, Passage, Site
from site_builder.pages.lookup import Lookup
from site_builder.passages.whole import head_at, whole_text

FILE = "data/annotations.jsonld"
CONTEXT = 32
"""Characters of prefix and suffix."""


def _file(material: Material) -> dict[str, bytes]:
    """Every passage of every published claim."""
    base = material.lookup.site.base_url
    made = f"{base}{PROVENANCE}"
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{base}{FILE}",
        "type": "AnnotationPage",
        "generator": {"id": made, "type": "Software", "name": GENERATOR},
        "dcterms:source": {"id": made},
    }
    return {FILE: f'{as_json(page)[:-1]},"items":[{",".join(material.lines)}]}}\n'.encode()}


def _of_claim(about: Subject) -> Part:
    claim = about.lookup.site.claims[about.id]
    return Part() if claim.withdrawn else Part(lines=",".join(map(as_json, _annotations(about.lookup, claim))))


EXPORT = Export(
    {
        FILE: File(
            "application/ld+json",
            "Every passage: its words, and its position in the stored text.",
            "W3C Web Annotation",
        )
    },
    _file,
    {CLAIM: _of_claim},
)


def _annotations(lookup: Lookup, claim: Claim) -> Iterator[dict[str, Any]]:
    """An annotation for each passage, under the id that the passage has on the claim's page."""
    url = urls.absolute(lookup.site.base_url, urls.claim(claim.id))
    seen: Counter[str] = Counter()
    for passage in claim.passages:
        seen[passage.anchor] += 1
        again = f"~{seen[passage.anchor]}" if seen[passage.anchor] > 1 else ""
        yield {
            "id": f"{url}#{passage.anchor}{again}",
            "type": "Annotation",
            "motivation": "assessing" if passage.role == "claim" else "linking",
            "body": {"id": url, "type": "Text", "format": "text/html", "language": lookup.site.language},
            "target": [target for part in zip(passage.parts, passage.exact, strict=True)
                       for target in _targets(lookup.site, passage, *part)],
        }  # fmt: skip


def _targets(site: Site, passage: Passage, place: tuple[int, int], exact: str) -> Iterator[dict[str, Any]]:
    """One stretch of a passage: in the stored article, and in the publisher's, where its address is known.

    The stored text is not published whole; it is named by its digest (RFC 6920), and its page gives the context.
    """
    article = site.articles[passage.article]
    # A headline stands behind the text, and is counted there.
    in_head, (start, end) = head_at(article.document, place[0]) is not None, place
    text = whole_text(article.document) if in_head else article.document.text
    quote = {"type": "TextQuoteSelector", "exact": exact}
    quote |= {"prefix": text[max(start - CONTEXT, 0) : start], "suffix": text[end : end + CONTEXT]}
    about = {"type": "Text", "language": article.language}
    yield {
        "type": "SpecificResource",
        "source": {"id": _named(text), "format": "text/plain", **about},
        "scope": urls.absolute(site.base_url, urls.article(article.id)),
        "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
    }
    if article.url:
        source = {"id": article.url, "format": "text/html", **about}
        yield {"type": "SpecificResource", "source": source, "selector": quote}


@lru_cache(maxsize=16)  # an article may be large, and most passages are of the article of the one before
def _named(text: str) -> str:
    """``text`` by its SHA-256, as an address (RFC 6920)."""
    digest = sha256(text.encode()).digest()
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode().rstrip('=')}"
