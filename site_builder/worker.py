"""A worker process: what it is working on, and how it ended. It does not outlive its parent.

Workers are forked, so that nothing is copied or prepared twice. Knows nothing of what the work is.
"""

from __future__ import annotations

import ctypes
import mmap
import multiprocessing
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from site_builder.errors import EnvironmentProblem

Item = TypeVar("Item")
_PR_SET_PDEATHSIG = 1
_NUMBER = 8
_SHOWN = 100
"""Characters of an item's name."""

CAN_FORK = sys.platform != "darwin"
"""Whether forking is safe: on macOS the system's own libraries may not survive it."""


class Place:
    """The number of an item, which a worker writes and its parent can read even after the worker's death."""

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, _NUMBER)

    def set(self, number: int) -> None:
        """Say that work on this item begins."""
        self._shared[:] = number.to_bytes(_NUMBER, "little")

    def get(self) -> int:
        """The item that was last begun."""
        return int.from_bytes(self._shared[:], "little")


class Watched(Sequence[Item], Generic[Item]):
    """Items that note in a place which of them was taken last."""

    def __init__(self, items: Sequence[Item], numbers: Sequence[int], place: Place) -> None:
        """The ``items`` have these ``numbers``."""
        self._items = items
        self._numbers = numbers
        self._place = place

    def __iter__(self) -> Iterator[Item]:
        for number, item in zip(self._numbers, self._items, strict=True):
            self._place.set(number)
            yield item

    def __getitem__(self, key):  # type: ignore[no-untyped-def]  # as a list does
        return self._items[key]

    def __len__(self) -> int:
        return len(self._items)


class Failure:
    """A worker's problem, on its way to the parent."""

    def __init__(self, problem: BaseException) -> None:
        self._text = "".join(traceback.format_exception(problem))
        try:
            pickle.loads(pickle.dumps(problem))  # noqa: S301 – our own, made here
        except Exception:  # noqa: BLE001 – what cannot be pickled is sent as text
            self._problem: BaseException | None = None
        else:
            self._problem = problem

    def again(self) -> BaseException:
        """The same problem, to be raised here."""
        if self._problem is None:
            return RuntimeError(f"in another process:\n{self._text}")
        self._problem.add_note(f"in another process:\n{self._text}")
        return self._problem


def start(work: Callable[[Connection], object]) -> tuple[multiprocessing.process.BaseProcess, Connection]:
    """Fork a process that does ``work`` and sends the result; returns the process and the connection to read from.

    Raises ``OSError`` where the system gives no process.
    """
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    try:
        process = context.Process(target=_live, args=(work, sender, os.getpid()), daemon=True)
        with _interrupts_later():
            process.start()
    except OSError:
        receiver.close()
        raise
    finally:
        sender.close()
    return process, receiver


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Hold interrupts back in this context, or a new process would clean up what its parent has begun."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _live(work: Callable[[Connection], object], sender: Connection, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles interrupts
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # what it starts would inherit that
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)  # the parent died before the call above
    try:
        work(sender)
    except BrokenPipeError:
        os._exit(1)  # the parent has stopped listening
    except BaseException as problem:  # noqa: BLE001 – the parent raises it again
        sender.send(Failure(problem))
    sender.close()


def died(process: multiprocessing.process.BaseProcess, item: object) -> EnvironmentProblem:
    """The problem of a ``process`` that ended without an answer while it worked on ``item``."""
    process.join()
    code = process.exitcode or 0
    name = " ".join(map(str, item)).strip() if isinstance(item, tuple) else str(item)
    how = signal.Signals(-code).name if -code in set(signal.Signals) else f"status {code}"
    remedy = "run it again; if it stops there again, check that record"
    if -code == signal.SIGKILL:
        remedy = "probably memory ran out: close other programs, use --jobs 1, or give it more memory"
    if -code == signal.SIGVTALRM:
        remedy = "a template or a filter asks for something that does not end; look at the template of that page"
    at = f" while it worked on {name[:_SHOWN]}" if name else ""
    return EnvironmentProblem(f"a process of the build was killed ({how}){at}", remedy)
