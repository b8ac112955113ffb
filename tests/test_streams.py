"""What is printed is clean, and what cannot be printed is not lost without a word."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.cli import main
from tests.projects import MINIMAL, ROOT

COMMAND = [sys.executable, "-m", "site_builder"]


@pytest.fixture
def minimal(tmp_path: Path) -> Path:
    """A copy of the minimal project: a build leaves files in it."""
    return shutil.copytree(MINIMAL, tmp_path / "minimal")


def run(line: str, *, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = " ".join((*COMMAND, line))
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(["sh", "-c", command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("line", ["explain raw-html > /dev/full", "explain raw-html >&-", "--help > /dev/full"])
def test_an_output_that_takes_nothing_is_a_problem(line: str) -> None:
    done = run(line)
    assert done.returncode == 2
    assert "cannot write to the standard output" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("line", ["2>&-", "2> /dev/full", "<&-", "<&- 2>&-"])
def test_without_an_error_stream_the_status_tells(line: str, minimal: Path) -> None:
    assert run(f"check {minimal} {line}").returncode == 0
    assert run(f"check /nowhere/at/all {line}").returncode == 2


def test_a_reader_that_leaves_is_no_fault() -> None:
    done = run("completion bash | head -n 1")
    assert done.stderr == ""


def test_the_sites_files_do_not_take_the_place_of_a_closed_stream(tmp_path: Path, minimal: Path) -> None:
    """The first file that is opened would get the number of standard error, and be written by what is printed."""
    done = run(f"build {minimal} --output {tmp_path / 'public'} --no-search <&- >&- 2>&-")
    assert done.returncode == 2  # for the summary could not be printed
    assert not [
        path for path in (tmp_path / "public").rglob("*") if path.is_file() and b"Traceback" in path.read_bytes()
    ]


def test_escapes_in_an_address_of_the_caller_do_not_reach_the_terminal() -> None:
    done = run("check \"$(printf '/nowhere/\\033]0;x\\007\\033[31m')\"")
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert "/nowhere/" in done.stderr


HERE = [
    "build", "build --drafts", "build here", "build {minimal} --output public", "build {minimal} --sign key",
    "check", "check .", "check --fix", "check --against HEAD", "serve", "serve here",
    "verify public", "verify {minimal}", "verify {minimal} --project {minimal} --signers them",
    "quote hello", "quote hello --project here", "coverage", "coverage --project .", "schema", "schema --project ..",
    "new claim --id a", "new actor --name Ann", "new article --from page.html --id a --project {minimal}",
    "import table.csv", "import {minimal}/claims.yaml", "import table.csv --project {minimal}",
    "init .", "init there", "init there --host github", "init --beside ../there",
]  # fmt: skip
"""Calls of every command that reads or writes something where it is called."""
ELSEWHERE = {
    "check {minimal}": 0,
    "quote safer --project {minimal}": 0,
    "coverage --project {minimal}": 0,
    "schema --project {minimal}": 0,
    "init {minimal}/there": 0,
    "explain": 0,
    "completion bash": 0,
    "check /nowhere": 2,
    "import /nowhere.csv --project {minimal}": 2,
}


@pytest.fixture
def gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The current folder, removed."""
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    yield
    folder.mkdir()


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize("line", HERE)
def test_a_current_folder_that_is_gone_is_told(line: str, minimal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.format(minimal=minimal).split()) == 2
    said = capsys.readouterr().err
    assert said == (
        "site-builder: the current folder no longer exists\n"
        '  help: change to a folder that exists; if there is one of that name again: cd "$PWD"\n'
    )


@pytest.mark.usefixtures("gone")
@pytest.mark.parametrize(("line", "status"), ELSEWHERE.items())
def test_it_is_nothing_to_a_call_that_leads_elsewhere(
    line: str, status: int, minimal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.format(minimal=minimal).split()) == status
    assert "current folder" not in capsys.readouterr().err


@pytest.mark.parametrize("megabytes", [100, 150, 200, 300])
def test_little_memory_is_told(megabytes: int, tmp_path: Path, minimal: Path) -> None:
    line = f"build {minimal} --output {tmp_path / 'public'}"
    command = f"ulimit -v {megabytes * 1024}; {' '.join(COMMAND)} {line}"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 2)
