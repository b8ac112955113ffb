"""Runs a program that answers messages on its standard output, and always ends it.

The program is stopped if it makes no progress, however long its whole work may take, and if an answer has no end. Knows
nothing of the content of messages.
"""

from __future__ import annotations

import os
import selectors
import subprocess
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import IO

from site_builder.threads import started

LEAST_BOUND = 1 << 24
"""Bytes of answers that are read whatever was sent: Pagefind's own files are one megabyte."""
MOST_FOR_EACH = 8
"""Bytes of answers that are read besides, for each byte sent: an index of pages of one word has two."""
PROGRESS = 1 << 20
"""Bytes of an answer that count as progress before it ends."""
_TAIL = 4096
"""Bytes of a program's error output that are kept."""
_CHUNK = 1 << 20
_END = b","


class NoAnswer(Exception):
    """The program has ended, stalled or answered without end; the message says which."""


def converse(
    program: Path, options: Sequence[str], messages: Sequence[bytes], patience: float, settings: Mapping[str, str]
) -> Iterator[bytes]:
    """Send ``messages`` to ``program`` and yield its answers, each without the comma after it, one for each message.

    The program works in a folder without files for it, with ``settings`` in its environment and without ``PAGEFIND_…``
    settings from outside.
    ``patience`` is in seconds without an answer sent or a message taken. All answers together are bounded in proportion
    to the messages (:data:`MOST_FOR_EACH`), and what is read is never more. Raises :class:`NoAnswer`, and ``OSError``
    where it cannot be started.
    """
    with _running([os.fspath(program), *options], settings) as process:
        sender = _Sender(process, messages)
        bound = LEAST_BOUND + MOST_FOR_EACH * sum(map(len, messages))
        listener = _Listener(process, sender, patience, bound)
        for _ in messages:
            yield listener.answer()


class _Sender:
    """Writes in a thread of its own: the pipes hold little, and must not wait for each other."""

    def __init__(self, process: subprocess.Popen[bytes], messages: Sequence[bytes]) -> None:
        self.sent = 0
        self._pipe = _pipe(process.stdin)
        started(lambda: self._send(messages))

    def _send(self, messages: Sequence[bytes]) -> None:
        with suppress(OSError, ValueError):  # the program is gone; the listener says so
            for message in messages:
                self._pipe.write(message + _END)
                self.sent += 1
            self._pipe.flush()


class _Listener:
    """Reads answers, and the last of the complaints."""

    def __init__(self, process: subprocess.Popen[bytes], sender: _Sender, patience: float, bound: int) -> None:
        self._process = process
        self._sender = sender
        self._patience = patience
        self._bound = bound
        self._size = 0
        self._complaints = b""
        self._ready: deque[bytes] = deque()
        self._parts: list[bytes] = []
        self._selector = selectors.DefaultSelector()
        for stream in (process.stdout, process.stderr):
            self._selector.register(_pipe(stream), selectors.EVENT_READ)

    def answer(self) -> bytes:
        """The next one."""
        size = counted = sum(map(len, self._parts))
        sent, since = self._sender.sent, monotonic()
        while not self._ready:
            chunk = self._read(since + self._patience)
            *ended, rest = chunk.split(_END)
            for piece in ended:
                self._ready.append(b"".join((*self._parts, piece)))
                self._parts = []
            self._parts.append(rest)
            size += len(chunk)
            self._size += len(chunk)
            if self._size > self._bound:
                raise NoAnswer(f"answers with more than {self._bound:,} bytes, which nobody asked for")
            if size >= counted + PROGRESS or self._sender.sent != sent:
                counted, sent, since = size, self._sender.sent, monotonic()
            elif not self._ready and monotonic() > since + self._patience:
                raise NoAnswer(f"has made no progress for {self._patience:g} seconds")
        return self._ready.popleft()

    def _read(self, until: float) -> bytes:
        """The next bytes of the standard output, perhaps none yet."""
        for key, _ in self._selector.select(timeout=max(until - monotonic(), 0)):
            said = os.read(key.fd, _CHUNK)
            if key.fileobj is self._process.stderr:
                self._complaints = (self._complaints + said)[-_TAIL:]
                if not said:
                    self._selector.unregister(key.fileobj)
            elif said:
                return said
            else:
                raise NoAnswer(self._why_ended())
        return b""

    def _why_ended(self) -> str:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=2)
        stderr = _pipe(self._process.stderr)
        os.set_blocking(stderr.fileno(), False)
        with suppress(BlockingIOError):
            self._complaints = (self._complaints + os.read(stderr.fileno(), _CHUNK))[-_TAIL:]
        tail = self._complaints[-400:].decode("utf-8", "replace").strip()
        return f"ended early (status {self._process.returncode})" + (f": {tail}" if tail else "")


@contextmanager
def _running(command: Sequence[str], settings: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The running program; gone afterwards, whatever happens."""
    process = subprocess.Popen(
        command,
        cwd=Path(__file__).parent,  # where no settings are
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")} | dict(settings),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            with suppress(OSError, ValueError):  # unsent messages have no reader any more
                _pipe(pipe).close()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 – every stream is opened as a pipe
    return stream
