"""Limits the preview's connections: how many there may be, and how long one may take to send a request.

A browser opens connections in advance and leaves them idle, tabs keep streams open, and whatever else runs on this
machine may open as many as it likes. Each takes a thread. So there are at most so many; when all are in use, a new
connection replaces the oldest one, and browsers whose stream is closed connect again. Knows sockets, and nothing of
requests.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

MOST = 128
"""Connections at one time."""
PATIENCE = 10.0
"""Seconds in which a request must be complete."""
MOST_UNREAD = 1_048_576
"""Bytes read of a request that still comes after the answer was decided."""
FAREWELL = 1.0
"""Seconds in which it must arrive."""


class Guests:
    """The open connections, in the order in which they came."""

    def __init__(self, most: int = MOST, patience: float = PATIENCE, now: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._patience = patience
        self._now = now
        self._lock = threading.Lock()
        self._asking: dict[socket.socket, float] = {}
        """The guests whose request is not complete, with the time at which they came."""
        self._open: dict[socket.socket, None] = {}

    def __len__(self) -> int:
        return len(self._open)

    def welcome(self, guest: socket.socket) -> None:
        """Take ``guest`` in; the one that came first has to go where there is no place left."""
        with self._lock:
            leaving = next(iter(self._open), None) if len(self._open) >= self._most else None
            if leaving is not None:
                self._forget(leaving)
            self._open[guest] = None
            self._asking[guest] = self._now()
        if leaving is not None:
            _hang_up(leaving)

    def heard(self, guest: socket.socket) -> None:
        """The request of ``guest`` is complete: now it waits for our answer."""
        with self._lock:
            self._asking.pop(guest, None)

    def leave(self, guest: socket.socket) -> None:
        """``guest`` has gone."""
        with self._lock:
            self._forget(guest)

    def is_here(self, guest: socket.socket) -> bool:
        """False where it was sent away."""
        return guest in self._open

    def hurry(self) -> None:
        """Send away all whose request is not complete in time."""
        with self._lock:
            late = [guest for guest, since in self._asking.items() if self._now() - since > self._patience]
            for guest in late:
                self._forget(guest)
        for guest in late:
            _hang_up(guest)

    def _forget(self, guest: socket.socket) -> None:
        self._open.pop(guest, None)
        self._asking.pop(guest, None)


def let_finish(guest: socket.socket) -> None:
    """Say that the answer is complete, and read the rest that ``guest`` sends.

    A connection that is closed with unread bytes is reset, and a reset takes away the answer that is on its way
    (RFC 9112, section 9.6). No more than ``MOST_UNREAD`` bytes are read, for no longer than ``FAREWELL``.
    """
    until = time.monotonic() + FAREWELL
    left = MOST_UNREAD
    with suppress(OSError):
        guest.shutdown(socket.SHUT_WR)
        while left > 0 and (seconds := until - time.monotonic()) > 0:
            guest.settimeout(seconds)
            unread = guest.recv(min(left, 65_536))
            if not unread:
                return
            left -= len(unread)


def _hang_up(guest: socket.socket) -> None:
    """End the connection: whatever thread reads from it or writes to it continues at once, and closes it."""
    with suppress(OSError):
        guest.shutdown(socket.SHUT_RDWR)
