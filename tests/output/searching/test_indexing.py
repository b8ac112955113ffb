from __future__ import annotations

import json

from site_builder.output.searching import cbor, indexing
from site_builder.output.searching.bundle import CHUNK, Index
from site_builder.output.searching.document import Document, read
from site_builder.output.searching.files import unpack
from site_builder.output.searching.indexing import Written
from site_builder.output.searching.vocabulary import Form
from tests.output.searching.entries import entry


def document(text: str, **fields: dict[str, object]) -> Document:
    found = tuple(text.split())
    given: dict[str, object] = {"filters": {}, "meta": {}, **fields}
    return Document(f"/{text}/", "en", found, ((1, len(found)),), (), **given)  # type: ignore[arg-type]


def index(*documents: Document) -> Index:
    before = Written()
    words = {word for each in documents for word in (*each.words, *" ".join(each.meta.values()).split())}
    before.ways.learn({word: (Form(word, None, part=False),) for word in sorted(words)})
    return indexing.continued(before, [b""] * len(documents), {}, dict(enumerate(documents))).index()


def test_a_page_as_results_show_it() -> None:
    read_ = read(entry(7))
    page = index(read_).pages[0]
    content = unpack(page.content.data)
    shown = json.loads(content)
    assert list(shown) == ["url", "content", "word_count", "filters", "meta", "anchors"]
    assert shown["word_count"] == page.words == len(read_.words)
    assert shown["anchors"] == [
        {"element": "h2", "id": "reason", "text": "", "location": 5},
        {"element": "h2", "id": "p-7", "text": "", "location": 10},
    ]
    assert "Почему".encode() in content


def test_filters_list_pages_by_value() -> None:
    found = index(
        document("a", filters={"topic": ["y", "x"], "kind": ["claim"]}),
        document("b", filters={"topic": ["x"]}),
    ).filters
    assert [(name, cbor.decode(unpack(content.data))) for name, content in found] == [
        ("kind", ["kind", [["claim", [0]]]]),
        ("topic", ["topic", [["x", [0, 1]], ["y", [0]]]]),
    ]


def test_words_are_cut_into_files_with_as_much_of_their_ends_as_is_needed() -> None:
    many = " ".join(["apple"] * CHUNK)
    found = index(document(f"{many} {many.replace('apple', 'apricot')} banana")).chunks
    assert [(chunk.first, chunk.last) for chunk in found] == [("apple", "apple"), ("apr", "apricot"), ("b", "banana")]
    assert [len(cbor.decode(unpack(chunk.content.data))[0]) for chunk in found] == [1, 1, 1]  # type: ignore[index,arg-type]
