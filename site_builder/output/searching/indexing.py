"""An index from documents and the engine's dictionary: what Pagefind 1.5 makes of the documents' pages, to the byte."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise, takewhile

from site_builder.output.searching import cbor
from site_builder.output.searching.bundle import CHUNK, Chunk, Index, Page
from site_builder.output.searching.document import Document
from site_builder.output.searching.postings import Word, words
from site_builder.output.searching.vocabulary import Vocabulary

VERSION = "1.5.2"
"""The engine whose bundle this is."""


def index(documents: Sequence[Document], vocabulary: Vocabulary) -> Index:
    """The index of ``documents``, which are all in one language and whose words are all in ``vocabulary``."""
    fields = sorted({name for document in documents for name in document.meta})
    return Index(
        pages=[Page(_fragment(document), len(document.words)) for document in documents],
        chunks=_chunks(words(documents, vocabulary, fields)),
        filters=_filters(documents),
        sorts=[],
        fields=fields,
    )


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


def _chunks(listed: Sequence[Word]) -> list[Chunk]:
    groups: list[list[Word]] = [[]]
    size = 0
    for word in listed:
        groups[-1].append(word)
        size += word.size
        if size >= CHUNK:
            groups.append([])
            size = 0
    groups = [group for group in groups if group]
    firsts = [group[0].stem for group in groups]
    lasts = [group[-1].stem for group in groups]
    for number, (group, following) in enumerate(pairwise(groups), 1):
        last, first = group[-1].stem, following[0].stem
        # As much of both words as tells them apart, unless a chunk would then end before it begins.
        apart = 1 + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(last, first, strict=False)))
        if last[:apart] >= firsts[number - 1]:
            lasts[number - 1] = last[:apart]
        firsts[number] = first[:apart]
    return [Chunk(first, last, _rows(group)) for first, last, group in zip(firsts, lasts, groups, strict=True)]


def _rows(group: Sequence[Word]) -> bytes:
    start = cbor.head(cbor.ARRAY, 1) + cbor.head(cbor.ARRAY, len(group))
    return start + b"".join(piece for word in group for piece in word.pieces)


def _filters(documents: Sequence[Document]) -> list[tuple[str, bytes]]:
    pages: dict[str, dict[str, list[cbor.Value]]] = {}
    for page, document in enumerate(documents):
        for name, values in document.filters.items():
            for value in values:
                pages.setdefault(name, {}).setdefault(value, []).append(page)
    return [
        (name, cbor.encode([name, [[value, numbers] for value, numbers in sorted(values.items())]]))
        for name, values in sorted(pages.items())
    ]
