"""A file that does not answer ends the command with a message, and costs one that answers nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.load import patience
from site_builder.load.files import read_project
from site_builder.load.patience import Stalled, Tell, patiently
from tests.mounts import has_fuse, private
from tests.projects import ROOT, minimal, written

FILE, FOLDER = Path("content/articles/far.md"), Path("static/far")
CHECK = """\
import sys
from site_builder.cli import main
from site_builder.load import patience
patience.PAUSE = 0.05
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(patience, "PAUSE", 0.02)
    written(minimal().content, tmp_path)
    (tmp_path / FILE).write_bytes(b"far")
    (tmp_path / FOLDER).mkdir(parents=True)
    return tmp_path


@pytest.fixture
def free() -> Iterator[threading.Event]:
    """What hangs in a test waits for this."""
    event = threading.Event()
    yield event
    event.set()


@pytest.mark.parametrize(
    ("path", "request_", "how"),
    [
        (FILE, "read", "taken"),
        (FILE, "read", "left"),
        (FILE, "open", "taken"),
        (FILE, "getattr", "taken"),
        (FOLDER, "opendir", "taken"),
    ],
)
def test_what_never_answers_is_named(
    root: Path,
    path: Path,
    request_: str,
    how: str,
    free: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A real file system that leaves the request open, where the machine permits one; see the head of the run."""
    check = [sys.executable, "-c", CHECK, "check", os.fspath(root)]
    silent = [sys.executable, "-m", "tests.silent", os.fspath(root / path), request_, how]
    command = private([*silent, *check]) if has_fuse() else None
    if command:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
        status, said = done.returncode, done.stderr
    else:
        simulated(root / path, request_, free, monkeypatch)
        status, said = main(["check", os.fspath(root)]), capsys.readouterr().err
    assert status == 2
    assert f"{root / path} has not answered for" in said
    assert "help: see whether the disk or the server" in said


def simulated(path: Path, request: str, free: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the call for ``request`` hang for ``path`` alone."""
    name = {"read": "read", "open": "open", "getattr": "lstat", "opendir": "scandir"}[request]
    real = getattr(os, name)

    def hanging(place: object, *more: object, **others: object) -> object:
        where = os.readlink(f"/proc/self/fd/{place}") if isinstance(place, int) else os.fspath(place)  # type: ignore[call-overload]
        if where == os.fspath(path):
            free.wait()
        return real(place, *more, **others)

    monkeypatch.setattr(os, name, hanging)


@pytest.mark.parametrize(("path", "request_"), [(FILE, "read"), (FILE, "open"), (FOLDER, "opendir")])
def test_so_is_what_hangs_in_a_call_to_the_system(
    root: Path, path: Path, request_: str, free: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulated(root / path, request_, free, monkeypatch)
    with pytest.raises(Stalled, match=f"{root / path} has not answered"):
        read_project(root)


def test_work_that_goes_on_may_take_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two looks it takes one step, a hundred times as often as it may take none."""
    may, did = threading.Semaphore(0), threading.Semaphore(0)

    class Turns(threading.Event):
        def set(self) -> None:
            super().set()
            did.release()

        def wait(self, _timeout: float | None = None) -> bool:
            may.release()
            did.acquire()
            return self.is_set()

    def long(tell: Tell) -> int:
        for number in range(100 * patience.LOOKS):
            may.acquire()
            tell(Path(str(number)))
            did.release()
        may.acquire()
        return 7

    monkeypatch.setattr(patience, "Event", Turns)
    assert patiently(long) == 7


def test_a_problem_of_the_work_arrives() -> None:
    def failing(_: Tell) -> None:
        raise KeyError("x")

    with pytest.raises(KeyError, match="x"):
        patiently(failing)


def test_work_that_is_given_up_ends_at_its_next_step(free: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "PAUSE", 0.001)
    steps: list[str] = []
    ended = threading.Event()

    def hanging(tell: Tell) -> None:
        try:
            tell(Path("first"))
            free.wait()
            tell(Path("second"))
            steps.append("went on")
        finally:
            ended.set()

    with pytest.raises(Stalled, match="first"):
        patiently(hanging)
    free.set()
    assert ended.wait(60)
    assert steps == []


def test_no_thread_is_left_for_a_process_that_forks() -> None:
    """Many times, for a thread that was not waited for could have ended by chance."""
    for _ in range(100):
        patiently(lambda tell: tell(Path("x")))
        assert [thread.name for thread in threading.enumerate() if "run" in thread.name] == []


def test_a_system_without_a_thread_to_spare_reads_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refused)
    assert patiently(lambda tell: (tell(Path("x")), 7)[1]) == 7
