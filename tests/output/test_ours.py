from __future__ import annotations

from pathlib import Path

from site_builder.output.ours import compare
from site_builder.records import bounds
from tests.deep import deep


def test_a_folder_of_somebody_else_s_is_not_followed_without_end(tmp_path: Path) -> None:
    deepest = tmp_path / "/".join("d" * (bounds.FOLDERS + 1))
    (deepest / "d" / "d").mkdir(parents=True)
    assert compare(tmp_path, {}) == [f"unknown: {deepest.relative_to(tmp_path).as_posix()}/"]


def test_a_path_that_is_too_long_is_named(tmp_path: Path) -> None:
    name = "d" * 255
    with deep(tmp_path, name, 40):
        (line,) = compare(tmp_path, {})
        assert line.startswith(f"unknown: {name}/{name}/")
        assert line.endswith("/")
