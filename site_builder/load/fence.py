"""Keeps reading inside the project: a link in a pull request must not publish a build machine's secrets.

The check looks at the file that was opened, not at its name: between a check of the name and the opening somebody could
replace the file with a link. A file is inside when its real path is below the project's folder and no part of that
way begins with a dot: ``.git`` may hold the token with which a machine fetched the project. Nor does a link lead from
one kind of file to another: what lies in ``static/`` is published, and what lies in ``claims/`` may be a draft. Only
regular files are read, so that no read waits for another program; :mod:`site_builder.load.patience` ends one that waits
for a disk.
"""

from __future__ import annotations

import fcntl
import os
import stat
import sys
from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from site_builder.errors import EnvironmentProblem
from site_builder.load.patience import Tell

_F_GETPATH = 50
"""On macOS: the path of an open file."""
_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
PIECE = 1_000_000
"""Bytes that are read at a time, at most: each is progress."""


@dataclass(frozen=True, slots=True)
class Home:
    """The place of one kind of file in a project; paths are from the project's root, with forward slashes."""

    own: str = ""
    """The file, or the folder that holds them."""
    others: tuple[str, ...] = ()
    """Files and folders of other kinds: no link leads there, nor to a folder that holds one."""
    closed: bool = False
    """Whether a link in the folder may only lead to what is in it: all of that is published as it is."""


_ANYWHERE = Home()


class Fence:
    """The folder of a project, and its contents."""

    def __init__(
        self, root: Path, shown: Container[str] = (), tell: Tell = lambda _: None, home: Home = _ANYWHERE
    ) -> None:
        """The folder ``root``; names in ``shown`` are read although they begin with a dot.

        ``tell`` is called before each step that a disk or a server could hold up. Files of ``home`` are read. Raises
        :class:`EnvironmentProblem` when that leads out.
        """
        tell(root)
        self._root = root
        self._real = os.path.realpath(root)
        self._home = home
        self._own = os.path.realpath(root / home.own) if home.own else self._real
        self._below = self._own.rstrip(os.sep) + os.sep
        self._shown = shown
        self._tell = tell
        if home.own:
            # What is below is let through at once: where that is must not come from a link that is looked at later.
            self._check(root / home.own, self._own)

    def look(self, path: Path | str) -> None:
        """Raise :class:`EnvironmentProblem` when ``path``, a file or a folder, leads out; it need not exist."""
        self._tell(path)
        self._check(path, os.path.realpath(path))

    def read(self, path: Path | str, most: int | None = None) -> bytes:
        """The bytes of the file at ``path``; of one with more than ``most`` bytes one byte more, and not the rest.

        Raises :class:`EnvironmentProblem` for a link that leads out or nowhere, and for anything but a regular file;
        ``OSError`` where it cannot be read.
        """
        self._tell(path)
        if os.path.islink(path):
            self.look(path)  # a file outside may not even like to be opened
        try:
            return read_regular(path, most, self._tell, lambda handle: self._check(path, _opened(handle, path)))
        except FileNotFoundError:
            if os.path.islink(path):
                raise EnvironmentProblem(f"the link {path} leads nowhere", "correct or remove it") from None
            raise

    def _check(self, path: Path | str, real: str) -> None:
        if real.startswith(self._below) and f"{os.sep}." not in real[len(self._below) - 1 :]:
            return  # nearly every file, at once
        inside = os.path.relpath(real, self._real)
        parts = inside.split(os.sep)
        if inside != os.curdir and any(part.startswith(".") and part not in self._shown for part in parts):
            where = "out of the project" if parts[0] == os.pardir else "into a hidden folder"
            raise EnvironmentProblem(
                f"the link {path} leads {where}, to {real}",
                "copy what it leads to into the project, or remove the link",
            )
        if real.startswith(self._below):
            return
        if self._home.closed and real != self._own:
            raise EnvironmentProblem(
                f"the link {path} leads out of {self._home.own}/, to {real}",
                f"copy what it leads to into {self._home.own}/, or remove the link",
            )
        if real != os.path.join(self._real, self._home.own):
            self._refuse_other(path, real)

    def _refuse_other(self, path: Path | str, real: str) -> None:
        """Raise :class:`EnvironmentProblem` where a link leads to another kind of file, or to a folder that has it."""
        for name, other in self._others:
            if (real + os.sep).startswith(other + os.sep):
                where = f"leads to {real}, which belongs to {name}"
            elif (other + os.sep).startswith(real + os.sep):
                where = f"leads to {real}, which holds {name}"
            else:
                continue
            raise EnvironmentProblem(
                f"the link {path} {where}", f"copy what belongs into {self._home.own}, or remove the link"
            )

    @cached_property
    def _others(self) -> list[tuple[str, str]]:
        """The places of other kinds of file, with their real paths."""
        return [(name, os.path.realpath(self._root / name)) for name in self._home.others]


def read_regular(
    path: Path | str,
    most: int | None = None,
    tell: Tell = lambda _: None,
    check: Callable[[int], object] = lambda _: None,
    advice: str = "move it elsewhere",
) -> bytes:
    """The bytes of the file at ``path``; of one with more than ``most`` bytes one byte more, and not the rest.

    ``check`` is called with the descriptor of the open file before anything is read, ``tell`` after each piece. Raises
    :class:`EnvironmentProblem` with ``advice`` for anything but a regular file, ``OSError`` where it cannot be read.
    """
    no_file = EnvironmentProblem(f"{path} is not a file", advice)
    try:
        handle = os.open(path, _FLAGS)
    except OSError:
        if os.path.exists(path) and not os.path.isfile(path):  # a socket cannot be opened
            raise no_file from None
        raise
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise no_file
        check(handle)
        return _up_to(path, handle, sys.maxsize if most is None else most + 1, status.st_size, tell)
    except BlockingIOError:  # such as the kernel's log, which waits for news and calls itself a file
        raise no_file from None
    finally:
        os.close(handle)


def _up_to(path: Path | str, handle: int, most: int, size: int, tell: Tell) -> bytes:
    """The first ``most`` bytes of the open file, which had ``size`` bytes when it was opened.

    Python sets aside as much memory as a read may return, and for megabytes a mapping that it keeps for a single
    byte. A process has 65,530 mappings on Linux. So no more is asked for than is expected, and one byte.
    """
    pieces: list[bytes] = []
    read = 0
    while read < most:
        expected = max(size - read, 0) + 1 if read <= size else PIECE
        piece = os.read(handle, min(expected, most - read, PIECE))
        if not piece:
            break
        pieces.append(piece)
        read += len(piece)
        tell(path)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _opened(handle: int, path: Path | str) -> str:
    """The real path of the file that ``handle`` has open."""
    if sys.platform == "darwin":
        return os.fsdecode(fcntl.fcntl(handle, _F_GETPATH, bytes(1024)).rstrip(b"\0"))
    try:
        return os.readlink(f"/proc/self/fd/{handle}")
    except OSError:  # a system without /proc: the file at the real path must be the one that is open
        real = os.path.realpath(path)
        return real if os.path.samestat(os.lstat(real), os.fstat(handle)) else os.sep
