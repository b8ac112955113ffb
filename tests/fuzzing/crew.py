"""Several processes that try cases, and somebody who sees when one is stuck or dies."""

from __future__ import annotations

import os
import queue
import signal
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, process_time
from typing import Any

from site_builder.output import bounds
from tests.compiled import compile_once
from tests.fuzzing.cases import case
from tests.fuzzing.commands import Disk
from tests.fuzzing.trial import Found, smaller, tried

STUCK = 120.0
"""Seconds of the clock after which a process that has not begun another case is ended."""
_SPAWN = get_context("spawn")


def prepared() -> None:
    """Make the program fast enough for many cases: templates are compiled once, and endless ones stopped sooner."""
    compile_once()
    bounds.MOST_SECONDS = 0.5


def _work(seeds: range, now: Any, told: Any) -> None:
    """Try the cases with these numbers; ``now`` says which one is tried, ``told`` gets what is found."""
    prepared()
    parent = os.getppid()
    with tempfile.TemporaryDirectory() as root:
        disk = Disk(Path(root).resolve())
        for seed in seeds:
            if os.getppid() != parent:  # nobody is there to be told
                return
            now.value = seed
            found = tried(case(seed), disk)
            if found:
                told.put(smaller(found, disk))
    told.put(process_time())


Work = Callable[[range, Any, Any], None]
"""Tries the cases with these numbers; the second argument says which one is tried, the third gets what is found."""


@dataclass
class _Worker:
    process: BaseProcess
    now: Any
    seeds: range
    seen: int = -1
    since: float = 0.0


class Crew:
    """``jobs`` processes that try ``count`` cases from ``first`` on; ``work`` is what each does with its cases."""

    def __init__(self, first: int, count: int, jobs: int, work: Work | None = None) -> None:
        self._work = work or _work
        self.done = 0
        """How many cases have been tried."""
        self.seconds = 0.0
        """Processor time of the processes that came to their end."""
        self._told: Any = _SPAWN.Queue()
        self._workers = [self._hired(range(first + job, first + count, jobs)) for job in range(jobs)]
        self._count = count

    @property
    def running(self) -> int:
        """How many cases the processes that are at work have tried."""
        return sum((worker.now.value - worker.seeds.start) // worker.seeds.step for worker in self._workers)

    def _hired(self, seeds: range) -> _Worker:
        now = _SPAWN.Value("q", seeds.start)
        process = _SPAWN.Process(target=self._work, args=(seeds, now, self._told), daemon=False)
        process.start()
        return _Worker(process, now, seeds, since=monotonic())

    def run(self) -> Iterator[Found | None]:
        """What is found, as it is found; None from time to time."""
        while self._workers:
            yield None
            yield from self._heard()
            for worker in list(self._workers):
                wrong = self._looked_after(worker)
                if wrong:
                    yield Found(case(worker.now.value), wrong, "")
        yield from self._heard()
        self.done = self._count

    def _heard(self) -> Iterator[Found]:
        while True:
            try:
                said = self._told.get(timeout=0.5)
            except queue.Empty:
                return
            if isinstance(said, Found):
                yield said
            else:
                self.seconds += said

    def _looked_after(self, worker: _Worker) -> str:
        """Replace a process that is stuck or has died, for the cases that remain; returns what was wrong."""
        at = worker.now.value
        if at != worker.seen:
            worker.seen, worker.since = at, monotonic()
        wrong = ""
        if not worker.process.is_alive():
            wrong = f"died with {worker.process.exitcode}" if worker.process.exitcode else ""
        elif monotonic() - worker.since > STUCK:
            wrong = f"no end after {STUCK:g} s"
            os.kill(int(worker.process.pid or 0), signal.SIGKILL)
        else:
            return ""
        worker.process.join()
        self._workers.remove(worker)
        if wrong and at + worker.seeds.step < worker.seeds.stop:
            self._workers.append(self._hired(range(at + worker.seeds.step, worker.seeds.stop, worker.seeds.step)))
        return wrong
