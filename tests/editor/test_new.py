from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from site_builder.cli import main
from site_builder.editor.new import Value, record, with_actor, with_claim
from site_builder.errors import EnvironmentProblem
from site_builder.load.files import read_project
from tests.projects import MINIMAL, changed, checked, codes, minimal, records

CLAIM: dict[str, Value] = {
    "id": "new-one",
    "actor": "bob",
    "statement": "Roads: #1 'icy' \"icy\"",
    "date": "2020-05-03~",
    "about": ["ann"],
    "topics": [],
    "verdict": "disputed",
    "summary": "no",
    "passages": [{"article": "daily-2020-05-03", "quote": "The roads, he added, are icy"}],
    "published": "2020-06-01",
}


def test_a_claim_comes_last_and_everything_else_stays() -> None:
    text = minimal().content["claims.yaml"].decode()
    made = with_claim(text, CLAIM)
    assert made.startswith(text)
    project = changed(minimal(), {"claims.yaml": made.encode()})
    assert codes(checked(project)) == []


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n",
        "claims:\n# none yet\n",
        "actors: {}\nclaims:\n  - id: a # first\n    note: |\n      block\n\n# the end\n",
        "claims:\n- id: a\n  b: c\n\nactors:\n  x:\n    name: X\n",
        "claims:\n    - id: a\n      passages:\n        - quote: >-\n            folded\n            text\n",
        "actors:\n  x:\n    name: X",
        "",
        "claims:\r\n  - id: a\r\n",
        "claims:\n  - id: a\n    topics: [\n      b,\n    ] # c\n",
    ],
)
def test_comments_and_order_stay_whatever_the_layout(text: str) -> None:
    made = with_claim(text, {"id": "b", "statement": "S"})
    before, after = yaml.safe_load(text) or {}, yaml.safe_load(made)
    assert after["claims"] == [*(before.get("claims") or []), {"id": "b", "statement": "S"}]
    assert {k: v for k, v in after.items() if k != "claims"} == {k: v for k, v in before.items() if k != "claims"}
    kept = [line for line in text.splitlines() if line.strip()]
    assert [line for line in made.splitlines() if line in kept] == kept
    assert ("\r\n" in text) == ("\r\n" in made)


@pytest.mark.parametrize(
    "text", ["claims: [{id: a}]\n", "claims: [\n", "actors: [\n", "claims: none\n", "{claims: []}\n", "{actors: {}}\n"]
)
def test_what_cannot_be_added_to_is_said(text: str) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        with_claim(text, CLAIM)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "claims: []\n",
        "claims: {}\n",
        "claims: ~\n",
        "claims: null # none yet\n",
        "claims: [ ]   # none yet\n# the end\n",
        "claims:\n  []\nactors: {}\n",
        "actors: {}\nclaims: [\n]\n",
        "# nothing\n{}\n",
        "claims: []",
        "actors: {}\r\nclaims: []\r\n",
        "\ufeffclaims: []\n",
    ],
)
def test_an_empty_list_gives_way_to_the_first_record(text: str) -> None:
    made = with_actor(with_claim(text, {"id": "b", "statement": "S"}), "ann", {"name": "Ann"})
    assert yaml.safe_load(made) == {"actors": {"ann": {"name": "Ann"}}, "claims": [{"id": "b", "statement": "S"}]}
    comments = [line.partition("#")[2] for line in text.splitlines() if "#" in line]
    assert [line.partition("#")[2] for line in made.splitlines() if "#" in line] == comments
    assert ("\r\n" in text) == ("\r\n" in made)


def test_a_bare_site_takes_its_first_records(tmp_path: Path) -> None:
    assert main(["init", "--bare", str(tmp_path)]) == 0
    article = tmp_path / "content" / "articles" / "daily-2020-05-03.md"
    article.parent.mkdir()
    shutil.copyfile(MINIMAL / "content" / "articles" / article.name, article)
    into = ["--project", str(tmp_path)]
    assert main(["new", "actor", "--id", "bob", "--name", "Bob", *into]) == 0
    claim = {key: value for key, value in CLAIM.items() if isinstance(value, str) and key != "verdict"}
    claim |= {"article": "daily-2020-05-03", "quote": "The roads, he added, are icy", "verdict": "unsupported"}
    options = [word for key, value in claim.items() for word in (f"--{key}", str(value))]
    assert main(["new", "claim", *options, *into]) == 0
    assert main(["check", str(tmp_path)]) == 0
    assert [entry.id for entry in records(read_project(tmp_path)).claims] == ["new-one"]


def test_texts_in_lists_and_records_inside_a_record_read_back() -> None:
    fields: dict[str, Value] = {
        "byline": ["Ann Able", "Baker: the man, who [wrote]", "no"],
        "archived": {"url": "https://archive.example/1", "date": "2020-05-04"},
        "topics": ["roads", "snow"],
        "captions": [],
        "note": {},
    }
    lines = record(fields)
    assert "topics: [roads, snow]" in lines
    assert yaml.load("\n".join(lines), yaml.BaseLoader) == {key: value for key, value in fields.items() if value}


def test_an_actor_comes_behind_the_actors() -> None:
    text = "actors:\n  ann:\n    name: Ann\nclaims:\n  - id: a\n"
    assert with_actor(text, "bob", {"name": "Bob", "role": ""}) == (
        "actors:\n  ann:\n    name: Ann\n  bob:\n    name: Bob\nclaims:\n  - id: a\n"
    )


@given(
    st.dictionaries(
        st.sampled_from(["a", "b", "c"]), st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)
    )
)
def test_a_record_reads_back(fields: dict[str, str]) -> None:
    read = yaml.load("\n".join(record(fields)), yaml.BaseLoader) or {}
    assert read == fields


def test_comments_that_close_a_record_stay_with_it() -> None:
    text = "actors:\n  ann:\n    name: Ann\n    # c1\n\n    # c2\n  # of the next\n# end\nclaims:\n"
    added = with_actor(text, "bob", {"name": "Bob"})
    assert added == text.replace("    # c2\n", "    # c2\n  bob:\n    name: Bob\n")
