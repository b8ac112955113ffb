"""A file that a command is given is a regular one that answers; anything else is named, and nobody waits for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.errors import EnvironmentProblem
from site_builder.load import given, patience
from site_builder.load.fence import Fence
from site_builder.load.given import read_given, refuse_unreadable
from tests.load.no_files import answering, device, log, pipe
from tests.projects import MINIMAL, ROOT
from tests.world.test_first_commands import OTHERS_TOO

READING = (
    ("import", "{file}", "--project", "{project}"),
    ("new", "article", "--project", "{project}", "--id", "x", "--from", "{file}"),
    ("build", "{project}", "--sign", "{file}"),
    ("verify", "{project}/public", "--project", "{project}", "--signers", "{file}"),
)
"""Commands that read a file from anywhere."""
OF_FOLDERS = (
    ("build", "{file}"),
    ("build", "{project}", "--output", "{file}"),
    ("check", "{file}"),
    ("coverage", "--project", "{file}"),
    ("import", "{project}/claims.yaml", "--project", "{file}"),
    ("init", "{file}"),
    ("init", "--beside", "{file}"),
    ("new", "actor", "--project", "{file}", "--name", "Bo", "--id", "bo"),
    ("quote", "roads", "--project", "{file}"),
    ("schema", "--project", "{file}"),
    ("serve", "{file}", "--port", "0"),
    ("verify", "{file}", "--project", "{project}"),
    ("verify", "{project}/public", "--project", "{file}"),
)
"""Commands that want a folder there."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "project"))


def folder(path: Path) -> None:
    path.mkdir()


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def huge(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200_000_000)


def ended(call: tuple[str, ...], file: str, project: Path) -> object:
    """The exit status of a command; None where it does not end."""
    status: list[object] = []

    def run() -> None:
        try:
            status.append(main([part.format(file=file, project=project) for part in call]))
        except SystemExit as end:
            status.append(end.code)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(60)
    return status[0] if status else None


@pytest.mark.parametrize("make", [pipe, device, log, answering, folder, loop, huge], ids=lambda made: made.__name__)
@pytest.mark.parametrize("call", READING, ids=lambda call: call[0])
def test_nobody_waits_for_what_is_no_file(
    call: tuple[str, ...],
    make: Callable[[Path], None],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project.parent)  # the name of a socket must be short
    make(Path("given"))
    assert ended(call, "given", project) == 2
    said = capsys.readouterr().err
    reasons = ("given is not a file", "given has more than", "cannot read given: ")
    assert any(reason in said for reason in reasons), said
    assert "help: " in said
    assert not (project / "public").exists()


@pytest.mark.parametrize("make", [pipe, device, log, answering, loop, huge], ids=lambda made: made.__name__)
@pytest.mark.parametrize("call", OF_FOLDERS, ids=" ".join)
def test_nor_for_what_is_no_folder(
    call: tuple[str, ...],
    make: Callable[[Path], None],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project.parent)
    make(Path("given"))
    assert ended(call, "given", project) == 2
    assert "help: " in capsys.readouterr().err


@pytest.mark.parametrize("call", READING, ids=lambda call: call[0])
def test_what_may_not_be_read_is_named(call: tuple[str, ...], project: Path) -> None:
    file = project.parent / "given"
    file.touch(mode=0)
    arguments = [part.format(file=file, project=project) for part in call]
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    program = [*OTHERS_TOO, sys.executable, "-m", "site_builder", *arguments]
    done = subprocess.run(program, cwd=project, env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"cannot read {file}: Permission denied\n  help: name " in done.stderr


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b", os.fsdecode(b"a\xffb")], ids=ascii)
@pytest.mark.parametrize("call", [*READING, *OF_FOLDERS[2:5]], ids=" ".join)
def test_a_name_that_is_none_is_told(
    call: tuple[str, ...], name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(call, name, project) == 2
    said = capsys.readouterr().err
    assert "a" in said.encode().decode()  # nothing that cannot be printed
    assert "no name of a file" in said if "\udcff" not in name else "‹" in said


def test_a_pipe_for_the_summary_of_a_run_is_not_waited_for(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(project / "summary")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(project / "summary"))
    (project / "claims.yaml").write_text("claims: 1\n")
    assert ended(("check", "{project}", "--format", "github"), "", project) == 2
    assert "summary: No such device or address" in capsys.readouterr().err


def test_a_file_that_does_not_answer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    free = threading.Event()
    monkeypatch.setattr(patience, "PAUSE", 0.02)
    monkeypatch.setattr(given, "read_regular", lambda *_, **__: free.wait())
    try:
        with pytest.raises(EnvironmentProblem, match="far has not answered for"):
            read_given(tmp_path / "far", 10, "")
    finally:
        free.set()


def test_as_much_is_read_as_counts(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1234567")
    (tmp_path / "link").symlink_to("file")
    assert read_given(tmp_path / "link", 7, "") == b"1234567"
    assert read_given(tmp_path / "link", 3, "") == b"1234"
    refuse_unreadable(tmp_path / "link", 7, "")
    with pytest.raises(EnvironmentProblem, match="has more than 6 bytes"):
        refuse_unreadable(tmp_path / "link", 6, "")
    with pytest.raises(EnvironmentProblem, match="out of the project"):  # the limits of a project are another thing
        Fence(tmp_path / "project").read(tmp_path / "file")
