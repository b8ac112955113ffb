"""Reads a project at an earlier revision from git, without touching the working tree."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from site_builder.errors import EnvironmentProblem
from site_builder.load.files import Project
from site_builder.load.places import CLAIMS_FILE, CLAIMS_FOLDER

MOST_SECONDS = 60
_REMOTE = re.compile(
    r"(?:https?|ssh|git)://(?:[^/]*@)?(?P<host>[\w.-]+)|(?:[^@:/\s]+@)?(?P<scp>[\w.-]*[a-z][\w.-]*):(?!//)",
    re.IGNORECASE,
)
"""The address of a remote that is on another machine."""


def read_revision(root: Path, revision: str) -> Project:
    """The content of the project in ``root`` at ``revision`` (anything that git takes for a commit).

    Raises :class:`EnvironmentProblem` when git cannot tell.
    """
    if revision.startswith("-") or not revision.strip():
        raise EnvironmentProblem(f"{revision!r} is not a revision", "name a commit, a branch or a tag")
    _refuse_bare(root)
    # Such a repository would be a part of the project, with settings that name programs to run.
    prefix = ["git", "-c", "safe.bareRepository=explicit", "-C", str(root)]
    listed = _run([*prefix, "ls-tree", "-r", "-z", revision], b"")
    if listed.returncode:
        raise _unknown(root, revision, listed.stderr.decode("utf-8", "replace"))
    wanted: dict[str, str] = {}
    for entry in listed.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, name = entry.partition("\t")
        mode, kind, id_ = about.split()
        if kind == "blob" and mode != _LINK and name.startswith((CLAIMS_FILE, f"{CLAIMS_FOLDER}/", "content/")):
            wanted[name] = id_
    read = _run([*prefix, "cat-file", "--batch"], "".join(f"{id_}\n" for id_ in wanted.values()).encode())
    found = dict(zip(wanted, _blobs(read.stdout), strict=False))
    lost = next((name for name in wanted if found.get(name) is None), None)
    if lost is not None:
        raise EnvironmentProblem(
            f"git does not have {lost} as it was at {revision}",
            "clone the repository again, without --filter: what is missing is not fetched here",
        )
    return Project({name: data for name, data in found.items() if data is not None}, {})


def day_of(root: Path, revision: str) -> str:
    """The day (ISO 8601) of the commit ``revision`` where it was made; empty where git does not know it.

    ``REV:folder`` names a folder in a commit, and has the commit's day.
    """
    _refuse_bare(root)
    commit = f"{revision.partition(':')[0]}^{{commit}}"
    command = ["git", "-c", "safe.bareRepository=explicit", "-C", str(root), "rev-list", "--max-count=1"]
    told = _run([*command, "--format=%cd", "--date=short", "--end-of-options", commit, "--"], b"")
    return told.stdout.decode("utf-8", "replace").split("\n")[-2] if told.returncode == 0 and told.stdout else ""


def origin_of(folder: Path) -> str:
    """The host of the remote ``origin`` of the repository that ``folder`` is in, or will be in; empty without one.

    Addresses are ``https://HOST/…``, ``ssh://git@HOST/…`` and ``git@HOST:…``; nothing else of them is returned, since
    one can have a password.
    """
    there = next(step for step in (folder.absolute(), *folder.absolute().parents) if step.is_dir())
    try:
        _refuse_bare(there)
        command = ["git", "-c", "safe.bareRepository=explicit", "-C", str(there), "remote", "get-url", "origin"]
        told = _run(command, b"")
    except EnvironmentProblem:  # whoever has no git has no remote
        return ""
    address = told.stdout.decode("utf-8", "replace").strip() if told.returncode == 0 else ""
    found = _REMOTE.match(address)
    return (found["host"] or found["scp"]).lower() if found else ""


def _refuse_bare(root: Path) -> None:
    """Raise :class:`EnvironmentProblem` if git would take a folder for a repository because of the files in it.

    It does so where it finds no ``.git`` first. Anybody can put such files into a project, and git obeys their
    settings. Git before 2.38 has no setting against it.
    """
    real = Path(os.path.realpath(root))
    for folder in (real, *real.parents):
        if os.path.lexists(folder / ".git"):
            return
        if os.path.lexists(folder / "HEAD") and any(os.path.lexists(folder / one) for one in ("objects", "commondir")):
            raise EnvironmentProblem(
                f"{folder} holds the insides of a git repository, whose settings could start programs",
                "remove HEAD, objects and commondir there if they came with the project; compare only in a clone",
            )


def _unknown(root: Path, revision: str, said: str) -> EnvironmentProblem:
    """The problem with ``revision``, which git does not know, from git's message ``said`` (it speaks English to us)."""
    lines = said.strip().splitlines() or ["no reason given"]
    reason = next((line for line in lines if line.startswith("fatal: ")), lines[-1]).removeprefix("fatal: ")
    if reason.startswith("not a git repository"):
        return EnvironmentProblem(
            f"the project in {root} is in no git repository, so that nothing can be compared",
            "run it in a clone of the repository, or leave out --against",
        )
    if "dubious ownership" in reason:
        return EnvironmentProblem(
            f"git does not read the repository of {root}, because somebody else owns it",
            f"if you trust it: {lines[-1].strip()}",
        )
    return EnvironmentProblem(
        f'git has no revision "{revision}" of {root}: {reason}',
        "name a commit, a branch or a tag of the repository that holds the project; in CI, fetch the whole history",
    )


_LINK = "120000"
"""The mode that git gives a symbolic link."""


def _run(command: list[str], sent: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        # In a hook git names its own repository in the environment; the project's is meant.
        own = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        # Nor does it fetch what is missing: that could start a program which the repository's settings name.
        own |= {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
        return subprocess.run(command, input=sent, env=own, capture_output=True, timeout=MOST_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise EnvironmentProblem(f"git cannot be run: {problem}", "install git, or leave out --against") from problem


def _blobs(stream: bytes) -> Iterator[bytes | None]:
    """The contents in the output of ``git cat-file --batch``: a line with the size before each, a line end after.

    None for one that git does not have.
    """
    at = 0
    while at < len(stream):
        end = stream.index(b"\n", at)
        if stream[at:end].endswith(b" missing"):
            yield None
            at = end + 1
            continue
        size = int(stream[at:end].split()[-1])
        yield stream[end + 1 : end + 1 + size]
        at = end + size + 2
