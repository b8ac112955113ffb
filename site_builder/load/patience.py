"""Ends a reading that makes no progress: a file on a server that does not answer must not hold a build for ever.

No signal reaches a program that waits inside the kernel for a disk or a server. So the reading has a thread of its own,
and the thread that needs the result gives up. The other one stays behind where it hangs; a daemon, it ends with the
process. Knows nothing of what is read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Generic, TypeVar

from site_builder.errors import EnvironmentProblem
from site_builder.threads import started

Result = TypeVar("Result")
Tell = Callable[[Path | str], object]
"""Called with the file or folder that comes next, and for each piece of a long file."""

LOOKS = 6
"""Looks without progress after which a reading counts as stalled: a stopped process that goes on has one at most."""
PAUSE = 5.0
"""Seconds between two looks."""


class Stalled(EnvironmentProblem):
    """A file or folder that does not answer."""

    def __init__(self, path: Path | str | None, seconds: float) -> None:
        super().__init__(
            f"{path or 'the project'} has not answered for {seconds:g} seconds",
            "see whether the disk or the server that it is on is there; if not, move the file or its folder elsewhere",
        )


def patiently(work: Callable[[Tell], Result]) -> Result:
    """The result of ``work``, which is called with the function that it has to tell its progress.

    Raises what ``work`` raises, and :class:`Stalled` where it has told nothing new for :data:`LOOKS` times
    :data:`PAUSE` seconds, or one pause more. Where the system has no thread left, nothing is watched.
    """
    reading = _Reading(work)
    try:
        thread = started(reading.run)
    except OSError:
        return work(lambda _: None)
    try:
        count, idle = 0, 0
        while not reading.ended.wait(PAUSE):
            count, idle = reading.count, idle + 1 if count == reading.count else 0
            if idle == LOOKS:
                raise Stalled(reading.at, LOOKS * PAUSE)
    finally:
        reading.given_up = not reading.ended.is_set()
    thread.join()  # a process that forks has no other thread then
    return reading.result()


class _GivenUp(Exception):
    """Nobody waits for the reading any more."""


class _Reading(Generic[Result]):
    """Work in a thread, and how far it is."""

    def __init__(self, work: Callable[[Tell], Result]) -> None:
        self._work = work
        self._results: list[Result] = []
        self._problem: BaseException | None = None
        self.ended = Event()
        self.at: Path | str | None = None
        self.count = 0
        self.given_up = False

    def run(self) -> None:
        try:
            self._results.append(self._work(self._tell))
        except BaseException as problem:  # noqa: BLE001 – the other thread raises it
            self._problem = problem
        finally:
            self.ended.set()

    def result(self) -> Result:
        if self._problem is not None:
            raise self._problem
        return self._results[0]

    def _tell(self, path: Path | str) -> None:
        if self.given_up:
            raise _GivenUp
        self.at = path
        self.count += 1
