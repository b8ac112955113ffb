"""A folder that is replaced whole, or not at all.

All files are written beside the folder, made durable, and exchanged with it in one step of the file system; a reader
(or a crash) sees the old site or the new one, never a mixture. A marker file shows that a folder is ours before
anything in it is replaced. Knows bytes and paths; knows nothing of what they mean.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from site_builder.errors import EnvironmentProblem
from site_builder.output import exchange

MARKER = ".site-builder.json"
"""In the folder's root: which program made it, and the SHA-256 of each file."""

_STAGING = ".site-builder-staging-"


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did."""

    total: int
    """Files in the folder, the marker left out."""
    changed: int
    """Files that were added, changed or removed; 0 means that nothing was touched."""


def publish(files: Mapping[str, bytes], output: Path, project: Path) -> Published:
    """Make ``output`` hold exactly ``files`` (contents by relative path).

    ``project`` is the folder of the sources, which must not be overwritten. Raises :class:`EnvironmentProblem` when
    the place is refused or cannot be written; then it is as it was.
    """
    target = Path(os.path.realpath(output))
    _refuse_foreign(target, project)
    complete = {**files, MARKER: _marker(files)}
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _locked(target.parent):
            _recover(target)
            changed = _count_changes(target, complete)
            if changed:
                _replace(target, complete)
    except OSError as problem:
        raise EnvironmentProblem(
            f"cannot write {target}: {problem.strerror or problem}",
            "make the folder that holds it writable and see that the disk has room; the last site is untouched",
        ) from problem
    return Published(len(files), changed)


def _refuse_foreign(target: Path, project: Path) -> None:
    project = Path(os.path.realpath(project))
    remedy = "choose a folder of its own with --output"
    if target == Path(target.anchor) or target == Path.home():
        raise EnvironmentProblem(f"{target} is never replaced", remedy)
    if target == project or target in project.parents:
        raise EnvironmentProblem(f"{target} holds the project itself", remedy)
    if any(project / name in (target, *target.parents) for name in ("content", "templates", "claims")):
        raise EnvironmentProblem(f"{target} lies in the project's own sources", remedy)
    if not target.exists():
        return
    if not target.is_dir():
        raise EnvironmentProblem(f"{target} is not a folder", remedy)
    if (target / ".git").exists():
        raise EnvironmentProblem(f"{target} is a git repository", remedy)
    if not (target / MARKER).is_file() and any(target.iterdir()):
        raise EnvironmentProblem(
            f"{target} has files that this program did not make (there is no {MARKER})",
            "empty the folder, or choose another with --output",
        )


def _marker(files: Mapping[str, bytes]) -> bytes:
    digests = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    return (json.dumps({"generator": "site-builder", "files": digests}, indent=0) + "\n").encode()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """One publication at a time in ``folder``; the lock goes with the process, so none is ever left behind."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _recover(target: Path) -> None:
    """Clear what an interrupted run left beside ``target``."""
    leftovers = sorted(target.parent.glob(f".{target.name}{_STAGING}*"))
    for leftover in leftovers:
        if not (leftover / MARKER).is_file() and any(leftover.iterdir()):
            continue
        if not target.exists() and leftover.name.endswith("-old"):
            leftover.rename(target)
        else:
            shutil.rmtree(leftover)


def _count_changes(target: Path, files: Mapping[str, bytes]) -> int:
    """How many files differ from what lies in ``target``; every byte is compared, no date is trusted."""
    present: set[str] = set()
    odd = 0
    for path, folders, names in os.walk(target):
        odd += sum(os.path.islink(os.path.join(path, folder)) for folder in folders)
        present.update(os.path.relpath(os.path.join(path, name), target).replace(os.sep, "/") for name in names)
    changed = len(present - files.keys()) + odd
    for name, data in files.items():
        changed += name not in present or not _same(target / name, data)
    return changed


def _same(path: Path, data: bytes) -> bool:
    status = path.lstat()
    return status.st_size == len(data) and not path.is_symlink() and path.read_bytes() == data


def _replace(target: Path, files: Mapping[str, bytes]) -> None:
    staging = Path(tempfile.mkdtemp(prefix=f".{target.name}{_STAGING}", dir=target.parent))
    try:
        _write(staging, files)
        exchange.make_durable(staging)
        if target.exists():
            exchange.exchange(staging, target)
        else:
            staging.rename(target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` with the modes that static hosts want (755 and 644), whatever the umask; the marker first."""
    # Plain strings: with tens of thousands of files, path objects cost as much as the disk.
    base = os.fspath(folder)
    os.chmod(base, 0o755)
    made = {""}
    for name in sorted(files, key=lambda name: (name != MARKER, name)):
        _make_folders(base, name.rpartition("/")[0], made)
        with open(f"{base}/{name}", "xb") as file:
            file.write(files[name])
            os.fchmod(file.fileno(), 0o644)


def _make_folders(base: str, name: str, made: set[str]) -> None:
    if name in made:
        return
    _make_folders(base, name.rpartition("/")[0], made)
    os.mkdir(f"{base}/{name}")
    os.chmod(f"{base}/{name}", 0o755)
    made.add(name)
