from __future__ import annotations

import pytest

from site_builder.records.keys import advice, keys_at, meant, record_keys
from site_builder.records.models import ArticleRecord, ClaimRecord, CorrectionRecord, SiteRecord
from site_builder.records.record import Record

KEYS = keys_at(ClaimRecord, ())


def test_known_keys_follow_a_path_into_lists_and_records() -> None:
    assert "quote" in keys_at(ClaimRecord, ("passages", 3))
    assert "email" in keys_at(SiteRecord, ("publisher",))
    assert "label" in keys_at(SiteRecord, ("topics", "x"))
    assert keys_at(ClaimRecord, ("nonsense", 0)) == []


def test_the_keys_of_all_records() -> None:
    assert {"actors", "quote", "base_url", "menu", "tone"} <= record_keys()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Verdict", "verdict"),
        ("VERDICT", "verdict"),
        ("verdcit", "verdict"),
        ("v\u0435rdict", "verdict"),
        ("“verdict”", "verdict"),
        ("verdict\u200b", "verdict"),
        ("ｖｅｒｄｉｃｔ", "verdict"),
        ("reviewed-by", "reviewed_by"),
        ("Reviewed by", "reviewed_by"),
        ("ID", "id"),
        ("rating", "verdict"),
        ("colour", None),
        ("pictures", None),
    ],
)
def test_the_key_that_was_meant(written: str, key: str | None) -> None:
    assert meant(written, KEYS) == key


@pytest.mark.parametrize("written", ["image", "Images", "pictures", "share-images", "Share images", "\u0456mages"])
def test_the_site_s_key_that_was_meant(written: str) -> None:
    assert meant(written, keys_at(SiteRecord, ())) == "images"


def test_letters_that_only_look_alike_are_named() -> None:
    assert "U+0435 CYRILLIC SMALL LETTER IE" in advice("v\u0435rdict", "verdict")
    assert "U+200B ZERO WIDTH SPACE" in advice("verdict\u200b", "verdict")
    assert advice("verdcit", "verdict") == 'did you mean "verdict"?'


@pytest.mark.parametrize(
    ("written", "model", "key"),
    [
        ("tags", ClaimRecord, "topics"),
        ("sources", ClaimRecord, "passages"),
        ("author", ClaimRecord, "checked_by"),
        ("author", ArticleRecord, "byline"),
        ("date", ArticleRecord, "published"),
        ("text", CorrectionRecord, "change"),
        ("image", SiteRecord, "images"),
        ("image", ArticleRecord, None),
    ],
)
def test_a_name_means_what_the_record_has(written: str, model: type[Record], key: str | None) -> None:
    assert meant(written, keys_at(model, ())) == key
