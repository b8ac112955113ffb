"""Decides which folders the program may replace, and which files in them.

A marker file in the folder's root lists what was published there, with digests. A file that it does not list, or that
has other bytes than it says, was not made here and is never deleted: a folder that holds one is refused, unless the
new site has a file of that name. If the marker is lost (a power cut, a tidy user), a file counts as ours if it has the
bytes of the new site or has not been touched since it was published. Knows nothing of how a folder is replaced.
"""

from __future__ import annotations

import errno
import json
import os
import pwd
import stat
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from site_builder.errors import EnvironmentProblem
from site_builder.output.regular import has, holds_something, is_listed, is_unfinished, regular
from site_builder.output.stamps import Stamp, stamps, survey
from site_builder.records import bounds

MARKER = ".site-builder.json"
"""The file in the folder's root that names the program that made it, with the SHA-256 of each file."""

_MOST = 256_000_000
"""Bytes of a marker: enough for more than a million files."""
_GENERATOR = "site-builder"
_GIT = ".git"
"""Never ours, at any depth: somebody's git history."""
_CLUTTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that file managers leave in folders that somebody looked at."""
_SHOWN = 200
"""Characters of a path that a message shows."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What a marker of ours says."""

    files: dict[str, str]
    """The SHA-256 in hexadecimal of each file that was published, by relative path."""
    drafts: bool = False
    """The site shows drafts."""


def marker(digests: Mapping[str, str], *, drafts: bool = False) -> bytes:
    """The marker of a folder that holds the files with these ``digests`` (SHA-256 in hexadecimal, by path).

    ``drafts``: they show drafts.
    """
    files = {name: digests[name] for name in sorted(digests)}
    kind = {"drafts": True} if drafts else {}
    said = {"generator": _GENERATOR, **kind, "files": files}
    return (json.dumps(said, separators=(",\n", ": ")) + "\n").encode()


def read_marker(folder: Path, name: str = MARKER) -> Marked | None:
    """What the marker of ``folder`` says, the file ``name`` in it; None where there is none of ours."""
    try:
        said = json.loads(regular(folder / name, _MOST))
    except (OSError, ValueError, RecursionError):
        return None
    files = said.get("files") if isinstance(said, dict) and said.get("generator") == _GENERATOR else None
    if not isinstance(files, dict) or not all(isinstance(digest, str) for digest in files.values()):
        return None
    return Marked(files, "drafts" in said)


def refuse_other_kind(target: Path, marked: Marked | None, *, drafts: bool) -> None:
    """Raise :class:`EnvironmentProblem` where one of two sites shows drafts: the one in ``target`` or the new one."""
    if marked is None or marked.drafts == drafts:
        return
    if drafts:
        raise EnvironmentProblem(
            f"{target} holds a site without drafts, but this one shows drafts",
            "choose another folder with --output, or build without --drafts",
        )
    raise EnvironmentProblem(
        f"{target} holds a site that shows drafts, but this one is for publication",
        "choose another folder with --output, or remove that one",
    )


def is_whole(folder: Path) -> bool:
    """True when everything that the marker of ``folder`` lists is there, byte for byte.

    Somebody may have edited some of it, where nothing else is there.
    """
    marked = read_marker(folder)
    if marked is None:
        return False
    edited = [name for name, digest in marked.files.items() if not is_listed(folder / name, digest)]
    if not edited:
        return True
    if len(edited) == len(marked.files) or stamps(folder).keys() - {MARKER} != marked.files.keys():
        return False
    return all(holds_something(folder / name) and not is_unfinished(folder / name) for name in edited)


def refuse_place(target: Path, project: Path) -> None:
    """Raise :class:`EnvironmentProblem` or ``OSError`` if ``target``, a real path, is no place for its site."""
    project = Path(os.path.realpath(project))
    remedy = "choose a folder of its own with --output"
    if target == Path(target.anchor) or target in _homes():
        raise EnvironmentProblem(f"{target} is never replaced", remedy)
    if target == project or target in project.parents:
        raise EnvironmentProblem(f"{target} holds the project itself", remedy)
    sources = (
        os.path.realpath(project / name)
        for name in ("content", "templates", "static", "claims", ".git", ".site-builder")
    )
    if any(Path(source) in (target, *target.parents) for source in sources):
        raise EnvironmentProblem(f"{target} is inside the project's own sources", remedy)
    if not next(path for path in target.parents if path.exists()).is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), os.fspath(target))
    if os.path.lexists(target) and not target.is_dir():
        raise EnvironmentProblem(f"{target} is not a folder", remedy)
    if (target / _GIT).exists():
        raise EnvironmentProblem(f"{target} is a git repository", remedy)


def refuse_foreign(
    target: Path, marked: Marked | None, made: Mapping[str, str], trusted: Mapping[str, Stamp]
) -> dict[str, Stamp]:
    """Raise :class:`EnvironmentProblem` when something in ``target``, a real path, was not made here.

    ``marked`` is what its marker says, ``made`` has the digests of the files that the new site has, by path, and
    ``trusted`` the stamps that the last publication left. Returns the stamps of the files in it.
    """
    if not target.exists():
        return {}
    if os.path.ismount(target):
        raise mounted(target)
    present, odd = survey(target, _GIT)
    if marked is None:
        unproved = [*_unproved(target, present, made, trusted), *odd]
        if unproved:
            _refuse_lost(target, sorted(unproved), len(present))
        return present
    foreign = _foreign(target, [*present, *odd], marked.files, made)
    if foreign:
        raise EnvironmentProblem(
            f"{target} has {_kind(foreign, present, odd)}, which this program did not make: {_shortened(foreign)}",
            "move it to static/, whose files are published unchanged, or elsewhere; or choose another folder with "
            "--output",
        )
    return present


def _kind(foreign: str, present: Container[str], odd: Container[str]) -> str:
    """The name for something ``foreign`` that a survey found."""
    if foreign not in odd:
        return "a file"
    if foreign in present:
        return f"more than {bounds.FOLDERS} folders inside one another, or a path that is too long"
    return "a git repository, or another file system that is mounted there"


def _shortened(name: str) -> str:
    """``name`` without its middle, if it is long."""
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN // 2]}…{name[-_SHOWN // 2 :]}"


def mounted(target: Path) -> EnvironmentProblem:
    """The problem with a ``target`` that cannot be renamed, and so cannot be exchanged with a new site."""
    return EnvironmentProblem(
        f"{target} is a file system of its own, or mounted from elsewhere, and cannot be replaced as a whole",
        f"build into a folder in it, and serve that: --output {target / 'site'}",
    )


def _unproved(
    target: Path, present: Mapping[str, Stamp], made: Mapping[str, str], trusted: Mapping[str, Stamp]
) -> list[str]:
    """Files in ``target``, clutter aside, that cannot be proved ours without a marker."""
    return [
        name
        for name, stamp in present.items()
        if name != MARKER
        and name.rpartition("/")[2] not in _CLUTTER
        and trusted.get(name) != stamp
        and not (name in made and is_listed(target / name, made[name]))
    ]


def _refuse_lost(target: Path, unproved: Sequence[str], total: int) -> None:
    path = target / MARKER
    lost = "is not a file" if os.path.lexists(path) else "is missing"
    state = ("is damaged" if path.stat().st_size else "is empty") if path.is_file() else lost
    raise EnvironmentProblem(
        f"{target} has files that this program did not make, as far as it can tell: {MARKER} of ours {state}, and "
        f"{len(unproved):,} of {total:,} files do not match this build (the first is {_shortened(unproved[0])})",
        "if an earlier build made them, move the folder away and build again; otherwise empty it, or choose another "
        "with --output",
    )


def _homes() -> set[Path]:
    """The home folder that the environment names and the one that the system knows, as real paths."""
    found = {os.environ.get("HOME", "")}
    with suppress(KeyError):  # a user that the system has no entry for
        found.add(pwd.getpwuid(os.getuid()).pw_dir)
    return {Path(os.path.realpath(home)) for home in found if home}


def _foreign(target: Path, names: Iterable[str], listed: Mapping[str, str], made: Container[str]) -> str | None:
    """The first of ``names`` in ``target`` that is neither ours nor clutter: a file, a link, or another file system."""
    for name in sorted(names):
        ours = name == MARKER or (name in listed and (name in made or is_listed(target / name, listed[name])))
        *folders, last = name.split("/")
        if (not ours and last not in _CLUTTER) or _GIT in (*folders, last):
            return name
    return None


def compare(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The differences between ``folder`` and ``files`` (contents by relative path): a line for each file, sorted.

    Raises :class:`EnvironmentProblem` when there is no such folder, or it has none of the files.
    """
    remedy = "name the folder of a built site, such as public"
    if not folder.is_dir():
        what = f"{folder} is a file, and no folder" if folder.exists() else f"there is no folder {folder}"
        raise EnvironmentProblem(what, remedy)
    found = stamps(folder)
    # Of a folder that lies too deep for a site, only its own path is known.
    present = {name for name, stamp in found.items() if stat.S_ISREG(stamp[4]) or name.endswith("/")}
    odd = found.keys() - present
    present.discard(MARKER)
    if files and not files.keys() & (present | odd):
        raise EnvironmentProblem(f"{folder} is not a built site: it has none of its files", remedy)
    lines = [f"missing: {name}" for name in files.keys() - present - odd]
    lines += [f"unknown: {name}" for name in present - files.keys()]
    lines += [f"no file: {name}" for name in odd]
    lines += [f"differs: {name}" for name in present & files.keys() if not has(folder / name, files[name])]
    return sorted(lines)
