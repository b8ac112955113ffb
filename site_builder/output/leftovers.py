"""Leftovers of a publication beside the folder that it replaces: the old site, or more if it was killed."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from site_builder.output.ours import MARKER, is_listed, is_whole, read_marker

STAGING = ".site-builder-staging-"
"""Part of the name of a folder in which a site is assembled."""
UNFINISHED = 0o200
"""The mode of a file that is still being written; a file left with it shows where a run was interrupted."""


def recover(target: Path) -> None:
    """Clear the leftovers of an interrupted run beside ``target``; if that is gone, restore a complete old site."""
    prefix = f".{target.name}{STAGING}"
    names = sorted(name for name in os.listdir(target.parent) if name.startswith(prefix))
    for leftover in (target.parent / name for name in names):
        if leftover.is_symlink() or not leftover.is_dir():
            continue
        listed = read_marker(leftover)
        if listed is None and any(leftover.iterdir()):
            continue
        if not target.exists() and leftover.name.endswith("-old") and is_whole(leftover):
            leftover.rename(target)
        else:
            _clear(leftover, listed or {})


def _clear(folder: Path, listed: Mapping[str, str]) -> None:
    """Remove our own files in ``folder``: those that are byte for byte as ``listed``, and unfinished ones.

    The folder goes when nothing else is in it, the marker last.
    """
    for path, folders, names in os.walk(folder, topdown=False):
        for name in names:
            file = Path(path, name)
            own = file.relative_to(folder).as_posix()
            if own in listed and (is_listed(file, listed[own]) or stat.S_IMODE(file.lstat().st_mode) == UNFINISHED):
                file.unlink()
        for name in folders:
            with suppress(OSError):  # a link, or a folder that is not empty
                os.rmdir(os.path.join(path, name))
    if [entry.name for entry in folder.iterdir()] in ([MARKER], []):
        discard(folder)


def discard(folder: Path) -> None:
    """Remove ``folder``, its marker last, so that after an interrupted removal it still shows whose it is.

    What cannot be removed is left to the next run.
    """
    with suppress(OSError):
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path)
                elif entry.name != MARKER:
                    os.unlink(entry.path)
        (folder / MARKER).unlink(missing_ok=True)
        folder.rmdir()
