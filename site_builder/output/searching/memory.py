"""The state that one index leaves to the next: in memory, and as bytes for a file.

The bytes are named columns: JSON for texts, the machine's own numbers for rows. They hold no object that reading could
bring to life; whoever keeps them sees to it that they are whole and our own.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, TypeVar

from site_builder.output.searching.bundle import Page
from site_builder.output.searching.engine import engine_version
from site_builder.output.searching.files import Packed, names
from site_builder.output.searching.indexing import Cut, Written
from site_builder.output.searching.pieces import Pieces
from site_builder.output.searching.rows import NUMBER, Numbers, Row
from site_builder.output.searching.ways import Ways
from site_builder.search import SearchEntry

_PROGRAM = Path(__file__).parent
_DIGEST = 32
_LENGTH = 8
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class IndexMemory:
    """An index, with the values that the next one needs."""

    entries: Sequence[SearchEntry] = ()
    """The indexed entries; nothing in a memory that was read."""
    digests: Sequence[bytes] = ()
    """The digests of all entries, in order."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The bundle, by path."""
    by_engine: str | None = None
    """The reason why the engine had to index all pages; None where it was only asked for words and a sample."""
    parts: Mapping[str, Written] = field(default_factory=dict)
    """By language, the index written here; none where the engine made it."""


NOTHING = IndexMemory()
"""Before the first index."""


def digest(entry: SearchEntry) -> bytes:
    """SHA-256 of all that ``entry`` holds."""
    sections = [(section.anchor, section.text, section.weight) for section in entry.sections]
    held = (entry.url, entry.language, entry.title, sections, entry.shown, entry.facets, entry.date)
    return hashlib.sha256(marshal.dumps(held, 2)).digest()  # later forms tell equal values apart


def program() -> bytes:
    """SHA-256 of the engine's version, the modules that write the index, and how this machine writes numbers."""
    total = hashlib.sha256(f"{engine_version()} {sys.byteorder} {array(NUMBER).itemsize}".encode())
    for module in (*sorted(_PROGRAM.glob("*.py")), *sorted((_PROGRAM.parent / "packing").glob("*.py"))):
        total.update(module.read_bytes())
    return total.digest()


def to_bytes(memory: IndexMemory) -> Iterator[bytes]:
    """``memory`` as parts of a file."""
    columns: dict[str, bytes] = {
        "by engine": _json(memory.by_engine),
        "entries": b"".join(memory.digests),
        "files": _json(list(memory.files)),
        "lengths": _array(map(len, memory.files.values())).tobytes(),
        "contents": b"".join(memory.files.values()),
        "languages": _json(list(memory.parts)),
    }
    for language, part in memory.parts.items():
        columns |= {f"{language} {name}": column for name, column in _columns(part).items()}
    head = _json({name: len(column) for name, column in columns.items()})
    yield program()
    yield len(head).to_bytes(_LENGTH, "big")
    yield head
    yield from columns.values()


def from_bytes(data: bytes) -> IndexMemory:
    """The memory that was written as ``data``; an empty one if the program was another."""
    if data[:_DIGEST] != program():
        return NOTHING
    start = _DIGEST + _LENGTH
    end = start + int.from_bytes(data[_DIGEST:start], "big")
    lengths: dict[str, int] = json.loads(data[start:end])
    view = memoryview(data)[end:]
    columns = dict(zip(lengths, _cut(view, lengths.values()), strict=True))
    contents = map(bytes, _cut(columns["contents"], _numbers(columns["lengths"])))
    files = dict(zip(_read(columns["files"]), contents, strict=True))
    parts = {}
    for language in _read(columns["languages"]):
        prefix = f"{language} "
        own = {name.removeprefix(prefix): column for name, column in columns.items() if name.startswith(prefix)}
        parts[language] = _written(language, own, files)
    return IndexMemory((), _digests(columns["entries"]), files, _read(columns["by engine"]), parts)


def _columns(part: Written) -> dict[str, bytes]:
    ways, pieces = part.ways, part.pieces
    rows, values = part.rows, part.values
    return {
        "entries": b"".join(part.digests),
        "pages": _json([page.content.digest for page in part.pages]),
        "counts": _array(page.words for page in part.pages).tobytes(),
        "cuts": _json([(cut.first, cut.last, len(cut.lengths), cut.content.digest) for cut in part.cuts]),
        "cut lengths": b"".join(cut.lengths.tobytes() for cut in part.cuts),
        "filters": _json({name: content.digest for name, content in part.filters.items()}),
        "words": _json(list(ways.plain)),
        "ways": _array(ways.plain.values()).tobytes(),
        "compound": _json(ways.compound),
        "stems": _json([stem for stem, _ in ways.keys]),
        "spellings": _json([spelling for _, spelling in ways.keys]),
        "pieces": b"".join(pieces.spelled),
        "lengths": _array(map(len, pieces.spelled)).tobytes(),
        "numbers": _array(pieces.numbers).tobytes(),
        "rows": _array(rows).tobytes(),
        "sizes": _array(map(part.sizes.__getitem__, rows)).tobytes(),
        **{f"rows {name}": column for name, column in _row_columns(rows).items()},
        "values": _json(list(values)),
        **{f"values {name}": column for name, column in _row_columns(values).items()},
        "begun": _json(part.begun),
    }


def _written(language: str, columns: Mapping[str, memoryview], files: Mapping[str, bytes]) -> Written:
    def packed(kind: str, digests: Sequence[str]) -> list[Packed]:
        named = zip(digests, names(language, digests), strict=True)
        return [Packed(digest_, files[f"{kind}/{name}.pf_{kind}"]) for digest_, name in named]

    pages = packed("fragment", _read(columns["pages"]))
    cuts = _read(columns["cuts"])
    words = packed("index", [digest_ for *_, digest_ in cuts])
    word_lengths = _arrays([count for _, _, count, _ in cuts], columns["cut lengths"])
    filters: dict[str, str] = _read(columns["filters"])
    keys = list(zip(_read(columns["stems"]), _read(columns["spellings"]), strict=True))
    compound = {word: tuple(map(tuple, shares)) for word, shares in _read(columns["compound"]).items()}
    plain = dict(zip(_read(columns["words"]), _numbers(columns["ways"]), strict=True))
    spelled = map(bytes, _cut(columns["pieces"], _numbers(columns["lengths"])))
    rows = _numbers(columns["rows"])
    values = [(name, value) for name, value in _read(columns["values"])]
    return Written(
        digests=_digests(columns["entries"]),
        pages=[Page(content, count) for content, count in zip(pages, _numbers(columns["counts"]), strict=True)],
        rows=_rows(rows, columns, "rows"),
        sizes=dict(zip(rows, _numbers(columns["sizes"]), strict=True)),
        cuts=[
            Cut(first, last, lengths, content)
            for (first, last, _, _), lengths, content in zip(cuts, word_lengths, words, strict=True)
        ],
        values=_rows(values, columns, "values"),
        filters=dict(zip(filters, packed("filter", list(filters.values())), strict=True)),
        ways=Ways(plain, compound, keys),
        pieces=Pieces(spelled, _numbers(columns["numbers"])),
        begun=_read(columns["begun"]),
    )


def _row_columns(rows: Mapping[Any, Row]) -> dict[str, bytes]:
    return {
        "lengths": _array(len(pages) for pages, _ in rows.values()).tobytes(),
        "pages": b"".join(pages.tobytes() for pages, _ in rows.values()),
        "told": b"".join(told.tobytes() for _, told in rows.values()),
    }


def _rows(keys: Iterable[K], columns: Mapping[str, memoryview], name: str) -> dict[K, Row]:
    lengths = _numbers(columns[f"{name} lengths"])
    pages, told = (_arrays(lengths, columns[f"{name} {column}"]) for column in ("pages", "told"))
    return dict(zip(keys, zip(pages, told, strict=True), strict=True))


def _arrays(lengths: Iterable[int], data: memoryview) -> Iterator[Numbers]:
    size = array(NUMBER).itemsize
    return map(_numbers, _cut(data, (length * size for length in lengths)))


def _cut(data: memoryview, lengths: Iterable[int]) -> Iterator[memoryview]:
    """``data`` in pieces of these ``lengths``.

    Raises ``ValueError`` when they do not add up.
    """
    ends = list(accumulate(lengths, initial=0))
    if ends[-1] != len(data):
        raise ValueError("the lengths are those of other data")
    return (data[start:end] for start, end in pairwise(ends))


def _digests(data: memoryview) -> tuple[bytes, ...]:
    return tuple(bytes(data[at : at + _DIGEST]) for at in range(0, len(data), _DIGEST))


def _array(numbers: Iterable[int]) -> Numbers:
    return array(NUMBER, numbers)


def _numbers(data: memoryview) -> Numbers:
    found = array(NUMBER)
    found.frombytes(data)
    return found


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _read(data: memoryview) -> Any:
    return json.loads(bytes(data).decode("utf-8", "surrogatepass"))
