"""Notices that a project's files have changed.

The operating system's file events are only hints: events get lost, folders vanish and come back, editors replace files.
What counts is a scan of all files (their sizes, times and inodes). It runs every second, and at once after a hint. The
only module that imports watchdog.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Container, Iterator
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from site_builder.records import bounds

CHANGES: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]
"""The events that the system reports: not the opening of a folder, or it would report each of our own looks."""

Snapshot = dict[str, tuple[int, int, int]]
"""Size (bytes), modification time (nanoseconds) and inode by path."""

LOOK_EVERY = 1.0
"""Seconds between two looks without a hint."""
SETTLE = 0.02
"""Seconds without a change after which a change counts as complete: a checkout writes many files."""
MOST_SETTLING = 50
"""Looks after which a change that never ends is taken as it is."""


class Watcher(FileSystemEventHandler):
    """Watches ``folders`` and ``files``, of which any may come and go."""

    def __init__(self, folders: tuple[Path, ...], files: tuple[Path, ...], shown: Container[str] = ()) -> None:
        """Names in ``shown`` count although they begin with a dot."""
        self._shown = shown
        self._folders = folders
        self._files = files
        self._hint = threading.Event()
        self._observer = Observer()
        self._watched: set[Path] = set()
        self.seen = self.look()

    def start(self) -> None:
        """Begin to listen. Where the system cannot report (too many watches), the looks every second remain."""
        try:
            self._observer.start()
        except OSError:
            return
        self._listen()

    def stop(self) -> None:
        """Listen no more."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, _event: FileSystemEvent) -> None:
        """Take the hint."""
        self._hint.set()

    def look(self) -> Snapshot:
        """The files as they are now."""
        found: Snapshot = {}
        for path in self._paths():
            try:
                status = os.stat(path)
            except OSError:
                continue
            found[path] = (status.st_size, status.st_mtime_ns, status.st_ino)
        return found

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until the files are others than last time and have settled; False after ``seconds`` without a change."""
        left = seconds
        while True:
            pause = LOOK_EVERY if left is None else min(LOOK_EVERY, max(left, 0))
            self._hint.wait(pause)
            hinted = self._hint.is_set()
            self._hint.clear()
            now = self._looked()
            if now != self.seen:
                self.seen = self._settled(now)
                return True
            if left is not None and not hinted:
                left -= pause
                if left <= 0:
                    return False

    def _looked(self) -> Snapshot:
        """The files as they are now, or as they were where the system refuses the look: the next one shows the rest."""
        try:
            self._listen()
            return self.look()
        except OSError:
            return self.seen

    def _settled(self, now: Snapshot) -> Snapshot:
        for _ in range(MOST_SETTLING):
            threading.Event().wait(SETTLE)
            later = self._looked()
            if later == now:
                break
            now = later
        return now

    def _paths(self) -> Iterator[str]:
        yield from map(os.fspath, self._files)
        seen: set[str] = set()
        for folder in self._folders:
            for path, folders, names in os.walk(folder, followlinks=True):
                real = os.path.realpath(path)
                # Of what is deeper the project says that it is too deep.
                ends = real in seen or path.count(os.sep) > os.fspath(folder).count(os.sep) + bounds.FOLDERS
                folders[:] = [] if ends else [name for name in folders if self._counts(name)]
                if real not in seen:
                    seen.add(real)
                    yield from (os.path.join(path, name) for name in names if self._counts(name))

    def _counts(self, name: str) -> bool:
        return name in self._shown or not name.startswith(".")

    def _listen(self) -> None:
        """Ask for reports on folders that are there and not watched yet, and forget those that went."""
        if not self._observer.is_alive():
            return
        parents = {file.parent for file in self._files}
        wanted = {(folder, True) for folder in self._folders} | {(parent, False) for parent in parents}
        for folder, below in wanted:
            is_there = os.path.isdir(folder)  # a refusal counts as a folder that went
            if is_there and folder not in self._watched:
                try:
                    self._observer.schedule(self, os.fspath(folder), recursive=below, event_filter=CHANGES)
                except OSError:
                    continue
                self._watched.add(folder)
            elif not is_there:
                self._watched.discard(folder)
