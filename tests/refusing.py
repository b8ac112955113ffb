"""A shim under Python's file operations: one of them fails, with an error that the system gives for it.

Most pass an audit hook (PEP 578). Python has no event for looking at a file, for reading, writing and closing one, for
reading a link and for putting a file onto the disk: these functions are replaced, in ``os`` and in what ``open``
returns. So are those of Python's own library, which calls the same functions. Nothing can take an audit hook away
again, so this is for a program of its own (:mod:`tests.faulty`).
"""

from __future__ import annotations

import builtins
import errno
import functools
import io
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.projects import ROOT

_ROOM = (errno.ENOSPC, errno.EDQUOT)
_MAKING = (*_ROOM, errno.EACCES, errno.EROFS, errno.EIO, errno.ENOENT, errno.EPERM, errno.ENOMEM)
_LISTING = (errno.EACCES, errno.EMFILE, errno.EIO, errno.ENOENT, errno.ESTALE, errno.ENOMEM)
ERRORS: dict[str, tuple[int, ...]] = {
    "open": (*_MAKING, errno.EMFILE, errno.ESTALE, errno.ELOOP, errno.EBUSY),
    "os.mkdir": _MAKING,
    "os.rename": (*_MAKING, errno.EXDEV, errno.EBUSY, errno.ENOTEMPTY, errno.ESTALE),
    "os.remove": (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EIO, errno.ESTALE, errno.ENOENT),
    "os.rmdir": (errno.EACCES, errno.EBUSY, errno.ENOTEMPTY, errno.EROFS, errno.EIO, errno.ENOENT),
    "os.link": (errno.EXDEV, errno.EPERM, errno.EMLINK, *_MAKING),
    "os.symlink": (*_MAKING, errno.EEXIST),
    "os.chmod": (errno.EPERM, errno.EROFS, errno.EIO, errno.ENOENT),
    "os.listdir": _LISTING,
    "os.scandir": _LISTING,
    "os.truncate": (errno.EIO, errno.EROFS, errno.EPERM),
    "os.utime": (errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO),
    "os.stat": (errno.EACCES, errno.EIO, errno.ESTALE, errno.ENOENT, errno.ELOOP, errno.ENOMEM),
    "os.fstat": (errno.EIO, errno.ESTALE, errno.ENOMEM),
    "os.readlink": (errno.EACCES, errno.EIO, errno.ESTALE, errno.ENOENT, errno.ENOMEM),
    "os.read": (errno.EIO, errno.ESTALE, errno.EAGAIN, errno.ENOMEM),
    "os.write": (*_ROOM, errno.EIO, errno.EFBIG, errno.ESTALE),
    "os.fsync": (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS),
    "os.close": (errno.EIO, errno.ENOSPC, errno.EDQUOT),
    "fcntl.flock": (errno.ENOLCK, errno.EAGAIN, errno.EIO),
    "os.fork": (errno.EAGAIN, errno.ENOMEM),
    "subprocess.Popen": (errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.ENOENT, errno.EACCES),
}
"""What each operation can fail with, from the system's manual."""
_PROGRAM = os.fspath(ROOT / "site_builder") + os.sep
_NO_FILES = ("os.fork", "subprocess.Popen")
_OPEN_FILES = ("os.fstat", "os.read", "os.write", "os.fsync", "os.close", "fcntl.flock")
"""They get no name, so that their errors have none."""
_HANDLES = "/proc/self/fd/"
_named = functools.partial(os.readlink)
"""The system's own, whatever takes its place."""

Where = tuple[str, str, int]
"""An operation, the line of the program that asks for it, and how many times it did so before in the same run."""


class Refusing:
    """Counts the operations below a folder by who asks for them, and lets one of them fail."""

    def __init__(self) -> None:
        self.folder = ""
        """Where operations are counted; empty for nowhere."""
        self.counts: Counter[tuple[str, str]] = Counter()
        self.fails: tuple[Where, int] | None = None
        """Which one fails, and with what."""
        self.what = ""
        """The one that failed."""

    def begin(self, folder: Path, fails: tuple[Where, int] | None) -> None:
        """Count from now on, below ``folder``."""
        self.counts, self.fails, self.what = Counter(), fails, ""
        self.folder = os.fspath(folder)

    def end(self) -> None:
        """Let everything pass."""
        self.folder = ""

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """The audit hook."""
        if not self.folder or event not in ERRORS:
            return
        name = arguments[event == "os.symlink"] if arguments else ""
        if event not in _NO_FILES and not self.is_inside(name):
            return
        where = (event, _asking())
        if not where[1]:
            return
        self.counts[where] += 1
        if self.fails and self.fails[0] == (*where, self.counts[where] - 1):
            code = self.fails[1]
            self.what = f"{event} {name!r} {errno.errorcode[code]} in {where[1]}"
            shown = [os.fspath(name)] if isinstance(name, (str, os.PathLike)) and event not in _OPEN_FILES else []
            raise OSError(code, os.strerror(code), *shown)

    def is_inside(self, name: object) -> bool:
        """Whether ``name``, a path or an open file, is below the folder."""
        if isinstance(name, int):
            name = f"{_HANDLES}{name}"
        if isinstance(name, str) and name.startswith(_HANDLES):
            try:
                name = _named(name)
            except OSError:
                return False
        if not isinstance(name, (str, bytes, os.PathLike)):
            return False
        return os.path.abspath(os.fsdecode(name)).startswith(self.folder)


def _asking() -> str:
    """The innermost line of the program that is at work; empty where it is none of the program's."""
    frame: Any = sys._getframe(2)
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(_PROGRAM):
            return f"{name[len(_PROGRAM) :]}:{frame.f_lineno}"
        frame = frame.f_back
    return ""


def installed() -> Refusing:
    """The shim, in place for the rest of the process."""
    refusing = Refusing()
    sys.addaudithook(refusing)
    for name, event, after in (
        ("stat", "os.stat", False),
        ("lstat", "os.stat", False),
        ("fstat", "os.fstat", False),
        ("readlink", "os.readlink", False),
        ("read", "os.read", False),
        ("write", "os.write", False),
        ("fsync", "os.fsync", False),
        ("close", "os.close", True),
    ):
        _replace(name, event, refusing, after=after)
    opening = _opening(refusing)
    builtins.open = opening
    io.open = opening
    return refusing


def _replace(name: str, event: str, refusing: Refusing, *, after: bool) -> None:
    """Have ``os.NAME`` pass ``refusing``; ``after``: it does its work and fails nevertheless, as closing does."""
    own: Callable[..., Any] = getattr(os, name)

    @functools.wraps(own)
    def passing(file: Any, *arguments: Any, **named: Any) -> Any:
        if not refusing.folder:
            return own(file, *arguments, **named)
        shown = _shown(file, refusing) if after else file
        result = own(file, *arguments, **named) if after else None
        refusing("os.fstat" if event == "os.stat" and isinstance(file, int) else event, (shown,))
        return result if after else own(file, *arguments, **named)

    for known in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
        if own in known:
            known.add(passing)
    setattr(os, name, passing)


def _shown(file: object, refusing: Refusing) -> object:
    """The name of an open file, which it has no more when it is closed; nothing that counts for any other."""
    if isinstance(file, int) and refusing.is_inside(file):
        return _named(f"{_HANDLES}{file}")
    return None


def _opening(refusing: Refusing) -> Callable[..., Any]:
    """``open``, whose files pass ``refusing``: as Python's own (io), with another raw file."""
    own = io.open

    class Passing(io.FileIO):
        def write(self, data: Any, /) -> int:
            refusing("os.write", (self._name,))
            return super().write(data)

        def readinto(self, data: Any, /) -> int:
            refusing("os.read", (self._name,))
            return super().readinto(data)

        def readall(self) -> bytes:
            refusing("os.read", (self._name,))
            return super().readall()

        def close(self) -> None:
            was, name = self.closed, "" if self.closed else self._name
            super().close()
            if not was:
                refusing("os.close", (name,))

        @property
        def _name(self) -> Any:
            return _shown(self.fileno(), refusing) or self.name if refusing.folder else self.name

    def opening(
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Any = None,
    ) -> Any:
        if not refusing.folder or not refusing.is_inside(file):
            return own(file, mode, buffering, encoding, errors, newline, closefd, opener)
        raw: Any = Passing(file, "".join(sign for sign in mode if sign in "xrwa+"), closefd, opener)
        if buffering == 0:
            return raw
        kind: Any = io.BufferedRandom if "+" in mode else io.BufferedReader if "r" in mode else io.BufferedWriter
        whole = kind(raw)
        return whole if "b" in mode else io.TextIOWrapper(whole, encoding or "utf-8", errors, newline)

    return opening
