"""The edit whose consequences are timed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.corpus import corpus
from benchmarks.desk import SHIPPED
from benchmarks.edit import Edit, middle, save
from benchmarks.records import files, write
from site_builder.load.files import read_project
from tests.projects import ROOT, checked


def test_a_save_changes_one_statement_and_the_next_one_changes_it_back(tmp_path: Path) -> None:
    made = corpus(1_020)
    write(made, tmp_path)
    edit = middle(made)
    before = files(made)["claims/000500.yaml"]
    first, second = edit.readings
    assert edit.address == "claims/claim-510/"
    assert save(edit, tmp_path) == second
    assert (tmp_path / "claims/000500.yaml").read_text() == before.replace(first, second, 1) != before
    assert save(edit, tmp_path) == first
    assert {name: (tmp_path / name).read_text() for name in files(made)} == files(made)


def test_a_claim_that_is_nowhere_is_not_edited(tmp_path: Path) -> None:
    write(corpus(5), tmp_path)
    with pytest.raises(LookupError, match="nobody-said-it"):
        save(Edit("nobody-said-it", ("a", "b")), tmp_path)


def test_the_shipped_site_has_the_claim_that_the_desk_edits(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copyfile(ROOT / "claims.yaml", tmp_path / "claims.yaml")
    assert save(SHIPPED, tmp_path) == SHIPPED.readings[1]
    result = checked(read_project(tmp_path))
    assert result.files is not None
    assert f"{SHIPPED.readings[1]}</h1>" in result.files[f"{SHIPPED.address}index.html"].decode()
