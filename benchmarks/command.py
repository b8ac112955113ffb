"""How the benchmarks call this project's command: as an editor does."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from site_builder import caches

OUTPUT = "public"
"""Where each generator writes its site, below the folder of its input."""


def command(*arguments: str) -> tuple[str, ...]:
    """The command line of ``site-builder`` with ``arguments``."""
    return (sys.executable, "-m", "site_builder", *arguments)


def forget(folder: Path) -> None:
    """Remove the site that was made of the input in ``folder``, and what this project keeps for the next build."""
    for name in (OUTPUT, ".site-builder"):
        shutil.rmtree(folder / name, ignore_errors=True)
    kept = caches.folder(folder)
    if kept:
        shutil.rmtree(kept, ignore_errors=True)
