"""What a preview's process has in memory after very many rebuilds: the same as after few.

``python -m benchmarks.rebuilding 2000`` edits a page of a small project so many times and prints a line now and then:
rebuilds, resident memory in kilobytes, objects that Python's collector knows, seconds of processor time.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import process_time
from typing import NamedTuple

from site_builder.preview.live import Live
from site_builder.preview.server import listen

PROJECT = Path(__file__).resolve().parent.parent / "tests" / "sites" / "minimal"
PAGE = "content/pages/method.md"


class Held(NamedTuple):
    """What the process holds."""

    rebuilds: int
    kilobytes: int
    """Resident memory; 0 where the system does not tell."""
    objects: int
    """Objects that the collector knows."""


def held(project: Path, rebuilds: int, every: int) -> Iterator[Held]:
    """What is held at the beginning and after each ``every`` rebuilds of the preview of ``project``, which is edited."""
    page = project / PAGE
    text = page.read_text(encoding="utf-8")
    server = listen("127.0.0.1", 0)
    live = Live(project, server, lambda _: None)
    with ExitStack() as stack:
        stack.callback(server.server_close)
        stack.callback(live.close)
        for number in range(rebuilds + 1):
            page.write_text(f"{text}\nEdit {number} of it.\n", encoding="utf-8")
            live.update()
            if number % every == 0:
                live.close()
                gc.collect()
                yield Held(number, _resident(), len(gc.get_objects()))


def _resident() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def main(rebuilds: int) -> None:
    """Print a line for each tenth of ``rebuilds``."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        project = Path(shutil.copytree(PROJECT, Path(folder, "project")))
        for now in held(project, rebuilds, max(rebuilds // 10, 1)):
            print(f"{now.rebuilds:6} {now.kilobytes:8} KB {now.objects:8} objects {process_time():7.1f} s", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
