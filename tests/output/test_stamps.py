from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.output.stamps import digest, is_plain, settled, stamps, survey


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.html").write_bytes(b"one")
    (tmp_path / "two.html").write_bytes(b"two")
    return tmp_path


def test_every_file_has_a_stamp_by_its_path(folder: Path) -> None:
    (folder / "link").symlink_to("a")
    assert set(stamps(folder)) == {"a/one.html", "two.html", "link"}
    assert stamps(folder)["two.html"][0] == 3


def rewrite(path: Path) -> None:
    """Other bytes of the same length, with the times of before."""
    before = path.stat()
    path.write_bytes(b"eno")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.rename(path)


@pytest.mark.parametrize(
    "touch",
    [
        rewrite,
        replace,
        Path.unlink,
        Path.touch,
        lambda path: path.chmod(0o600),
        lambda path: path.with_name("x").touch(),
    ],
)
def test_whatever_is_done_to_a_file_changes_the_stamps(folder: Path, touch: Callable[[Path], object]) -> None:
    before = settled(folder)
    assert before == stamps(folder)
    touch(folder / "a" / "one.html")
    assert digest(stamps(folder)) != digest(before)


def test_only_regular_files_with_the_usual_rights_are_plain(folder: Path) -> None:
    (folder / "two.html").chmod(0o644)
    (folder / "a" / "one.html").chmod(0o600)
    (folder / "link").symlink_to("two.html")
    plain = {name for name, stamp in stamps(folder).items() if is_plain(stamp)}
    assert plain == {"two.html"}


def test_nothing_is_kept_of_a_clock_that_knows_only_seconds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {name: (*stamp[:2], stamp[2] // 10**9 * 10**9, *stamp[3:]) for name, stamp in stamps(folder).items()}
    monkeypatch.setattr("site_builder.output.stamps.stamps", lambda _: whole)
    assert settled(folder) == {}


def test_folders_of_a_name_and_those_of_other_file_systems_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a" / ".git").mkdir()
    (folder / "mounted" / "below").mkdir(parents=True)
    assert survey(folder, ".git")[1] == ["a/.git/"]
    look = os.stat

    def elsewhere(path: str) -> os.stat_result:
        found = look(path)
        return os.stat_result((*found[:2], found.st_dev + ("mounted" in path), *found[3:10]))

    monkeypatch.setattr(os, "stat", lambda path: elsewhere(os.fspath(path)))
    assert sorted(survey(folder)[1]) == ["mounted/", "mounted/below/"]


def test_a_stamp_counts_for_its_own_file() -> None:
    one, two = (1, 2, 3, 4, 5), (1, 2, 3, 4, 6)
    assert digest({"a": one, "b": two}) == digest({"b": two, "a": one})
    assert len({digest(found) for found in ({"a": one, "b": two}, {"a": two, "b": one}, {"a": one}, {"ab": one})}) == 4
