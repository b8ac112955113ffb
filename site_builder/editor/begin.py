"""``init``: a new project, either an example to be overwritten or an empty one.

The files to write are in ``starter/`` beside this module: ``site`` or ``bare``, and ``hosts/NAME`` for each host.
``dot-`` at the beginning of a name becomes a dot, so that no tool takes the starter's files for its own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.editor import origin, schema
from site_builder.editor.save import all_or_nothing, refuse_lost
from site_builder.errors import EnvironmentProblem
from site_builder.load.files import CLAIMS_FILE
from site_builder.workspace import Workspace

HOSTS = ("github", "gitlab", "netlify", "cloudflare", "nginx", "s3")
"""The hosts that files are written for; docs/deploying.md has a section on each."""
_CHECKED_BY_GITHUB = frozenset(HOSTS) - {"gitlab"}
"""Hosts whose projects are mostly on GitHub, where a workflow checks pull requests."""
_INSTALLED = "requirements.txt"
"""The list of packages that hosts install: a project that is there already gets it, too."""
_STARTER = Path(__file__).resolve().parent / "starter"


@dataclass(frozen=True, slots=True)
class Plan:
    """The files that would be written into a folder."""

    files: Mapping[str, bytes]
    """New files by path."""
    kept: tuple[str, ...]
    """Paths that are already taken: they stay as they are."""
    holds: tuple[str, ...]
    """The content of the folder, except ``.git``."""
    is_project: bool
    """Whether the folder is already a project; if so, only what its host needs is added."""
    program: origin.Origin | None
    """Where the new requirements.txt has the program from; None if the folder has a requirements.txt."""


def plan(folder: Path, host: str | None = None, *, bare: bool = False) -> Plan:
    """The plan of :func:`begin` for ``folder``. Raises :class:`EnvironmentProblem` where it could never be done."""
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
    program = None if _is_taken(folder, _INSTALLED) else origin.origin()
    wanted = _starter("bare" if bare else "site")
    if is_project:
        wanted = {name: data for name, data in wanted.items() if name == _INSTALLED}
    if host in _CHECKED_BY_GITHUB:
        wanted |= _starter("hosts/check")
    if host:
        wanted |= _starter(f"hosts/{host}")
    if program:
        wanted[_INSTALLED] = wanted[_INSTALLED].replace(b"@PROGRAM@", program.requirement.encode())
        wanted |= program.files
    kept = [name for name in wanted if _is_taken(folder, name)]
    files = {name: wanted[name] for name in wanted if name not in kept}
    return Plan(files, tuple(kept), tuple(holds), is_project, program)


def begin(folder: Path, made: Plan) -> list[Path]:
    """Write the planned files into ``folder``, and a new project's schemas; returns the paths. Nothing is replaced.

    Raises :class:`EnvironmentProblem` where one of them cannot be written; then none is.
    """
    paths = [folder / name for name in made.files]
    with all_or_nothing() as put:
        for name, data in made.files.items():
            put(folder / name, data, executable=name.endswith(".sh"))
        if not made.is_project:
            for name, text in schema.schemas(Workspace.open(folder).records).items():
                path = folder / schema.FOLDER / name
                if not _is_taken(folder, f"{schema.FOLDER}/{name}"):
                    put(path, text.encode())
                    paths.append(path)
    return paths


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
