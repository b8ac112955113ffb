"""One case, within bounds: what is wrong about it, and the smallest part of its damage that shows the same."""

from __future__ import annotations

import contextlib
import difflib
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from time import monotonic, process_time, thread_time
from types import FrameType

from site_builder.load.files import Project
from tests.fuzzing.cases import Case, base
from tests.fuzzing.commands import Disk, try_commands
from tests.fuzzing.oracle import judge

SECONDS = 5.0
"""Of processor time, for a case."""
WAITING = 60.0
"""Seconds that a case may wait for a lock, a pipe, a disk or another process; on a busy machine all take longer."""
ON_DISK = 0.15
"""The share of cases that run commands on disk."""


LOOKS = 20
"""How many times it is looked whether a case has worked or waited too long, before it has."""


class Hang(BaseException):
    """A case takes too long; no ``except Exception`` may stop that."""


@dataclass(frozen=True)
class Found:
    """What is wrong about a case."""

    case: Case
    """The case, with as little damage as shows it."""
    kind: str
    """The exception, and the place in the program where it comes from."""
    text: str
    """The traceback."""

    def __str__(self) -> str:
        return f"{self.case.seed}: {self.kind}\n{self.text}"


@contextlib.contextmanager
def bounded(seconds: float, waiting: float = WAITING) -> Iterator[None]:
    """Raise :class:`Hang` after so much processor time, or after so much time in which the main thread did not want any.

    A thread that is ready, and waits for a processor that others use, does not count as waiting.
    """
    since, begun = waited(), process_time()

    def look(_number: int, _frame: FrameType | None) -> None:
        if process_time() - begun > seconds:
            raise Hang(f"more than {seconds:g} s of processor time")
        if waited() - since > waiting:
            raise Hang(f"more than {waiting:g} s of waiting")

    # Not the timer of processor time: the program has it, for its pages.
    signal.signal(signal.SIGALRM, look)
    every = min(seconds, waiting) / LOOKS
    signal.setitimer(signal.ITIMER_REAL, every, every)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def waited() -> float:
    """Seconds in which this thread neither ran nor was ready to run, since some moment.

    The system's scheduler says so (Linux, Documentation/scheduler/sched-stats.rst); where it does not, the time that
    the thread was ready and others ran counts as well.
    """
    ready = 0
    with contextlib.suppress(OSError, ValueError, IndexError):
        ready = int(Path("/proc/thread-self/schedstat").read_text().split()[1])
    return monotonic() - thread_time() - ready / 1e9


def is_on_disk(case: Case) -> bool:
    """Whether the case runs commands."""
    return Random(f"{case.seed} where").random() < ON_DISK


def tried(case: Case, disk: Disk, judge: Callable[[Case], None] = judge) -> Found | None:
    """What is wrong about ``case``, if anything."""
    try:
        with bounded(SECONDS):
            if is_on_disk(case):
                try_commands(case, disk)
            else:
                judge(case)
    except (Exception, Hang) as problem:  # noqa: BLE001 – that is what is looked for
        return Found(case, _kind(problem), "".join(traceback.format_exception(problem)[-12:]))
    return None


def _kind(problem: BaseException) -> str:
    frames = [frame for frame in traceback.extract_tb(problem.__traceback__) if "/tests/" not in frame.filename]
    own = [frame for frame in frames if "/site_builder/" in frame.filename]
    where = (
        f"{own[-1].filename.rpartition('/site_builder/')[2]} {own[-1].name}"
        if own and not isinstance(problem, Hang)
        else ""
    )
    said = str(problem).split("\n")[0][:60] if isinstance(problem, AssertionError) and not where else ""
    return f"{type(problem).__name__} {where}{said}"


def smaller(found: Found, disk: Disk, judge: Callable[[Case], None] = judge) -> Found:
    """The same fault with one damage less, as often as that is possible."""
    for key in found.case.keys:
        less = replace(found.case, keys=tuple(other for other in found.case.keys if other != key))
        again = tried(less, disk, judge)
        if again and again.kind == found.kind:
            return smaller(again, disk, judge)
    return found


def difference(case: Case) -> str:
    """The damage of ``case``, as a difference to the project that it begins with."""
    before, after = files_of(base(case.number)), files_of(case.project)
    lines = []
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name), after.get(name)
        if old != new:
            lines.append(f"{name}: " + ("is gone" if new is None else _lines(old or b"", new)))
    return "\n".join(lines)


def _lines(old: bytes, new: bytes) -> str:
    """The lines that differ, in ASCII; of many and long ones the beginning."""
    before, after = (data.decode("utf-8", "backslashreplace").split("\n") for data in (old, new))
    found = [ascii(line)[1:-1][:300] for line in difflib.unified_diff(before, after, n=0, lineterm="")][2:42]
    return "".join(f"\n  {line}" for line in found)


def files_of(project: Project) -> dict[str, bytes]:
    """The files of ``project`` by their paths in it."""
    files = dict(project.content)
    files |= {f"templates/{name}": data for name, data in project.theme.items()}
    return files | {f"static/{name}": data for name, data in project.static.items()}
