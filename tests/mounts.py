"""Real mounts for tests: a mount namespace of their own, as root or in a user namespace, where the machine has one.

Where it has none, tests simulate; the head of a run says which it was.
"""

from __future__ import annotations

import os
import subprocess
from functools import cache

_WAYS = {
    "as root": ("unshare", "--mount", "--propagation", "private"),
    "in a user namespace": ("unshare", "--map-root-user", "--mount", "--propagation", "private"),
}


@cache
def way() -> tuple[str, tuple[str, ...]] | None:
    """How a command gets mounts that nobody else sees: what it is called, and the command's beginning."""
    for name, prefix in _WAYS.items():
        tried = [*prefix, "mount", "-t", "tmpfs", "tried", "/mnt"]
        try:
            if subprocess.run(tried, capture_output=True).returncode == 0:
                return name, prefix
        except OSError:
            return None
    return None


def private(command: list[str]) -> list[str] | None:
    """``command`` with mounts of its own; None where the machine has no way."""
    found = way()
    return [*found[1], *command] if found else None


def has_fuse() -> bool:
    """Whether file systems can be served by a program."""
    return way() is not None and os.access("/dev/fuse", os.R_OK | os.W_OK)


def head() -> str:
    """A line for the head of a run."""
    found = way()
    fuse = "with FUSE" if has_fuse() else "without FUSE: files that stall are SIMULATED"
    return f"mounts: real ones, {found[0]}, {fuse}" if found else "mounts: NONE, tests of them are SIMULATED"
