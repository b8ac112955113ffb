"""The data of single pages as JSON, and every passage as a web annotation.

A twin stands beside its page (``claims/<id>/index.json``) and says what the page says. Annotations follow the W3C Web
Annotation Data Model: a TextQuoteSelector and a TextPositionSelector (characters of the stored text, its markup left
out) for each stretch of a passage.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from site_builder import urls
from site_builder.exports.data import claim_data, heading, rooted
from site_builder.model import Actor, Article, Claim, Passage, Site
from site_builder.page import Provenance
from site_builder.pages.lookup import Lookup
from site_builder.passages.whole import head_at, whole_text

CONTEXT = 32
"""Characters of prefix and suffix."""


def twins(lookup: Lookup, made: Provenance) -> dict[str, bytes]:
    """A JSON file for each claim, actor and article, and ``data/annotations.jsonld``, by path."""
    site = lookup.site
    pages: list[tuple[str, str, dict[str, Any]]] = [
        *(("claim", urls.claim(claim.id), _claim(lookup, claim)) for claim in site.claims.values()),
        *(("actor", urls.actor(actor.id), _actor(lookup, actor)) for actor in site.actors.values()),
        *(("article", urls.article(article.id), _article(lookup, article)) for article in site.articles.values()),
    ]
    files = {urls.twin(permalink): _json(heading(site, kind, made) | data) for kind, permalink, data in pages}
    return files | {"data/annotations.jsonld": _json(_annotations(lookup, made))}


def _claim(lookup: Lookup, claim: Claim) -> dict[str, Any]:
    if not claim.withdrawn:
        return claim_data(lookup, claim)
    last = claim.corrections[-1]
    url = urls.absolute(lookup.site.base_url, urls.claim(claim.id))
    return {
        "id": claim.id,
        "url": url,
        "withdrawn": str(last.date),
        "reason": last.change,
        "former_ids": list(claim.former_ids),
    }


def _actor(lookup: Lookup, actor: Actor) -> dict[str, Any]:
    url = urls.absolute(lookup.site.base_url, urls.actor(actor.id))
    return {
        "id": actor.id,
        "url": url,
        "name": actor.name,
        "kind": actor.kind,
        "role": actor.role,
        "country": actor.country,
        "also_known_as": list(actor.also_known_as),
        "same_as": list(actor.same_as),
        "summary_html": rooted(actor.summary, url, lookup.site.base_url),
        "members": list(actor.members),
        "claims": [claim.id for claim in lookup.by_actor.get(actor.id, ())],
        "claims_with_others": [claim.id for claim in lookup.joint.get(actor.id, ())],
        "claims_about": [claim.id for claim in lookup.about.get(actor.id, ())],
        "accused_in": [claim.id for claim in lookup.accused.get(actor.id, ())],
        "former_ids": list(actor.former_ids),
    }


def _article(lookup: Lookup, article: Article) -> dict[str, Any]:
    cited: dict[str, tuple[Passage, list[str]]] = {}
    for claim, passage in lookup.cited.get(article.id, ()):
        cited.setdefault(passage.anchor, (passage, []))[1].append(claim.id)
    return {
        "id": article.id,
        "url": urls.absolute(lookup.site.base_url, urls.article(article.id)),
        "title": article.title,
        "publisher": article.publisher,
        "byline": list(article.byline),
        "agency": article.agency,
        "contributors": list(article.contributors),
        "published": str(article.published),
        "original": article.url,
        "archived": article.archived_url,
        "language": article.language,
        "source": article.source,
        "captions": list(article.captions),
        "note": article.note,
        "sha256": article.sha256,
        "passages": [
            {
                "anchor": anchor,
                "exact": list(passage.exact),
                "positions": [list(p) for p in passage.parts],
                "claims": claims,
            }
            for anchor, (passage, claims) in cited.items()
        ],
        "former_ids": list(article.former_ids),
    }


def _annotations(lookup: Lookup, made: Provenance) -> dict[str, Any]:
    base = lookup.site.base_url
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{base}data/annotations.jsonld",
        "type": "AnnotationPage",
        "generator": {"id": f"{base}data/provenance.json", "type": "Software", "name": made.generator},
        "dcterms:source": {"id": _named(bytes.fromhex(made.content))},
        "items": [annotation for claim in lookup.claims for annotation in _of_claim(lookup, claim)],
    }


def _of_claim(lookup: Lookup, claim: Claim) -> Iterator[dict[str, Any]]:
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
    head, (start, end) = head_at(article.document, place[0]), place
    text = whole_text(article.document) if head else article.document.text
    quote = {"type": "TextQuoteSelector", "exact": exact}
    quote |= {"prefix": text[max(start - CONTEXT, 0) : start], "suffix": text[end : end + CONTEXT]}
    about = {"type": "Text", "language": article.language}
    yield {
        "type": "SpecificResource",
        "source": {"id": _named(sha256(text.encode()).digest()), "format": "text/plain", **about},
        "scope": urls.absolute(site.base_url, urls.article(article.id)),
        "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
    }
    if article.url:
        source = {"id": article.url, "format": "text/html", **about}
        yield {"type": "SpecificResource", "source": source, "selector": quote}


def _named(digest: bytes) -> str:
    """What has this SHA-256, as an address (RFC 6920)."""
    return f"ni:///sha-256;{urlsafe_b64encode(digest).decode().rstrip('=')}"


def _json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
