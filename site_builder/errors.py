"""The one kind of exception that the command line turns into a message with a remedy.

Problems in what an editor wrote are diagnostics (values); a fault of ours is a traceback; what remains is
the environment: a folder that cannot be written, a program that is missing, a call that makes no sense.
"""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class EnvironmentProblem(Exception):
    """Something outside the content prevents the work; exit status 2.

    ``message`` says what happened, ``remedy`` what the person can do about it.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[EnvironmentProblem], tuple[str, str]]:
        """Lets a problem travel between processes; a subclass arrives as this class with the same words."""
        return EnvironmentProblem, (self.message, self.remedy)


_ROOM = "free space on the disk, or use another one"
_RIGHTS = "check its owner and its permissions"
_REMEDIES = {
    errno.ENOSPC: f"{_ROOM}; a disk with free bytes can still run out of inodes (df -i)",
    errno.EDQUOT: _ROOM,
    errno.EFBIG: "raise the limit on file size (ulimit -f)",
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "mount it as writable, or choose another folder",
    errno.EMFILE: "raise the limit on open files (ulimit -n)",
    errno.ENFILE: "close other programs: the system can open no more files",
    errno.ENOMEM: "close other programs, or raise the limit on memory (ulimit -v)",
    errno.EAGAIN: "close other programs, raise the limit on processes (ulimit -u), or use --jobs 1",
    errno.EIO: "check the disk: it reports errors",
    errno.ENAMETOOLONG: "choose shorter names",
    errno.ENOTDIR: "something on the way to it is a file, where a folder belongs: rename it, or choose another place",
    errno.ELOOP: "check the links: they form a loop",
    errno.EXDEV: "choose a folder on the same file system",
    errno.EBUSY: "find out what uses it: a mount or another program",
}


def remedy(problem: OSError, otherwise: str) -> str:
    """Advice for a person on ``problem``: ``otherwise`` for a lack of rights and for a problem unknown here."""
    is_mine = problem.errno in (errno.EACCES, errno.EPERM)
    return otherwise if is_mine else _REMEDIES.get(problem.errno or 0, otherwise)


def in_words(problem: OSError | MemoryError | ImportError) -> EnvironmentProblem:
    """The system's refusal as a problem, with a remedy."""
    if isinstance(problem, MemoryError):
        return EnvironmentProblem("memory ran out", _REMEDIES[errno.ENOMEM])
    if isinstance(problem, ImportError):
        return EnvironmentProblem(
            f"cannot load {problem.name or 'a module'}: {problem}",
            "reinstall the program; if it is installed, raise the limit on memory (ulimit -v)",
        )
    if problem.errno == errno.ENOENT and problem.filename is None:
        return _no_folder()
    names = [os.fsdecode(name) for name in (problem.filename, problem.filename2) if isinstance(name, (str, bytes))]
    where = f"{' and '.join(names)}: " if names else ""
    said = problem.strerror or str(problem) or type(problem).__name__
    remedy = _REMEDIES.get(problem.errno or 0, "check that it exists and can be read and written, then run it again")
    return EnvironmentProblem(f"{where}{said}", remedy)


def refuse_lost_folder(paths: Iterable[Path]) -> None:
    """Raise a problem where one of ``paths`` begins at the current folder, and that folder has been removed.

    Every such path then seems to be missing, which is no reason to make it or to ask for it.
    """
    if all(path.is_absolute() for path in paths):
        return
    try:
        os.getcwd()
    except FileNotFoundError:
        raise _no_folder() from None
    except OSError:
        return  # a folder above it cannot be read: the paths can lead somewhere all the same


def _no_folder() -> EnvironmentProblem:
    advice = 'change to a folder that exists; if there is one of that name again: cd "$PWD"'
    return EnvironmentProblem("the current folder no longer exists", advice)
