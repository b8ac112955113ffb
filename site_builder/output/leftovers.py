"""Leftovers of a publication beside the folder that it replaces: the old site, or more if it was killed."""

from __future__ import annotations

import os
from collections.abc import Container, Mapping
from contextlib import suppress
from pathlib import Path

from site_builder.output.ours import MARKER, is_whole, read_marker
from site_builder.output.regular import is_listed, is_unfinished
from site_builder.removal import remove

STAGING = ".site-builder-staging-"
"""Part of the name of a folder in which a site is assembled."""
EDITED = "-edited"
"""How such a folder's name ends when only files are left in it that somebody had edited."""


def leftovers(target: Path) -> list[Path]:
    """Folders beside ``target`` that are named like those in which its site is assembled; raises ``OSError``."""
    prefix = f".{target.name}{STAGING}"
    names = sorted(name for name in os.listdir(target.parent) if name.startswith(prefix))
    found = (target.parent / name for name in names)
    return [path for path in found if path.is_dir() and not path.is_symlink()]


def recover(target: Path) -> None:
    """Clear the leftovers of an interrupted run beside ``target``; if that is gone, restore a complete old site."""
    for leftover in leftovers(target):
        with suppress(OSError):  # what cannot be read or removed is left to the next run
            marked = read_marker(leftover)
            if marked is None and not _is_begun(leftover):
                continue
            if not target.exists() and leftover.name.endswith("-old") and is_whole(leftover):
                leftover.rename(target)
            else:
                _clear(leftover, marked.files if marked else {})


def _is_begun(folder: Path) -> bool:
    """True where a run was interrupted before it had written more than a part of the marker."""
    with os.scandir(folder) as entries:
        return all(entry.name == MARKER and is_unfinished(Path(entry.path)) for entry in entries)


def _clear(folder: Path, listed: Mapping[str, str]) -> None:
    """Remove our own files in ``folder``: those that are byte for byte as ``listed``, and unfinished ones.

    The folder goes when nothing else is in it, the marker last.
    """

    def is_ours(name: str) -> bool:
        file = folder / name
        return name in listed and (is_listed(file, listed[name]) or is_unfinished(file))

    remove(folder, is_ours, last=MARKER)


def discard(folder: Path, files: Container[str] | None = None) -> None:
    """Remove the site in ``folder``, its marker last, so that after an interruption it still shows whose it is.

    ``files`` has the paths of those that may go; None for all. What cannot be removed is left to the next run.
    """
    remove(folder, lambda name: files is None or name in files, last=MARKER)


def set_aside(folder: Path) -> Path:
    """Name a ``folder`` that still holds files that somebody had edited so that this shows; returns its new path."""
    aside = folder.with_name(folder.name + EDITED)
    with suppress(OSError):
        folder.rename(aside)
        return aside
    return folder
