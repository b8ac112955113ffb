"""Runs work on many items on several cores, with the same result as on one.

Items do not depend on each other, so each process gets a share of them and sends back what it made. If forking is
not safe, or the system refuses a process, this process does all the work.
"""

from __future__ import annotations

import os
import pickle
import select
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

from site_builder.worker import CAN_FORK, Failure, Place, Watched, died, start

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]

STEP = 200
"""The number of items after which progress is reported at the earliest."""
FEWEST_STEPS = 4
"""Parts for each process at least: those that are quicker take more of them."""
MOST_STEPS = 20
"""Parts in which a process sends its results, on average: each may carry the same file's text along."""
_NUMBER = 4
"""Bytes of the number of a part."""
_MOST_PARTS = select.PIPE_BUF // _NUMBER
"""Parts whose numbers any pipe takes before somebody reads it."""


def spread(
    work: Work[Item, Result],
    items: Sequence[Item],
    jobs: int,
    worth_it: int,
    tell: Callable[[int, int], object] | None = None,
    beside: Beside[Any] | None = None,
) -> list[Result]:
    """``work`` on ``items`` in up to ``jobs`` processes; the results are in the order of the items.

    Fewer than ``worth_it`` items are done in this process. ``tell`` is called with how many are done, and of how many.
    The process of ``beside`` is one of the ``jobs`` until it ends, so that memory holds no more processes than cores
    can run. Raises what ``work`` raises, and :class:`~site_builder.errors.EnvironmentProblem` when a process is killed.
    """
    say = tell or (lambda *_: None)
    jobs = min(jobs, len(items))
    if jobs < 2 or len(items) < worth_it or not CAN_FORK:
        return _alone(work, items, lambda done: say(done, len(items)))
    # Every part has some of all kinds: neighbours take about as long.
    count = min(max(FEWEST_STEPS * jobs, -(-len(items) // STEP)), MOST_STEPS * jobs, _MOST_PARTS, len(items))
    team = _Team(work, items, count)
    results = cast("list[Result]", [None] * len(items))
    done = 0
    for number, part in team.run(min(jobs, count), beside):
        results[number::count] = part
        done += len(part)
        say(done, len(items))
    return results


def _alone(work: Work[Item, Result], items: Sequence[Item], say: Callable[[int], object]) -> list[Result]:
    results: list[Result] = []
    for first in range(0, len(items), STEP):
        results += work(items[first : first + STEP])
        say(len(results))
    return results


class _Team(Generic[Item, Result]):
    """Processes that take one part of the items after the other, until none is left."""

    def __init__(self, work: Work[Item, Result], items: Sequence[Item], count: int) -> None:
        """The items are in ``count`` parts: each has every item of that many."""
        self._work, self._items, self._count = work, items, count
        self._members: dict[Connection, tuple[BaseProcess, Place]] = {}
        self._parts, end = os.pipe()
        os.write(end, b"".join(number.to_bytes(_NUMBER, "big") for number in range(count)))
        os.close(end)  # a reader of all finds the end

    def run(self, jobs: int, beside: Beside[Any] | None) -> Iterator[tuple[int, list[Result]]]:
        """The number of each part with its results, as they come."""
        other = beside.receiver if beside else None
        try:
            for _ in range(jobs - 1 if other else jobs):
                self._join()
            while self._members:
                for ready in wait([*self._members, *([other] if other else [])]):
                    if ready is other:
                        other = None
                        self._join()
                    elif (answer := self._received(cast("Connection", ready))) is not None:
                        yield answer
            while number := os.read(self._parts, _NUMBER):  # no process was to be had
                yield self._made(int.from_bytes(number, "big"), Place())
        finally:
            os.close(self._parts)
            for receiver, (process, _) in self._members.items():
                process.kill()  # where one has failed, the others work for nothing
                process.join()
                receiver.close()

    def _join(self) -> None:
        place = Place()

        def send(sender: Connection) -> None:
            while number := os.read(self._parts, _NUMBER):
                sender.send(self._made(int.from_bytes(number, "big"), place))
            sender.send(None)

        with suppress(OSError):  # no more processes are to be had
            process, receiver = start(send)
            self._members[receiver] = process, place

    def _made(self, number: int, place: Place) -> tuple[int, list[Result]]:
        numbers = range(number, len(self._items), self._count)
        return number, self._work(Watched(self._items[number :: self._count], numbers, place))

    def _received(self, receiver: Connection) -> tuple[int, list[Result]] | None:
        """An answer of a process; None if it has ended."""
        process, place = self._members[receiver]
        try:
            answer = receiver.recv()
        except (EOFError, ConnectionError) as problem:
            raise died(process, self._items[place.get()]) from problem
        if isinstance(answer, Failure):
            raise answer.again()
        if answer is None:
            del self._members[receiver]
            process.join()
            receiver.close()
        return cast("tuple[int, list[Result]] | None", answer)


class Beside(Generic[Result]):
    """Work in a process of its own, while this one does something else."""

    def __init__(self, work: Callable[[], Result], *, forked: bool) -> None:
        """Start ``work``; unless ``forked``, or if no process can be started, it runs when its result is requested."""
        self._work = work
        self._done: tuple[Result] | None = None
        self._space: _Space | None = None
        self.receiver: Connection | None = None
        """Readable once the result is there, or the process has died; None without a process."""
        if forked and CAN_FORK:
            with suppress(OSError):
                self._space = _Space.new()
                self._process, self.receiver = start(self._send)

    def _send(self, sender: Connection) -> None:
        """Leave the result where it is read from, so that this process need not wait for the other to take it."""
        answer = pickle.dumps((self._work(),))
        if self._space:
            self._space.write(answer)
        sender.send(None if self._space else answer)

    def result(self) -> Result:
        """The result of the work. If its process failed or died, the work is done here, with the same result."""
        if self.receiver is not None:
            with self.receiver:
                answer = self._received(self.receiver)
                self._process.join()
            self.receiver = self._space = None
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
        return self._space.read() if answer is None and self._space else cast("bytes | Failure", answer)


class _Space:
    """A file in memory, without a name, that a process shares with those that it forks."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    @classmethod
    def new(cls) -> _Space | None:
        """An empty one; None where the system has or gives none."""
        make = getattr(os, "memfd_create", None)
        try:
            return cls(make("site-builder")) if make else None
        except OSError:
            return None

    def write(self, data: bytes) -> None:
        """Write ``data``, whole."""
        with open(self._handle, "wb", closefd=False) as file:
            file.write(data)

    def read(self) -> bytes:
        """All that was written."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        with open(self._handle, "rb", closefd=False) as file:
            return file.read()

    def __del__(self) -> None:
        os.close(self._handle)
