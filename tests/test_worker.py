"""A process of the build tells how it ends, and ends with the build."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from site_builder import worker
from site_builder.errors import EnvironmentProblem
from site_builder.parallel import Beside, spread

ROOT = Path(__file__).resolve().parent.parent
HERE = os.getpid()


def each(numbers: Sequence[tuple[str, int]], *, end: object) -> list[int]:
    made = []
    for _, number in numbers:
        if number == 23 and os.getpid() != HERE:
            end()  # type: ignore[operator]
        made.append(number)
    return made


ITEMS = [("claim", number) for number in range(100)]


@pytest.mark.parametrize(
    ("end", "words", "remedy"),
    [
        (lambda: os.kill(os.getpid(), signal.SIGKILL), "SIGKILL", "probably memory ran out"),
        (lambda: os.kill(os.getpid(), signal.SIGTERM), "SIGTERM", "check that record"),
        (lambda: os.kill(os.getpid(), signal.SIGVTALRM), "SIGVTALRM", "look at the template of that page"),
        (lambda: os._exit(7), "status 7", "check that record"),
    ],
)
def test_who_was_killed_at_what_is_told(end: object, words: str, remedy: str) -> None:
    with pytest.raises(EnvironmentProblem) as told:
        spread(lambda some: each(some, end=end), ITEMS, 2, 1)
    assert f"({words}) while it worked on claim 23" in told.value.message
    assert remedy in told.value.remedy


def fail(problem: BaseException) -> None:
    raise problem


class Untold(Exception):
    """Cannot travel: it is made of two things."""

    def __init__(self, one: object, two: object) -> None:
        super().__init__("untold")


@pytest.mark.parametrize(
    ("problem", "kind", "words"),
    [
        (EnvironmentProblem("no disk", "buy one"), EnvironmentProblem, "no disk"),
        (MemoryError("all"), MemoryError, "all"),
        (OSError(28, "No space", "a"), OSError, "No space"),
        (KeyError("gone"), KeyError, "gone"),
        (SystemExit(0), SystemExit, "0"),
        (Untold(1, 2), RuntimeError, "untold"),
    ],
)
def test_what_a_process_raises_is_raised_here(problem: BaseException, kind: type[BaseException], words: str) -> None:
    with pytest.raises(kind, match=words) as told:
        spread(lambda some: each(some, end=lambda: fail(problem)), ITEMS, 2, 1)
    assert "each" in "".join(getattr(told.value, "__notes__", [str(told.value)]))  # where it was raised


@pytest.mark.parametrize("after", [0, 1, 2])
def test_without_processes_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    left = iter(range(after))
    fork = os.fork

    def limited() -> int:
        if next(left, None) is None:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return fork()

    monkeypatch.setattr(os, "fork", limited)
    assert spread(lambda some: [number for _, number in some], ITEMS, 3, 1) == list(range(100))
    assert Beside(lambda: 7, forked=True).result() == 7


def test_processes_end_with_their_parent(tmp_path: Path) -> None:
    """Also where it is killed, and can tell nobody."""
    program = textwrap.dedent(
        f"""
        import os, time
        from pathlib import Path
        from site_builder.parallel import spread

        def work(some):
            Path({os.fspath(tmp_path)!r}, str(os.getpid())).touch()
            time.sleep(600)
            return list(some)

        spread(work, range(10), 3, 1)
        """
    )
    parent = subprocess.Popen([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)})
    until(lambda: len(list(tmp_path.iterdir())) == 3)
    children = [int(path.name) for path in tmp_path.iterdir()]
    parent.kill()
    parent.wait()
    until(lambda: not any(map(is_running, children)))


def test_an_interrupt_of_a_new_process_is_left_to_its_parent() -> None:
    """A terminal sends it to all of them, also to one that has only just been forked."""
    program = textwrap.dedent(
        """
        import os, signal
        from site_builder.parallel import spread

        signal.signal(signal.SIGINT, signal.default_int_handler)  # who began this may have it ignored
        fork = os.fork

        def interrupted():
            process = fork()
            if not process:
                os.kill(os.getpid(), signal.SIGINT)
            return process

        os.fork = interrupted
        print(sum(spread(list, range(10), 3, 1)))
        os.kill(os.getpid(), signal.SIGINT)
        print("not here")
        """
    )
    run = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )
    assert run.stdout == "45\n"
    assert run.stderr.count("Traceback") == 1  # the parent's, of its own interrupt
    assert run.returncode == -signal.SIGINT


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def test_a_place_is_read_by_whoever_made_it() -> None:
    place = worker.Place()
    taken = iter(worker.Watched(["a", "b", "c"], range(40, 46, 2), place))
    assert [(next(taken), place.get()) for _ in range(3)] == [("a", 40), ("b", 42), ("c", 44)]
