"""Brings a private folder, empty or with a previous site, to hold a site, beside the one that it will replace.

A file that it has already stays. One that the replaced folder has byte for byte is linked, and one that waits on the
disk is moved, where the file system can do that. Does not find out which files are the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from site_builder.contents import Content, Stored
from site_builder.contents import digest as sha256
from site_builder.errors import EnvironmentProblem
from site_builder.output.leftovers import NEXT, UNFINISHED
from site_builder.output.ours import MARKER
from site_builder.output.stamps import Stamp, is_written_since, stamp

_MODE = 0o644
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Written:
    """What had to be done to a folder."""

    touched: AbstractSet[str]
    """The files that were removed, linked or written."""
    linked: bool
    """The file system can link files."""


def write(
    folder: Path,
    files: Mapping[str, Content],
    old: Path,
    same: Mapping[str, Stamp],
    has: Mapping[str, str] = MappingProxyType({}),
) -> Written:
    """Make ``folder`` hold exactly ``files``, with the modes that static hosts want (755 and 644), whatever the umask.

    Files that are the ``same`` in the ``old`` folder, where they had these stamps, are linked if the file system can.
    ``folder`` has files with the digests ``has`` and a marker, or is empty. It keeps its own mode. Whenever this is
    interrupted, what lies there is as its marker says, missing, or unfinished.
    """
    # Plain strings: with tens of thousands of files, path objects cost as much as the disk.
    base, before = os.fspath(folder), os.fspath(old)
    gone = {name for name, digest in has.items() if name not in files or sha256(files[name]) != digest}
    stays = has.keys() - gone
    _remove(base, gone)
    _mark(base, files[MARKER], replaced=bool(has))
    made = _folders(stays)
    new = sorted(files.keys() - stays - {MARKER})
    linked = True
    for name in new:
        _make_folders(base, name.rpartition("/")[0], made)
        if linked and name in same:
            try:
                if _linked(f"{before}/{name}", f"{base}/{name}", same[name]):
                    continue
            except OSError:
                linked = False  # a file system that cannot link one cannot link the others
        content = files[name]
        if isinstance(content, Stored) and _moved(content.path, f"{base}/{name}"):
            continue
        with open(os.open(f"{base}/{name}", _NEW, UNFINISHED), "wb") as file:
            file.write(_read(content, f"{before}/{name}"))
            os.fchmod(file.fileno(), _MODE)
    return Written(gone.union(new, (MARKER,)), linked)


def _mark(base: str, content: Content, *, replaced: bool) -> None:
    """Write the marker, whole before it takes the place of the one that is ``replaced``."""
    name = f"{base}/{NEXT if replaced else MARKER}"
    with open(os.open(name, _NEW, UNFINISHED), "wb") as file:
        file.write(_read(content, name))
        os.fchmod(file.fileno(), _MODE)
    if replaced:
        os.rename(name, f"{base}/{MARKER}")


def _remove(base: str, gone: Iterable[str]) -> None:
    """Remove the files that are ``gone``, and their folders where nothing else is in them."""
    for name in gone:
        os.unlink(f"{base}/{name}")  # never written over: the old site may have the same file
    for name in sorted(_folders(gone) - {""}, key=len, reverse=True):
        with suppress(OSError):  # it holds something else
            os.rmdir(f"{base}/{name}")


def _folders(names: Iterable[str]) -> set[str]:
    """All folders above the files with these ``names``, the outermost, which has none, among them."""
    found = {""}
    for folder in {name.rpartition("/")[0] for name in names}:
        above = folder
        while above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


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
