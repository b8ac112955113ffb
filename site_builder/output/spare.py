"""The site before the published one, kept beside it: the next site is made of it, by what changed in two builds.

A site of many files is published in the time that its changes take, since nothing is linked or removed for the rest.
The folder is private (mode 700) and no part of the site. It may be deleted at any time; if anything in it was touched,
it is not used.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder import caches
from site_builder.output import mount
from site_builder.output.leftovers import STAGING
from site_builder.output.ours import read_marker
from site_builder.output.stamps import digest, stamps

FROM = 5000
"""Files in a site from which on the previous one is kept. A smaller one is written anew in a moment."""
PRIVATE = 0o700
"""The mode of a folder that is not published."""
_FILE = "spare.json"


@dataclass(frozen=True, slots=True)
class Spare:
    """A previous site."""

    folder: str
    """Where it is, as a real path."""
    stamps: str
    """The digest of its files' stamps."""


def known(cache: Path | None, target: Path) -> Spare | None:
    """The spare folder of ``target``, a real path, that the last publication left, whatever is in it now."""
    try:
        if cache is None:
            return None
        spare = Spare(**json.loads(caches.read(cache / _FILE)))
        path = Path(spare.folder)
        ours = path.parent == target.parent and path.name.startswith(_prefix(target))
        return spare if ours and path.is_dir() and not path.is_symlink() else None
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def whole(cache: Path | None, target: Path) -> Spare | None:
    """The spare folder of ``target`` if nobody has touched a file in it."""
    spare = known(cache, target)
    try:
        return spare if spare and digest(stamps(Path(spare.folder))) == spare.stamps else None
    except OSError:
        return None


def remember(cache: Path | None, spare: Spare | None) -> None:
    """Store ``spare`` in the ``cache`` folder, or that there is none."""
    if cache:
        with suppress(OSError):
            if spare:
                said = {"folder": spare.folder, "stamps": spare.stamps}
                caches.put(cache / _FILE, (json.dumps(said).encode("utf-8", "surrogateescape"),))
            else:
                (cache / _FILE).unlink(missing_ok=True)


def is_worth(target: Path, files: int, cache: Path | None) -> bool:
    """True where a previous site with so many ``files`` is worth being kept beside ``target``.

    Not in a mounted folder, where it would be among what readers get.
    """
    return cache is not None and files >= FROM and target.name != mount.SITE


def begun(target: Path, spare: Spare | None) -> tuple[Path, Mapping[str, str]]:
    """A private folder beside ``target`` for the next site, and the digests, by path, of the files that it has.

    The ``spare`` folder gets another name, so that no other build takes it for whole while it is being changed; if
    it is gone by now, the folder is a new one. Raises ``OSError``.
    """
    staging = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    if spare:
        with suppress(OSError):
            os.rename(spare.folder, staging)  # takes the place of an empty folder
            marked = read_marker(staging)
            if marked:
                return staging, marked.files
            # Somebody has taken its marker, and what is in it now is not ours.
            return Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent)), {}
    return staging, {}


def _prefix(target: Path) -> str:
    return f".{target.name}{STAGING}"
