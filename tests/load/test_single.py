"""A file below claims/ that holds one record."""

from __future__ import annotations

import textwrap

import pytest

from site_builder.load.files import Project
from site_builder.load.single import file_of, is_single, lie_alone
from site_builder.records.nodes import MapNode
from site_builder.records.parser import parse
from site_builder.source import Source
from tests.projects import changed, checked, codes, edited, minimal, records

NAME = "claims/roads-are-safe.yaml"


def single(id_: str = "", *, braces: bool = False) -> Project:
    """The minimal project with its claim and its minister in files of their own."""
    text = minimal().content["claims.yaml"].decode()
    head, _, claim = text.partition("claims:\n  - ")
    claim = textwrap.dedent(f"    {claim}").partition("\n")[2]
    if braces:
        claim = "{actor: ann, statement: S., date: 2020-05-02, verdict: disputed, summary: R., published: 2020-06-01,\n"
        claim += "passages: [{article: daily-2020-05-03, quote: the roads are safer than ever, speech: direct}]}\n"
    return changed(minimal(), {
        "claims.yaml": head.replace("  ann:\n    name: Ann Able\n    role: Minister\n", "").encode(),
        NAME: f"# One claim.\n{id_}{claim}".encode(),
        "claims/actors/ann.yaml": b"name: Ann Able\nrole: Minister\n",
    })  # fmt: skip


@pytest.mark.parametrize("id_", ["", "id: roads-are-safe\n", "id:\n"])
def test_it_makes_the_same_site(id_: str) -> None:
    assert codes(checked(single(id_))) == []
    assert [entry.record for entry in records(single(id_)).claims] == [
        entry.record for entry in records(minimal()).claims
    ]
    assert records(single(id_)).claims[0].id == "roads-are-safe"
    assert {entry.id: entry.record for entry in records(single(id_)).actors} == {
        entry.id: entry.record for entry in records(minimal()).actors
    }
    assert dict(checked(single(id_)).files or {}) == dict(checked(minimal()).files or {})


@pytest.mark.parametrize(
    ("id_", "name", "found"),
    [
        ("id: roads\n", NAME, ["file-name"]),
        ("id: Roads\n", NAME, ["invalid-id"]),
        ("id: [a]\n", NAME, ["wrong-type"]),
        ("", "claims/Roads are safe.yaml", ["file-name"]),
        ("id: roads-are-safe\n", "claims/Roads are safe.yaml", ["file-name"]),
        ("", "claims/actors/roads-are-safe.yaml", ["wrong-type"]),
        ("", "claims/a/actors/b/roads-are-safe.yaml", ["wrong-type"]),
    ],
)
def test_the_name_of_the_file_is_the_id(id_: str, name: str, found: list[str]) -> None:
    data = single(id_).content[NAME]
    linking = edited(single(id_), "claims.yaml", "name: Bob Baker", "name: Bob Baker\n    summary: '[[claim:roads]]'")
    assert codes(checked(changed(linking, {NAME: None, name: data}))) == found  # and nobody misses the claim


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id: ann\nname: Ann Able\n", []),
        ("id: anne\nname: Ann Able\n", ["file-name"]),
        ("id: Ann Able\nname: Ann Able\n", ["invalid-id"]),
        ("id: [ann]\nname: Ann Able\n", ["unknown-key"]),
        ("name: Ann Able\nverdict: disputed\n", ["unknown-key"]),
        ("role: Minister\n", ["missing-key"]),
    ],
)
def test_an_actor_lies_among_the_actors(text: str, found: list[str]) -> None:
    assert codes(checked(changed(single(), {"claims/actors/ann.yaml": text.encode()}))) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("statement: S.\n", True),
        ("passages: []\n", True),
        ("actor: ann\n", True),
        ("actors: ann\nstatement: S.\n", True),
        ("name: Ann\n", True),
        ("id: x\n", True),
        ("actors:\n", False),
        ("claims: []\nstatement: S.\n", False),
        ("actors: {}\nname: Ann\n", False),
        ("actor:\n  ann: {name: Ann}\n", False),
        ("claim:\n  - id: x\n", False),
        ("x: y\n", False),
    ],
)
def test_lists_are_told_from_records_by_their_keys(text: str, expected: bool) -> None:
    root, _ = parse(Source(NAME, text))
    assert isinstance(root, MapNode)
    assert is_single(NAME, root) is expected
    assert not is_single("claims.yaml", root)


def test_a_draft_needs_nothing() -> None:
    after = changed(single(), {"claims/later.yaml": b"status: draft\n"})
    assert codes(checked(after)) == ["draft-incomplete"]
    assert records(after).claims[-1].id == "roads-are-safe"
    assert records(after).claims[0].draft


def test_where_records_lie() -> None:
    assert (file_of("claim", "a"), file_of("actor", "a")) == ("claims/a.yaml", "claims/actors/a.yaml")
    assert lie_alone(records(single()).claims)
    assert lie_alone(records(single(braces=True)).claims)
    assert not lie_alone(records(minimal()).claims)
    assert not lie_alone(records(single()).actors)
    assert not lie_alone(())
