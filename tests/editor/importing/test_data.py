from __future__ import annotations

from time import process_time
from typing import Any

import pytest

from site_builder.editor.importing.data import is_data, read_data
from site_builder.editor.importing.drafts import Drafting
from site_builder.editor.importing.item import Item, Quotation
from site_builder.editor.importing.matching import Project
from site_builder.link.texts import Texts
from tests.projects import minimal, records

CLAIM: dict[str, Any] = {
    "id": "roads-are-safe",
    "actor": {"id": "ann", "name": "Ann Able"},
    "statement": "The roads are safe.",
    "about": ["bob"],
    "verdict": {"id": "disputed", "label": "Disputed", "value": None},
    "passages": [
        {"article": {"id": "daily"}, "exact": ["the roads", "ever"], "positions": [[36, 45], [60, 64]], "role": "claim",
         "speech": "direct", "speaker": "ann", "note": None}
    ],
}  # fmt: skip


def test_a_claim_comes_with_all_of_its_passages() -> None:
    (item,) = read_data({"version": 2, "claims": [CLAIM]}).items
    assert dict(item.values) == {
        "id": "roads-are-safe", "statement": "The roads are safe.", "about": "bob", "actor": "ann",
        "actor_name": "Ann Able", "verdict": "disputed", "verdict_label": "Disputed",
    }  # fmt: skip
    (quotation,) = item.quotations
    assert (quotation.words, quotation.article, quotation.start) == ("the roads […] ever", "daily", 36)
    assert dict(quotation.more) == {"role": "claim", "speaker": "ann"}


def test_the_json_beside_a_page_is_one_claim() -> None:
    assert is_data(CLAIM)
    assert len(read_data(CLAIM).items) == 1
    withdrawn = {"id": "x", "withdrawn": "2020-06-01", "reason": "It was wrong."}
    items = read_data([CLAIM, withdrawn]).items
    assert items[1].refused == "it was withdrawn: the data say no more about it"


@pytest.mark.parametrize("values", [{}, [], 1, {"claims": 1}, {"claims": [{"passages": 1}]}, {"passages": []}])
def test_what_is_none_is_none(values: Any) -> None:
    assert not is_data(values)


@pytest.mark.parametrize("odd", [None, 1, [], {}, [[]], [["x"]], [[None]], [[1e400]], "", [1, 2]])
def test_a_claim_may_hold_anything(odd: Any) -> None:
    for key in (*CLAIM, "date", "topics", "relations", "asked", "corrections", "checked_by", "people", "former_ids"):
        (item,) = read_data(CLAIM | {key: odd}).items
        assert {type(value) for value in item.values.values()} <= {str}
        assert "" not in item.values.values()
    for key in CLAIM["passages"][0]:
        (item,) = read_data(CLAIM | {"passages": [CLAIM["passages"][0] | {key: odd}]}).items
        assert not item.refused


def test_passages_of_a_claim_are_not_each_compared_with_all() -> None:
    def seconds(number: int) -> float:
        quotations = tuple(
            Quotation("the roads are safer than ever", "daily-2020-05-03", more={"note": f"Note {place}."})
            for place in range(number)
        )
        known = records(minimal())
        drafting = Drafting(Project.of(known), Texts(known), "file")
        since = process_time()
        drafting.draft(Item("claim 1", {"statement": "It rains."}, quotations))
        return process_time() - since

    assert seconds(6400) < 24 * max(seconds(800), 0.002)
