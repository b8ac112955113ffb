"""The table of roles: whatever is made of roles is made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from site_builder.build import Options, build
from site_builder.records.models import PassageRecord
from site_builder.roles import DESCRIPTION, PLACES, ROLES, Place, Role
from tests.projects import ROOT, edited, minimal

HEADINGS: dict[Place, str] = {"words": "words", "denials": "denials", "evidence": "evidence"}
"""The HTML id above each place of a claim's page."""


def published(role: str) -> dict[str, bytes]:
    """The minimal site, with one more passage that has ``role``."""
    words = "        speech: direct\n      - article: daily-2020-05-03\n        quote: the roads are old\n"
    more = f"{words}        role: {role}\n        speaker: bob\n"
    project = edited(minimal(), "claims.yaml", "        speech: direct\n", more)
    files = build(project, options=Options(search=False, exports=True)).files
    assert files is not None
    return dict(files)


def values(data: Any, key: str) -> Iterator[Any]:
    """All values of ``key`` anywhere inside of ``data``."""
    if isinstance(data, dict):
        yield from (value for name, value in data.items() if name == key)
        for value in data.values():
            yield from values(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, key)


def test_every_role_has_a_row_and_the_docs_have_its_definition() -> None:
    assert tuple(ROLES) == get_args(Role)
    assert set(PLACES) == set(get_args(Place)) == set(HEADINGS)
    rows = re.findall(r"\| `(\w+)` \| (.+) \|", (ROOT / "docs" / "records.md").read_text("utf-8"))
    assert {role: meaning.definition for role, meaning in ROLES.items()}.items() <= set(rows)


def test_the_schema_for_editors_has_the_roles_and_what_they_mean() -> None:
    own = PassageRecord.model_json_schema()["properties"]["role"]
    assert list(ROLES) in values(own, "enum")
    assert DESCRIPTION in values(own, "description")
    assert PassageRecord.model_fields["role"].default == next(iter(ROLES))


@pytest.mark.parametrize("role", ROLES)
def test_pages_and_data_show_each_role_by_the_table(role: Role) -> None:
    files = published(role)
    page = files["claims/roads-are-safe/index.html"].decode()
    before = page[: page.index("the roads are old")]
    assert re.findall(r'<h2 id="(\w+)"', before)[-1] == HEADINGS[ROLES[role].place]
    assert f"{ROLES[role].phrase}:" in files["articles/daily-2020-05-03/index.html"].decode()
    assert role in values(json.loads(files["claims/roads-are-safe/index.json"]), "role")
    assert list(ROLES) in values(json.loads(files["data/schema/claim.schema.json"]), "enum")


def test_nothing_else_lists_roles() -> None:
    """A role may be named where a rule is about it; a list of them is the table's, and verdicts name what they need."""
    names = "|".join(ROLES)
    listed = re.compile(rf"""[\[({{]\s*(["'])(?:{names})\1,\s*(["'])(?:{names})\2""")
    for path in [*(ROOT / "site_builder").rglob("*.py"), *(ROOT / "templates").rglob("*.html")]:
        lines = [line for line in path.read_text("utf-8").splitlines() if listed.search(line)]
        expected = ["Role", "Basis"] if path.name == "roles.py" else []
        assert [line.partition(" ")[0] for line in lines] == expected, path
