"""Real mounts for tests: a mount namespace of their own, as root or in a user namespace, where the machine has one.

Where it has none, tests simulate; the head of a run says which it was.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests.projects import ROOT

KIND = os.environ.get("MOUNTS", "simulated")
"""The mounts of this run: ``simulated``, or ``tmpfs`` or ``bind`` in a run that has a namespace of its own."""
KINDS = ("tmpfs", "bind")

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


def again(file: str, kind: str) -> int:
    """Run the tests of ``file`` once more with real mounts of this kind; returns how many passed, and all must.

    Where the machine has no way they simulate again, and the end of the run says so.
    """
    command = [sys.executable, "-m", "pytest", file]
    there = private(command)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["MOUNTS"] = kind if there else "simulated again"
    done = subprocess.run(there or command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed, done.stdout
    return int(passed[1])


def mount(folder: Path, *options: str) -> None:
    """Mount a file system, or (of the kind ``bind``) a folder beside it, at ``folder``."""
    if KIND == "bind":
        source = folder.with_name(f"{folder.name} beside")
        source.mkdir()
        command = ["mount", "--bind", os.fspath(source), os.fspath(folder)]
    else:
        command = ["mount", "-t", "tmpfs", *options, "tests", os.fspath(folder)]
    subprocess.run(command, check=True)


def unmount(folder: Path) -> None:
    """Undo :func:`mount`."""
    subprocess.run(["umount", os.fspath(folder)], check=True)
