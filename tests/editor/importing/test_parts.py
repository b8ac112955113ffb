"""What tells of a claim's check, matched with what this project has."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.editor.importing.data import read_data
from site_builder.editor.importing.drafts import Drafting
from site_builder.editor.importing.matching import Project
from site_builder.link.texts import Texts
from tests.editor.importing.test_data import CLAIM
from tests.projects import edited, minimal, records


def drafted(**keys: Any) -> dict[str, Any]:
    """The draft of a claim that has ``keys`` too, in the minimal project; with its notes."""
    known = records(edited(minimal(), "content/site.yaml", "title: Minimal\n", f"title: Minimal\n{PEOPLE}"))
    (item,) = read_data(CLAIM | {"id": "new", "statement": "It rains."} | keys).items
    draft = Drafting(Project.of(known), Texts(known), "file", {"new", "next"}).draft(item)
    return {**draft.fields, "notes": draft.notes}


PEOPLE = """people: {una: {name: Una Fact}, vic: {name: Una Fact}, wim: {name: Wim Wit}}
scales: {first: {until: 2020-12-31, verdicts: [{id: denied, label: Denied, definition: Somebody denies it.}]}}
"""


def test_a_verdict_of_a_scale_that_is_not_here_is_not_taken_for_another() -> None:
    first = drafted(verdict={"id": "denied", "label": "Denied", "scale": "first"})
    assert (first["verdict"], first["scale"]) == ("denied", "first")
    other = drafted(verdict={"id": "disputed", "label": "Disputed", "scale": "2019"})
    assert not {"verdict", "scale"} & other.keys()
    assert '`verdict` is left out: it stands on the scale "2019", which is not here' in other["notes"]
    none = drafted(verdict={"id": "disputed", "label": "Disputed", "scale": "first"})
    assert not {"verdict", "scale"} & none.keys()
    was = drafted(corrections=[{"date": "2020-06-02", "change": "So.", "was": {"verdict": "x", "scale": "2019"}}])
    assert was["corrections"] == [{"date": "2020-06-02", "change": "So.", "was": {}}]
    assert '`corrections`: there is no verdict "x" on a scale "2019"' in was["notes"]


def test_a_person_is_who_has_that_name_here() -> None:
    people = [{"id": "vic", "name": "Una Fact"}, {"id": "una", "name": "Wim Wit"}]
    made = drafted(checked_by=["Una Fact", "Wim Wit", "Eve Ex"], people=people)
    assert made["checked_by"] == ["vic", "wim", "Eve Ex"]


def test_one_who_was_asked_is_an_actor_of_ours_or_a_name() -> None:
    made = drafted(
        asked=[
            {"date": "2020-05-20", "of": {"id": "bob", "name": "Bob Baker"}, "answer": None, "unanswered": True},
            {"date": "2020-05-20", "of": {"id": "bob-b", "name": "Bob Baker"}, "answer": "No.", "unanswered": False},
            {"date": "2020-05-20", "of": {"id": "carl", "name": "Carl Clark"}},
            {"date": "2020-05-20", "of": {"id": None, "name": "Bob Baker"}},
        ]
    )
    assert [(each["of"], each["answer"]) for each in made["asked"]] == [
        ("bob", "none"), ("bob", "No."), ("Carl Clark", ""), ("Bob Baker", ""),
    ]  # fmt: skip


def test_a_relation_needs_its_other_claim() -> None:
    made = drafted(
        relations=[{"claim": id_, "kind": "repeats", "note": None} for id_ in ("roads-are-safe", "next", "x")]
    )
    assert [each["claim"] for each in made["relations"]] == ["roads-are-safe", "next"]
    assert made["notes"][1:] == ('`relations`: there is no claim "x", here or in the file',)


@pytest.mark.parametrize("odd", [None, 1, [], {}, [[]], [["x"]], [[None]], [[1e400]], "", [1, 2]])
def test_each_part_may_hold_anything(odd: Any) -> None:
    for key, inner in (("asked", "of"), ("corrections", "was"), ("relations", "claim"), ("checked_by", "x")):
        drafted(**{key: odd})
        assert drafted(**{key: [{inner: odd}, odd]})["id"] == "new"
