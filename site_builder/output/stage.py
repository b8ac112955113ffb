"""Writes the files of a site into a new folder, beside the one that it will replace.

A file that the old folder has byte for byte is linked, and one that waits on the disk is moved, where the file system
can do that. Does not find out which files are the same.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from site_builder.contents import Content, Stored
from site_builder.contents import digest as sha256
from site_builder.errors import EnvironmentProblem
from site_builder.output.ours import MARKER
from site_builder.output.regular import UNFINISHED
from site_builder.output.stamps import Stamp, is_written_since, stamp

_MODE = 0o644
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


def write(folder: Path, files: Mapping[str, Content], old: Path, same: Mapping[str, Stamp]) -> set[str]:
    """Write ``files`` with the modes that static hosts want (755 and 644), whatever the umask; the marker first.

    Files that are the ``same`` in the ``old`` folder, where they had these stamps, are linked if the file system can.
    Returns those that were.
    """
    # Plain strings: with tens of thousands of files, path objects cost as much as the disk.
    base, before = os.fspath(folder), os.fspath(old)
    os.chmod(base, 0o755)
    made = {""}
    linked: set[str] = set()
    for name in sorted(files, key=lambda name: (name != MARKER, name)):
        _make_folders(base, name.rpartition("/")[0], made)
        if name in same:
            try:
                if _linked(f"{before}/{name}", f"{base}/{name}", same[name]):
                    linked.add(name)
                    continue
            except OSError:
                same = {}  # a file system that cannot link one cannot link the others
        content = files[name]
        if isinstance(content, Stored) and _moved(content.path, f"{base}/{name}"):
            continue
        with open(os.open(f"{base}/{name}", _NEW, UNFINISHED), "wb") as file:
            file.write(_read(content, f"{before}/{name}"))
            os.fchmod(file.fileno(), _MODE)
    return linked


def _linked(old: str, new: str, expected: Stamp) -> bool:
    """Link ``old`` as ``new``; False if somebody has changed it since it had the ``expected`` stamp."""
    os.link(old, new)
    if is_written_since(stamp(new), expected):
        os.unlink(new)
        return False
    return True


def _read(content: Content, old: str) -> bytes:
    """The bytes of ``content``; ``old`` is the file of the same name that is published."""
    if isinstance(content, bytes):
        return content
    if isinstance(content, Stored):
        return content.read()
    try:
        data = Path(old).read_bytes()
    except FileNotFoundError:
        data = b""
    if len(data) != content.size or sha256(data) != content.digest:
        raise EnvironmentProblem(f"{old} was changed while the site was being built", "build again")
    return data


def _moved(path: str, there: str) -> bool:
    """Move a file that nobody else uses; False if it is on another file system."""
    try:
        os.chmod(path, _MODE)
        os.rename(path, there)
    except OSError:
        return False
    return True


def _make_folders(base: str, name: str, made: set[str]) -> None:
    if name in made:
        return
    _make_folders(base, name.rpartition("/")[0], made)
    os.mkdir(f"{base}/{name}")
    os.chmod(f"{base}/{name}", 0o755)
    made.add(name)
