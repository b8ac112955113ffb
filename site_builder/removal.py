"""Removes a folder: our own files one by one, then the folders that are empty.

Without recursion, and with one open folder at a time: neither depth nor a low limit on open files is a problem.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def remove(folder: Path, is_ours: Callable[[str], bool] = lambda _: True, last: str = "") -> None:
    """Remove the files in ``folder`` that are ours, by relative path, and each folder that has nothing else in it.

    The file ``last`` goes when nothing else is there, and the folder itself after it. What is not ours stays, and so
    does what cannot be removed, or what lies so deep that its path is longer than the system permits.
    """
    base = os.fspath(folder)
    waiting, folders = [""], list[str]()
    while waiting:
        prefix = waiting.pop()
        folders.append(prefix)
        with suppress(OSError):
            with os.scandir(f"{base}/{prefix}") as found:
                entries = [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]
            for name, is_folder in entries:
                own = prefix + name
                if is_folder:
                    waiting.append(f"{own}/")
                elif own != last and is_ours(own):
                    with suppress(OSError):
                        os.unlink(f"{base}/{own}")
    for prefix in reversed(folders[1:]):
        with suppress(OSError):  # it holds something else
            os.rmdir(f"{base}/{prefix}")
    with suppress(OSError):
        if last and os.listdir(folder) == [last]:
            os.unlink(f"{base}/{last}")
        os.rmdir(folder)
