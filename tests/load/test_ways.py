from __future__ import annotations

import time
from pathlib import Path

import pytest

from site_builder.errors import EnvironmentProblem
from site_builder.load.files import read_project
from tests.projects import minimal, written


@pytest.mark.parametrize("link", ["a", "z", "deep/a", "deep/z"])
@pytest.mark.parametrize("folder", ["static", "templates"])
def test_a_linked_folder_is_there_under_both_names(folder: str, link: str, tmp_path: Path) -> None:
    written({**minimal().content, f"{folder}/own/x.txt": b"1", f"{folder}/deep/y.txt": b"2"}, tmp_path)
    (tmp_path / folder / link).symlink_to(tmp_path / folder / "own")
    project = read_project(tmp_path)
    files = project.static if folder == "static" else project.theme
    assert {"own/x.txt", f"{link}/x.txt", "deep/y.txt"} <= files.keys()


@pytest.mark.parametrize("link", ["a", "z", "deep/a", "deep/z"])
@pytest.mark.parametrize("folder", ["claims", "content/articles"])
def test_a_record_is_read_once_and_at_its_own_place(folder: str, link: str, tmp_path: Path) -> None:
    ending = "yaml" if folder == "claims" else "md"
    name = f"{folder}/own/x.{ending}"
    written({**minimal().content, name: b"x", f"{folder}/deep/y.{ending}": b"y"}, tmp_path)
    (tmp_path / folder / link).symlink_to(tmp_path / folder / "own")
    assert [one for one in read_project(tmp_path).content if one.endswith(f"/x.{ending}")] == [name]


def test_a_folder_inside_itself_ends(tmp_path: Path) -> None:
    written({**minimal().content, "static/own/x.txt": b"1", "static/b/y.txt": b"2"}, tmp_path)
    static = tmp_path / "static"
    (static / "own" / "round").symlink_to(static)
    (static / "own" / "b").symlink_to(static / "b")
    (static / "b" / "own").symlink_to(static / "own")
    assert {*read_project(tmp_path).static} == {"own/x.txt", "own/b/y.txt", "b/y.txt", "b/own/x.txt"}


def test_links_that_multiply_are_an_error_at_once(tmp_path: Path) -> None:
    """Twenty folders with two links each to the next one would be a million."""
    written({**minimal().content, **{f"static/{number:02}/x.txt": b"1" for number in range(20)}}, tmp_path)
    for number in range(19):
        for name in ("a", "b"):
            (tmp_path / "static" / f"{number:02}" / name).symlink_to(tmp_path / "static" / f"{number + 1:02}")
    start = time.process_time()
    with pytest.raises(EnvironmentProblem, match="static has more than 1,000 links to folders"):
        read_project(tmp_path)
    assert time.process_time() - start < 5
