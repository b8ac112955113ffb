from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from site_builder.output.regular import has, holds_something, is_listed, regular

BIG = b"word " * 300_000


@pytest.mark.parametrize("content", [b"", b"words", BIG])
def test_a_file_is_read_whole(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert regular(file, len(content)) == content
    assert has(file, content)
    assert is_listed(file, hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize("content", [b"words", BIG])
@pytest.mark.parametrize("other", [lambda one: one + b"x", lambda one: one[:-1], lambda one: one[:-1] + b"x"])
def test_another_file_is_told_apart(tmp_path: Path, content: bytes, other: object) -> None:
    file = tmp_path / "file"
    assert callable(other)
    file.write_bytes(other(content))
    assert not has(file, content)
    assert not is_listed(file, hashlib.sha256(content).hexdigest())


def test_no_more_is_read_than_may_be(tmp_path: Path) -> None:
    """A file of a terabyte that holds nothing: it can be made, and cannot be read into memory."""
    file = tmp_path / "file"
    with file.open("wb") as written:
        written.truncate(1 << 40)
    with pytest.raises(OSError, match="too large"):
        regular(file, 1000)
    assert not has(file, b"words")


def test_what_holds_only_zeros_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for content in (b"", bytes(3_000_000)):
        file.write_bytes(content)
        assert not holds_something(file)
    file.write_bytes(bytes(3_000_000) + b"x")
    assert holds_something(file)


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "nothing"])
def test_only_regular_files_are_read(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "file"
    (tmp_path / "words").write_bytes(b"words")
    if kind == "link":
        file.symlink_to(tmp_path / "words")
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    with pytest.raises(OSError, match=r"."):
        regular(file, 1000)
    assert not holds_something(file)
    assert not is_listed(file, hashlib.sha256(b"words").hexdigest())
