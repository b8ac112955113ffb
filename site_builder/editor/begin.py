"""``init``: a new project, either an example to be overwritten or an empty one.

The files to write are in ``starter/`` beside this module: ``site`` or ``bare``, ``hosts/NAME`` for each host, and
``forges/NAME`` for where the repository is: ``check`` for requests to merge, and what publishes to a host. A file that
two of them have is the one followed by the other. ``dot-`` at the beginning of a name becomes a dot, so that no tool
takes the starter's files for its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder import __version__
from site_builder.editor import origin, schema
from site_builder.editor.save import all_or_nothing, refuse_lost
from site_builder.errors import EnvironmentProblem
from site_builder.load.files import Project
from site_builder.load.given import read_given
from site_builder.load.places import CLAIMS_FILE
from site_builder.records import bounds
from site_builder.workspace import Workspace

HOSTS = ("github", "gitlab", "netlify", "cloudflare", "nginx", "s3")
"""The hosts that files are written for; docs/deploying.md has a section on each."""
FORGES = ("github", "gitlab")
"""Where a repository is: there a workflow checks each request to merge."""
_INSTALLED = "requirements.txt"
"""The list of packages that hosts install: a project that is there already gets it, too."""
_CONSTRAINTS = "constraints.txt"
"""The versions of the program's libraries; the list of packages names it."""
_LISTS = frozenset((_INSTALLED, ".gitignore", ".gitattributes", ".containerignore", "Containerfile.dockerignore"))
"""Files of single lines, which somebody can add to one of their own."""
_PROGRAM = "@PROGRAM@"
"""The place in the starter's list of packages where the program's requirement goes."""
_STARTER = Path(__file__).resolve().parent / "starter"


@dataclass(frozen=True, slots=True)
class Plan:
    """The files that would be written into a folder."""

    files: Mapping[str, bytes]
    """New files by path."""
    kept: tuple[str, ...]
    """Paths that are already taken: they stay as they are."""
    lacking: Mapping[str, tuple[str, ...]]
    """Lines that the site needs and a kept file does not have, by its path."""
    holds: tuple[str, ...]
    """The content of the folder, except ``.git``."""
    is_project: bool
    """Whether the folder is already a project; if so, only what its host needs is added."""
    program: origin.Origin | None
    """Where requirements.txt has the program from; None if the folder has one that names the program already."""


def plan(folder: Path, host: str | None = None, *, forge: str | None = None, bare: bool = False) -> Plan:
    """The plan of :func:`begin` for ``folder``, whose repository is at ``forge`` (GitHub if nothing says so).

    Raises :class:`EnvironmentProblem` where it could never be done.
    """
    refuse_lost(folder)
    if os.path.lexists(folder) and not folder.is_dir():
        raise EnvironmentProblem(f"{folder} is not a folder", "name one that does not exist yet")
    holds = sorted(path.name for path in folder.iterdir() if path.name != ".git") if folder.is_dir() else []
    is_project = CLAIMS_FILE in holds or "content" in holds
    if is_project and host is None:
        raise EnvironmentProblem(
            f"{folder} is already a project; nothing was changed",
            f"--host NAME adds the files for a host ({', '.join(HOSTS)}); or name a folder that does not exist yet",
        )
    program = None if _is_named(folder) else origin.origin()
    wanted = _starter("bare" if bare else "site")
    if is_project:
        wanted = {name: data for name, data in wanted.items() if name == _INSTALLED}
    else:
        wanted |= _schemas(wanted)
    wanted[_CONSTRAINTS] = _constraints()
    if host:
        wanted |= _starter(f"hosts/{host}") | _workflows(forge or (host if host in FORGES else FORGES[0]), host)
    if program:
        wanted[_INSTALLED] = wanted[_INSTALLED].replace(_PROGRAM.encode(), program.requirement.encode())
        wanted |= program.files
    kept = [name for name in wanted if _is_taken(folder, name)]
    files = {name: wanted[name] for name in wanted if name not in kept}
    lacking = {name: _lacking(wanted[name], _lines(folder / name)) for name in kept if name in _LISTS}
    return Plan(
        files, tuple(kept), {name: lines for name, lines in lacking.items() if lines}, tuple(holds), is_project, program
    )


def begin(folder: Path, made: Plan) -> list[Path]:
    """Write the planned files into ``folder``; returns their paths. Nothing is replaced.

    Raises :class:`EnvironmentProblem` where one of them cannot be written; then none is.
    """
    with all_or_nothing() as put:
        for name, data in made.files.items():
            put(folder / name, data, executable=name.endswith(".sh"))
    return [folder / name for name in made.files]


def _workflows(forge: str, host: str) -> dict[str, bytes]:
    """The files with which ``forge`` checks requests to merge, and publishes to ``host`` where that is its part."""
    if host in FORGES and host != forge:
        raise EnvironmentProblem(
            f"{host} publishes only repositories of its own, and this one is at {forge}",
            f"use --forge {host}, or a host that takes repositories of both: {', '.join(sorted({*HOSTS} - {*FORGES}))}",
        )
    made = _starter(f"forges/{forge}/check")
    for name, data in _starter(f"forges/{forge}/{host}").items():
        made[name] = made.get(name, b"") + data
    return made


def _schemas(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The schemas of a new project with the records in ``files``, by path."""
    content = {name: data for name, data in files.items() if name == CLAIMS_FILE or name.startswith("content/")}
    made = schema.schemas(Workspace(Project(content, {})).records)
    return {f"{schema.FOLDER}/{name}": text.encode() for name, text in made.items()}


def _constraints() -> bytes:
    """The file with the versions of the program's libraries."""
    name = origin.DISTRIBUTION
    head = f"""\
# The libraries that {name} {__version__} was tested with: requirements.txt names this file, and pip installs no other
# versions of them. A new version of the program has its own list. To get it, remove this file and run
# {name} init . --beside --host NAME
"""
    return head.encode() + "".join(f"{line}\n" for line in origin.versions()).encode()


def _is_named(folder: Path) -> bool:
    """Whether the folder has a list of packages that names the program, or one that cannot be looked into."""
    if not _is_taken(folder, _INSTALLED):
        return False
    lines = _lines(folder / _INSTALLED)
    return lines is None or any(map(origin.names_program, lines))


def _lines(path: Path) -> list[str] | None:
    """The lines of a file that is there; None where it cannot be read, or is none of the folder's own."""
    try:
        return None if path.is_symlink() else read_given(path, bounds.FILE, "").decode("utf-8").splitlines()
    except (EnvironmentProblem, OSError, ValueError):
        return None


def _lacking(wanted: bytes, there: list[str] | None) -> tuple[str, ...]:
    """The lines of ``wanted`` that are not ``there``, comments aside; none where nobody knows what is there."""
    if there is None:
        return ()
    known = {*map(_meaning, there)}
    lines = [line for line in wanted.decode().splitlines() if line.strip() and not line.startswith("#")]
    return tuple(line for line in lines if line != _PROGRAM and _meaning(line) not in known)


def _meaning(line: str) -> str:
    """``line`` in the form in which two that mean the same are equal, for names to leave out and pip's options."""
    return re.sub(r"^(?:-c|--constraint)(?:\s+|=)(?:\./)?", "--constraint ", line.strip()).strip("/")


def _starter(name: str) -> dict[str, bytes]:
    """The files of one part of the starter, by the path that they get."""
    root = _STARTER / name
    found: dict[str, bytes] = {}
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        parts = path.relative_to(root).parts
        target = "/".join(f".{part[4:]}" if part.startswith("dot-") else part for part in parts)
        found[target] = path.read_bytes()
    return found


def _is_taken(folder: Path, name: str) -> bool:
    """True if ``name`` exists in ``folder``, or if its path leads through a link or a file."""
    steps = [folder.joinpath(*Path(name).parts[:count]) for count in range(1, len(Path(name).parts))]
    return os.path.lexists(folder / name) or any(
        step.is_symlink() or (step.exists() and not step.is_dir()) for step in steps
    )
