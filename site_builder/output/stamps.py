"""Stamps of a published folder's files, so that a file that nobody touched need not be read.

A stamp is what changes when a file is written, replaced, linked or given other rights: size, times of content and of
entry, number and mode. Two equal stamps of a name are taken for the same bytes. That holds if no change falls into the
same tick of the clock as the stamp: whoever takes them to keep waits for the next tick.
"""

from __future__ import annotations

import errno
import hashlib
import marshal
import os
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from site_builder.records import bounds

Stamp = tuple[int, int, int, int, int]
"""Size in bytes, content and entry times in nanoseconds, inode, mode."""

TICK = 20_000_000
"""Nanoseconds: longer than the clock of any file system in use stands still, except those that know only seconds."""
_SECOND = 1_000_000_000
_NO_REFERENCES = 2
"""The version of marshal's format in which equal values are equal bytes."""


def stamp(path: Path | str) -> Stamp | None:
    """The stamp of what is at ``path``, links not followed; None if there is nothing."""
    try:
        return _stamp(os.lstat(path))
    except FileNotFoundError:
        return None


def _stamp(of: os.stat_result) -> Stamp:
    return of.st_size, of.st_mtime_ns, of.st_ctime_ns, of.st_ino, of.st_mode


def stamps(folder: Path) -> dict[str, Stamp]:
    """The stamp of everything in ``folder`` that is no folder, by relative path, and of links to folders.

    A folder that lies deeper than a site's is there as well, with a ``/`` after its path; nobody looks into it.
    """
    return survey(folder)[0]


def survey(folder: Path, name: str = "") -> tuple[dict[str, Stamp], list[str]]:
    """Like :func:`stamps`, and the folders in ``folder`` that are called ``name`` or are other file systems."""
    found: dict[str, Stamp] = {}
    odd: list[str] = []
    device = os.stat(folder).st_dev
    waiting = [(os.fspath(folder), "")]
    while waiting:
        path, prefix = waiting.pop()
        of: os.stat_result | None = None
        inside = _opened(path, prefix)
        if inside is None:
            found[prefix] = (0, 0, 0, 0, stat.S_IFDIR)
            odd.append(prefix)
            continue
        with inside as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                    if entry.name == name:
                        odd.append(f"{prefix}{entry.name}/")
                else:
                    of = entry.stat(follow_symlinks=False)
                    found[prefix + entry.name] = _stamp(of)
        # A folder is where its files are, unless one of them is mounted; most folders need no look of their own.
        if (of is None or of.st_dev != device) and os.stat(path).st_dev != device:
            odd.append(prefix)
    return found, odd


def _opened(path: str, prefix: str) -> AbstractContextManager[Iterator[os.DirEntry[str]]] | None:
    """The entries of the folder at ``path``; None if it lies deeper than a site's, or too deep for the system."""
    if prefix.count("/") > bounds.FOLDERS:
        return None
    try:
        return os.scandir(path)
    except OSError as problem:
        if problem.errno == errno.ENAMETOOLONG and prefix:
            return None
        raise


def is_plain(stamp: Stamp) -> bool:
    """True for a regular file that everybody may read and its owner write."""
    return stat.S_ISREG(stamp[4]) and stat.S_IMODE(stamp[4]) == 0o644


def is_written_since(now: Stamp | None, before: Stamp) -> bool:
    """True if a file with the stamp ``now`` was written or replaced since the other, and not only linked or unlinked.

    A program can set back the time of the content, which this rests on: it is for moments, not for days.
    """
    return now is None or (now[:2], now[3:]) != (before[:2], before[3:])


def settled(folder: Path) -> dict[str, Stamp]:
    """The stamps of ``folder``, taken when a later change must give others; none where its clock knows only seconds."""
    time.sleep(TICK / _SECOND)
    since = time.time_ns()
    found = stamps(folder)
    if all(stamp[2] % _SECOND == 0 for stamp in found.values()):
        return {}
    # A file written within one clock tick of this look could be written again without a trace.
    return found if all(stamp[2] + TICK <= since for stamp in found.values()) else {}


def digest(found: Mapping[str, Stamp]) -> str:
    """The SHA-256 of ``found``, in hexadecimal; the same for one version of Python."""
    names = sorted(found)
    total = hashlib.sha256("\0".join(names).encode("utf-8", "surrogateescape"))
    total.update(marshal.dumps([found[name] for name in names], _NO_REFERENCES))
    return total.hexdigest()
