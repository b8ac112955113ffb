"""The one kind of exception that the command line turns into advice.

Problems in what an editor wrote are diagnostics (values); a fault of ours is a traceback; what remains is
the environment: a folder that cannot be written, a program that is missing, a call that makes no sense.
"""

from __future__ import annotations

import errno
import os


class EnvironmentProblem(Exception):
    """Something outside the content prevents the work; exit status 2.

    ``message`` says what happened, ``remedy`` what the person can do about it.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[EnvironmentProblem], tuple[str, str]]:
        """So that one travels from process to process; of whatever kind it was, it says the same."""
        return EnvironmentProblem, (self.message, self.remedy)


_ROOM = "make room on the disk, or take another one"
_RIGHTS = "see whose it is and who may read and write there"
_REMEDIES = {
    errno.ENOSPC: f"{_ROOM}; a disk may have no inodes left where it has bytes (df -i)",
    errno.EDQUOT: _ROOM,
    errno.EFBIG: "raise the bound on the size of files (ulimit -f)",
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "mount it so that it can be written, or choose another folder",
    errno.EMFILE: "raise the bound on open files (ulimit -n)",
    errno.ENFILE: "close other programs: the system has no more files to give",
    errno.ENOMEM: "close other programs, or raise the bound on memory (ulimit -v)",
    errno.EAGAIN: "close other programs, raise the bound on processes (ulimit -u), or use --jobs 1",
    errno.EIO: "look at the disk: it does not answer as it should",
    errno.ENAMETOOLONG: "choose shorter names",
    errno.ELOOP: "look at the links: they lead in a circle",
    errno.EXDEV: "choose a folder in one file system",
    errno.EBUSY: "see what uses it: a mount, or another program",
}


def in_words(problem: OSError | MemoryError | ImportError) -> EnvironmentProblem:
    """What the system has refused, and what can be done about it."""
    if isinstance(problem, MemoryError):
        return EnvironmentProblem("memory ran out", _REMEDIES[errno.ENOMEM])
    if isinstance(problem, ImportError):
        return EnvironmentProblem(
            f"cannot load {problem.name or 'a module'}: {problem}",
            "install the program again; where it is there, raise the bound on memory (ulimit -v)",
        )
    if problem.errno == errno.ENOENT and problem.filename is None:
        return EnvironmentProblem("the folder that this runs in is gone", "change into one that is there")
    names = [os.fsdecode(name) for name in (problem.filename, problem.filename2) if isinstance(name, (str, bytes))]
    where = f"{' and '.join(names)}: " if names else ""
    said = problem.strerror or str(problem) or type(problem).__name__
    remedy = _REMEDIES.get(problem.errno or 0, "see that it is there and can be read and written, then run it again")
    return EnvironmentProblem(f"{where}{said}", remedy)
