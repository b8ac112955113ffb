"""Which folders are read, where links lead to one in several ways, or around in a circle."""

from __future__ import annotations

import os
from pathlib import Path

from site_builder.errors import EnvironmentProblem
from site_builder.records import bounds


class Ways:
    """The folders of one tree that were met, from the top down."""

    def __init__(self, folder: Path, *, by_name: bool) -> None:
        """The tree in ``folder``; with ``by_name``, a folder counts under each of its names."""
        self._folder = str(folder)
        self._real = os.path.realpath(folder)
        self._by_name = by_name
        self._seen: set[str] = set()
        self._above: dict[str, frozenset[str]] = {}
        self._linked = 0

    def is_new(self, path: str) -> bool:
        """Whether the folder at ``path`` is to be read; the one that it is in was met before.

        Raises :class:`EnvironmentProblem` for more than :data:`bounds.LINKED` links: a few that lead into one another
        make millions of folders.
        """
        real = os.path.realpath(path)
        own = os.path.normpath(os.path.join(self._real, os.path.relpath(path, self._folder)))
        above = self._above.get(os.path.dirname(path), frozenset()) if path != self._folder else frozenset()
        if real in (above if self._by_name else self._seen):
            return False
        if real != own and not self._by_name and real.startswith(self._real + os.sep):
            return False  # it is read at its own place
        self._linked += os.path.islink(path)
        if self._linked > bounds.LINKED:
            raise EnvironmentProblem(
                f"{self._folder} has more than {bounds.LINKED:,} links to folders, or links into one another",
                "replace links to folders by copies, or remove them",
            )
        self._seen.add(real)
        self._above[path] = above | {real}
        return True
