"""Makes a bundle's files from its content: each index's pages, words and filters, and the tables that list them.

The same content gives the same files, whether the engine or this program has made it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.files import Packed, meta_name, names, pack

ENTRY = "pagefind-entry.json"
"""The file that a browser asks for first."""
KINDS = (".pf_meta", ".pf_fragment", ".pf_index", ".pf_filter")
"""Endings of the files that hold an index; the others are the engine's scripts."""

CHUNK = 4_000
"""Numbers in a file of words, from which on another begins; the engine's own would be 20,000, in files of 28 KB.

A reader loads a file for each word of a query, and the table that names all files.
"""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an index."""

    content: Packed
    """The data that a result shows of it (JSON)."""
    words: int
    """The number of its words."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of an index's words."""

    first: str
    """The beginning of its range in the alphabet."""
    last: str
    """The end of its range."""
    content: Packed
    """Rows of words (CBOR)."""


@dataclass(frozen=True, slots=True)
class Index:
    """All that is searched in one language."""

    pages: Sequence[Page]
    """In the order in which they were given."""
    chunks: Sequence[Chunk]
    """In the order of the alphabet."""
    filters: Sequence[tuple[str, Packed]]
    """Names, each with the pages of its values (CBOR), in order."""
    sorts: Sequence[tuple[str, list[int]]]
    """Names of orders, each with the pages in that order."""
    fields: Sequence[str]
    """Names of the fields that pages have, in order."""


def files(indexes: Mapping[str, Index], runtime: Mapping[str, bytes]) -> dict[str, bytes]:
    """The bundle of ``indexes`` (by language), files by path, in order.

    ``runtime`` is a bundle that the engine made in the same languages: its scripts are taken over.
    """
    made = {path: data for path, data in runtime.items() if not path.endswith(KINDS)}
    entry: dict[str, Any] = json.loads(runtime[ENTRY])
    languages = {}
    for language, index in sorted(indexes.items()):
        contents = {
            "fragment": [page.content for page in index.pages],
            "index": [chunk.content for chunk in index.chunks],
            "filter": [content for _, content in index.filters],
        }
        named = {kind: names(language, [part.digest for part in parts]) for kind, parts in contents.items()}
        for kind, parts in contents.items():
            for name, content in zip(named[kind], parts, strict=True):
                made[f"{kind}/{name}.pf_{kind}"] = content.data
        table = cbor.encode(_table(index, entry["version"], named))
        name = meta_name(language, table)
        made[meta_path(name)] = pack(table)
        languages[language] = {**entry["languages"][language], "hash": name, "page_count": len(index.pages)}
    entry["languages"] = languages
    made[ENTRY] = entry_file(entry)
    return dict(sorted(made.items()))


def entry_file(entry: Mapping[str, Any]) -> bytes:
    """The content of :data:`ENTRY`."""
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()


def meta_path(name: str) -> str:
    """The path in the bundle of the table of pages and chunks called ``name``."""
    return f"pagefind.{name}.pf_meta"


def page_path(name: str) -> str:
    """The path in the bundle of the content of a page whose file is called ``name``."""
    return f"fragment/{name}.pf_fragment"


def words_path(name: str) -> str:
    """The path in the bundle of the file of words called ``name``."""
    return f"index/{name}.pf_index"


def _table(index: Index, version: str, named: Mapping[str, Sequence[str]]) -> list[Any]:
    """The table about ``index`` that a browser reads before it searches."""
    return [
        version,
        [[name, page.words] for name, page in zip(named["fragment"], index.pages, strict=True)],
        [[chunk.first, chunk.last, name] for name, chunk in zip(named["index"], index.chunks, strict=True)],
        [[filter_, name] for name, (filter_, _) in zip(named["filter"], index.filters, strict=True)],
        [[order, pages] for order, pages in index.sorts],
        list(index.fields),
    ]
