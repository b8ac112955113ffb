"""Ends a page that takes too long, whatever it is doing.

A timer of the system interrupts the process. Its handler raises an error in the thread that renders, at the next step
of Python's: also within a filter or a loop that nobody counts. Where one such step does not end (Python compares,
searches or multiplies something huge), no handler is called, and the system ends the process; a worker's parent says
which page that was.

Signals reach the main thread alone. :func:`prepare` is called there, before other threads render.
"""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from types import FrameType

MOST_SECONDS = 30.0
"""Seconds of processor time for one step of Python's; then the system ends the process."""

_AGAIN = 1.0
"""Seconds after which the error is raised again, where Python had to ignore it."""
_HAS_TIMERS = hasattr(signal, "setitimer") and hasattr(time, "pthread_getcpuclockid")
_MAIN = threading.main_thread()


class _Running:
    """The page that is being rendered in this process, if there is one."""

    thread: threading.Thread | None = None
    until = 0.0
    """The processor time of its thread, in seconds, when it has to be done."""
    error: type[Exception] = Exception
    prepared = False


def prepare() -> None:
    """Let the timer call its handler; called in the main thread, and good for the processes that are forked, too."""
    if _HAS_TIMERS and not _Running.prepared:
        signal.signal(signal.SIGPROF, _rung)
        _Running.prepared = True


def begin(until: float, error: type[Exception]) -> None:
    """From now on, ``error`` is raised in this thread when it has used processor time ``until`` (in seconds)."""
    thread = threading.current_thread()
    if thread is _MAIN:
        prepare()
    if not _Running.prepared:
        return
    if thread is not _MAIN:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPROF})  # or the main thread would sleep on
    _Running.until, _Running.error, _Running.thread = until, error, thread
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    signal.setitimer(signal.ITIMER_PROF, max(until - time.thread_time(), 0.001))


def end() -> None:
    """The page is done."""
    if _Running.thread is not None:
        _Running.thread = None
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _rung(_number: int, _frame: FrameType | None) -> None:
    thread = _Running.thread
    if thread is None or thread.ident is None:
        return
    left = _Running.until - time.clock_gettime(time.pthread_getcpuclockid(thread.ident))
    if left > 0:  # the timer counts the time of other threads, too
        signal.setitimer(signal.ITIMER_PROF, left)
        return
    signal.setitimer(signal.ITIMER_PROF, _AGAIN)
    if thread is _MAIN:
        raise _Running.error
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(_Running.error))
