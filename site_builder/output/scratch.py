"""Disk space in the project's folder for pages that are made but not yet published.

Each process writes its own pages there, so that no page goes through a pipe or waits in memory. The space is removed
when the build ends; the next build clears what a killed one has left.
"""

from __future__ import annotations

import fcntl
import hashlib
import itertools
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from site_builder.contents import Content, Stored
from site_builder.removal import remove

FOLDER = ".site-builder"
"""In the project, beside the site: files can be moved from there into the site."""
_PREFIX = "scratch-"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class Scratch:
    """A folder that any number of processes write to."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.fspath(folder)
        self._numbers = itertools.count()

    def put(self, data: bytes) -> Content:
        """Store ``data``; if the disk refuses it, it stays in memory, and publishing reports the problem."""
        path = f"{self._folder}/{os.getpid()}-{next(self._numbers)}"
        try:
            handle = os.open(path, _NEW, 0o666)  # without the layers of a file object, as there are tens of thousands
            try:
                whole = os.write(handle, data) == len(data)
            finally:
                os.close(handle)
        except OSError:
            return data
        if not whole:  # the disk is full
            return data
        return Stored(hashlib.sha256(data).hexdigest(), len(data), path)


@contextmanager
def scratch(root: Path) -> Iterator[Scratch | None]:
    """Space in the folder ``root`` for the duration of this context; None if the folder is not writable."""
    folder, handle = None, None
    try:
        _begin(root)
        clear(root)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root)).absolute()
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        fcntl.flock(handle, fcntl.LOCK_SH)
    except OSError:
        yield None
    else:
        yield Scratch(folder)
    finally:
        if folder is not None:
            remove(folder, _is_ours)
        if handle is not None:
            os.close(handle)


def _begin(root: Path) -> None:
    """Make ``root``, and have git ignore it.

    Raises ``OSError`` if it cannot be made, or is a link: a project may come from anyone.
    """
    root.mkdir(exist_ok=True)
    if root.is_symlink():
        raise NotADirectoryError(root)
    with suppress(FileExistsError), open(root / ".gitignore", "x", encoding="utf-8") as file:
        file.write("*\n")


def clear(root: Path) -> None:
    """Remove the space of builds that have ended; a running build holds a lock until its last process ends."""
    if root.is_symlink():
        return
    for leftover in root.glob(f"{_PREFIX}*"):
        if leftover.is_symlink() or not leftover.is_dir():
            continue
        with suppress(OSError):
            handle = os.open(leftover, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                remove(leftover, _is_ours)
            finally:
                os.close(handle)


def _is_ours(name: str) -> bool:
    """True for the names that :meth:`Scratch.put` gives."""
    return re.fullmatch(r"\d+-\d+", name) is not None
