from __future__ import annotations

from typing import Any

import pytest

from site_builder.records.models import (
    ActorRecord,
    ClaimRecord,
    PageRecord,
    SiteRecord,
    VerdictRecord,
)
from site_builder.records.record import validate
from site_builder.records.values import is_id, suggest_id

CLAIM: dict[str, Any] = {
    "id": "a-claim",
    "actor": "ann",
    "statement": "It  is\nso.",
    "date": "2020-08~",
    "verdict": "disputed",
    "summary": "Why.",
    "passages": [{"article": "x", "quote": "words"}],
    "published": "2026-01-01",
}


def test_a_claim_with_its_defaults() -> None:
    claim, faults = validate(ClaimRecord, CLAIM)
    assert faults == []
    assert claim is not None
    assert claim.statement == "It is so."
    assert (claim.status, claim.about, claim.corrections) == ("published", (), ())
    assert (claim.passages[0].role, claim.passages[0].speech) == ("claim", "reported")
    assert str(claim.date) == "2020-08~"


def test_a_record_has_no_note_of_its_own_of_the_keys_that_were_written() -> None:
    claim, _ = validate(ClaimRecord, CLAIM)
    assert claim is not None
    assert claim.model_fields_set == set()
    assert claim.model_fields_set is claim.passages[0].model_fields_set
    other = claim.passages[0].model_copy(update={"quote": "other"})
    assert (other.quote, other.article, claim.passages[0].quote) == ("other", "x", "words")
    assert claim.model_fields_set == set()


@pytest.mark.parametrize(
    ("change", "path", "kind"),
    [
        ({"published": "2026-01"}, ("published",), "invalid-date"),
        ({"date": ["2020"]}, ("date",), "invalid-date"),
        ({"id": "A b"}, ("id",), "invalid-id"),
        ({"about": ["x", "x"]}, ("about",), "invalid-value"),
        ({"status": "hidden"}, ("status",), "literal_error"),
        ({"colour": "red"}, ("colour",), "extra_forbidden"),
        ({"passages": []}, ("passages",), "too_short"),
        ({"corrections": [{"date": "2026-01-02"}]}, ("corrections", 0, "change"), "missing"),
    ],
)
def test_faults_name_their_place_and_kind(change: dict[str, Any], path: tuple[Any, ...], kind: str) -> None:
    record, faults = validate(ClaimRecord, CLAIM | change)
    assert record is None
    assert [(fault[0], fault[1]) for fault in faults] == [(path, kind)]


def test_whole_numbers_are_written_in_digits() -> None:
    assert validate(PageRecord, {"title": "x", "menu": "2"})[0] is not None
    for wrong in ("2.0", "two", "1_0", ""):
        assert validate(PageRecord, {"title": "x", "menu": wrong})[0] is None
    verdict = {"id": "v", "label": "l", "definition": "d"}
    assert validate(VerdictRecord, verdict | {"value": "6"})[0] is None


SITE = {
    "title": "t",
    "base_url": "https://example.org/sub",
    "publisher": {"name": "n"},
    "verdicts": [{"id": "v", "label": "l", "definition": "d"}],
}


@pytest.mark.parametrize(
    ("written", "read"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)],
)
def test_a_switch_is_true_or_false_as_yaml_says_it(written: str, read: bool) -> None:
    record, faults = validate(SiteRecord, SITE | {"images": written})
    assert faults == []
    assert record is not None
    assert record.images is read


@pytest.mark.parametrize("written", ["no", "off", "0", "fALSE", "false.", "", ["false"], {}, 0])
def test_nothing_else_is_a_switch(written: object) -> None:
    record, faults = validate(SiteRecord, SITE | {"images": written})
    assert record is None
    assert [(path, kind) for path, kind, _, _ in faults] == [(("images",), "bool_type")]


def test_the_base_url_ends_with_a_slash() -> None:
    site = SITE
    record, _ = validate(SiteRecord, site)
    assert record is not None
    assert record.base_url == "https://example.org/sub/"
    assert validate(SiteRecord, site | {"base_url": "https://example.org/?q"})[0] is None


def test_countries_are_codes() -> None:
    assert validate(ActorRecord, {"name": "n", "country": "BY"})[0] is not None
    assert validate(ActorRecord, {"name": "n", "country": "by"})[0] is None


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("a", True),
        ("a-1", True),
        ("a--b", False),
        ("-a", False),
        ("a-", False),
        ("Ab", False),
        ("ж", False),
        ("", False),
    ],
)
def test_ids(text: str, sound: bool) -> None:
    assert is_id(text) is sound
    assert suggest_id(text) == "" or is_id(suggest_id(text))


def test_an_address_is_one_that_programs_can_read() -> None:
    written = "https://ru.wikipedia.org/wiki/Лукашенко?a={b|c}%20%zz"
    record, _ = validate(ActorRecord, {"name": "Ann", "same_as": [written]})
    assert record is not None
    # RFC 3987: letters of all scripts as they are, signs that no address has percent-encoded.
    assert record.same_as == ("https://ru.wikipedia.org/wiki/Лукашенко?a=%7Bb%7Cc%7D%20%25zz",)
