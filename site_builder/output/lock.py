"""One publication at a time in a folder. The lock goes with the process, so none is ever left behind."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from site_builder.errors import EnvironmentProblem

PATIENCE = 120.0
"""Seconds to wait for another publication in the same folder."""
_STEP = 0.05
"""Seconds between two attempts."""


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of ``folder`` in this context.

    Raises :class:`EnvironmentProblem` when another program still has it after ``patience`` (in seconds), and
    ``OSError`` when the folder cannot be opened.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    until = monotonic() + patience
    try:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if monotonic() > until:
                    raise EnvironmentProblem(
                        f"another program has locked {folder} for {patience:g} seconds",
                        "wait for the other build to end, or stop it; the last site is unchanged",
                    ) from None
                sleep(_STEP)
        yield
    finally:
        os.close(handle)
