"""The engine as a dictionary: how it splits, stems and weighs each word of a site.

One page that holds each distinct word once is indexed by the engine; the positions in its index then say what became of
each word. No stemmer of our own, and every language that the engine knows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.bundle import ENTRY, meta_path
from site_builder.output.searching.document import UNIT, Document
from site_builder.output.searching.files import unpack

PAGE = 20_000
"""Words a page: the engine's time for one grows faster than its length from some hundred thousand on."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a word is found."""

    stem: str
    """The form that the index lists."""
    spelling: str | None
    """The word in small letters with its accents, where the stem was made without them."""
    part: bool
    """True for a part of a compound word: the parts share the word's weight."""


Vocabulary = Mapping[str, tuple[Form, ...]]
"""The forms of each word as it is in a text."""


def questions(documents: Iterable[Document]) -> dict[str, list[str]]:
    """The distinct words of ``documents``, their fields included, by language; sorted."""
    words: dict[str, set[str]] = {}
    for document in documents:
        own = words.setdefault(document.language, set())
        own.update(document.words)
        for value in document.meta.values():
            own.update(value.split())
    return {language: sorted(found) for language, found in sorted(words.items())}


def pages(asked: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The pages that ask the engine for the words ``asked`` of each language."""
    return [
        (f"/{language}/{start}/", _page(language, words[start : start + PAGE]))
        for language, words in asked.items()
        for start in range(0, len(words), PAGE)
    ]


def _page(language: str, words: Sequence[str]) -> str:
    # A last word takes the full stop that the engine may put behind the block.
    text = escape(" ".join((*words, "end")))
    return f'<!doctype html><html lang="{language}"><body data-pagefind-body><p>{text}</p></body></html>'


def read(files: Mapping[str, bytes], asked: Mapping[str, Sequence[str]]) -> dict[str, Vocabulary]:
    """The forms of the words ``asked``, by language, from the engine's bundle ``files``."""
    entry: dict[str, Any] = json.loads(files[ENTRY])
    return {
        language: _read(files, entry["languages"][language]["hash"], words)
        for language, words in asked.items()
        if words  # else the engine got no page in the language
    }


def _read(files: Mapping[str, bytes], name: str, words: Sequence[str]) -> Vocabulary:
    table: Any = _decoded(files[meta_path(name)])
    starts = []
    for row in table[1]:
        url: str = json.loads(unpack(files[f"fragment/{row[0]}.pf_fragment"]))["url"]
        starts.append(int(url.strip("/").partition("/")[2]))
    found: list[list[Form]] = [[] for _ in words]
    for chunk in table[2]:
        listed: Any = _decoded(files[f"index/{chunk[2]}.pf_index"])
        for stem, plain, spellings in listed[0]:
            for spelling, pages_ in ((None, plain), *spellings):
                for number, weight in _places(pages_, starts, len(words)):
                    found[number].append(Form(stem, spelling, part=weight != UNIT))
    return dict(zip(words, map(tuple, found), strict=True))


def _places(rows: Iterable[Any], starts: Sequence[int], count: int) -> Iterator[tuple[int, int]]:
    """The numbers of the words that ``rows`` of an index name, each with its weight."""
    page = 0
    for step, locations, *_ in rows:
        page += step
        start = starts[page]
        weight, position = 0, 0
        for number in locations:
            if number < 0:
                weight, position = -number - 1, 0
            else:
                position += number
                if position < PAGE and start + position < count:  # else it is the page's last word, which nobody asked
                    yield start + position, weight


def _decoded(data: bytes) -> cbor.Value:
    return cbor.decode(unpack(data))
