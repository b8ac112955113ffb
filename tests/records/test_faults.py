from __future__ import annotations

from site_builder.records.faults import MOST_UNKNOWN, SPLIT, merged
from site_builder.records.models import ClaimRecord
from site_builder.records.nodes import MapNode
from site_builder.records.parser import parse
from site_builder.records.record import validate
from site_builder.source import Source

REST = "id: x\nactor: a\nstatement: s\ndate: 2020\nverdict: v\nsummary: s\n"


def faults(text: str) -> list[tuple[str, dict[str, object]]]:
    node, _ = parse(Source("x.yaml", text))
    assert isinstance(node, MapNode)
    return [(kind, context) for _, kind, context, _ in merged(ClaimRecord, node, validate(ClaimRecord, node.data())[1])]


def test_a_key_under_another_name_is_not_missed() -> None:
    ((kind, context),) = faults(REST.replace("verdict", "verdcit") + "passages: [{article: a, quote: q}]\n")
    assert (kind, context["near"]) == ("extra_forbidden", "verdict")


def test_an_item_cut_in_two_is_one_fault() -> None:
    ((kind, context),) = faults(REST + "passages:\n  - article: a\n  - quote: b\n    role: claim\n")
    assert (kind, context["keys"]) == (SPLIT, ["quote", "role"])


def test_items_that_lack_the_same_are_faulty_each() -> None:
    found = faults(REST + "passages:\n  - article: a\n  - article: b\n")
    assert [kind for kind, _ in found] == ["missing", "missing"]


def test_very_many_unknown_keys_are_counted() -> None:
    more = "".join(f"x{number}: y\n" for number in range(1000))
    found = faults(REST + "passages: [{article: a, quote: q}]\n" + more)
    assert len(found) == MOST_UNKNOWN + 1
    assert found[-1][1]["more"] == 1000 - MOST_UNKNOWN
