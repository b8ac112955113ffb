from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from site_builder.editor.save import all_or_nothing, create, refuse_lost, save
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
    with all_or_nothing() as put:
        put(tmp_path / "picture.png", b"\x89PNG\0")
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
    with pytest.raises(EnvironmentProblem, match=r"new\.yaml should be a folder"):
        create(path / "below.yaml", "two\n")
    with pytest.raises(UnicodeEncodeError):
        create(tmp_path / "half.yaml", "one\n\ud800")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["claims", "link.yaml"]


def test_a_program_can_be_run(tmp_path: Path) -> None:
    with all_or_nothing() as put:
        put(tmp_path / "deploy.sh", b"#!/bin/sh\n", executable=True)
    assert os.access(tmp_path / "deploy.sh", os.X_OK)


@pytest.mark.parametrize("cause", [KeyboardInterrupt(), EnvironmentProblem("no", "none"), OSError(28, "full")])
def test_what_fails_leaves_everything_as_it_was(tmp_path: Path, cause: BaseException) -> None:
    path = tmp_path / "claims.yaml"
    path.write_bytes(codecs.BOM_UTF8 + b"old")
    path.chmod(0o640)

    def fail() -> None:
        with all_or_nothing() as put:
            put(path, b"new")
            put(path, b"newer")
            put(tmp_path / "a" / "b" / "c.yaml", b"new")
            put(tmp_path / "a" / "d.yaml", b"new")
            raise cause

    with pytest.raises(type(cause)):
        fail()
    assert path.read_bytes() == codecs.BOM_UTF8 + b"old"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["claims.yaml"]


def test_what_somebody_else_put_there_meanwhile_stays(tmp_path: Path) -> None:
    def fail() -> None:
        with all_or_nothing() as put:
            put(tmp_path / "a" / "new.yaml", b"new")
            (tmp_path / "a" / "other.yaml").write_text("mine")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert [entry.name for entry in (tmp_path / "a").iterdir()] == ["other.yaml"]


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(EnvironmentProblem, match=r"claims\.yaml is read-only") as caught:
        save(path, "new")
    assert "chmod u+w" in caught.value.remedy
    assert path.read_text() == "old"


def test_a_file_that_could_not_be_written_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("old")
    opened = os.open

    def frozen(name: Path, flags: int, *more: int, **named: int) -> int:
        if name == path and flags & os.O_WRONLY:
            raise OSError(30, "Read-only file system")
        return opened(name, flags, *more, **named)

    monkeypatch.setattr(os, "open", frozen)
    with pytest.raises(EnvironmentProblem, match="Read-only file system") as caught:
        save(path, "new")
    assert "mount it as writable" in caught.value.remedy
    assert path.read_text() == "old"


def test_a_path_through_a_folder_that_is_not_there_leads_nowhere(tmp_path: Path) -> None:
    lost = tmp_path / "missing" / ".." / "claims.yaml"
    for write in (save, create):
        with pytest.raises(
            EnvironmentProblem, match=f"leads nowhere: there is no folder {tmp_path}/missing$"
        ) as caught:
            write(lost, "new")
        assert caught.value.remedy.endswith(f"again: {tmp_path}/claims.yaml")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "missing").mkdir()
    refuse_lost(lost)
    refuse_lost(Path("..", "new"))
    (tmp_path / "elsewhere" / "in").mkdir(parents=True)
    (tmp_path / "link").symlink_to("elsewhere/in")
    save(tmp_path / "link" / ".." / "new", "new")  # as the system reads it
    assert (tmp_path / "elsewhere" / "new").exists()


def test_a_folder_in_the_place_of_a_file_and_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    for write in (save, create):
        with pytest.raises(EnvironmentProblem, match="file should be a folder"):
            write(tmp_path / "file" / "a" / "b", "new")
    with pytest.raises(EnvironmentProblem, match="folder should be a file"):
        save(tmp_path / "folder", "new")
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "folder"]


def test_a_file_that_cannot_be_created_leaves_no_folders(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        create(tmp_path / "a" / "b" / "half.yaml", "one\n\ud800")
    assert list(tmp_path.iterdir()) == []


def test_what_replaces_an_editors_words_reaches_the_disk_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    replace = os.replace

    def replaced(one: str, other: Path) -> None:
        done.append("replace")
        replace(one, other)

    monkeypatch.setattr(os, "fsync", lambda handle: done.append(f"sync {os.fstat(handle).st_size}"))
    monkeypatch.setattr(os, "replace", replaced)
    save(tmp_path / "a", "old")
    save(tmp_path / "a", "new words")
    assert done == ["replace", "sync 9", "replace"]
