"""The examples of ``init`` are known by what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.history import examples as module
from site_builder.history.examples import examples
from site_builder.load.files import read_project
from tests.projects import edited, minimal, records


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("new") / "site"
    assert main(["init", str(root)]) == 0
    return root


def test_they_are_those_that_init_writes(site: Path) -> None:
    made = records(read_project(site))
    assert made.site
    assert made.site.record
    assert {e.id: (e.record.name, e.record.role) for e in made.actors if e.record} == module.ACTORS
    assert {e.record.statement for e in made.claims if e.record} == module.STATEMENTS
    assert {e.record.title for e, _ in made.articles if e.record} == module.TITLES
    assert {e.record.publisher for e, _ in made.articles if e.record} == module.PUBLISHERS
    assert {id_: topic.description for id_, topic in made.site.record.topics.items()} == module.TOPICS
    assert made.site.record.title == module.TITLE


def test_an_empty_project_has_the_title_alone(tmp_path: Path) -> None:
    assert main(["init", "--bare", str(tmp_path / "site")]) == 0
    (fault,) = examples(records(read_project(tmp_path / "site")))
    assert (fault.code, fault.file, fault.message) == (
        "not-filled-in", "content/site.yaml", "the site has no title of its own",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "role", "is_example"),
    [
        ("Alma Reyes", "Mayor of Port Ansel", True),
        ("Alma Reyes", "", True),
        ("Alma Reyes", "Senator", False),
        ("Another Reyes", "Mayor of Port Ansel", True),
        ("Another Reyes", "", False),
    ],
)
def test_somebody_of_that_name_is_no_example(name: str, role: str, is_example: bool) -> None:
    lines = f"  alma-reyes:\n    name: {name}\n" + (f"    role: {role}\n" if role else "")
    made = records(edited(minimal(), "claims.yaml", "actors:\n", f"actors:\n{lines}"))
    assert [fault.code for fault in examples(made)] == ["not-filled-in"] * is_example


def test_a_topic_that_a_claim_of_ones_own_has_is_ones_own() -> None:
    made = edited(minimal(), "content/site.yaml", "  roads: {label: Roads}", "  roads: {label: Roads}\n"
                  "  traffic: {label: Traffic, description: How people get about.}")  # fmt: skip
    assert [fault.message for fault in examples(records(made))] == [
        'this is an example: the topic "traffic" was written by `init`'
    ]
    used = edited(made, "claims.yaml", "topics: [roads]", "topics: [roads, traffic]")
    assert list(examples(records(used))) == []
