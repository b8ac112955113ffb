"""Starts threads, also where memory is short.

``Thread.start`` waits until the thread has begun. If memory runs out just then, the thread dies before it can say so,
and CPython waits for ever.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable

SECONDS = 20.0
"""Seconds in which a thread begins, even on a busy machine."""


def started(work: Callable[[], object]) -> threading.Thread:
    """Run ``work`` in a thread that does not keep the program from ending.

    Raises ``MemoryError`` if the thread does not begin (``work`` is not run then), and ``OSError`` where the system has
    none left.
    """
    begun = _Begun()

    def run() -> None:
        if not begun.given_up:
            work()

    thread = threading.Thread(target=run, daemon=True)
    thread._started = begun  # type: ignore[attr-defined]  # there is no public way to wait for a limited time
    try:
        thread.start()
    except RuntimeError as problem:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from problem
    return thread


class _Begun(threading.Event):
    """Whether a thread has begun; waiting for it ends."""

    given_up = False

    def wait(self, timeout: float | None = None) -> bool:
        if super().wait(SECONDS if timeout is None else timeout):
            return True
        self.given_up = True
        raise MemoryError("a thread did not begin")
