from __future__ import annotations

import json

import yaml  # noqa: TID251 – a reader that is not ours

from site_builder.history.sides import flow, leads_of, paired, renamed
from site_builder.records.entries import Entry
from site_builder.records.models import ActorRecord
from tests.projects import changed, minimal, records


def actors(*lines: str) -> tuple[Entry[ActorRecord], ...]:
    """Actors, each as ``id`` or ``id: former ids``."""
    pairs = [(id_.strip(), former.split()) for id_, _, former in (line.partition(":") for line in lines)]
    made = {id_: {"name": id_.title(), **({"former_ids": former} if former else {})} for id_, former in pairs}
    return records(
        changed(minimal(), {"claims.yaml": yaml.safe_dump({"actors": made}, sort_keys=False).encode()})
    ).actors


def test_an_id_leads_to_the_record_that_has_or_had_it() -> None:
    assert leads_of(actors("ann: able minister", "bob")) == {
        "able": "ann",
        "minister": "ann",
        "ann": "ann",
        "bob": "bob",
    }


def test_a_present_id_leads_to_its_own_record() -> None:
    assert leads_of(actors("ann: bob", "bob"))["bob"] == "bob"


def test_a_renamed_record_is_the_same_and_two_that_became_one_are_two() -> None:
    assert renamed(actors("able"), actors("ann: able")) == {"able": "ann", "ann": "ann"}
    assert renamed(actors("ann", "bob"), actors("ann: bob")) == {"ann": "ann", "bob": "bob"}


def test_each_record_is_beside_what_became_of_it() -> None:
    pairs = paired(actors("able", "bob", "gone"), actors("ann: able", "bob", "new"))
    assert [(before.id, after.id) for before, after in pairs] == [("able", "ann"), ("bob", "bob")]


def test_a_text_between_braces_reads_as_itself() -> None:
    for text in ("plain", "a: b, {c}", 'he said "no"', "# no comment", "Łódź", "two\nlines"):
        assert yaml.safe_load(f"{{key: [{flow(text)}]}}") == {"key": [text]}
        assert json.loads(flow(text)) == text
