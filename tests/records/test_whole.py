from __future__ import annotations

import pytest

from site_builder.records.decode import decode
from site_builder.records.models import (
    ActorRecord,
    ArchivedRecord,
    ArticleRecord,
    AskedRecord,
    ClaimRecord,
    CorrectionRecord,
    LicenceRecord,
    PassageRecord,
    PersonRecord,
    PoliciesRecord,
    PublisherRecord,
    RelationRecord,
    ReviewRecord,
    ScaleRecord,
    SiteRecord,
    TopicRecord,
    VerdictRecord,
    WasRecord,
)
from site_builder.records.nodes import MapNode
from site_builder.records.parser import parse
from site_builder.records.record import Record, validate
from site_builder.records.whole import Place, as_list, as_record, flow
from site_builder.source import Source

RECORDS: list[type[Record]] = [
    ArchivedRecord, AskedRecord, CorrectionRecord, LicenceRecord, PassageRecord, PersonRecord, PoliciesRecord,
    PublisherRecord, RelationRecord, ReviewRecord, ScaleRecord, TopicRecord, VerdictRecord, WasRecord,
]  # fmt: skip
VALUES = [
    "unsupported", "2", "Two words", "We corrected it, and more: all", "2026-01-02", "2026-01-02 A date was wrong.",
    "https://paper.example/a", "evidence", "{x", "a # b", "Why?", "…",
]  # fmt: skip
FILLED = ["denies", "2026-01-02", "one", "2", "https://paper.example/"]
"""What an editor may write for an ellipsis: one of them fits every key that takes one value."""


def _read(text: str) -> dict[str, object]:
    node, faults = parse(Source("x.yaml", f"k: {text}\n"))
    assert isinstance(node, MapNode)
    assert not faults
    found = node.data()["k"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("model", RECORDS)
def test_who_pastes_the_record_and_fills_it_in_has_a_valid_one(model: type[Record], value: str) -> None:
    for text in as_record(model, value):
        record = _read(text)
        for key, written in record.items():
            fitting = FILLED if written == "…" else [written]
            if model is ScaleRecord and key == "verdicts":
                continue  # a list of records
            assert [each for each in fitting if not any(f[0][:1] == (key,) for f in validate(model, {key: each})[1])]
        lacking = {name for name, field in model.model_fields.items() if field.is_required()} - record.keys()
        assert lacking == set()
        assert list(record) != ["scale"]


@pytest.mark.parametrize(
    ("model", "value", "records"),
    [
        (WasRecord, "unsupported", ["{verdict: unsupported}"]),
        (WasRecord, "The old words.", ["{statement: The old words.}", "{summary: The old words.}"]),
        (ReviewRecord, "2", ["{people: 2, since: …}"]),
        (RelationRecord, "roads", ["{claim: roads, kind: …}"]),
        (CorrectionRecord, "2026-01-02: a date", ["{date: 2026-01-02, change: a date}"]),
        (LicenceRecord, "Free, for all", ['{name: "Free, for all"}']),
        (PoliciesRecord, "about", [f"{{{key}: about}}" for key in PoliciesRecord.model_fields]),
        (PoliciesRecord, "No id", ["{methodology: …}"]),
    ],
)
def test_a_value_goes_to_the_key_that_takes_it(model: type[Record], value: str, records: list[str]) -> None:
    assert as_record(model, value) == records


@pytest.mark.parametrize(
    ("model", "key", "items", "advice"),
    [
        (ActorRecord, "same_as", ["Q12345"], "write [https://www.wikidata.org/wiki/Q12345]"),
        (ActorRecord, "same_as", ["https://a.example/b"], "write [https://a.example/b]"),
        (ActorRecord, "same_as", ["the page"], "write a list, [one, two]; "),
        (ClaimRecord, "topics", ["Roads", "money"], "write [roads, money]"),
        (ArticleRecord, "byline", ["Ann", "Bob"], "write [Ann, Bob]"),
        (VerdictRecord, "requires", ["proof"], "write a list, [one, two]"),
    ],
)
def test_a_list_is_advised_only_if_it_is_valid(model: type[Record], key: str, items: list[str], advice: str) -> None:
    assert as_list(Place(None, model, key), items).startswith(advice)


def test_a_comma_between_braces_needs_quotes() -> None:
    assert flow("a, b") == '"a, b"'
    assert flow("https://a.example/b:c") == "https://a.example/b:c"


def test_the_key_that_a_wrong_value_belongs_to_is_in_the_message() -> None:
    node, _ = parse(Source("x.yaml", "date: 2026-01-02\nchange: x\nwas: unsupported\n"))
    assert node
    _, faults = decode(CorrectionRecord, node, "a correction")
    assert [fault.help for fault in faults] == ["write {verdict: unsupported}"]
    node, _ = parse(Source("x.yaml", "review: 2\n"))
    assert node
    assert "write {people: 2, since: …}" in [fault.help for fault in decode(SiteRecord, node, "the site")[1]]
