"""Folders inside one another, more than paths can name."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def deep(folder: Path, name: str, levels: int) -> Iterator[None]:
    """So many folders called ``name`` inside one another in ``folder``, the innermost with a file; none afterwards.

    No other program could remove them: pytest's own clean-up is recursive.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        for _ in range(levels):
            os.mkdir(name, dir_fd=handle)
            inner = os.open(name, os.O_RDONLY, dir_fd=handle)
            os.close(handle)
            handle = inner
        os.close(os.open("file", os.O_WRONLY | os.O_CREAT, dir_fd=handle))
    finally:
        os.close(handle)
    try:
        yield
    finally:
        subprocess.run(["rm", "-rf", "--", os.fspath(folder / name)], check=True)
