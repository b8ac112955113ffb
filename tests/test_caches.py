from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from site_builder import caches


def test_the_folder_is_the_user_s_and_the_project_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    one, other = caches.folder(tmp_path / "one"), caches.folder(tmp_path / "other")
    assert one is not None
    assert one != other
    assert one.parent == tmp_path / "caches" / "site-builder"
    (tmp_path / "link").symlink_to(tmp_path / "one")
    assert caches.folder(tmp_path / "link") == one
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    found = caches.folder(tmp_path / "one")
    assert found is not None
    assert found.parent == tmp_path / ".cache" / "site-builder"
    monkeypatch.setenv("HOME", "relative")
    assert caches.folder(tmp_path / "one") is None


def test_a_file_is_written_whole_and_for_its_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "file"
    caches.put(path, (b"one ", b"two"))
    assert caches.read(path) == b"one two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "file"
    caches.put(path, (b"old",))

    def failing() -> bytes:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        caches.put(path, (failing() for _ in range(1)))
    assert [item.name for item in tmp_path.iterdir()] == ["file"]
    assert caches.read(path) == b"old"


def test_links_pipes_folders_devices_and_others_files_are_not_opened(tmp_path: Path) -> None:
    caches.put(tmp_path / "file", (b"x",))
    (tmp_path / "link").symlink_to(tmp_path / "file")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("link", "pipe", "zero", "", "gone"):
        with pytest.raises(OSError):  # noqa: PT011 – each has a number of its own
            caches.read(tmp_path / name)
    (tmp_path / "file").chmod(0o666)
    with pytest.raises(PermissionError):
        caches.read(tmp_path / "file")


def test_a_file_that_cannot_be_looked_at_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"x")
    handles: list[int] = []

    def refused(handle: int) -> os.stat_result:
        handles.append(handle)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", refused)
        with pytest.raises(OSError, match="Input/output error") as problem:
            caches.opened(tmp_path / "file")
    assert problem.tb is not None  # its frames still know the file
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(handles[0])


def test_few_projects_are_kept_and_nothing_that_was_never_finished(tmp_path: Path) -> None:
    for number in range(caches.MOST + 3):
        folder = tmp_path / "all" / f"{number:032x}"
        caches.put(folder / "memory", (b"x",))
        os.utime(folder, (number, number))
    own = tmp_path / "all" / f"{0:032x}"
    (tmp_path / "all" / "thesis").mkdir()
    os.utime(tmp_path / "all" / "thesis", (1, 1))
    (own / ".new-old").write_bytes(b"")
    os.utime(own / ".new-old", (1, 1))
    (own / ".new-being-written").write_bytes(b"")
    os.utime(own, (0, 0))
    caches.clear(own)
    assert sorted(item.name for item in own.iterdir()) == [".new-being-written", "memory"]
    (tmp_path / "all" / "thesis").rmdir()  # not ours, and still there
    kept = {int(item.name, 16) for item in (tmp_path / "all").iterdir()}
    assert kept >= set(range(4, caches.MOST + 3)) | {0}
    assert not kept & {1, 2}


def test_a_file_of_terabytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    with file.open("wb") as written:
        written.truncate(1 << 42)
    with pytest.raises(OSError, match="too large"):
        caches.read(file)
