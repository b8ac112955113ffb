"""The cached results of a run, which one command leaves on disk for the next.

The file is in the user's cache folder (:mod:`site_builder.caches`). A file that is damaged, or from another version of
the program, counts as missing.
"""

from __future__ import annotations

import fcntl
import hashlib
import io
import os
import pickle
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from site_builder.caches import clear, opened, writing
from site_builder.changes import Change, Reference, changed, references, referred, since
from site_builder.collector import no_garbage_collection
from site_builder.reductions import Reductions
from site_builder.trace import Memory

_FORM = b"site-builder memory 3\n"
_NAME, _DIGEST, _LENGTH = 16, 32, 8
_PROTOCOL = 5
_PART = 1 << 20
"""Bytes that are read at once."""
NAME = "memory"
"""The file in a project's cache folder."""
MOST_CHANGES = 50
"""Changes that are added to a file before it is written again; also once they have half of its bytes."""
_MAKERS = frozenset(
    {("array", "array"), ("array", "_array_reconstructor"), ("site_builder.source", "same_source")},
)
"""The callables in a memory besides the classes of this program and the types that pickle knows."""


class Store:
    """The memory of a project in its cache ``folder``, for the program that ``key`` names."""

    def __init__(self, folder: Path | None, key: str) -> None:
        self._path = folder / NAME if folder else None
        self._head = _FORM + hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
        self._memory = Memory()
        self._stamp: tuple[bytes, int] | None = None
        self._lengths: list[int] = []

    def read(self) -> Memory:
        """The memory; an empty one if there is none that can be trusted."""
        try:
            with no_garbage_collection():
                self._read()
        except (
            *(OSError, pickle.UnpicklingError, LookupError, TypeError, ValueError),
            *(AttributeError, EOFError, ImportError, RecursionError),
        ):
            self._memory, self._stamp = Memory(), None
        return self._memory

    def _read(self) -> None:
        if self._path is None:
            return
        memory, lengths = Memory(), []
        with opened(self._path) as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            if file.read(len(self._head)) != self._head:
                return
            name, size = file.read(_NAME), os.fstat(file.fileno()).st_size
            while length := file.read(_LENGTH):
                digest, expected = file.read(_DIGEST), int.from_bytes(length, "big")
                if expected > size - file.tell():
                    return
                start = file.tell()
                if _digest(file, expected) != digest:
                    return
                file.seek(start)
                memory = changed(memory, _Unpickler(file, memory).load())
                if file.tell() != start + expected:
                    return
                lengths.append(expected)
            if lengths:  # one that was cut behind its head is none
                self._memory, self._stamp, self._lengths = memory, (name, size), lengths

    def write(self, memory: Memory) -> None:
        """Write ``memory``, of a run that began with what was read; if that fails, remove the file.

        If the file is still the one that was read, only the changes are appended.
        """
        path = self._path
        if path is None:
            return
        try:
            with no_garbage_collection():
                if not self._append(path, memory):
                    with writing(path) as file:
                        file.write(self._head + os.urandom(_NAME))
                        _pack(file, since(Memory(), memory), Memory())
        except OSError:
            with suppress(OSError):
                path.unlink()
        clear(path.parent)

    def _append(self, path: Path, memory: Memory) -> bool:
        if self._stamp is None:
            return False
        if len(self._lengths) > MOST_CHANGES or 2 * sum(self._lengths[1:]) > self._lengths[0]:
            return False
        packed = io.BytesIO()
        _pack(packed, since(self._memory, memory), self._memory)
        with opened(path, os.O_RDWR) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            head = file.read(len(self._head))
            if head != self._head or (file.read(_NAME), file.seek(0, os.SEEK_END)) != self._stamp:
                return False
            file.write(packed.getbuffer())  # at once: if it is killed, it leaves little
        return True


def _digest(file: BinaryIO, length: int) -> bytes:
    """The SHA-256 of the next ``length`` bytes of ``file``, which are never in memory together."""
    total = hashlib.sha256()
    while length and (part := file.read(min(length, _PART))):
        total.update(part)
        length -= len(part)
    return total.digest()


def _pack(file: BinaryIO, change: Change, before: Memory) -> None:
    """Write ``change`` with its length and its digest; values that ``before`` has are not written again."""
    known = references(before)
    start = file.tell()
    file.write(bytes(_LENGTH + _DIGEST))
    stream = _Measured(file)
    # A pickler that is asked about every value takes half as long again.
    pickler = _Pickler(stream, known) if known else pickle.Pickler(stream, _PROTOCOL)
    pickler.dispatch_table = Reductions()
    pickler.dump(change)
    file.seek(start)
    file.write(stream.length.to_bytes(_LENGTH, "big") + stream.total.digest())
    file.seek(0, os.SEEK_END)


class _Measured:
    """Counts and digests the bytes that pass to a file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.length = 0
        self.total = hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write ``data``; returns its length in bytes."""
        self.length += len(data)
        self.total.update(data)
        return self._file.write(data)


class _Pickler(pickle.Pickler):
    """Writes a reference for each value that a memory already holds."""

    def __init__(self, stream: _Measured, known: Mapping[int, Reference]) -> None:
        super().__init__(stream, _PROTOCOL)
        self._known = known

    def persistent_id(self, obj: Any) -> Reference | None:
        """The reference to ``obj`` in the previous memory."""
        return self._known.get(id(obj))


class _Unpickler(pickle.Unpickler):
    """Creates only values of this program: it calls its classes and the callables of :data:`_MAKERS`."""

    def __init__(self, file: BinaryIO, before: Memory) -> None:
        super().__init__(file)
        self._before = before

    def persistent_load(self, pid: Any) -> Any:
        """The value that the previous memory has there."""
        return referred(self._before, pid)

    def find_class(self, module: str, name: str) -> Any:
        """The class called ``name`` in ``module``.

        Raises :class:`pickle.UnpicklingError` where that is none of ours.
        """
        if (module, name) in _MAKERS:
            return super().find_class(module, name)
        if module.startswith("site_builder.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in a memory")
