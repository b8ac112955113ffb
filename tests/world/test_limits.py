"""With few open files or little memory a command does its work, or says what to raise; nothing is left by halves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.output.ours import is_whole
from tests.projects import MINIMAL, ROOT
from tests.tries import part

COMMANDS = {
    "build": "build {p}",
    "check": "check {p}",
    "coverage": "coverage --project {p}",
    "import": "import {p}/sheet.csv --project {p}",
    "init": "init {p}/../new",
    "new": "new actor --project {p} --name Bo --id bo --actor-kind person",
    "quote": "quote roads --project {p}",
    "schema": "schema --project {p}",
    "verify": "verify {p}/public --project {p}",
}
FILES = range(5, 31)
"""Open files that a command may have; with fewer, Python itself does not begin."""
MEGABYTES = range(40, 690, 50)
"""Memory that a command may have; with less, Python itself ends with a traceback."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = Path(shutil.copytree(MINIMAL, tmp_path / "project"))
    (project / "sheet.csv").write_text("statement,quote\nThe roads are old.,the roads are old\n")
    assert main(["build", "-q", str(project)]) == 0
    return project


def sources(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "public" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def limited(limit: str, command: str, project: Path) -> None:
    """Run ``command`` with this limit of the shell's; fails where it does not end as it should."""
    before = sources(project.parent)
    call = f'ulimit {limit}; exec "$0" -m site_builder {COMMANDS[command].format(p=project)}'
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["sh", "-c", call, sys.executable], cwd=ROOT, env=own, capture_output=True, text=True, timeout=300
    )
    assert "Traceback" not in done.stderr, (limit, done.stderr)
    assert done.returncode in (0, 1, 2), (limit, done)
    assert done.returncode != 2 or "help: " in done.stderr, (limit, done.stderr)
    assert done.returncode != 2 or sources(project.parent) == before
    assert is_whole(project / "public")
    assert not list(project.glob(".public*"))


@pytest.mark.long
@pytest.mark.parametrize("limit", part(FILES, 9))
@pytest.mark.parametrize("command", COMMANDS)
def test_few_open_files(command: str, limit: int, project: Path) -> None:
    limited(f"-n {limit}", command, project)


@pytest.mark.long
@pytest.mark.parametrize("limit", part(MEGABYTES, 5))
@pytest.mark.parametrize("command", COMMANDS)
def test_little_memory(command: str, limit: int, project: Path) -> None:
    limited(f"-v {limit * 1024}", command, project)
