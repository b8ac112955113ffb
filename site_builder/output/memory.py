"""Limits the memory that a page may take: what a template asks for beyond it is refused by the system.

Templates can make large values in more ways than anybody counts. The limit is on addresses (``RLIMIT_AS``), so it holds
for the whole process; it is lifted as soon as the page is done. Systems without such a limit have none.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress

MOST = 1 << 30
"""Bytes that a page may take. A long one takes a few million."""
_PAGES = 64
"""Pages after which somebody looks again how much the process has."""


class _Process:
    """What is known of this process."""

    number = 0
    pages = 0
    most = 0
    """Bytes of addresses that it may have while it renders."""
    limits = (0, 0)
    """Its limits, soft and hard, while it does not."""


def limit() -> None:
    """From now on, this process gets at most :data:`MOST` bytes more than it has; :func:`lift` ends that."""
    if sys.platform != "linux" or threading.current_thread() is not threading.main_thread():
        return  # in the preview other threads take what they need
    import resource

    if _Process.number != os.getpid() or _Process.pages % _PAGES == 0:
        if _Process.number != os.getpid():
            _Process.number, _Process.pages = os.getpid(), 0
            _Process.limits = resource.getrlimit(resource.RLIMIT_AS)
        _Process.most = _taken() + MOST
    _Process.pages += 1
    soft, hard = _Process.limits
    if soft == resource.RLIM_INFINITY or soft > _Process.most:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (_Process.most, hard))


def lift() -> None:
    """End what :func:`limit` began."""
    if sys.platform != "linux" or _Process.number != os.getpid():
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, _Process.limits)


def _taken() -> int:
    """The bytes of addresses that this process has."""
    try:
        with open("/proc/self/statm", "rb") as told:
            return int(told.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return sys.maxsize - MOST
