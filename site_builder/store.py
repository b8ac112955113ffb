"""The memory of a run, which one command leaves on disk for the next.

It lies in the user's own cache folder (``$XDG_CACHE_HOME`` or ``~/.cache``, by the XDG Base Directory Specification),
not in the project: a project may come from anyone, and the author of a memory decides what the next site says. A
file that is damaged, another user's, or from another program counts as missing. It may be deleted at any time.
"""

from __future__ import annotations

import fcntl
import hashlib
import io
import os
import pickle
import stat
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from site_builder.changes import Change, Reference, changed, references, referred, since
from site_builder.collector import no_garbage_collection
from site_builder.reductions import Reductions
from site_builder.trace import Memory

_FORM = b"site-builder memory 2\n"
_DIGEST, _LENGTH = 32, 8
_PROTOCOL = 5
_ENDING = ".memory"
MOST = 16
"""Projects whose memory the cache folder keeps: those built last."""
MOST_CHANGES = 50
"""Changes that are added to a file before it is written anew; also once they have half of its bytes."""
_FOREIGN = frozenset({("array", "array"), ("array", "_array_reconstructor")})
"""What a memory uses of the standard library, besides the types that pickle knows."""


def place(project: Path) -> Path | None:
    """The file for the memory of ``project``; None where the user has no folder for caches."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    # The specification: a relative path is invalid, and ignored.
    folder = Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~"), ".cache")
    if not folder.is_absolute():
        return None
    name = hashlib.sha256(os.fsencode(os.path.realpath(project))).hexdigest()[:32]
    return folder / "site-builder" / f"{name}{_ENDING}"


class Store:
    """The file in ``path`` with the memory of a ``key``: the program that may read it."""

    def __init__(self, path: Path | None, key: str) -> None:
        self._path = path
        self._head = _FORM + hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
        self._memory = Memory()
        self._stamp: tuple[int, int] | None = None
        self._lengths: list[int] = []

    def read(self) -> Memory:
        """The memory; an empty one where there is none that can be trusted."""
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
        with _opened(self._path, os.O_RDONLY) as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            if file.read(len(self._head)) != self._head:
                return
            while length := file.read(_LENGTH):
                digest, packed = file.read(_DIGEST), file.read(int.from_bytes(length, "big"))
                if hashlib.sha256(packed).digest() != digest:
                    return
                memory = changed(memory, _Unpickler(packed, memory).load())
                lengths.append(len(packed))
            self._memory, self._stamp, self._lengths = memory, _stamp(file), lengths

    def write(self, memory: Memory) -> None:
        """Write ``memory``, of a run that began with what was read; if that fails, remove the file.

        If the file is still the one that was read, only the changes are appended.
        """
        path = self._path
        if path is None:
            return
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with no_garbage_collection():
                if not self._append(path, memory):
                    _replace(path, self._head, _packed(since(Memory(), memory), Memory()))
            _bound(path.parent)
        except OSError:
            with suppress(OSError):
                path.unlink()

    def _append(self, path: Path, memory: Memory) -> bool:
        if self._stamp is None:
            return False
        if len(self._lengths) > MOST_CHANGES or 2 * sum(self._lengths[1:]) > self._lengths[0]:
            return False
        packed = _packed(since(self._memory, memory), self._memory)
        with _opened(path, os.O_RDWR) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if _stamp(file) != self._stamp:
                return False
            file.seek(0, os.SEEK_END)
            file.write(packed)
        return True


def _replace(path: Path, head: bytes, packed: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as stream:
        stream.write(head)
        stream.write(packed)
    os.replace(stream.name, path)


def _packed(change: Change, before: Memory) -> bytes:
    """``change`` with its length and its digest; what ``before`` has is not written again."""
    known = references(before)
    stream = io.BytesIO()
    # A pickler that is asked about every value takes half as long again.
    pickler = _Pickler(stream, known) if known else pickle.Pickler(stream, _PROTOCOL)
    pickler.dispatch_table = Reductions()
    pickler.dump(change)
    data = stream.getbuffer()
    return b"".join((len(data).to_bytes(_LENGTH, "big"), hashlib.sha256(data).digest(), data))


def _opened(path: Path, flags: int) -> BinaryIO:
    """``path``, if it is a file that nobody but its user could have written.

    Raises ``OSError`` where it is not.
    """
    handle = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    file = os.fdopen(handle, "r+b" if flags & os.O_RDWR else "rb")
    of = os.fstat(handle)
    if of.st_uid != os.geteuid() or of.st_mode & (stat.S_IWGRP | stat.S_IWOTH) or not stat.S_ISREG(of.st_mode):
        file.close()
        raise PermissionError(f"{path} may be anybody's")
    return file


def _stamp(file: BinaryIO) -> tuple[int, int]:
    """The file's inode and size, which show whether it was appended to or replaced."""
    of = os.fstat(file.fileno())
    return of.st_ino, of.st_size


def _bound(folder: Path) -> None:
    """Drop the memories that are older than the newest few, and what was never finished."""
    kept = sorted(folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in (*kept[MOST:], *folder.glob(".new-*")):
        old.unlink(missing_ok=True)


class _Pickler(pickle.Pickler):
    """Writes a reference for each value that a memory already holds."""

    def __init__(self, stream: BinaryIO, known: Mapping[int, Reference]) -> None:
        super().__init__(stream, _PROTOCOL)
        self._known = known

    def persistent_id(self, obj: Any) -> Reference | None:
        """Where ``obj`` is found in the memory before."""
        return self._known.get(id(obj))


class _Unpickler(pickle.Unpickler):
    """Creates only values of this program: it calls no class or function of any other module."""

    def __init__(self, packed: bytes, before: Memory) -> None:
        super().__init__(io.BytesIO(packed))
        self._before = before

    def persistent_load(self, pid: Any) -> Any:
        """What the memory before has there."""
        return referred(self._before, pid)

    def find_class(self, module: str, name: str) -> Any:
        """The class called ``name`` in ``module``.

        Raises :class:`pickle.UnpicklingError` where that is none of ours.
        """
        if (module, name) in _FOREIGN:
            return super().find_class(module, name)
        if module.startswith("site_builder.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in a memory")
