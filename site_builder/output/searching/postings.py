"""Makes the index's rows from documents: where each word of a site occurs.

A row has, for each page, the places of a word in the text, by weight, and in the fields. Rows are written as bytes at
once (CBOR, RFC 8949), since nothing but a file is ever made of them.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, compress, repeat
from operator import ne, sub

from site_builder.output.searching.cbor import ARRAY, TEXT, UNSIGNED, head
from site_builder.output.searching.document import UNIT, Document
from site_builder.output.searching.pieces import BITS, POSITION, Heads, Pieces
from site_builder.output.searching.rows import Row, growing
from site_builder.output.searching.ways import Key, Ways

FIELDS = ("title",)
"""The fields that pages have, in order."""

_WORD, _SPELLED, _PAGE, _NONE = head(ARRAY, 3), head(ARRAY, 2), head(ARRAY, 3), head(ARRAY, 0)
"""The beginnings of a word, a spelling, a page and an empty list."""

_COMPOUND = -1
"""In place of the row of a word that is in several, or in none."""

_Places = dict[int, list[int]]
"""Places on a page by row."""


def postings(documents: Mapping[int, Document], ways: Ways, pieces: Pieces) -> dict[int, Row]:
    """The rows of ``documents``, which are all in one language, by the numbers that ``ways`` gives them.

    ``documents`` are by number of page, in order. A row's wording about a page is a number in ``pieces``, which grows.
    """
    pages, told = growing(), growing()
    for page, document in documents.items():
        on_page = _on_page(document, ways, pieces)
        # A word takes no step in Python: there are some hundred on a page.
        _all(map(array.append, map(pages.__getitem__, on_page), repeat(page)))
        _all(map(array.append, map(told.__getitem__, on_page), on_page.values()))
    return {row: (pages[row], told[row]) for row in pages}


_all = deque[object](maxlen=0).extend
"""Has something lazy done."""


def _on_page(document: Document, ways: Ways, pieces: Pieces) -> dict[int, int]:
    """The number of the wording about the page of ``document``, for each row."""
    first, again = _in_text(document, ways)
    in_fields = _in_fields(document, ways)
    told = dict(zip(first, map(pieces.once.__getitem__, first.values()), strict=True))
    for row, places in again.items():
        told[row] = pieces.of(places, in_fields.pop(row, ()))
    for row, places in in_fields.items():
        told[row] = pieces.of((first[row],) if row in first else (), places)
    return told


def _in_text(document: Document, ways: Ways) -> tuple[dict[int, int], _Places]:
    """The first place of each row, and all places of those that have several."""
    words = document.words
    rows = list(map(ways.plain.get, words, repeat(_COMPOUND)))
    places = _numbered(document.runs)
    first = dict(zip(reversed(rows), reversed(places), strict=True))  # the first one overwrites those behind it
    again: _Places = {}
    if len(first) < len(rows):
        for row, place in compress(zip(rows, places, strict=True), map(ne, map(first.__getitem__, rows), places)):
            if row in again:
                again[row].append(place)
            else:
                again[row] = [first[row], place]
    if _COMPOUND in first:
        alone = first.pop(_COMPOUND)
        for place in again.pop(_COMPOUND, [alone]):
            for part, share in ways.compound[words[place & POSITION]]:
                lighter = max((place >> BITS) // min(share, 255), 1) << BITS | place & POSITION
                _add(first, again, part, lighter)
    return first, again


def _numbered(runs: Iterable[tuple[int, int]]) -> list[int]:
    """The place of each word."""
    places: list[int] = []
    for weight, count in runs:
        start = weight * UNIT << BITS | len(places)
        places += range(start, start + count)
    return places


def _add(first: dict[int, int], again: _Places, key: int, place: int) -> None:
    if key not in first:
        first[key] = place
    elif key in again:
        again[key].append(place)
    else:
        again[key] = [first[key], place]


def _in_fields(document: Document, ways: Ways) -> _Places:
    places: _Places = {}
    for name, value in document.meta.items():
        for place, word in enumerate(value.split(), FIELDS.index(name) << BITS):
            for row, _ in ways.of(word):
                places.setdefault(row, []).append(place)
    return places


def size(row: Row, pieces: Pieces) -> int:
    """The size of ``row`` in numbers, by which the engine cuts its index into files."""
    return sum(map(pieces.numbers.__getitem__, row[1]))


def stems(rows: Iterable[int], keys: Sequence[Key]) -> dict[str, list[int]]:
    """The stems of ``rows``, which have these ``keys``, in the index's order, each with its rows."""
    found: dict[str, list[int]] = {}
    for row in rows:
        found.setdefault(keys[row][0], []).append(row)
    return {stem: found[stem] for stem in sorted(found)}


class Writer:
    """Writes ``rows``."""

    def __init__(self, rows: Mapping[int, Row], ways: Ways, pieces: Pieces) -> None:
        self._rows, self._pieces = rows, pieces
        self.keys = ways.keys
        self._steps, self._lengths, self._texts = Heads(UNSIGNED, _PAGE), Heads(ARRAY), Heads(TEXT)

    def word(self, stem: str, rows: Sequence[int]) -> bytes:
        """A word of the index; its spellings stand in the order in which pages brought them up."""
        plain: bytes = _NONE
        spelled: list[tuple[int, bool, str, Row]] = []
        for number in rows:
            row, spelling = self._rows[number], self.keys[number][1]
            if spelling is None:
                plain = self._pages(row)
            else:
                spelled.append((row[0][0], self._pieces.is_only_in_fields(row[1][0]), spelling, row))
        parts = [_WORD, *self._text(stem), plain, self._lengths[len(spelled)]]
        for _, _, spelling, row in sorted(spelled):
            parts += (_SPELLED, *self._text(spelling), self._pages(row))
        return b"".join(parts)

    def _text(self, text: str) -> tuple[bytes, bytes]:
        encoded = text.encode()
        return self._texts[len(encoded)], encoded

    def _pages(self, row: Row) -> bytes:
        """Steps from page to page, each with the wording about the page."""
        pages, told = row
        parts = [self._lengths[len(pages)]] * (2 * len(pages) + 1)
        parts[1::2] = map(self._steps.__getitem__, map(sub, pages, chain((0,), pages)))
        parts[2::2] = map(self._pieces.spelled.__getitem__, told)
        return b"".join(parts)
