"""Reads fact checks in schema.org's terms: a ClaimReview, a list of them, a ``@graph`` or a DataFeed.

A review says who claimed what, and how its author rated it; it has no quotation, so that its drafts lack their
passages.
"""

from __future__ import annotations

from typing import Any

from site_builder import urls
from site_builder.editor.importing.item import PARTIAL, Check, Contents, Item
from site_builder.editor.importing.structure import Object, below, first, kinds, objects, text
from site_builder.editor.importing.summary import Scale

TYPE = "ClaimReview"


def is_review(values: Any) -> bool:
    """True when there is a ClaimReview in ``values``."""
    return any(TYPE in kinds(value) for value in below(values))


def read_reviews(values: Any, scale: Scale) -> Contents:
    """The reviews in ``values``; ``scale`` knows how this site words a rating."""
    found = [value for value in below(values) if TYPE in kinds(value)]
    items = tuple(_item(f"review {number}", review, scale) for number, review in enumerate(found, 1))
    return Contents(items, (PARTIAL,) if any("id" in item.values for item in items) else ())


def _item(place: str, review: Object, scale: Scale) -> Item:
    said = first(review.get("itemReviewed"))
    rating = first(review.get("reviewRating"))
    label, explanation = text(rating.get("alternateName")), text(rating.get("ratingExplanation"))
    authors = objects(said.get("author"))
    name = text(said.get("author"))
    url = text(review.get("url"))
    summary, earlier = scale.reason(label, explanation)
    values = {
        "id": scale.own_id(url, urls.claim),
        "statement": text(review.get("claimReviewed")),
        "actor": name,
        "date": text(said.get("datePublished")),
        "verdict": label,
        "scale": earlier,
        "summary": summary,
        "published": text(review.get("datePublished")),
    }
    by = objects(review.get("author"))
    check = Check(tuple(filter(None, map(text, by))) or tuple(filter(None, [text(review.get("author"))])),
                  tuple(filter(None, (text(each.get("url")) for each in by))), url)  # fmt: skip
    notes: list[str] = []
    if not name and len(authors) > 1:
        notes.append(f"it has {len(authors)} authors: {', '.join(filter(None, map(text, authors)))}")
    if not label and rating.get("ratingValue") is not None:
        notes.append(f"it has the rating {str(rating['ratingValue'])[:20]} but no word for it")
    appearances = (*objects(said.get("appearance")), *objects(said.get("firstAppearance")))
    seen = filter(None, (text(page.get("url")) or text(page.get("headline")) for page in appearances))
    notes += [f"the claim appeared in {page}" for page in dict.fromkeys(seen)]
    return Item(place, {key: value for key, value in values.items() if value}, notes=tuple(notes), check=check)
