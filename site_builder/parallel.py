"""Work on many items on several cores, with the same result as on one.

Items do not depend on each other, so each process gets a share of them and sends back what it made. Processes are
forked, so that nothing is copied and nothing prepared twice; where forking is not safe, one process does it all.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")


STEP = 200
"""Items after which whoever waits is told."""


def spread(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    jobs: int,
    worth_it: int,
    tell: Callable[[int, int], object] | None = None,
) -> list[Result]:
    """``work`` on ``items`` in up to ``jobs`` processes; the results are in the order of the items.

    Fewer than ``worth_it`` items are done in this process. ``tell`` is called with how many are done, and of how many.
    """
    results: list[Result] = []
    say = tell or (lambda *_: None)
    if jobs < 2 or not items or len(items) < worth_it or sys.platform == "darwin":
        for start in range(0, len(items), STEP):
            results += work(items[start : start + STEP])
            say(len(results), len(items))
        return results
    jobs = min(jobs, len(items))
    context = multiprocessing.get_context("fork")
    workers = []
    for first in range(jobs):
        receiver, sender = context.Pipe(duplex=False)
        # Every process has some of all kinds: neighbours take about as long.
        worker = context.Process(target=_work, args=(work, items[first::jobs], sender), daemon=True)
        worker.start()
        sender.close()
        workers.append((worker, receiver))
    done = 0
    results = cast("list[Result]", [None] * len(items))
    shares: list[list[Result]] = [[] for _ in workers]
    waiting = {id(receiver): (receiver, index) for index, (_, receiver) in enumerate(workers)}
    while waiting:
        for ready in wait([receiver for receiver, _ in waiting.values()]):
            receiver, index = waiting[id(ready)]
            part = receiver.recv()
            if part is None:
                del waiting[id(ready)]
                workers[index][0].join()
                continue
            shares[index] += part
            done += len(part)
            say(done, len(items))
    for first, part in enumerate(shares):
        results[first::jobs] = part
    return results


def _work(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], sender: Connection) -> None:
    for start in range(0, len(items), STEP):
        sender.send(work(items[start : start + STEP]))
    sender.send(None)
    sender.close()


class Beside(Generic[Result]):
    """Work in a process of its own, while this one does something else."""

    def __init__(self, work: Callable[[], Result], *, forked: bool) -> None:
        """Begin ``work``; unless ``forked``, or where forking is not safe, it is done when it is asked for."""
        self._work = work
        self._receiver: Connection | None = None
        if forked and sys.platform != "darwin":
            context = multiprocessing.get_context("fork")
            self._receiver, sender = context.Pipe(duplex=False)
            self._process = context.Process(target=_send, args=(work, sender), daemon=True)
            self._process.start()
            sender.close()

    def result(self) -> Result:
        """What the work gave. If its process failed or died, the work is done here, with the same end."""
        if self._receiver is None:
            return self._work()
        try:
            (result,) = self._receiver.recv()
        except (EOFError, OSError, ValueError):
            return self._work()
        finally:
            self._receiver.close()
            self._process.join()
        return cast("Result", result)


def _send(work: Callable[[], object], sender: Connection) -> None:
    try:
        answer: tuple[object, ...] = (work(),)
    except Exception:  # noqa: BLE001 – whoever waits finds out what it was
        answer = ()
    sender.send(answer)
    sender.close()
