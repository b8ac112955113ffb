from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from pathlib import Path
from typing import Any

import pytest

from site_builder import caches
from site_builder.build import Options, build
from site_builder.changes import Change, Difference
from site_builder.store import MOST_CHANGES, Store
from site_builder.trace import Memory, Trace
from tests.link.test_site import with_second

HEAD = len(b"site-builder memory 3\n") + 32 + 16
MEMORY = Memory(
    {"name": {"a": 1}}, {"step": {"a": Trace(("value",), frozenset({("name", "a")}))}}, {"late": {("b", 1)}}
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "site-builder" / "x" / "memory"


def read(path: Path | None, key: str = "program") -> Memory:
    return Store(path.parent if path else None, key).read()


def kept(path: Path) -> Memory:
    Store(path.parent, "program").write(MEMORY)
    return read(path)


def forged(path: Path, packed: bytes) -> None:
    """The file of a memory that holds ``packed``, and everything else right."""
    head = path.read_bytes()[:HEAD]
    path.write_bytes(head + len(packed).to_bytes(8, "big") + hashlib.sha256(packed).digest() + packed)


def test_what_is_written_is_read(path: Path) -> None:
    assert kept(path) == MEMORY
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_build_s_memory_is_read_as_it_was(path: Path) -> None:
    first = build(with_second(), options=Options(search=False, exports=True))
    Store(path.parent, "program").write(first.memo.memory)
    known = read(path)
    assert known.traces.keys() == first.memo.memory.traces.keys()
    assert known.facts.keys() == first.memo.memory.facts.keys()


def test_the_memory_of_another_program_is_none(path: Path) -> None:
    kept(path)
    assert read(path, "another") == Memory()


def test_where_there_is_none_nothing_is_known(path: Path) -> None:
    assert read(path) == Memory()
    assert read(None) == Memory()
    Store(None, "program").write(MEMORY)


@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.6, 0.99])
def test_a_damaged_or_cut_memory_is_none(path: Path, part: float) -> None:
    kept(path)
    data = path.read_bytes()
    at = int(part * len(data))
    for damaged in (data[:at], data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], data + b"x"):
        path.write_bytes(damaged)
        assert read(path) == Memory()


def test_a_run_that_began_with_a_damaged_memory_leaves_a_whole_one(path: Path) -> None:
    kept(path)
    data = path.read_bytes()
    for length in range(len(data)):
        path.write_bytes(data[:length])
        store = Store(path.parent, "program")
        assert store.read() == Memory()
        store.write(MEMORY)
        assert read(path) == MEMORY


@pytest.mark.parametrize("first", [b"\x80", b"\x7f"])
def test_a_length_that_cannot_be_is_none(path: Path, first: bytes) -> None:
    kept(path)
    data = path.read_bytes()
    path.write_bytes(data[:HEAD] + first + data[HEAD + 1 :])
    assert read(path) == Memory()


def test_a_value_that_ends_before_its_part_does_is_none(path: Path) -> None:
    kept(path)
    part = path.read_bytes()[HEAD:]
    packed = part[8 + 32 :]
    forged(path, packed)
    assert read(path) == MEMORY
    forged(path, packed + part)  # what is behind it could be read as a part of its own
    assert read(path) == Memory()


@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_a_file_that_others_can_write_is_none(path: Path, mode: int) -> None:
    kept(path)
    path.chmod(mode)
    assert read(path) == Memory()


def test_a_link_a_pipe_and_a_folder_are_none(path: Path, tmp_path: Path) -> None:
    kept(path)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert read(path) == Memory()
    path.unlink()
    os.mkfifo(path)
    assert read(path) == Memory()
    path.unlink()
    path.mkdir()
    assert read(path) == Memory()
    Store(path.parent, "program").write(MEMORY)


class Call:
    def __init__(self, *called: Any) -> None:
        self.called = called

    def __reduce__(self) -> Any:
        return self.called


@pytest.mark.parametrize(
    "called",
    [
        (os.system, ("touch called",)),
        (eval, ("open('called', 'w')",)),
        (getattr, (Memory, "__init__")),
        (caches.folder, (Path(),)),
        (tempfile.mkdtemp, ()),
    ],
)
def test_a_memory_calls_nothing_but_our_own_values(
    path: Path, called: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept(path)
    forged(path, pickle.dumps(Change({"x": Difference({"y": Call(*called)}, (), None)})))
    assert read(path) == Memory()
    assert not (tmp_path / "called").exists()


def test_what_lies_behind_a_dot_is_not_reached(path: Path) -> None:
    kept(path)
    forged(path, b"\x80\x04\x8c\x12site_builder.store\x94\x8c\x09os.system\x94\x93\x94.")
    assert read(path) == Memory()


def test_what_cannot_be_written_leaves_no_old_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(path)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkstemp", full)
    Store(path.parent, "program").write(MEMORY)
    assert not path.exists()


def test_only_what_has_changed_is_added(path: Path) -> None:
    text = "a long text" * 1000
    kept = Memory({"name": {n: text + str(n) for n in range(100)}}, {"step": {"a": Trace("old", frozenset())}})
    Store(path.parent, "program").write(kept)
    size = path.stat().st_size
    for number in range(5):
        store = Store(path.parent, "program")
        before = store.read()
        facts = {"name": {**before.facts["name"], number: "new", 100 + number: "more"}, "another": {}}
        traces = {"step": {"b": Trace(number, frozenset())}}
        later = Memory(facts, traces, {"late": {("b", number)}})
        store.write(later)
        assert read(path) == later
        assert list(read(path).facts["name"]) == list(facts["name"])
    assert path.stat().st_size < 1.01 * size


def test_a_file_that_is_mostly_additions_is_written_anew(path: Path) -> None:
    Store(path.parent, "program").write(MEMORY)
    sizes = []
    for number in range(MOST_CHANGES + 5):
        store = Store(path.parent, "program")
        store.write(Memory({"name": {"a": number}}, store.read().traces))
        sizes.append(path.stat().st_size)
    assert sorted(sizes) != sizes
    assert read(path).facts == {"name": {"a": MOST_CHANGES + 4}}


def test_of_two_builds_at_once_the_later_counts(path: Path) -> None:
    Store(path.parent, "program").write(MEMORY)
    one, other = Store(path.parent, "program"), Store(path.parent, "program")
    later = [Memory({"name": {"a": number}}, dict(store.read().traces)) for number, store in enumerate((one, other))]
    one.write(later[0])
    other.write(later[1])
    assert read(path) == later[1]


def test_a_file_that_was_written_anew_is_another(path: Path) -> None:
    """Also where the file system gives it the same number, and it has the same size."""
    Store(path.parent, "program").write(MEMORY)
    store = Store(path.parent, "program")
    store.read()
    inode, size = path.stat().st_ino, path.stat().st_size
    data = path.read_bytes()
    path.write_bytes(data[: HEAD - 1] + bytes([data[HEAD - 1] ^ 1]) + data[HEAD:])
    assert (path.stat().st_ino, path.stat().st_size) == (inode, size)
    later = Memory({"name": {"a": 2}}, {})
    store.write(later)
    assert read(path) == later
