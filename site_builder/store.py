"""What one command leaves to the next: the memory of a run, packed on the disk.

It lies in the user's own cache folder (``$XDG_CACHE_HOME`` or ``~/.cache``, by the XDG Base Directory Specification),
not in the project: a project comes from anybody, and whoever writes a memory decides what the next site says. A file
that is damaged, somebody else's, or of another program is none. It may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from site_builder.collector import no_garbage_collection
from site_builder.trace import Memory

_FORM = b"site-builder memory 1\n"
_DIGEST = 32
_PROTOCOL = 5
_ENDING = ".memory"
MOST = 16
"""Projects of which the cache folder keeps a memory: those that were built last."""
_FOREIGN = frozenset({("array", "array"), ("array", "_array_reconstructor")})
"""What of the standard library a memory is made of, beside what pickle knows itself."""


def place(project: Path) -> Path | None:
    """The file for the memory of ``project``; None where the user has no folder for caches."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    # The specification: a relative path is invalid, and ignored.
    folder = Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~"), ".cache")
    if not folder.is_absolute():
        return None
    name = hashlib.sha256(os.fsencode(os.path.realpath(project))).hexdigest()[:32]
    return folder / "site-builder" / f"{name}{_ENDING}"


def read(path: Path | None, key: str) -> Memory:
    """The memory in ``path`` that was written under ``key``; an empty one where there is no such."""
    data = _read(path) if path else None
    head = _head(key)
    if data is None or not data.startswith(head):
        return Memory()
    packed = memoryview(data)[len(head) :]
    if hashlib.sha256(packed[_DIGEST:]).digest() != packed[:_DIGEST]:
        return Memory()
    try:
        with no_garbage_collection():
            memory = _Unpickler(io.BytesIO(packed[_DIGEST:])).load()
    except (pickle.UnpicklingError, LookupError, TypeError, ValueError, AttributeError, EOFError, ImportError):
        return Memory()
    return memory if isinstance(memory, Memory) else Memory()


def write(path: Path | None, key: str, memory: Memory) -> None:
    """Write ``memory`` to ``path`` under ``key``, whole or not at all; where that cannot be, the old one goes."""
    if path is None:
        return
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with no_garbage_collection():
            packed = pickle.dumps(memory, _PROTOCOL)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as stream:
            stream.write(_head(key))
            stream.write(hashlib.sha256(packed).digest())
            stream.write(packed)
        os.replace(stream.name, path)
        _bound(path.parent)
    except OSError:
        with suppress(OSError):
            path.unlink()


def _head(key: str) -> bytes:
    return _FORM + hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()


def _read(path: Path) -> bytes | None:
    """The bytes of ``path``, if it is a file that nobody but its user could have written."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(handle, "rb") as file:
            of = os.fstat(handle)
            own = of.st_uid == os.geteuid() and not of.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
            return file.read() if own and stat.S_ISREG(of.st_mode) else None
    except OSError:
        return None


def _bound(folder: Path) -> None:
    """Drop the memories that are older than the newest few, and what was never finished."""
    kept = sorted(folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for old in (*kept[MOST:], *folder.glob(".new-*")):
        old.unlink(missing_ok=True)


class _Unpickler(pickle.Unpickler):
    """Makes the values of this program and nothing else: no class or function of any other module is called."""

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
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a memory")
