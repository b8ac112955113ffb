"""A project as an earlier revision has it, read from git without touching the working tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

from site_builder.errors import EnvironmentProblem
from site_builder.load.files import CLAIMS_FILE, CLAIMS_FOLDER, Project

MOST_SECONDS = 60


def read_revision(root: Path, revision: str) -> Project:
    """The content of the project in ``root`` at ``revision`` (anything that git takes for a commit).

    Raises :class:`EnvironmentProblem` when git cannot tell.
    """
    if revision.startswith("-"):
        raise EnvironmentProblem(f"{revision!r} is not a revision", "name a commit, a branch or a tag")
    command = ["git", "-C", str(root), "archive", "--format=tar", revision]
    try:
        run = subprocess.run(command, capture_output=True, timeout=MOST_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise EnvironmentProblem(f"git cannot be asked: {problem}", "install git, or leave out --against") from problem
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise EnvironmentProblem(
            f"git has no {revision} of {root}: {said[-1] if said else 'no reason given'}",
            "name a commit, a branch or a tag of the repository that holds the project; in CI fetch the whole history",
        )
    content: dict[str, bytes] = {}
    with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
        for member in archive:
            wanted = member.name == CLAIMS_FILE or member.name.startswith((f"{CLAIMS_FOLDER}/", "content/"))
            file = archive.extractfile(member) if wanted and member.isfile() else None
            if file is not None:
                content[member.name] = file.read()
    return Project(content, {})
