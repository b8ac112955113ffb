"""Replaces a folder whole, or not at all.

All files are written beside the folder, made durable, and exchanged with it in one step of the file system; a reader
(or a crash) sees the old site or the new one, never a mixture. :mod:`site_builder.output.ours` decides which folders
may be replaced. Knows bytes and paths; knows nothing of what they mean.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Container, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.contents import Content, size
from site_builder.contents import digest as sha256
from site_builder.errors import EnvironmentProblem, remedy
from site_builder.output import exchange, mount
from site_builder.output.last import write_stamps
from site_builder.output.leftovers import STAGING, discard, leftovers, recover, set_aside
from site_builder.output.lock import locked
from site_builder.output.ours import MARKER, marker, mounted, refuse_other_kind, refuse_place
from site_builder.output.regular import holds_something, is_listed
from site_builder.output.stage import write
from site_builder.output.stamps import Stamp, digest, is_plain, is_written_since, settled
from site_builder.output.standing import Standing, beside, standing


@dataclass(frozen=True, slots=True)
class Published:
    """The result of a publication."""

    total: int
    """Files in the folder, the marker left out."""
    changed: int
    """Files that were added, changed or removed; 0 means that nothing was touched."""
    edited: tuple[str, ...]
    """Files, by path, that somebody had changed since the last publication, and that were replaced."""
    kept: Path | None
    """The folder beside the site where those of them are that hold anything."""
    stamps: str | None
    """The digest of the folder's stamps, where they tell whether somebody touches it."""


def publish(
    files: Mapping[str, Content],
    output: Path,
    project: Path,
    cache: Path | None = None,
    meanwhile: Callable[[], object] = lambda: None,
    *,
    drafts: bool = False,
    jobs: int = 1,
) -> Published:
    """Make ``output`` hold exactly ``files`` (contents by relative path).

    ``project`` is the folder of the sources, which must not be overwritten; the folder ``cache`` tells which files
    have not been touched since the last time; ``meanwhile`` is called while the old site is removed, by a second
    process where ``jobs`` allows two. A site with ``drafts`` never takes the place of one without, nor the other way
    round. Raises :class:`EnvironmentProblem` when the place is refused or cannot be written; then it is as it was.
    """
    target = Path(os.path.realpath(output))
    digests = {name: sha256(content) for name, content in files.items()}
    complete: dict[str, Content] = {**files, MARKER: marker(digests, drafts=drafts)}
    try:
        refuse_place(target, project)
        with _folders(target.parent), locked(target.parent):
            refuse_place(target, project)
            if not target.exists():
                recover(target)
            # Not before: another build may be exchanging it.
            before = standing(target, digests, cache)
            refuse_other_kind(target, before.marked, drafts=drafts)
            recover(target)
            with mount.shown(target, files):
                same, changed, edited = _compare(target, complete, digests, before)
                replaced, linked = _replace(target, complete, same) if changed else (None, same.keys())
            expected = {name: same[name] for name in linked}
            kept = {name for name in edited if replaced and holds_something(replaced / name)}
            old = before.present.keys() - kept
            # A second process does it while this one has other work.
            settling = beside(lambda: _settle(target, complete, expected, replaced, old, cache), len(files), jobs)
            meanwhile()
            left = settling.result()
            if replaced and kept:
                replaced = set_aside(replaced)
    except OSError as problem:
        if problem.errno in (errno.EBUSY, errno.EXDEV):
            raise mounted(target) from problem
        if problem.errno == errno.EEXIST:  # of a folder that should be made
            problem = NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        inside = isinstance(problem.filename, str) and problem.filename.startswith(f"{target}/")
        rights = "check its owner and its permissions" if inside else "make the folder that holds it writable"
        advice = remedy(problem, f"{rights} and see that the disk has room")
        where = f"{problem.filename}: " if inside else ""
        raise EnvironmentProblem(
            f"cannot write {target}: {where}{problem.strerror or problem}", f"{advice}; the last site is unchanged"
        ) from problem
    return Published(len(files), changed, edited, replaced if kept else None, left)


def _settle(
    target: Path,
    names: Container[str],
    expected: Mapping[str, Stamp],
    replaced: Path | None,
    old: Container[str],
    cache: Path | None,
) -> str | None:
    """Remove the ``replaced`` folder, then store the stamps of ``target`` and return their digest, if they tell.

    Files that are not among the ``old`` ones stay: somebody has edited them, or has put them there since. Nor
    are files trusted that are none of ``names``, or that were written since they had the ``expected`` stamps.
    """
    if replaced:
        discard(replaced, old)  # before the stamps: it touches the files that both folders have
    try:
        found = settled(target) if cache else {}
    except OSError:  # the new site is shown by now; the next build reads what it cannot trust
        found = {}
    found = {
        name: stamp
        for name, stamp in found.items()
        if name in names and not (name in expected and is_written_since(stamp, expected[name]))
    }
    write_stamps(cache, target, found)
    return digest(found) if found else None


def clear_up(output: Path) -> list[Path]:
    """Clear what interrupted builds have left beside ``output``, unless another build is working there.

    Returns the folders that stay, because something in them is not ours or cannot be removed.
    """
    target = Path(os.path.realpath(output))
    with suppress(OSError, EnvironmentProblem):
        if leftovers(target):
            with locked(target.parent, patience=0):
                recover(target)
                return leftovers(target)
    return []


@contextmanager
def _folders(folder: Path) -> Iterator[None]:
    """Have ``folder`` in this context, with all above it; those that were made go again if the context fails."""
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for one in missing:
            with suppress(OSError):  # somebody has put something there
                one.rmdir()
        raise


def _compare(
    target: Path, files: Mapping[str, Content], digests: Mapping[str, str], before: Standing
) -> tuple[dict[str, Stamp], int, tuple[str, ...]]:
    """The ``files`` that lie in ``target`` byte for byte, with their stamps; how many differ, are missing or too many.

    Last, those that differ from their digests in the marker, too: somebody edited them.

    The marker's digest of a file counts where neither of the two was touched since the last publication; every
    other file is read.
    """
    listed = before.marked.files if before.marked else {}
    told = before.told
    edited: list[str] = []
    same: dict[str, Stamp] = {}
    for name, content in files.items():
        stamp = before.present.get(name)
        if stamp is None:
            continue
        if name in told:
            is_same = told[name] == digests[name]
        else:
            is_same = stamp[0] == size(content) and is_listed(target / name, digests.get(name) or sha256(content))
        if is_same and is_plain(stamp):
            same[name] = stamp
        elif not is_same and name in listed and name not in told and not is_listed(target / name, listed[name]):
            edited.append(name)
    changed = len(files) - len(same) + len(before.present.keys() - files.keys())
    # The marker changes with the files, and is none of them.
    return same, max(changed - 1, 1) if changed else 0, tuple(edited)


def _replace(
    target: Path, files: Mapping[str, Content], same: Mapping[str, Stamp]
) -> tuple[Path | None, AbstractSet[str]]:
    """Put ``files`` in the place of ``target``.

    Returns the folder where the old files are now, if there are any, and those that both folders have.
    """
    staging = Path(tempfile.mkdtemp(prefix=f".{target.name}{STAGING}", dir=target.parent))
    try:
        linked = write(staging, files, target, same)
        exchange.make_durable(staging)
        if not target.exists():
            staging.rename(target)
            return None, linked
        exchange.exchange(staging, target)
    except BaseException:
        discard(staging)
        raise
    return staging, linked
