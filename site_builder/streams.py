"""A command's output while it runs: control characters are escaped, and nothing is lost silently.

Texts from outside (articles, file names, the search engine's complaints) may hold characters that move a terminal's
cursor, change its title or reorder a line; they are shown by their code points, whichever module prints them. A
standard output that is closed or full is a problem of the environment.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

from site_builder.errors import EnvironmentProblem
from site_builder.unseen import obeyed_by_none


class _Clean:
    """A text stream that cleans all text, and raises an error where it cannot write."""

    def __init__(self, stream: TextIO | None, name: str, *, needed: bool) -> None:
        self._stream = stream
        self._name = name
        self._needed = needed

    def write(self, text: str) -> int:
        """Write ``text``, cleaned; raises :class:`EnvironmentProblem` where nothing can be written any more."""
        if self._stream is None:
            return self._failed(OSError(errno.EBADF, os.strerror(errno.EBADF)))
        try:
            return self._stream.write(obeyed_by_none(text))
        except (OSError, ValueError) as problem:
            return self._failed(problem)

    def flush(self) -> None:
        """Write the buffered text, in the same way."""
        if self._stream is not None:
            try:
                self._stream.flush()
            except (OSError, ValueError) as problem:
                self._failed(problem)

    def isatty(self) -> bool:
        return self._stream is not None and self._stream.isatty()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def _failed(self, problem: OSError | ValueError) -> int:
        if isinstance(self._stream, io.TextIOWrapper):
            _to_nowhere(self._stream)  # or the interpreter complains about buffered text at exit
        self._stream = None
        if isinstance(problem, BrokenPipeError):
            raise problem
        if self._needed:
            reason = getattr(problem, "strerror", None) or problem
            raise EnvironmentProblem(
                f"cannot write to the {self._name}: {reason}", "redirect it to a writable file or terminal"
            ) from problem
        return 0


def _to_nowhere(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


@contextmanager
def guarded() -> Iterator[None]:
    """Send everything that is printed in this context through clean streams.

    A standard error that cannot be written is not reported: there is no place left to report it.
    """
    _occupy()
    before = sys.stdout, sys.stderr
    for stream in before:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may not have every letter
    sys.stdout = cast("TextIO", _Clean(before[0], "standard output", needed=True))
    sys.stderr = cast("TextIO", _Clean(before[1], "standard error", needed=False))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _occupy() -> None:
    """Occupy the descriptors of closed streams, or output would go into the next file that is opened."""
    with suppress(OSError):
        while (taken := os.open(os.devnull, os.O_RDWR)) <= 2:
            pass
        os.close(taken)
