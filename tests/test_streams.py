"""What is printed is clean, and what cannot be printed is not lost without a word."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_a_folder_that_is_gone_is_told(tmp_path: Path, minimal: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    for line in (f"build {minimal} --output public", "check", f"check {minimal}", "init there"):
        program = f"PYTHONPATH={ROOT} {' '.join(COMMAND)}"
        command = f"cd {folder} && rmdir {folder} && {program} {line}; r=$?; mkdir {folder}; exit $r"
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=60)
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode in (0, 2)
        assert done.returncode == 0 or "help:" in done.stderr


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
