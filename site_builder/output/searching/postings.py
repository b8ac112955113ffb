"""Where each word of a site stands: documents and the forms of their words in, the index's rows out.

A row has, for each page, the places of a word in the text, by weight, and in the fields. Rows are made as bytes at once
(CBOR, RFC 8949), since nothing but a file is ever made of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from site_builder.output.searching.cbor import ARRAY, NEGATIVE, TEXT, UNSIGNED, head
from site_builder.output.searching.document import LONGEST, UNIT, Document
from site_builder.output.searching.vocabulary import Vocabulary

_BITS = LONGEST.bit_length()
_POSITION = (1 << _BITS) - 1
_ONCE = 3
"""Numbers that a row has of a page with one place: the page, the weight, the position."""

_Places = dict[int, list[int]]
"""Places on a page by row. A place is its weight or field, and behind that (in ``_BITS`` bits) a position."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the index."""

    stem: str
    """As it is searched."""
    pieces: tuple[bytes, ...]
    """Its row."""
    size: int
    """Numbers in the row, by which the engine cuts its index into files."""


@dataclass(slots=True)
class _Row:
    """The pages of one form of a word."""

    pieces: list[bytes]
    """Two a page: how many pages it is from the last one, and the places on it."""
    last: int = 0
    """The last page."""
    since: tuple[int, bool] = (0, False)
    """The first page, and whether the word stands only in its fields there."""
    more: int = 0
    """Numbers in the row beyond :data:`_ONCE` a page."""

    def size(self) -> int:
        """All numbers in the row."""
        return len(self.pieces) // 2 * _ONCE + self.more


@dataclass(frozen=True, slots=True)
class _Ways:
    """Which rows a word stands in."""

    plain: Mapping[str, int]
    """The one row of most words."""
    compound: Mapping[str, tuple[tuple[int, int], ...]]
    """All rows of the others, each with the number of parts that share the word's weight."""


def words(documents: Sequence[Document], vocabulary: Vocabulary, fields: Sequence[str]) -> list[Word]:
    """The words of ``documents``, which are all in one language, in the index's order.

    ``fields`` are the names of all fields that the documents have, in order.
    """
    keys, ways = _ways(vocabulary)
    rows = [_Row([]) for _ in keys]
    steps = [head(ARRAY, 3) + head(UNSIGNED, number) for number in range(len(documents))]
    numbers = {name: number for number, name in enumerate(fields)}
    pages = _Pages()
    for page, document in enumerate(documents):
        first, again = _in_text(document, ways)
        told = _in_fields(document, ways, numbers)
        for key, place in first.items():
            row = rows[key]
            pieces = row.pieces
            if not pieces:
                row.since = page, False
            if key in again or key in told:
                piece, size = pages.spelled(again.get(key) or (place,), told.pop(key, ()))
                row.more += size - _ONCE
            else:
                piece = pages.once[place]
            pieces += steps[page - row.last], piece
            row.last = page
        for key, places in told.items():
            row = rows[key]
            if not row.pieces:
                row.since = page, True
            piece, size = pages.spelled((), places)
            row.more += size - _ONCE
            row.pieces += steps[page - row.last], piece
            row.last = page
    return _grouped(keys, rows)


class _Heads(dict[int, bytes]):
    """Heads of one major type by number: most are asked for again and again."""

    def __init__(self, major: int) -> None:
        super().__init__()
        self._major = major

    def __missing__(self, number: int) -> bytes:
        return self.setdefault(number, head(self._major, number))


class _Once(dict[int, bytes]):
    """What a row says of a page where the word stands once, by place: so do most words, and at few different places."""

    def __init__(self, pages: _Pages) -> None:
        super().__init__()
        self._pages = pages

    def __missing__(self, place: int) -> bytes:
        return self.setdefault(place, self._pages.spelled((place,), ())[0])


class _Pages:
    """What rows say of a page."""

    def __init__(self) -> None:
        self._numbers, self._marks, self._arrays = _Heads(UNSIGNED), _Heads(NEGATIVE), _Heads(ARRAY)
        self.once = _Once(self)

    def spelled(self, text: Sequence[int], fields: Sequence[int]) -> tuple[bytes, int]:
        """What a row says of a page, and how many numbers that is, the page's own included.

        Places in the ``text`` by weight and in ``fields`` are an array each: a negative number for each weight or
        field, then steps from position to position.
        """
        numbers = self._numbers
        parts: list[bytes] = []
        for places in (text, fields):
            start = len(parts)
            parts.append(b"")
            group, last = -1, 0
            for place in places if len(places) < 2 else sorted(places):
                if place >> _BITS == group:
                    parts.append(numbers[place - last])
                else:
                    group = place >> _BITS
                    parts += self._marks[group], numbers[place & _POSITION]
                last = place
            parts[start] = self._arrays[len(parts) - start - 1]
        return b"".join(parts), len(parts) - 1


def _ways(vocabulary: Vocabulary) -> tuple[dict[tuple[str, str | None], int], _Ways]:
    """A number for each stem and spelling, and the ways of all words."""
    keys: dict[tuple[str, str | None], int] = {}
    plain: dict[str, int] = {}
    compound: dict[str, tuple[tuple[int, int], ...]] = {}
    for word, forms in vocabulary.items():
        numbers = [keys.setdefault((form.stem, form.spelling), len(keys)) for form in forms]
        if len(forms) == 1:
            plain[word] = numbers[0]
        else:
            parts = sum(form.part for form in forms)
            shares = [parts if form.part else 1 for form in forms]
            compound[word] = tuple(zip(numbers, shares, strict=True))
    return keys, _Ways(plain, compound)


def _in_text(document: Document, ways: _Ways) -> tuple[dict[int, int], _Places]:
    """The first place of each row, and all places of those that have several."""
    first: dict[int, int] = {}
    again: _Places = {}
    start = 0
    for weight, count in document.runs:
        run = document.words[start : start + count]
        for place, key in enumerate(map(ways.plain.get, run), weight * UNIT << _BITS | start):
            if key is None:
                for part, share in ways.compound[document.words[place & _POSITION]]:
                    lighter = max(weight * UNIT // min(share, 255), 1) << _BITS | place & _POSITION
                    _add(first, again, part, lighter)
            elif key in first:
                _add(first, again, key, place)
            else:
                first[key] = place
        start += count
    return first, again


def _add(first: dict[int, int], again: _Places, key: int, place: int) -> None:
    if key not in first:
        first[key] = place
    elif key in again:
        again[key].append(place)
    else:
        again[key] = [first[key], place]


def _in_fields(document: Document, ways: _Ways, numbers: Mapping[str, int]) -> _Places:
    places: _Places = {}
    for name, value in document.meta.items():
        for place, word in enumerate(value.split(), numbers[name] << _BITS):
            key = ways.plain.get(word)
            for row, _ in ways.compound[word] if key is None else ((key, 1),):
                places.setdefault(row, []).append(place)
    return places


def _grouped(keys: Mapping[tuple[str, str | None], int], rows: Sequence[_Row]) -> list[Word]:
    """Rows by stem; spellings stand in the order in which pages brought them up."""
    stems: dict[str, list[tuple[tuple[int, bool], str, _Row]]] = {}
    plain: dict[str, _Row] = {}
    for (stem, spelling), key in keys.items():
        if not rows[key].pieces:
            continue
        spellings = stems.setdefault(stem, [])
        if spelling is None:
            plain[stem] = rows[key]
        else:
            spellings.append((rows[key].since, spelling, rows[key]))
    return [
        _word(stem, plain.get(stem) or _Row([]), sorted(stems[stem], key=lambda row: row[:2])) for stem in sorted(stems)
    ]


def _word(stem: str, plain: _Row, spellings: Sequence[tuple[tuple[int, bool], str, _Row]]) -> Word:
    pieces = [head(ARRAY, 3), *_text(stem), head(ARRAY, len(plain.pieces) // 2), *plain.pieces]
    pieces.append(head(ARRAY, len(spellings)))
    size = plain.size()
    for _, spelling, row in spellings:
        pieces += (head(ARRAY, 2), *_text(spelling), head(ARRAY, len(row.pieces) // 2), *row.pieces)
    return Word(stem, tuple(pieces), size)


def _text(text: str) -> tuple[bytes, bytes]:
    encoded = text.encode()
    return head(TEXT, len(encoded)), encoded
