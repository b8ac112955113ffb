from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from site_builder.output.leftovers import STAGING, discard, recover
from site_builder.output.ours import MARKER, marker
from site_builder.output.regular import UNFINISHED
from tests.deep import deep
from tests.projects import written


def site(folder: Path, **files: bytes) -> Path:
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return written({**files, MARKER: marker(digests)}, folder)


def test_what_a_killed_publication_left_is_cleared(tmp_path: Path) -> None:
    left = site(tmp_path / f".public{STAGING}x", a=b"1", b=b"2")
    (left / "b").write_bytes(b"half")
    (left / "b").chmod(UNFINISHED)
    recover(tmp_path / "public")
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_stays_there(tmp_path: Path) -> None:
    left = site(tmp_path / f".public{STAGING}x", a=b"1")
    (left / "thesis").write_text("years of work")
    written({"thesis": b"years of work"}, tmp_path / f".public{STAGING}y")
    recover(tmp_path / "public")
    assert (left / "thesis").exists()
    assert (tmp_path / f".public{STAGING}y" / "thesis").exists()


def test_what_was_killed_before_its_marker_was_whole_is_cleared(tmp_path: Path) -> None:
    begun = written({MARKER: b'{"gener'}, tmp_path / f".public{STAGING}x")
    (begun / MARKER).chmod(UNFINISHED)
    foreign = written({MARKER: b"mine"}, tmp_path / f".public{STAGING}y")
    recover(tmp_path / "public")
    assert list(tmp_path.iterdir()) == [foreign]


def test_what_cannot_be_read_is_left_and_the_rest_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = written({"a": b"1"}, tmp_path / f".public{STAGING}a")
    site(tmp_path / f".public{STAGING}b", a=b"1")
    look = os.scandir

    def refused(path: Path) -> object:
        if path == odd:
            raise PermissionError
        return look(path)

    monkeypatch.setattr(os, "scandir", refused)
    recover(tmp_path / "public")
    assert os.listdir(tmp_path) == [odd.name]


@pytest.mark.parametrize(("name", "levels"), [("d", 1500), ("d" * 255, 40)])
def test_deep_folders_of_somebody_else_stay(tmp_path: Path, name: str, levels: int) -> None:
    left = site(tmp_path / f".public{STAGING}x", a=b"1")
    with deep(left, name, levels):
        recover(tmp_path / "public")
        assert sorted(os.listdir(left)) == [MARKER, name]


def test_a_whole_old_site_comes_back_where_there_is_none(tmp_path: Path) -> None:
    site(tmp_path / f".public{STAGING}x-old", a=b"1")
    recover(tmp_path / "public")
    assert (tmp_path / "public" / "a").read_bytes() == b"1"


def test_a_site_is_removed_with_its_folders(tmp_path: Path) -> None:
    folder = site(tmp_path / "old", **{"a/b/c": b"1", "d": b"2"})
    discard(folder)
    assert not folder.exists()
    discard(folder)  # a second time does no harm


def test_a_whole_old_site_that_somebody_edited_comes_back_too(tmp_path: Path) -> None:
    left = site(tmp_path / f".public{STAGING}x-old", a=b"1", b=b"2")
    (left / "a").write_bytes(b"by hand")
    recover(tmp_path / "public")
    assert (tmp_path / "public" / "a").read_bytes() == b"by hand"


@pytest.mark.parametrize("damage", [b"", bytes(9), None])
def test_half_of_one_does_not(tmp_path: Path, damage: bytes | None) -> None:
    left = site(tmp_path / f".public{STAGING}x-old", a=b"1", b=b"2")
    (left / "a").unlink()
    if damage is not None:
        (left / "a").write_bytes(damage)
    recover(tmp_path / "public")
    assert not (tmp_path / "public").exists()
