"""The table with which the search page's script filters, counts and sorts the engine's results.

The engine would load a list for each filter and count slowly; here is one file for all, in the order of the index: the
name of each page's file, its place in time and its facets' values. It is packed as the engine's files are.

The script loads a page's file by the name in this table, so that the engine's own list of pages need not have it: there
each page goes by its number, which takes half the bytes. A run of pages shares most of a name. Of a facet with more
values than the search page offers, the table has those; a second file has all, for a link that narrows to another.
"""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.bundle import ENTRY, entry_file, meta_path, page_path, words_path
from site_builder.output.searching.files import digest, meta_name, pack, unpack
from site_builder.output.searching.html import has_words, language, visible
from site_builder.output.searching.runs import Run, named
from site_builder.search import MOST_CHOICES, SearchEntry, by_count

NAME = "listing.bin"
"""The file beside the engine's."""
ALL_VALUES = "values.bin"
"""The file beside it of facets with many values."""
Facets = dict[str, dict[int, dict[str, None]]]
"""By name of a facet: its values, each once, by number of page."""
STAMP = 6
"""Characters of a digest that distinguish one index from another."""
LARGE = 10_000
"""Bytes from which on a file of words is large; most have some 7,000."""


def listed(entries: Sequence[SearchEntry], bundle: Mapping[str, bytes]) -> dict[str, bytes]:
    """``bundle``, the index of ``entries``, with their table: the table names the pages' files, the index numbers them.

    The pages' files get other names than the engine gave them, which are shorter to list. Table and index have
    the same ``stamp``: a host may send the one as it is and the other as it was.
    """
    made = dict(bundle)
    entry: dict[str, Any] = json.loads(bundle[ENTRY])
    tables: dict[str, Any] = {
        code: cbor.decode(unpack(made.pop(meta_path(known["hash"])))) for code, known in entry["languages"].items()
    }
    found: list[Run] = []
    for code, table in tables.items():
        files = {name: made.pop(page_path(name)) for name in dict.fromkeys(name for name, _ in table[1])}
        found += named(code, [(name, files[name]) for name, _ in table[1]])
        made |= {page_path(name): data for run in found for name, data in zip(run.names, run.files, strict=True)}
    stamp = digest(" ".join(run.name for run in found).encode())[:STAMP]
    for code, table in tables.items():
        table[1] = [[_numbered(number, stamp), words] for number, (_, words) in enumerate(table[1])]
        content = cbor.encode(table)
        name = meta_name(code, content)
        entry["languages"][code]["hash"] = name
        made[meta_path(name)] = pack(content)
    made[ENTRY] = entry_file(entry)
    indexed = [entry for entry in entries if has_words(entry)]
    facets = _facets(indexed)
    chunks = [chunk for table in tables.values() for chunk in table[2]]
    made[NAME] = listing(indexed, facets, found, stamp, large(chunks, made))
    made[ALL_VALUES] = all_values(facets, len(indexed), stamp)
    return dict(sorted(made.items()))


def _numbered(number: int, stamp: str) -> str:
    """A page's name in the index. Its last digit is first: the common parts of names are then in one piece."""
    return f"{number:x}"[::-1] + f".{stamp}"


def large(chunks: Iterable[tuple[str, str, str]], files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """The first and the last word of the files of words that are large, the smaller ones first."""
    sizes = sorted((len(files[words_path(name)]), first, last) for first, last, name in chunks)
    return [(first, last) for size, first, last in sizes if size > LARGE]


def listing(
    indexed: Sequence[SearchEntry],
    facets: Facets,
    found: Sequence[Run],
    stamp: str,
    large: Sequence[tuple[str, str]] = (),
) -> bytes:
    """The table of ``indexed``, all in one language, with their ``facets``; ``found`` are their files.

    JSON: ``stamp`` is after each page's number in the index. ``ids`` are the hexadecimal digits of the runs' names,
    which begin with the ``language``, as bytes in base64; ``lengths`` are how many digits each has, and ``pages`` how
    many files, each number as one sign (``0`` and those that follow it in Unicode). ``days`` are the pages' places in
    time as steps from page to page, 0 being no date; ``titles`` says how many of a page's words are its title's;
    ``facets`` has for each facet its ``values`` and, page by page, the ``numbers`` of those that the page has (a sign,
    several in round brackets, or a space), and says whether these are ``all`` of its values. ``large`` are the files of
    words that a long query had better not load, as :func:`large` has them.
    """
    ids = [run.name.rpartition("_")[2] for run in found]
    digits = "".join(ids)
    return _packed(
        {
            "stamp": stamp,
            "language": language(indexed[0]) if indexed else "",
            "ids": base64.b64encode(bytes.fromhex(digits + "0" * (len(digits) % 2))).decode(),
            "lengths": signs(map(len, ids)),
            "pages": signs(len(run.files) for run in found),
            "days": _steps(indexed),
            "titles": [len(visible(entry.title).split()) for entry in indexed],
            "large": large,
            "facets": {name: _column(own, len(indexed), MOST_CHOICES) for name, own in facets.items()},
        }
    )


def all_values(facets: Facets, pages: int, stamp: str) -> bytes:
    """Those of the ``facets`` of so many ``pages`` that are not whole in the table, as :func:`listing` has them."""
    long = {
        name: _column(own, pages)
        for name, own in facets.items()
        if len({*chain.from_iterable(own.values())}) > MOST_CHOICES
    }
    return _packed({"stamp": stamp, "facets": long})


def signs(numbers: Iterable[int]) -> str:
    """``numbers``, each as one character; halves of characters (surrogates) are left out."""
    codes = (ord("0") + number for number in numbers)
    return "".join(chr(code if code < 0xD800 else code + 0x800) for code in codes)


def _packed(table: dict[str, Any]) -> bytes:
    return pack(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode())


def _steps(entries: Sequence[SearchEntry]) -> list[int]:
    days = {day: number for number, day in enumerate(sorted({"", *(entry.date for entry in entries)}))}
    return [later - earlier for earlier, later in pairwise([0, *(days[entry.date] for entry in entries)])]


def _facets(indexed: Sequence[SearchEntry]) -> Facets:
    """The values of each facet, by number of page, each once."""
    own: Facets = {}
    for page, entry in enumerate(indexed):
        for name, value in entry.facets:
            own.setdefault(name, {}).setdefault(page, {})[value] = None
    return dict(sorted(own.items()))


def _column(own: Mapping[int, Iterable[str]], pages: int, most: int | None = None) -> dict[str, Any]:
    """At most ``most`` values of a facet (all, if that is None) and the numbers of those that each of ``pages`` has."""
    every = by_count(Counter(chain.from_iterable(own.values())))
    values = every[:most]
    sign = dict(zip(values, signs(range(len(values))), strict=True))  # small numbers for most pages
    rows = [" "] * pages
    for page, some in own.items():
        found = "".join([sign[value] for value in some if value in sign])
        rows[page] = found if len(found) == 1 else f"({found})" if found else " "
    return {"values": values, "numbers": "".join(rows), "all": len(values) == len(every)}
