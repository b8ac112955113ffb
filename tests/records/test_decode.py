from __future__ import annotations

from site_builder.records.decode import decode
from site_builder.records.models import ActorRecord, ClaimRecord
from site_builder.records.parser import parse
from site_builder.source import Source


def problems(text: str, model: type[ActorRecord | ClaimRecord] = ActorRecord) -> list[tuple[str, tuple[int, int], str]]:
    node, found = parse(Source("x.yaml", text))
    assert node is not None
    assert found == []
    _, diagnostics = decode(model, node, "an actor")
    return [(diagnostic.code, diagnostic.position, diagnostic.message) for diagnostic in diagnostics]


def test_a_sound_record_has_no_problems() -> None:
    assert problems("name: Ann\nkind: group\n") == []


def test_all_faults_at_once_each_at_its_place() -> None:
    assert problems("name: Ann\nkind: grup\ncountry: Belarus\nrle: x\n") == [
        ("invalid-value", (2, 7), "`kind` must be one of person, organisation, state, group"),
        ("invalid-value", (3, 10), '`country`: "Belarus" is not a country code (ISO 3166-1 alpha-2), such as BY'),
        ("unknown-key", (4, 1), "`rle` is not a key of this record"),
    ]


def test_several_missing_keys_are_one_message() -> None:
    (problem,) = problems("id: x\npassages: [{article: a, quote: b}]\n", ClaimRecord)
    assert problem == ("missing-key", (1, 1), "an actor needs `actor`, `statement`, `date`, `verdict`, `summary`")


def test_a_list_of_faulty_items_is_not_called_empty() -> None:
    text = "id: x\nactor: a\nstatement: s\ndate: 2020\nverdict: v\nsummary: s\npassages: [{article: a}]\n"
    assert [problem[0] for problem in problems(text, ClaimRecord)] == ["missing-key"]
    assert [problem[2] for problem in problems(text, ClaimRecord)] == ["an actor needs `quote` in `passages[1]`"]


def test_something_that_is_no_record() -> None:
    assert problems("- a\n") == [("wrong-type", (1, 3), "an actor is a record: keys and values, not a list")]
