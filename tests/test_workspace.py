from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.build import Memo, build
from site_builder.diagnostics import Report
from site_builder.errors import EnvironmentProblem
from site_builder.workspace import Workspace
from tests.projects import MINIMAL, checked, edited, minimal

CLAIMS = "claims.yaml"


def test_an_open_project_has_its_records_and_what_is_wrong_with_them() -> None:
    known = Workspace.open(MINIMAL)
    assert [entry.id for entry in known.records.claims] == ["roads-are-safe"]
    assert known.unread == known.faults == []
    wrong = edited(minimal(), CLAIMS, "the roads are safer", "the roads are worse")
    assert Report.of(Workspace(wrong).faults) == checked(wrong).report


def test_a_folder_that_is_no_project_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem):
        Workspace.open(tmp_path)


def test_a_changed_project_keeps_the_records_that_stayed() -> None:
    known = Workspace.open(MINIMAL)
    text = known.project.content[CLAIMS].replace(b"the roads are safer", b"the roads are worse")
    later = known.changed({CLAIMS: text})
    assert later.records.articles[0] is known.records.articles[0]
    assert [fault.code for fault in later.faults] == ["quote-not-found"]
    assert known.faults == []
    again = later.changed({CLAIMS: known.project.content[CLAIMS]})
    assert again.faults == []
    assert again.project == known.project


def test_a_build_goes_on_from_what_is_known() -> None:
    known = Workspace.open(MINIMAL)
    result = build(known.project, Memo(known.memory))
    assert result.files == build(known.project).files
    assert Workspace(known.project, result.memo.memory).records.articles[0] is known.records.articles[0]


def test_a_link_to_a_file_that_no_export_makes_is_a_fault() -> None:
    page = minimal().content["content/pages/method.md"] + b"\n[x](../data/nothing.csv) [y](../data/claims.csv)\n"
    faults = Workspace.open(MINIMAL).changed({"content/pages/method.md": page}).faults
    assert [(fault.code, fault.message) for fault in faults] == [
        ("unknown-link", '"../data/nothing.csv" does not lead to a page of the site')
    ]
