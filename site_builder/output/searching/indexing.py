"""Makes an index from documents and the engine's dictionary, byte for byte as Pagefind 1.5 would.

It continues from another one, which may be empty: the rows of the pages that have gone or are new change, and the
files with these rows; the rest stays as it is.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, takewhile
from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.bundle import CHUNK, Chunk, Index, Page
from site_builder.output.searching.document import Document
from site_builder.output.searching.files import Packed, packed, unpack
from site_builder.output.searching.pieces import Pieces
from site_builder.output.searching.postings import FIELDS, Writer, postings, size, stems
from site_builder.output.searching.rows import NUMBER, Numbers, Row, changed, growing
from site_builder.output.searching.ways import Ways

VERSION = "1.5.2"
"""The engine whose bundle this is."""

SPARE = 10_000
"""Words and wordings of pages that have gone, which never lead to a new start."""

Value = tuple[str, str]
"""A filter and one of its values."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A file of words."""

    first: str
    """Its first word."""
    last: str
    """Its last one."""
    lengths: Numbers
    """The number of bytes of each word in it."""
    content: Packed
    """Rows of words (CBOR)."""


@dataclass(frozen=True, slots=True)
class Written:
    """The index of one language, with the values that the next index needs."""

    digests: Sequence[bytes] = ()
    """The digests of the pages' entries."""
    pages: Sequence[Page] = ()
    """In the order in which they were given."""
    rows: Mapping[int, Row] = field(default_factory=dict)
    """The places of words: pages, and numbers of ``pieces``."""
    sizes: Mapping[int, int] = field(default_factory=dict)
    """The size of each row, in the numbers that the engine counts."""
    cuts: Sequence[Cut] = ()
    """The rows as files, in the order of the alphabet."""
    values: Mapping[Value, Row] = field(default_factory=dict)
    """The pages that have the values of filters."""
    filters: Mapping[str, Packed] = field(default_factory=dict)
    """The values as files, by filter, in order."""
    ways: Ways = field(default_factory=Ways)
    """The rows to which words belong."""
    pieces: Pieces = field(default_factory=Pieces)
    """The wordings that rows have about pages."""
    begun: int = 0
    """The length of the two tables together when they had nothing superfluous."""

    def is_overgrown(self) -> bool:
        """True when so much of the tables is of pages that have gone that it is better to begin again from scratch."""
        return len(self.ways) + len(self.pieces.spelled) > 2 * self.begun + SPARE

    def index(self) -> Index:
        """The index as it is published."""
        return Index(self.pages, _chunks(self.cuts), list(self.filters.items()), (), list(FIELDS))


def continued(
    before: Written, digests: Sequence[bytes], stayed: Mapping[int, int], documents: Mapping[int, Document]
) -> Written:
    """The index of ``documents`` and of those pages of ``before`` that have ``stayed``.

    ``digests`` are those of all pages' entries. ``documents`` are all in one language, and ``before.ways`` knows all
    their words; they are by number of page, in order. ``stayed`` has old numbers of pages with their new ones, in
    order.
    """
    ways, pieces = before.ways, before.pieces
    gone = [number for number in range(len(before.pages)) if number not in stayed]
    moved = [stayed.get(number, -1) for number in range(len(before.pages))]
    if all(old == new for old, new in stayed.items()):
        moved = []
    words, values = _leaving(before, gone)
    new = postings(documents, ways, pieces)
    rows, different = changed(before.rows, words, moved, new)
    sizes = {**before.sizes, **{row: size(rows[row], pieces) for row in (words.keys() | new.keys()) & rows.keys()}}
    pages = {new: before.pages[old] for old, new in stayed.items()}
    pages |= {number: Page(packed(_fragment(document)), len(document.words)) for number, document in documents.items()}
    told, told_otherwise = changed(before.values, values, moved, _values(documents))
    return Written(
        digests=digests,
        pages=[pages[number] for number in range(len(pages))],
        rows=rows,
        sizes=sizes,
        cuts=_cuts(before, rows, sizes, different),
        values=told,
        filters=_filters(before.filters, told, {name for name, _ in told_otherwise}),
        ways=ways,
        pieces=pieces,
        begun=before.begun or len(ways) + len(pieces.spelled),
    )


def _leaving(before: Written, gone: Iterable[int]) -> tuple[dict[int, list[int]], dict[Value, list[int]]]:
    """The rows of words and of values that the pages ``gone`` leave, each with these pages."""
    words: dict[int, list[int]] = {}
    values: dict[Value, list[int]] = {}
    for page in gone:
        told: dict[str, Any] = json.loads(unpack(before.pages[page].content.data))
        for row in before.ways.rows(" ".join((told["content"], *told["meta"].values())).split()):
            words.setdefault(row, []).append(page)
        for value in _told(told["filters"]):
            values.setdefault(value, []).append(page)
    return words, values


def _fragment(document: Document) -> bytes:
    fragment = {
        "url": document.url,
        "content": " ".join(document.words),
        "word_count": len(document.words),
        "filters": document.filters,
        "meta": document.meta,
        "anchors": [
            {"element": "h2", "id": anchor.id, "text": "", "location": anchor.location} for anchor in document.anchors
        ],
    }
    return json.dumps(fragment, ensure_ascii=False, separators=(",", ":")).encode()


def _cuts(before: Written, rows: Mapping[int, Row], sizes: Mapping[int, int], different: AbstractSet[int]) -> list[Cut]:
    """``rows`` as files; the files of ``before`` are used again for words without a ``different`` row."""
    keys = before.ways.keys
    found = stems(rows, keys)
    writer = Writer(rows, before.ways, before.pieces)
    known = {(cut.first, cut.last, len(cut.lengths)): cut for cut in before.cuts}
    changed_ = {keys[row][0] for row in different}
    new = {stem for stem in changed_ & found.keys() if before.rows.keys().isdisjoint(found[stem])}
    cuts = []
    for group in _groups(found, sizes, keys):
        # Between the same ends there are as many words, and none of them is new: they are the same words.
        cut = known.get((group[0], group[-1], len(group))) if new.isdisjoint(group) else None
        if cut is None or not changed_.isdisjoint(group):
            spelled = list(_spelled(cut)) if cut else [b""] * len(group)
            for place, stem in enumerate(group):
                if cut is None or stem in changed_:
                    spelled[place] = writer.word(stem, found[stem])
            start = cbor.head(cbor.ARRAY, 1) + cbor.head(cbor.ARRAY, len(group))
            content = packed(b"".join((start, *spelled)))
            cut = Cut(group[0], group[-1], array(NUMBER, map(len, spelled)), content)
        cuts.append(cut)
    return cuts


def _spelled(cut: Cut) -> Iterable[bytes]:
    """The words of ``cut``."""
    content = unpack(cut.content.data)
    ends = accumulate(cut.lengths, initial=len(content) - sum(cut.lengths))
    return (content[start:end] for start, end in pairwise(ends))


def _groups(
    found: Mapping[str, Sequence[int]], sizes: Mapping[int, int], keys: Sequence[tuple[str, str | None]]
) -> list[list[str]]:
    """Words as the engine puts them together; it leaves spellings out when it counts."""
    groups: list[list[str]] = [[]]
    count = 0
    for stem, rows in found.items():
        groups[-1].append(stem)
        count += sum(sizes[row] for row in rows if keys[row][1] is None)
        if count >= CHUNK:
            groups.append([])
            count = 0
    return [group for group in groups if group]


def _chunks(cuts: Sequence[Cut]) -> list[Chunk]:
    firsts = [cut.first for cut in cuts]
    lasts = [cut.last for cut in cuts]
    for number, (cut, following) in enumerate(pairwise(cuts), 1):
        last, first = cut.last, following.first
        # As much of both words as tells them apart, unless a chunk would then end before it begins.
        apart = 1 + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(last, first, strict=False)))
        if last[:apart] >= firsts[number - 1]:
            lasts[number - 1] = last[:apart]
        firsts[number] = first[:apart]
    return [Chunk(first, last, cut.content) for first, last, cut in zip(firsts, lasts, cuts, strict=True)]


def _told(filters: Mapping[str, Iterable[str]]) -> Iterable[Value]:
    return ((name, value) for name, values in filters.items() for value in values)


def _values(documents: Mapping[int, Document]) -> dict[Value, Row]:
    pages = growing()
    for number, document in documents.items():
        for value in _told(document.filters):
            pages[value].append(number)
    # That a page has a value is all there is to say.
    return {value: (found, array(NUMBER, bytes(found.itemsize * len(found)))) for value, found in pages.items()}


def _filters(
    before: Mapping[str, Packed], values: Mapping[Value, Row], different: AbstractSet[str]
) -> dict[str, Packed]:
    """``values`` by filter, as files; those of ``before`` stay where no value is ``different``."""
    listed: dict[str, list[cbor.Value]] = {}
    for (name, value), (pages, _) in sorted(values.items()):
        listed.setdefault(name, [])
        if name in different:
            listed[name].append([value, list(pages)])
    return {
        name: packed(cbor.encode([name, found])) if name in different else before[name]
        for name, found in listed.items()
    }
