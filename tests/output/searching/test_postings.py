from __future__ import annotations

from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.document import Document
from site_builder.output.searching.pieces import Pieces
from site_builder.output.searching.postings import Writer, postings, size, stems
from site_builder.output.searching.rows import Row
from site_builder.output.searching.vocabulary import Form
from site_builder.output.searching.ways import Ways


def document(text: str, title: str = "") -> Document:
    """A page with words that count once, and a field."""
    found = tuple(text.split())
    return Document("/x/", "en", found, ((1, len(found)),), (), {}, {"title": title})


def plain(stem: str) -> tuple[Form, ...]:
    return (Form(stem, None, part=False),)


VOCABULARY = {
    "roads": plain("road"),
    "road": plain("road"),
    "mail": plain("mail"),
    "cafe": plain("cafe"),
    "café": (Form("cafe", "café", part=False),),
    "càfe": (Form("cafe", "càfe", part=False),),
    "e-mail": (Form("email", None, part=False), Form("e", None, part=True), Form("mail", None, part=True)),
    "—": (),
    "x-road": (Form("road", None, part=True), Form("x", None, part=True)),
}


def made(*documents: Document) -> tuple[Ways, Pieces, dict[int, Row]]:
    ways, pieces = Ways(), Pieces()
    ways.learn(VOCABULARY)
    return ways, pieces, postings(dict(enumerate(documents)), ways, pieces)


def rows(*documents: Document) -> dict[str, list[Any]]:
    ways, pieces, found = made(*documents)
    words = stems(found, ways.keys)
    assert list(words) == sorted(words)
    writer = Writer(found, ways, pieces)
    decoded: list[Any] = [cbor.decode(writer.word(stem, numbers)) for stem, numbers in words.items()]
    assert [row[0] for row in decoded] == list(words)
    return {row[0]: row[1:] for row in decoded}


def test_pages_and_positions_are_steps_behind_a_weight() -> None:
    found = rows(document("road — roads"), document("—"), document("roads", "road road"))
    assert found == {"road": [[[0, [-25, 0, 2], []], [2, [-25, 0], [-1, 0, 1]]], []]}


def test_parts_share_the_weight_and_stand_before_it() -> None:
    found = rows(document("e-mail"))
    assert found == {
        "e": [[[0, [-13, 0], []]], []],
        "email": [[[0, [-25, 0], []]], []],
        "mail": [[[0, [-13, 0], []]], []],
    }


def test_weights_stand_in_their_order() -> None:
    title = Document("/x/", "en", ("road", "road", "road"), ((7, 1), (1, 1), (6, 1)), (), {}, {})
    assert rows(title)["road"] == [[[0, [-25, 1, -145, 2, -169, 0], []]], []]


def test_spellings_stand_apart_in_the_order_of_pages() -> None:
    found = rows(document("cafe"), document("", "càfe"), document("café", "càfe"))
    assert found["cafe"] == [
        [[0, [-25, 0], []]],
        [["càfe", [[1, [], [-1, 0]], [1, [], [-1, 0]]]], ["café", [[2, [-25, 0], []]]]],
    ]


def test_a_word_in_fields_only_has_no_places_in_the_text() -> None:
    assert rows(document("—", "— roads"))["road"] == [[[0, [], [-1, 1]]], []]


def test_a_word_several_times_in_text_and_fields() -> None:
    found = rows(document("e-mail mail road e-mail", "mail x-road"), document("mail"))
    assert found["mail"] == [[[0, [-13, 0, 3, -25, 1], [-1, 0]], [1, [-25, 0], []]], []]


def test_the_size_of_a_row() -> None:
    ways, pieces, found = made(document("cafe cafe café", "cafe"), document("cafe"))
    sizes = {ways.keys[number]: size(row, pieces) for number, row in found.items()}
    assert sizes["cafe", None] == len([0, -25, 0, 1, -1, 0]) + len([1, -25, 0])
    assert sizes["cafe", "café"] == len([0, -25, 2])
