"""The search bundle as a site has it, read from the cache where an earlier run left it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from site_builder.output import cache
from site_builder.output.searching import index as searching
from site_builder.output.searching import listing
from site_builder.search import SearchEntry


def search_index(entries: tuple[SearchEntry, ...], folder: Path | None) -> searching.SearchIndex:
    """The search bundle, its files by path from the site's root; read from the cache in ``folder`` where it has them.

    How a bundle from the cache was made is not known any more.

    Raises :class:`~site_builder.errors.EnvironmentProblem` when the search engine cannot work.
    """
    key = searching.digest(entries)
    found = cache.read(folder, key)
    made = searching.SearchIndex(found, None) if found is not None else searching.index(entries)
    if found is None:
        cache.write(folder, key, made.files)
    files = listing.listed(entries, made.files)
    return replace(made, files={f"pagefind/{name}": data for name, data in files.items()})
