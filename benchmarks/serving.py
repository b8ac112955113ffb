"""How long an editor waits for a save to be seen in the preview, and to be found by its search.

``site-builder serve`` runs as an editor runs it, and is asked over HTTP a hundred times a second, like a browser that reloads.
"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from statistics import median
from time import perf_counter
from urllib.request import urlopen

from benchmarks.command import command
from benchmarks.edit import Edit, save

EDITS = 5
PAUSE = 0.01
"""Seconds between two requests."""
PATIENCE = 600.0
"""Seconds after which it is given up."""


def waits(edit: Edit, folder: Path) -> tuple[float, float]:
    """Median seconds from saving ``edit`` in the project in ``folder`` to the claim's new page, and to the new search index."""
    serve = command("serve", ".", "--port", "0")
    with subprocess.Popen(serve, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            home = _address(process)
            page, index = f"{home}{edit.address}", f"{home}pagefind/pagefind-entry.json"
            _until(lambda: _get(index) != b"")
            found = [_after_edit(edit, folder, page, index) for _ in range(EDITS)]
        finally:
            process.terminate()
    return median(served for served, _ in found), median(searched for _, searched in found)


def _after_edit(edit: Edit, folder: Path, page: str, index: str) -> tuple[float, float]:
    old = _get(index)
    heading = f"{escape(save(edit, folder))}</h1>".encode()
    since = perf_counter()
    _until(lambda: heading in _get(page))
    served = perf_counter() - since
    _until(lambda: _get(index) not in (b"", old))
    return served, perf_counter() - since


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if match := re.search(r"http://\S+:\d+/", line):
            return match[0]
    raise AssertionError("the preview did not start")


def _until(true: Callable[[], bool]) -> None:
    since = perf_counter()
    while not true():
        if perf_counter() - since > PATIENCE:
            raise TimeoutError(f"the preview did not follow within {PATIENCE:.0f} s")
        time.sleep(PAUSE)


def _get(url: str) -> bytes:
    """What is served there; nothing where there is nothing yet."""
    with suppress(OSError), urlopen(url, timeout=PATIENCE) as answer:  # noqa: S310 – the preview that was started here
        return bytes(answer.read())
    return b""
