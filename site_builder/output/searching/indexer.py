"""Builds the search index of one project again and again, each from the one before.

It keeps what the next index needs in memory, and, for the next command, in the project's folder in the user's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from site_builder.contents import Content, measured
from site_builder.output import cache
from site_builder.output.searching import listing
from site_builder.output.searching.index import SearchIndex, continued
from site_builder.output.searching.memory import NOTHING, IndexMemory, from_bytes, to_bytes
from site_builder.search import SearchEntry

_KIND, _KEY = "search", "index"


@dataclass(frozen=True, slots=True)
class Placed:
    """A search bundle whose files lie where the publisher finds them."""

    files: Mapping[str, Content]
    """Its files by path from the site's root."""
    by_engine: str | None
    """The reason why the engine had to index all pages; None where it was only asked for words and a sample."""


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
        """The index that an earlier command has left; nothing where there is none that can be trusted."""
        data = cache.read_one(self._folder, _KIND, _KEY)
        try:
            return NOTHING if data is None else from_bytes(data)
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
            return NOTHING


def placed(
    indexer: Indexer,
    entries: Sequence[SearchEntry],
    untouched: Mapping[str, str],
    keep: Callable[[bytes], Content],
) -> Placed:
    """The search bundle of ``entries``, left to the next command too; its files are given to ``keep``.

    A file that is published with the same bytes stays there: ``untouched`` has the digests of those by path. Raises
    what ``indexer`` raises.
    """
    index = indexer.index(entries)
    indexer.keep()

    def place(name: str, data: bytes) -> Content:
        of = measured(data)
        return of if untouched.get(name) == of.digest else keep(data)

    return Placed({name: place(name, data) for name, data in index.files.items()}, index.by_engine)
