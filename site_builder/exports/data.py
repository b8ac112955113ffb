"""All published claims in one file: as JSON, and as ClaimReview in a DataFeed of schema.org.

Both are downloads: no page of the site loads them, so they may be as long as the site has claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from site_builder import urls
from site_builder.exports.kind import CLAIM, Export, File, Material, Part, Subject
from site_builder.exports.records import as_json, cited, heading, merged
from site_builder.model import Claim, Site
from site_builder.pages.lookup import Lookup
from site_builder.pages.structured import claim_review

CLAIMS, REVIEWS = "data/claims.json", "data/claimreview.json"


def _files(material: Material) -> dict[str, bytes]:
    """Both files; the first has one claim per line, so that versions can be compared line by line."""
    lookup = material.lookup
    head = heading(
        lookup.site, "claims", (id_ for claim in lookup.claims for id_ in cited(lookup.site.claims[claim.id]))
    )
    lines = material.lines
    every = ",\n".join(text for text, _, _ in lines)
    text = merged(as_json(head | _about(lookup.site)), f'{{"claims":[\n{every}\n]}}\n')
    return {CLAIMS: text.encode(), REVIEWS: f"{_reviews(lookup, lines)}\n".encode()}


def _of_claim(about: Subject) -> Part:
    """The claim as JSON, its review as an item of the feed, and the day of its last change."""
    claim = about.lookup.site.claims[about.id]
    return Part() if claim.withdrawn else Part(lines=(about.text, *_review(about.lookup, claim)))


EXPORT = Export(
    {
        CLAIMS: File(
            "application/json",
            "Every published claim, as in its own `index.json`; one claim per line.",
            "JSON, `data/schema/claims.schema.json`",
        ),
        REVIEWS: File(
            "application/ld+json",
            "The ClaimReview of each claim's page, all of them as one DataFeed.",
            "JSON-LD, schema.org",
        ),
    },
    _files,
    {CLAIM: _of_claim},
)


def _reviews(lookup: Lookup, lines: Sequence[tuple[str, str, str]]) -> str:
    feed: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": lookup.site.title,
        "isBasedOn": urls.absolute(lookup.site.base_url, "data/provenance.json"),
    }
    modified = max((day for _, _, day in lines), default="")
    items = ",".join(review for _, review, _ in lines)
    tail = f',"dateModified":"{modified}"}}' if modified else "}"
    return f'{as_json(feed)[:-1]},"dataFeedElement":[{items}]{tail}'


def _review(lookup: Lookup, claim: Claim) -> tuple[str, str]:
    review = claim_review(lookup.site, claim)
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
