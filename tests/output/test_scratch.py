from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest

from site_builder.contents import Files, Stored, digest
from site_builder.output.scratch import Scratch, clear, scratch
from site_builder.parallel import spread
from tests.deep import deep


def spaces(root: Path) -> list[Path]:
    return sorted(root.glob("scratch-*"))


def test_what_processes_put_is_read_by_the_others_and_goes_at_the_end(tmp_path: Path) -> None:
    with scratch(tmp_path / "cache") as space:
        assert space is not None
        put = spread(lambda some: [space.put(data) for data in some], [b"%d" % n for n in range(9)], 3, worth_it=2)
        assert list(Files(dict(zip("abcdefghi", put, strict=True))).values()) == [b"%d" % n for n in range(9)]
        assert all(isinstance(content, Stored) for content in put)
        assert [digest(content) for content in put] == [digest(b"%d" % n) for n in range(9)]
    assert spaces(tmp_path / "cache") == []


def test_what_a_killed_build_left_is_cleared_and_what_another_uses_is_not(tmp_path: Path) -> None:
    with scratch(tmp_path) as one:
        (tmp_path / "scratch-left").mkdir()
        (tmp_path / "scratch-left" / "1-1").write_bytes(b"x")
        (tmp_path / "scratch-link").symlink_to(tmp_path / "elsewhere")
        assert one is not None
        kept = one.put(b"mine")
        with scratch(tmp_path):
            assert Files({"a": kept})["a"] == b"mine"
            assert not (tmp_path / "scratch-left").exists()
    assert [path.name for path in spaces(tmp_path)] == ["scratch-link"]


def test_without_a_place_there_is_no_space(tmp_path: Path) -> None:
    with scratch(tmp_path / "gone" / "cache") as space:
        assert space is None
    (tmp_path / "file").write_text("")
    with scratch(tmp_path / "file") as space:
        assert space is None


def test_what_the_disk_does_not_take_stays_in_memory(tmp_path: Path) -> None:
    assert Scratch(tmp_path / "gone").put(b"data") == b"data"


def test_what_the_disk_takes_a_part_of_stays_in_memory(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    usual = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2, before[1]))
    try:
        made = Scratch(tmp_path).put(b"data")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, usual)
    assert made == b"data"


def test_a_build_that_fails_leaves_no_space(tmp_path: Path) -> None:
    def fail() -> None:
        with scratch(tmp_path):
            assert spaces(tmp_path)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert spaces(tmp_path) == []


@pytest.mark.parametrize(("name", "levels"), [("d", 1500), ("d" * 255, 40)])
def test_what_somebody_put_there_stays(tmp_path: Path, name: str, levels: int) -> None:
    left = tmp_path / "scratch-left"
    with deep(left, name, levels):
        (left / "12-3").write_bytes(b"page")
        (left / "thesis").write_bytes(b"years of work")
        clear(tmp_path)
        assert sorted(path.name for path in left.iterdir()) == sorted([name, "thesis"])


def test_a_linked_folder_is_not_cleared(tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "scratch-left").mkdir(parents=True)
    (tmp_path / "space").symlink_to("elsewhere")
    clear(tmp_path / "space")
    assert spaces(tmp_path / "elsewhere")
