from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from site_builder.contents import Content, Kept, Stored, digest
from site_builder.errors import EnvironmentProblem
from site_builder.output.ours import MARKER
from site_builder.output.stage import write
from site_builder.output.stamps import stamps


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "same").write_bytes(b"same")
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    folder.mkdir()
    return folder


def kept(data: bytes) -> Kept:
    return Kept(digest(data), len(data))


def test_the_same_is_linked_and_the_rest_is_written(old: Path, new: Path) -> None:
    write(new, {"a/same": b"same", "a/b/other": b"other", MARKER: b"{}"}, old, stamps(old))
    assert os.path.samefile(new / "a" / "same", old / "a" / "same")
    assert (new / "a" / "b" / "other").read_bytes() == b"other"
    assert stat.S_IMODE((new / "a" / "b" / "other").stat().st_mode) == 0o644
    assert {stat.S_IMODE(path.stat().st_mode) for path in (new, new / "a", new / "a" / "b")} == {0o755}


def test_what_waits_on_the_disk_is_moved(old: Path, new: Path, tmp_path: Path) -> None:
    waiting = tmp_path / "waiting"
    waiting.write_bytes(b"page")
    write(new, {"page": Stored(digest(b"page"), 4, os.fspath(waiting))}, old, {})
    assert (new / "page").read_bytes() == b"page"
    assert not waiting.exists()


def test_where_nothing_can_be_linked_the_same_is_copied(old: Path, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    write(new, {"a/same": kept(b"same")}, old, stamps(old))
    assert (new / "a" / "same").read_bytes() == b"same"
    assert not os.path.samefile(new / "a" / "same", old / "a" / "same")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (kept(b"what was there"), r"old/a/same was changed while the site was being built"),
        (Stored(digest(b"page"), 4, "/nothing/here"), r"^/nothing/here was removed while the site was being built"),
    ],
)
def test_bytes_that_are_no_longer_there_are_a_problem(old: Path, new: Path, content: Content, said: str) -> None:
    with pytest.raises(EnvironmentProblem, match=said):
        write(new, {"a/same": content}, old, {})


def test_what_somebody_changed_after_it_was_looked_at_is_not_linked(old: Path, new: Path) -> None:
    before = stamps(old)
    (old / "a" / "same").write_bytes(b"by hand")
    write(new, {"a/same": b"same"}, old, before)
    assert (new / "a" / "same").read_bytes() == b"same"
