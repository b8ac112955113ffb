"""All published claims in one file: as JSON, and as ClaimReview in a DataFeed of schema.org.

Both are downloads: no page of the site loads them, so they may be as long as the site has claims.
"""

from __future__ import annotations

from typing import Any

from site_builder import urls
from site_builder.exports.kind import Export, Material
from site_builder.exports.records import as_json, cited, heading, merged
from site_builder.model import Site
from site_builder.pages.lookup import Lookup
from site_builder.pages.structured import claim_review

CLAIMS, REVIEWS = "data/claims.json", "data/claimreview.json"


def _files(material: Material) -> dict[str, bytes]:
    """Both files; the first has one claim per line, so that versions can be compared line by line."""
    lookup = material.lookup
    head = heading(lookup.site, "claims", (id_ for claim in lookup.claims for id_ in cited(claim)))
    every = ",\n".join(material.claims[claim.id] for claim in lookup.claims)
    text = merged(as_json(head | _about(lookup.site)), f'{{"claims":[\n{every}\n]}}\n')
    return {CLAIMS: text.encode(), REVIEWS: f"{_reviews(lookup)}\n".encode()}


EXPORT = Export({CLAIMS: "application/json", REVIEWS: "application/ld+json"}, _files)


def _reviews(lookup: Lookup) -> str:
    made = lookup.step("review of claim", [claim.id for claim in lookup.claims], _review)
    feed: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": lookup.site.title,
        "isBasedOn": urls.absolute(lookup.site.base_url, "data/provenance.json"),
    }
    modified = max((day for _, day in made.values()), default="")
    items = ",".join(text for text, _ in made.values())
    tail = f',"dateModified":"{modified}"}}' if modified else "}"
    return f'{as_json(feed)[:-1]},"dataFeedElement":[{items}]{tail}'


def _review(lookup: Lookup, id_: str) -> tuple[str, str]:
    """The review of a claim as an item of the feed, and the day of its last change."""
    review = claim_review(lookup.site, lookup.site.claims[id_])
    review.pop("@context")
    dates = {
        key: review[field]
        for key, field in (("dateCreated", "datePublished"), ("dateModified", "dateModified"))
        if field in review
    }
    return as_json({"@type": "DataFeedItem", **dates, "item": review}), dates.get("dateModified", "")


def _about(site: Site) -> dict[str, Any]:
    licence = {"name": site.licence[0], "url": site.licence[1]} if site.licence else None
    return {
        "title": site.title,
        "url": site.base_url,
        "language": site.language,
        "publisher": site.publisher.name,
        "licence": licence,
    }
