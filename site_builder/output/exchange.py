"""Exchanges two folders in one step, and makes written files durable.

``renameat2(RENAME_EXCHANGE)`` on Linux, ``renamex_np(RENAME_SWAP)`` on macOS; where the file system cannot, two
renames, which leave a moment without the folder and are put right by the next run if they are interrupted.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}


def exchange(one: Path, other: Path) -> None:
    """Let ``one`` and ``other``, two folders in one file system, change names.

    Raises ``OSError`` when neither way is possible; then both are where they were.
    """
    if _atomically(os.fsencode(one), os.fsencode(other)):
        return
    aside = one.with_name(one.name + "-old")
    other.rename(aside)
    try:
        one.rename(other)
    except BaseException:  # also when the user interrupts just here
        aside.rename(other)
        raise
    with suppress(OSError):  # the new one is in place; the next run clears the old
        aside.rename(one)


def _atomically(one: bytes, other: bytes) -> bool:
    """True when the kernel exchanged them; False when it does not know how here."""
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        swap = getattr(libc, "renamex_np", None)
        result = swap(one, other, ctypes.c_uint(_RENAME_SWAP)) if swap else None
    else:
        swap = getattr(libc, "renameat2", None)
        result = swap(_AT_FDCWD, one, _AT_FDCWD, other, ctypes.c_uint(_RENAME_EXCHANGE)) if swap else None
    if result == 0:
        return True
    code = ctypes.get_errno()
    if result is None or code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), os.fsdecode(other))


def make_durable(folder: Path) -> None:
    """Have everything written below ``folder`` reach the disk: one flush of its file system, not one a file."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        flush = getattr(ctypes.CDLL(None), "syncfs", None)
        if flush is None or flush(handle) != 0:
            os.sync()
    finally:
        os.close(handle)
