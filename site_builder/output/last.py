"""The sources and the result of the last build, to recognise a build with nothing changed.

Kept in the project's cache folder as two files of JSON: a few lines on the build, and the stamps of what it published.
Both may be deleted, damaged or written by somebody else: then they are ignored, and everything is made and compared.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from site_builder import caches
from site_builder.output.stamps import Stamp, digest, stamps

_BUILD, _STAMPS = "last.json", "published.json"
_BYTES = 100
"""The size on disk, in bytes, of a stamp and its path, roughly."""


@dataclass(frozen=True, slots=True)
class Last:
    """A build that was published."""

    key: str
    """The digest of all that it was made from (:func:`fingerprint`)."""
    output: str
    """The folder, as a real path."""
    published: str
    """The digest of that folder's stamps."""
    out: str
    """The warnings as they were printed for programs; no error, or nothing would have been published."""
    log: str
    """The same for people."""
    page: str
    """The same for the page of a run."""
    summary: str
    """A summary of what was made, in a few words."""


def fingerprint(sources: Mapping[str, Mapping[str, bytes]], asked: Iterable[object]) -> str:
    """The digest of all that decides a build's bytes: files, the options ``asked``, this program and its libraries.

    ``sources`` has the files of each kind, by path. Libraries count by the folders that they are installed in, which
    change with every installation.
    """
    total = hashlib.sha256(program().encode())
    total.update("\0".join(map(repr, asked)).encode("utf-8", "surrogateescape"))
    for kind, files in sources.items():
        for name in sorted(files):
            total.update(f"\0{kind} {name} {len(files[name])}\0".encode("utf-8", "surrogateescape"))
            total.update(files[name])
    return total.hexdigest()


def program() -> str:
    """The digest of this program and its libraries, in hexadecimal."""
    parts = [sys.version]
    own = Path(__file__).resolve().parent.parent
    parts += [f"{name} {stamp}" for name, stamp in sorted(stamps(own).items()) if not name.endswith(".pyc")]
    # `python -m` puts the current folder first, where a build itself makes folders.
    # In a checkout the folder above the program is on the path as well.
    above = os.fspath(own.parent)
    for folder in (folder for folder in sys.path if not (_is_here(folder) or os.path.realpath(folder) == above)):
        try:
            parts.append(f"{folder} {os.stat(folder).st_mtime_ns}")
        except OSError:
            parts.append(f"{folder} nothing")
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _is_here(folder: str) -> bool:
    try:
        return os.path.realpath(folder) == os.getcwd()
    except OSError:  # the current folder is gone
        return folder == ""


def read_last(folder: Path | None) -> Last | None:
    """The last build that is recorded in the cache ``folder``."""
    said = _json(folder / _BUILD) if folder else None
    names = Last.__slots__
    if not isinstance(said, dict) or set(said) != set(names) or not all(isinstance(said[name], str) for name in names):
        return None
    return Last(**said)


def is_untouched(last: Last | None, output: Path) -> bool:
    """True when ``output`` is the folder that ``last`` published, and nobody touched a file in it."""
    try:
        return bool(last and os.path.realpath(output) == last.output and digest(stamps(output)) == last.published)
    except OSError:
        return False


def write_last(folder: Path | None, last: Last) -> None:
    """Store ``last`` in the cache ``folder``."""
    _keep(folder, _BUILD, json.dumps(asdict(last), ensure_ascii=False).encode("utf-8", "surrogateescape"))


def read_stamps(folder: Path | None, output: Path) -> dict[str, Stamp]:
    """The stamps of ``output``, a real path, as the last publication left them; none where they are not known."""
    said = _json(folder / _STAMPS) if folder else None
    if not isinstance(said, dict) or said.get("output") != os.fspath(output):
        return {}
    files = said.get("files")
    sound = isinstance(files, dict) and all(isinstance(stamp, list) and len(stamp) == 5 for stamp in files.values())
    return {name: tuple(stamp) for name, stamp in files.items()} if isinstance(files, dict) and sound else {}


def stamped(folder: Path | None) -> int:
    """About how many stamps the cache ``folder`` has."""
    try:
        return os.stat(folder / _STAMPS).st_size // _BYTES if folder else 0
    except OSError:
        return 0


def write_stamps(folder: Path | None, output: Path, found: Mapping[str, Stamp]) -> None:
    """Store the stamps of ``output``, a real path, in the cache ``folder``."""
    _keep(folder, _STAMPS, json.dumps({"output": os.fspath(output), "files": found}).encode())


def _keep(folder: Path | None, name: str, data: bytes) -> None:
    if folder:
        with suppress(OSError):
            caches.put(folder / name, (data,))


def _json(path: Path) -> object:
    try:
        said: object = json.loads(caches.read(path))
    except (OSError, ValueError, RecursionError):
        return None
    return said
