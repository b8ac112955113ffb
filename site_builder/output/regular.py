"""Reads the regular files of a published folder.

Somebody else may have put anything there: nothing is read that is a link or has no end, nor more at a time than needed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

UNFINISHED = 0o200
"""The mode of a file that is still being written; a file left with it shows where a run was interrupted."""
_NO_FILE = frozenset((errno.EINVAL, errno.EISDIR, errno.ELOOP, errno.EMLINK, errno.ENOENT, errno.ENOTDIR, errno.ENXIO))
_PIECE = 1_000_000
"""Bytes that are read at a time."""


def is_listed(path: Path, digest: str) -> bool:
    """True when ``path`` is a file with this SHA-256 (in hexadecimal), and no link to one."""
    total = hashlib.sha256()
    try:
        for piece in _pieces(path):
            total.update(piece)
    except OSError:
        return False
    return total.hexdigest() == digest


def has(path: Path, content: bytes) -> bool:
    """True when ``path`` is a file with this ``content``; raises ``OSError`` where it is none."""
    at = 0
    for piece in _pieces(path):
        if content[at : at + len(piece)] != piece:
            return False
        at += len(piece)
    return at == len(content)


def holds_something(path: Path) -> bool:
    """True when ``path`` is a regular file with a byte that is not zero, or one that cannot be read.

    Files of zeros are what a power cut leaves.
    """
    try:
        return any(piece.strip(b"\0") for piece in _pieces(path))
    except OSError as problem:
        return problem.errno not in _NO_FILE


def is_unfinished(path: Path) -> bool:
    """True for a file that was still being written when a run was interrupted."""
    mode = path.lstat().st_mode
    return stat.S_ISREG(mode) and stat.S_IMODE(mode) == UNFINISHED


def regular(path: Path, most: int) -> bytes:
    """The bytes of the regular file at ``path``.

    Raises ``OSError`` for links, for files without an end, and for those with more than ``most`` bytes.
    """
    pieces: list[bytes] = []
    for piece in _pieces(path):
        pieces.append(piece)
        most -= len(piece)
        if most < 0:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
    return b"".join(pieces)


def _pieces(path: Path) -> Iterator[bytes]:
    with _opened(path) as file:
        while piece := _read(file, path, _PIECE):
            yield piece


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), os.fspath(path))
        yield file


def _read(file: BinaryIO, path: Path, most: int) -> bytes:
    data: bytes | None = file.read(most)
    if data is None:  # such as the kernel's log, which waits for news and calls itself a file
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), os.fspath(path))
    return data
