"""The table by which the search page's script narrows, counts and orders what the engine finds.

The engine would load a list for each filter and count slowly; here is one file for all, in the order of the index: each
page's name there, its place in time and its facets' values. It is packed as the engine's files are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.bundle import ENTRY
from site_builder.output.searching.files import pack, unpack
from site_builder.output.searching.html import has_words, language, visible
from site_builder.search import SearchEntry

NAME = "listing.bin"
"""The file beside the engine's."""


def listing(entries: Iterable[SearchEntry], bundle: Mapping[str, bytes]) -> bytes:
    """The table of ``entries``, all in one language, which ``bundle`` is the index of.

    JSON: ``ids`` are the engine's names for the pages behind their ``language``, and ``lengths`` how many characters
    each has, in one sign (``0`` and those that follow it in Unicode); ``days`` are the pages' places in time as
    steps from page to page, 0 being no date; ``titles`` says how many of a page's words are its title's; ``facets``
    has for each facet its ``values`` and, page by page, the ``numbers`` of those that the page has: one, several in a
    list, or null.
    """
    indexed = [entry for entry in entries if has_words(entry)]
    names = sorted({name for entry in indexed for name, _ in entry.facets})
    ids = _ids(bundle)
    table = {
        "language": language(indexed[0]) if indexed else "",
        "ids": "".join(ids),
        "lengths": "".join(chr(ord("0") + len(id_)) for id_ in ids),
        "days": _steps(indexed),
        "titles": [len(visible(entry.title).split()) for entry in indexed],
        "facets": {name: _column(name, indexed) for name in names},
    }
    return pack(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode())


def _ids(bundle: Mapping[str, bytes]) -> list[str]:
    """The engine's names for its pages without their language, in order."""
    languages: dict[str, Any] = json.loads(bundle[ENTRY])["languages"]
    ids: list[str] = []
    for known in languages.values():
        table: Any = cbor.decode(unpack(bundle[f"pagefind.{known['hash']}.pf_meta"]))
        ids += [str(name).rpartition("_")[2] for name, _ in table[1]]
    return ids


def _steps(entries: Sequence[SearchEntry]) -> list[int]:
    days = {day: number for number, day in enumerate(sorted({"", *(entry.date for entry in entries)}))}
    return [later - earlier for earlier, later in pairwise([0, *(days[entry.date] for entry in entries)])]


def _column(facet: str, entries: Sequence[SearchEntry]) -> dict[str, Any]:
    own = [[value for name, value in entry.facets if name == facet] for entry in entries]
    counts = Counter(value for some in own for value in some)
    values = sorted(counts, key=lambda value: (-counts[value], value))  # small numbers for most pages
    numbers = {value: number for number, value in enumerate(values)}
    rows = [[numbers[value] for value in dict.fromkeys(some)] for some in own]
    return {"values": values, "numbers": [row[0] if len(row) == 1 else row or None for row in rows]}
