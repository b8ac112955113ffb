"""Reads a project's files into values.

The one place that reads what editors wrote; what the files mean is decided by :mod:`site_builder.records.load`.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from site_builder.errors import EnvironmentProblem, remedy
from site_builder.load.fence import Fence, Home
from site_builder.load.patience import Tell, patiently
from site_builder.load.places import (
    ARTICLES_FOLDER,
    CLAIMS_FILE,
    CLAIMS_FOLDER,
    PAGES_FOLDER,
    SITE_FILE,
    STATIC_FOLDER,
    TEMPLATES_FOLDER,
)
from site_builder.load.strays import misspelt, strays
from site_builder.load.ways import Ways
from site_builder.page import BUILT_IN
from site_builder.records import bounds
from site_builder.unseen import visible

HIDDEN = frozenset((".well-known", ".nojekyll", ".htaccess"))
"""Names with a dot that hosts and browsers ask a site for (RFC 8615; GitHub Pages; Apache)."""
_RECORDS = (".yaml", ".md")
_PLACES = (CLAIMS_FILE, CLAIMS_FOLDER, SITE_FILE, ARTICLES_FOLDER, PAGES_FOLDER, TEMPLATES_FOLDER, STATIC_FOLDER)
_CLAIMS = frozenset((CLAIMS_FILE, CLAIMS_FOLDER))
"""Two places for one kind of file."""
_CLOSED = frozenset((PAGES_FOLDER, TEMPLATES_FOLDER, STATIC_FOLDER))
"""Folders whose files are published without a check of what they say."""


@dataclass(frozen=True, slots=True)
class Project:
    """All that a site is made of."""

    content: Mapping[str, bytes]
    """Records and articles by path from the project's root, with forward slashes."""
    theme: Mapping[str, bytes]
    """Templates and assets by path inside ``templates/``: the built-in ones, replaced by the project's own.

    A built-in template that is replaced is still there, with :data:`~site_builder.page.BUILT_IN` before its name.
    """
    static: Mapping[str, bytes] = field(default_factory=dict)
    """Files that are published as they are, by path inside ``static/``, which is their path in the site."""
    strays: Mapping[str, str] = field(default_factory=dict)
    """Files that lie where nothing reads them, and the place or name that was meant; both from the project's root."""


def read_project(root: Path) -> Project:
    """Read the project in ``root``.

    Raises :class:`EnvironmentProblem` when ``root`` is no project, or a file cannot be read or does not answer.
    """
    try:
        return patiently(lambda tell: _read_project(root, tell))
    except OSError as problem:
        raise EnvironmentProblem(
            f"cannot read {problem.filename or root}: {problem.strerror}",
            remedy(problem, "make it readable, or remove it"),
        ) from problem


def find_project(root: Path) -> None:
    """Raise :class:`EnvironmentProblem` unless ``root`` is a project; reads nothing."""
    if not root.is_dir():
        what = f"{root} is a file, and no folder" if root.exists() else f"there is no folder {root}"
        raise EnvironmentProblem(what, "give the folder that holds claims.yaml")
    if not (root / CLAIMS_FILE).exists() and not (root / "content").exists():
        folders = Path(os.path.realpath(root)).parents
        above = next((folder for folder in folders if (folder / CLAIMS_FILE).exists()), None)
        remedy = "give the folder that holds claims.yaml, or change to it first"
        raise EnvironmentProblem(
            f"{root} is not a project: it holds neither {CLAIMS_FILE} nor content/",
            f"the project is {above}: give that folder, or change to it first"
            if above
            else f"{remedy}; to start a project: site-builder init mysite",
        )


def _read_project(root: Path, tell: Tell) -> Project:
    tell(root)
    find_project(root)
    content: dict[str, bytes] = {}
    own = theme_folder()
    for name in (CLAIMS_FILE, SITE_FILE):
        if (root / name).exists() or (root / name).is_symlink():
            content[name] = _fence(root, name, tell).read(root / name, bounds.FILE)
    for folder in (CLAIMS_FOLDER, ARTICLES_FOLDER, PAGES_FOLDER):
        content |= {f"{folder}/{name}": data for name, data in _tree(root / folder, _fence(root, folder, tell), tell)}
    built_in = dict(_tree(own, Fence(own, tell=tell), tell))
    theirs = dict(_tree(root / TEMPLATES_FOLDER, _fence(root, TEMPLATES_FOLDER, tell), tell, by_name=True))
    replaced = {BUILT_IN + name: built_in[name] for name in theirs if name in built_in and name.endswith(".html")}
    theme = built_in | replaced | theirs
    static = dict(_tree(root / STATIC_FOLDER, _fence(root, STATIC_FOLDER, tell, HIDDEN), tell, HIDDEN, by_name=True))
    return Project(content, theme, static, {**strays(root, content, tell), **misspelt(built_in, theirs)})


def _fence(root: Path, place: str, tell: Tell, shown: Container[str] = ()) -> Fence:
    """What keeps the reading of the file or folder ``place`` inside the project, and away from other kinds of file."""
    same = _CLAIMS if place in _CLAIMS else {place}
    others = tuple(name for name in _PLACES if name not in same)
    return Fence(root, shown, tell, Home(place, others, place in _CLOSED))


def theme_folder() -> Path:
    """The folder of the built-in theme: inside an installed package, or beside it in a source checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "theme"
    return installed if installed.is_dir() else package.parent / TEMPLATES_FOLDER


def _tree(
    folder: Path, fence: Fence, tell: Tell, shown: Container[str] = (), *, by_name: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Files below ``folder`` by relative path, sorted; hidden files and editors' backups are none of ours.

    Those named in ``shown`` are ours although they begin with a dot. ``tell`` hears of each folder before it is listed.

    Of a file with more than :data:`bounds.FILE` bytes one byte more is read, so that whoever judges it sees that it is
    too large.

    Linked folders inside the ``fence`` are followed. Records are read once, at their own place if they have one in
    ``folder``; with ``by_name``, a file is read under each of its names, and only a folder inside itself is not. A
    folder that cannot be read is an error, not an empty one, and so are more than :data:`bounds.FOLDERS` inside one
    another.
    """
    fence.look(folder)
    ways = Ways(folder, by_name=by_name)
    listed = [folder]  # those that are still to be listed, the next one last
    for path, folders, files in os.walk(folder, onerror=_unreadable, followlinks=True):
        listed.pop()
        is_new = ways.is_new(path)
        folders[:] = sorted(name for name in folders if name in shown or not name.startswith(".")) if is_new else []
        if not is_new:
            tell(listed[-1] if listed else folder)
            continue
        listed += [Path(path, name) for name in reversed(folders)]
        # Plain strings: with thousands of files, path objects cost as much as the reading.
        above = "".join(f"{part}/" for part in Path(path).relative_to(folder).parts)
        if above.count("/") > bounds.FOLDERS:
            raise EnvironmentProblem(
                f"{folder} has more than {bounds.FOLDERS} folders inside one another", "move or remove the innermost"
            )
        for name in folders:
            fence.look(Path(path, name))
            if name.endswith(_RECORDS):
                raise EnvironmentProblem(f"{Path(path, name)} is a folder, but should be a file", "rename or remove it")
        for name in sorted(files):
            if name in shown or (not name.startswith((".", "#")) and not name.endswith("~")):
                relative = above + name
                if not relative.isprintable():
                    raise EnvironmentProblem(f"the name of {folder}/{_shown(relative)} is not text", "rename the file")
                yield relative, fence.read(f"{path}{os.sep}{name}", bounds.FILE)
        tell(listed[-1] if listed else folder)


def _shown(name: str) -> str:
    """``name`` on one line; a byte that is not UTF-8 by its number."""
    return visible(os.fsencode(name).decode("utf-8", "backslashreplace"))


def _unreadable(problem: OSError) -> None:
    """A folder that is not there has nothing to read; any other problem is one."""
    if not isinstance(problem, FileNotFoundError):
        raise problem
