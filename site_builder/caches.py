"""Files in the user's cache folder, which one command leaves for the next.

The folder is ``$XDG_CACHE_HOME`` or ``~/.cache`` (XDG Base Directory Specification), with a folder for each project. It
is not in the project: a project may come from anyone, and these files decide what the next site says. A file counts
only if no other user could have written it. All of it may be deleted at any time, and may fail to be written.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from site_builder.removal import remove

MOST = 16
"""The number of projects with a cache: those built last."""
MOST_BYTES = 256_000_000
"""The size of a file that is read whole; the stamps of a million files have less."""
_NAME = re.compile(r"[0-9a-f]{32}")
"""The names of the projects' folders."""
_UNFINISHED = ".new-"
_STALE = 3600
"""Seconds after which an unfinished file counts as abandoned."""


def folder(project: Path, kind: str = "") -> Path | None:
    """The cache folder of ``project``; None if the user has no folder for caches.

    Each ``kind`` of build has a folder of its own, and counts as a project.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    # The specification: a relative path is invalid, and ignored.
    home = Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~"), ".cache")
    if not home.is_absolute():
        return None
    key = os.fsencode(os.path.realpath(project)) + (f"\0{kind}".encode() if kind else b"")
    return home / "site-builder" / hashlib.sha256(key).hexdigest()[:32]


def opened(path: Path, flags: int = os.O_RDONLY) -> BinaryIO:
    """Open ``path``, a regular file that only its user could have written.

    Raises ``OSError`` if it is anything else.
    """
    handle = os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    file = os.fdopen(handle, "r+b" if flags & os.O_RDWR else "rb")
    try:
        of = os.fstat(handle)
        if of.st_uid != os.geteuid() or of.st_mode & (stat.S_IWGRP | stat.S_IWOTH) or not stat.S_ISREG(of.st_mode):
            raise PermissionError(f"{path} may have been written by another user")
    except BaseException:
        file.close()
        raise
    return file


def read(path: Path) -> bytes:
    """The bytes of ``path``; raises ``OSError`` as :func:`opened` does, and for more than :data:`MOST_BYTES`."""
    with opened(path) as file:
        if os.fstat(file.fileno()).st_size > MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
        return file.read()


def put(path: Path, parts: Iterable[bytes]) -> None:
    """Write ``parts`` to ``path``, whole or not at all.

    Raises ``OSError`` if that fails; an older file is then still there.
    """
    with writing(path) as stream:
        stream.writelines(parts)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write in this context, which is then put at ``path``; raises ``OSError`` as :func:`put` does."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def clear(own: Path) -> None:
    """Remove unfinished files of killed commands in ``own``, and the folders of the projects built longest ago."""
    now = time.time()
    with suppress(OSError):
        for left in own.glob(f"{_UNFINISHED}*"):
            if left.stat().st_mtime < now - _STALE:
                left.unlink()
    with suppress(OSError):
        projects = sorted(own.parent.iterdir(), key=lambda path: path.lstat().st_mtime_ns, reverse=True)
        for old in projects[MOST:]:
            if old != own and not old.is_symlink() and _NAME.fullmatch(old.name):
                remove(old)
