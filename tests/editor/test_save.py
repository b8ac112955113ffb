from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from site_builder.editor.save import create, save, save_bytes
from site_builder.errors import EnvironmentProblem


def test_a_new_file_gets_its_folders_and_the_usual_rights(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "2020" / "roads.yaml"
    mask = os.umask(0o027)
    try:
        save(path, "claims:\n")
    finally:
        os.umask(mask)
    assert path.read_text() == "claims:\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_mark_and_rights_of_the_old_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_bytes(codecs.BOM_UTF8 + b"old")
    path.chmod(0o600)
    save(path, "new")
    assert path.read_bytes() == codecs.BOM_UTF8 + b"new"
    assert path.stat().st_mode & 0o777 == 0o600


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    save_bytes(tmp_path / "picture.png", b"\x89PNG\0")
    assert (tmp_path / "picture.png").read_bytes() == b"\x89PNG\0"


def test_a_file_that_cannot_be_replaced_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(EnvironmentProblem, match="No space left on device"):
        save(path, "new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["claims.yaml"]


def test_a_link_still_leads_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "claims.yaml").symlink_to("real.yaml")
    save(tmp_path / "claims.yaml", "new")
    assert (tmp_path / "claims.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "new"


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "claims" / "new.yaml"
    create(path, "one\n")
    with pytest.raises(EnvironmentProblem, match=r"new\.yaml already exists"):
        create(path, "two\n")
    assert path.read_bytes() == b"one\n"
    (tmp_path / "link.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(EnvironmentProblem, match=r"link\.yaml already exists"):
        create(tmp_path / "link.yaml", "two\n")
    with pytest.raises(EnvironmentProblem, match=r"new\.yaml, which should be a folder, already exists"):
        create(path / "below.yaml", "two\n")
    with pytest.raises(UnicodeEncodeError):
        create(tmp_path / "half.yaml", "one\n\ud800")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["claims", "link.yaml"]
