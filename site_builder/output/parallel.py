"""Work on many items on several cores, with the same result as on one.

Items do not depend on each other, so each process gets a share of them and sends back what it made. Processes are
forked, so that nothing is copied and nothing prepared twice; where forking is not safe, one process does it all.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def spread(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], jobs: int, worth_it: int
) -> list[Result]:
    """``work`` on ``items`` in up to ``jobs`` processes; the results are in the order of the items.

    Fewer than ``worth_it`` items are done in this process.
    """
    if jobs < 2 or not items or len(items) < worth_it or sys.platform == "darwin":
        return work(items)
    share = -(-len(items) // jobs)
    context = multiprocessing.get_context("fork")
    workers = []
    for start in range(0, len(items), share):
        receiver, sender = context.Pipe(duplex=False)
        worker = context.Process(target=_work, args=(work, items[start : start + share], sender), daemon=True)
        worker.start()
        sender.close()
        workers.append((worker, receiver))
    results: list[Result] = []
    for worker, receiver in workers:
        results += receiver.recv()
        worker.join()
    return results


def _work(work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], sender: Connection) -> None:
    sender.send(work(items))
    sender.close()
