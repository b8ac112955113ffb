from __future__ import annotations

import os
import resource
from pathlib import Path

import pytest

from site_builder.removal import remove
from tests.deep import deep
from tests.projects import written


def test_a_folder_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    folder = written({"a/b/c": b"1", "d": b"2"}, tmp_path / "old")
    (folder / "empty" / "emptier").mkdir(parents=True)
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    written({"kept": b""}, tmp_path / "elsewhere")
    remove(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["elsewhere"]
    assert (tmp_path / "elsewhere" / "kept").exists()
    remove(folder)  # a second time does no harm


def test_what_is_not_ours_stays_with_its_folders(tmp_path: Path) -> None:
    folder = written({"a/mine": b"1", "b/yours": b"2", "c/mine": b"3"}, tmp_path / "old")
    os.mkfifo(folder / "a" / "pipe")
    remove(folder, lambda name: name.endswith("mine"))
    left = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    assert left == ["a", "a/pipe", "b", "b/yours"]


def test_the_last_file_goes_only_when_nothing_else_is_left(tmp_path: Path) -> None:
    folder = written({"mark": b"", "a/mark": b"", "mine": b"", "yours": b""}, tmp_path / "old")
    remove(folder, lambda name: name != "yours", last="mark")
    assert sorted(os.listdir(folder)) == ["mark", "yours"]
    remove(folder, last="mark")
    assert not folder.exists()


def test_neither_depth_nor_few_open_files_stop_it(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    next_free = os.dup(0)
    os.close(next_free)
    with deep(folder, "d", 1500):
        resource.setrlimit(resource.RLIMIT_NOFILE, (next_free + 1, limits[1]))
        try:
            remove(folder)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, limits)
        assert not folder.exists()


@pytest.mark.parametrize("name", ["d" * 255, "ü" * 100])
def test_what_lies_too_deep_for_the_system_stays(tmp_path: Path, name: str) -> None:
    folder = written({"file": b""}, tmp_path / "old")
    with deep(folder, name, 40):
        remove(folder)
        assert os.listdir(folder) == [name]
