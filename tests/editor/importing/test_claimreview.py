from __future__ import annotations

from typing import Any

import pytest

from site_builder.editor.importing.claimreview import is_review, read_reviews
from site_builder.editor.importing.item import Check, Item
from site_builder.editor.importing.summary import Scale
from tests.projects import minimal, records

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://facts.example.org/roads",
    "claimReviewed": "The roads are safe.",
    "author": {"@type": "Organization", "name": "Facts"},
    "datePublished": "2020-06-01",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Ann Able", "sameAs": "https://example.org/ann"},
        "datePublished": "2020-05-02",
        "appearance": {"@type": "Article", "url": "https://example.org/story"},
    },
    "reviewRating": {"@type": "Rating", "alternateName": "Disputed", "ratingExplanation": "Baker denies it.", "ratingValue": 2},
}  # fmt: skip


def read(values: Any) -> tuple[Item, ...]:
    return read_reviews(values, Scale.of(records(minimal()))).items


def test_a_review_says_who_claimed_what_and_how_it_was_rated() -> None:
    (item,) = read(REVIEW)
    assert dict(item.values) == {
        "statement": "The roads are safe.", "actor": "Ann Able", "date": "2020-05-02", "verdict": "Disputed",
        "summary": "Baker denies it.", "published": "2020-06-01",
    }  # fmt: skip
    assert item.notes == ("the claim appeared in https://example.org/story",)
    assert item.check == Check(("Facts",), (), "https://facts.example.org/roads")
    assert item.quotations == ()


@pytest.mark.parametrize(
    "values",
    [
        REVIEW,
        [{"@type": "WebPage"}, REVIEW],
        {"@context": "https://schema.org", "@graph": [{"@type": "Person", "name": "X"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": REVIEW}]},
        {"@type": "DataFeed", "dataFeedElement": {"item": [REVIEW]}},
        {"@type": "NewsArticle", "review": REVIEW},
        REVIEW | {"@type": ["Review", "https://schema.org/ClaimReview"]},
        REVIEW | {"@type": "schema:ClaimReview"},
    ],
)
def test_a_review_is_found_wherever_it_stands(values: Any) -> None:
    assert is_review(values)
    assert [item.values["statement"] for item in read(values)] == ["The roads are safe."]


@pytest.mark.parametrize("values", [{}, [], 1, "ClaimReview", {"@type": "Claim"}, {"@type": 5}, [[["ClaimReview"]]]])
def test_what_is_none_is_none(values: Any) -> None:
    assert not is_review(values)
    assert read(values) == ()


@pytest.mark.parametrize("odd", [None, 1, [], {}, [[]], "", {"name": {"name": 3}}, [1, 2]])
def test_a_review_may_hold_anything(odd: Any) -> None:
    for key in ("itemReviewed", "reviewRating", "claimReviewed", "url", "datePublished"):
        (item,) = read(REVIEW | {key: odd})
        assert {type(value) for value in item.values.values()} <= {str}
        assert "" not in item.values.values()


def test_what_cannot_be_decided_is_told() -> None:
    several = REVIEW["itemReviewed"] | {"author": [{"name": "Ann Able"}, {"name": "Bob Baker"}]}
    (item,) = read(REVIEW | {"itemReviewed": several, "reviewRating": {"ratingValue": 1}})
    assert "it has 2 authors: Ann Able, Bob Baker" in item.notes
    assert "it has the rating 1 but no word for it" in item.notes
    assert not {"actor", "verdict"} & item.values.keys()


def test_what_this_site_says_in_every_review_is_taken_off_again() -> None:
    scale = Scale.of(records(minimal()))
    _, verdict = scale.verdicts[0]
    said = f"{verdict.label} – {verdict.definition} Baker denies it."
    assert Scale(scale.base_url, scale.verdicts, "On file").reason(verdict.label, f"{said} On file.") == (
        "Baker denies it.",
        "",
    )
    assert scale.reason("Another", said) == (said, "")


def test_the_id_is_in_the_address_on_this_site_alone() -> None:
    base = Scale.of(records(minimal())).base_url
    for url, id_ in (
        (f"{base}claims/roads-are-safe/", "roads-are-safe"),
        (f"{base}actors/ann/", None),
        (f"{base}claims/x/y/", None),
        ("https://facts.example.net/claims/roads-are-safe/", None),
    ):
        assert read(REVIEW | {"url": url})[0].values.get("id") == id_
