from __future__ import annotations

import re
from typing import get_args

from site_builder.relations import DESCRIPTION, RELATIONS, RelationKind
from tests.projects import ROOT


def test_every_kind_has_a_row_and_the_docs_have_its_definition() -> None:
    assert tuple(RELATIONS) == get_args(RelationKind)
    rows = re.findall(r"\| `(\w+)` \| (.+) \|", (ROOT / "docs" / "records.md").read_text("utf-8"))
    assert {kind: meaning.definition for kind, meaning in RELATIONS.items()}.items() <= set(rows)


def test_definitions_are_sentences_and_titles_name_both_claims() -> None:
    for kind, meaning in RELATIONS.items():
        assert meaning.definition[0].isupper()
        assert meaning.definition.endswith(".")
        assert f"{kind}: {meaning.definition}" in DESCRIPTION
        for title in (meaning.forward, meaning.backward):
            assert re.findall(r"\{\w+\}", title) == ["{earlier}", "{later}"]
