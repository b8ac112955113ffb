"""Builds the search index of one project again and again, each from the one before.

It keeps what the next index needs in memory, and, for the next command, in the project's folder in the user's cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from site_builder.output import cache
from site_builder.output.searching import listing
from site_builder.output.searching.index import SearchIndex, continued
from site_builder.output.searching.memory import NOTHING, IndexMemory, from_bytes, to_bytes
from site_builder.search import SearchEntry

_KIND, _KEY = "search", "index"


class Indexer:
    """Makes the search indexes of a project whose caches are in ``folder``; None if it has none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory = self._kept = NOTHING

    def index(self, entries: Sequence[SearchEntry]) -> SearchIndex:
        """The search bundle of ``entries``, its files by path from the site's root.

        Raises :class:`~site_builder.errors.EnvironmentProblem` when the search engine cannot work.
        """
        if self._memory is NOTHING:
            self._memory = self._kept = self._read()
        self._memory = continued(self._memory, entries)
        made = self._memory.files
        files = listing.listed(entries, made)
        return SearchIndex({f"pagefind/{name}": data for name, data in files.items()}, self._memory.by_engine)

    def keep(self) -> None:
        """Leave the last index to the next command; it may fail to be written."""
        if self._memory is not self._kept:
            cache.write_one(self._folder, _KIND, _KEY, *to_bytes(self._memory))
            self._kept = self._memory

    def _read(self) -> IndexMemory:
        """What an earlier command has left; nothing where there is none that can be trusted."""
        data = cache.read_one(self._folder, _KIND, _KEY)
        try:
            return NOTHING if data is None else from_bytes(data)
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
            return NOTHING
