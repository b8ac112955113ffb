"""Makes, at a path, what looks like a file and is none that can be read."""

from __future__ import annotations

import os
import socket
from pathlib import Path


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def log(path: Path) -> None:
    """The kernel's log calls itself a file, and whoever reads it waits for news."""
    path.symlink_to("/proc/kmsg")


def answering(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.fspath(path))
