"""Rewrites the engine's own bundle in canonical order: the same files for the same pages.

Pagefind 1.5 lists a filter's values, and an index's filters and sort keys, in an order that differs from run to run,
and names files after their content; so the names differ too. Here those lists are sorted and the files named anew. What
a search finds does not depend on their order.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.bundle import ENTRY, Chunk, Index, Page, files, meta_path
from site_builder.output.searching.files import packed, unpack


def canonical(bundle: Mapping[str, bytes]) -> dict[str, bytes]:
    """``bundle`` with everything in a fixed order, under fixed names and packed alike.

    Raises ``ValueError`` when the files are not what Pagefind 1.5 or 1.6 writes.
    """
    entry: dict[str, Any] = json.loads(bundle[ENTRY])
    return files({name: _read(bundle, known["hash"]) for name, known in entry["languages"].items()}, bundle)


def _read(bundle: Mapping[str, bytes], name: str) -> Index:
    table = _decoded(bundle[meta_path(name)])
    _version, pages, chunks, filters, sorts, fields = table
    return Index(
        pages=[Page(packed(unpack(bundle[f"fragment/{file}.pf_fragment"])), count) for file, count in pages],
        chunks=[Chunk(first, last, packed(unpack(bundle[f"index/{file}.pf_index"]))) for first, last, file in chunks],
        filters=[
            (name_, packed(pages_))
            for name_, pages_ in sorted(_filter(bundle[f"filter/{file}.pf_filter"]) for _, file in filters)
        ],
        sorts=sorted((order, numbers) for order, numbers in sorts),
        fields=fields,
    )


def _filter(data: bytes) -> tuple[str, bytes]:
    name, values = _decoded(data)
    return name, cbor.encode([name, sorted(values)])


def _decoded(data: bytes) -> Any:
    body = unpack(data)
    value = cbor.decode(body)
    if cbor.encode(value) != body:
        raise ValueError("a file of the search bundle cannot be written back as it was")
    return value
