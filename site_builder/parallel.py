"""Runs work on many items on several cores, with the same result as on one.

Items do not depend on each other, so each process gets a share of them and sends back what it made. If forking is
not safe, or the system refuses a process, this process does all the work.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import BinaryIO, Generic, TypeVar, cast

from site_builder.worker import CAN_FORK, Failure, Place, Watched, died, start

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]

STEP = 200
"""The number of items after which progress is reported at the earliest."""
MOST_STEPS = 20
"""Parts in which a process sends its results: each may carry the same file's text along."""


@dataclass(slots=True)
class _Share(Generic[Item, Result]):
    """The share of one process, and its progress."""

    items: Sequence[Item]
    process: BaseProcess
    receiver: Connection
    place: Place
    results: list[Result] = field(default_factory=list)


def spread(
    work: Work[Item, Result],
    items: Sequence[Item],
    jobs: int,
    worth_it: int,
    tell: Callable[[int, int], object] | None = None,
) -> list[Result]:
    """``work`` on ``items`` in up to ``jobs`` processes; the results are in the order of the items.

    Fewer than ``worth_it`` items are done in this process. ``tell`` is called with how many are done, and of how many.
    Raises what ``work`` raises, and :class:`~site_builder.errors.EnvironmentProblem` when a process is killed.
    """
    say = tell or (lambda *_: None)
    jobs = min(jobs, len(items))
    if jobs < 2 or len(items) < worth_it or not CAN_FORK:
        return _alone(work, items, lambda done: say(done, len(items)))
    shares: list[_Share[Item, Result]] = []
    with suppress(OSError):  # no more processes are to be had
        for first in range(jobs):
            # Every process has some of all kinds: neighbours take about as long.
            shares.append(_begin(work, items[first::jobs]))
    done = 0
    for more in _finish(shares):
        done += more
        say(done, len(items))
    results = cast("list[Result]", [None] * len(items))
    for first in range(jobs):
        begun = first < len(shares)
        part = shares[first].results if begun else _alone(work, items[first::jobs], lambda _: None)
        results[first::jobs] = part
    return results


def _alone(work: Work[Item, Result], items: Sequence[Item], say: Callable[[int], object]) -> list[Result]:
    results: list[Result] = []
    for first in range(0, len(items), STEP):
        results += work(items[first : first + STEP])
        say(len(results))
    return results


def _begin(work: Work[Item, Result], items: Sequence[Item]) -> _Share[Item, Result]:
    place = Place()

    def send(sender: Connection) -> None:
        step = max(STEP, -(-len(items) // MOST_STEPS))
        for first in range(0, len(items), step):
            sender.send(work(Watched(items[first : first + step], first, place)))
        sender.send(None)

    process, receiver = start(send)
    return _Share(items, process, receiver, place)


def _finish(shares: Sequence[_Share[Item, Result]]) -> Iterator[int]:
    """Gather the results of all processes; yields how many came each time."""
    waiting = {share.receiver: share for share in shares}
    try:
        while waiting:
            for ready in wait(list(waiting)):
                share = waiting[cast("Connection", ready)]
                part = _received(share)
                if part is None:
                    del waiting[share.receiver]
                    share.process.join()
                else:
                    share.results += part
                    yield len(part)
    finally:
        for share in shares:
            share.process.kill()  # where one has failed, the others work for nothing
            share.process.join()
            share.receiver.close()


def _received(share: _Share[Item, Result]) -> list[Result] | None:
    try:
        part = share.receiver.recv()
    except (EOFError, ConnectionError) as problem:
        raise died(share.process, share.items[share.place.get()]) from problem
    if isinstance(part, Failure):
        raise part.again()
    return cast("list[Result] | None", part)


class Beside(Generic[Result]):
    """Work in a process of its own, while this one does something else."""

    def __init__(self, work: Callable[[], Result], *, forked: bool) -> None:
        """Start ``work``; unless ``forked``, or if no process can be started, it runs when its result is requested."""
        self._work = work
        self._done: tuple[Result] | None = None
        self._receiver: Connection | None = None
        if forked and CAN_FORK:
            with suppress(OSError):
                self._file = _file_in_memory()
                self._process, self._receiver = start(self._send)

    def _send(self, sender: Connection) -> None:
        """Leave the result where it is read from, so that this process need not wait for the other to take it."""
        answer = pickle.dumps((self._work(),))
        if self._file:
            self._file.write(answer)
            self._file.flush()
        sender.send(None if self._file else answer)

    def result(self) -> Result:
        """The result of the work. If its process failed or died, the work is done here, with the same result."""
        if self._receiver is not None:
            with self._file or nullcontext(), self._receiver:
                answer = self._received(self._receiver)
                self._process.join()
            self._receiver = None
            if isinstance(answer, bytes):
                self._done = pickle.loads(answer)  # noqa: S301 – our own, made by our own process
        if self._done is None:
            self._done = (self._work(),)
        return self._done[0]

    def _received(self, receiver: Connection) -> bytes | Failure | None:
        try:
            answer = receiver.recv()
        except (EOFError, OSError, ValueError):
            return None
        if answer is None and self._file:
            self._file.seek(0)
            return self._file.read()
        return cast("bytes | Failure", answer)


def _file_in_memory() -> BinaryIO | None:
    """A file without a name that processes share; None where the system has none."""
    make = getattr(os, "memfd_create", None)
    return os.fdopen(make("site-builder"), "w+b") if make else None
