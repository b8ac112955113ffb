from __future__ import annotations

import pytest

from site_builder.passages.document import read_document
from site_builder.source import Source, Span
from tests.passages.documents import document


def test_the_text_is_what_a_reader_sees() -> None:
    made = document(
        "One *two* [three](https://example.org/) `four`\nfive.\n\n"
        "## Six\n\n> seven\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    assert made.text == "One two three four\nfive.\n\nSix\n\nseven\n\na\nb\nc\nd"
    assert [made.text[block.start : block.end] for block in made.blocks][:2] == ["One two three four\nfive.", "Six"]


def test_list_items_and_lines_are_apart() -> None:
    assert document("- one\n- two\n  three\n").text == "one\ntwo\nthree"
    assert document("one  \ntwo\\\nthree\n").text == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("word", "line"),
    [("One", 4), ("two", 4), ("three", 4), ("four", 5), ("five", 5), ("escaped", 7), ("last", 7), ("words", 8)],
)
def test_every_word_knows_its_place_in_the_file(word: str, line: int) -> None:
    made = document("One *two* [three](https://example.org/)\n`four` five\n\n\\*escaped\\* a\\*b &amp; last\nwords\n")
    start = made.text.index(word)
    span = made.source_span(start, start + len(word))
    assert span.text == word
    assert span.source.position(span.start)[0] == line


@pytest.mark.parametrize(
    "markdown",
    [
        "- one\n- two\n  - three\n- four\n",
        "1. one\n\n   two\n2. three\n\n\n> four\n",
        "| one | two |\n|---|---|\n| three | four |\n",
        "# one\n> two\n>\n> three\n\n    four\n",
        "one[^n] two  \nthree\n\n[^n]: four\n",
        "*one* **two** [three](https://example.org/) &amp; four\n",
    ],
)
def test_every_word_is_a_piece_and_has_its_place(markdown: str) -> None:
    made = document(markdown)
    pieces = [piece for block in made.blocks for piece in block.pieces if isinstance(piece, tuple)]
    shown = "".join(made.text[start:end] for start, end in pieces)
    for word in ("one", "two", "three", "four"):
        if word in made.text:
            start = made.text.index(word)
            assert made.source_span(start, start + len(word)).text == word
            assert word in shown
    assert [made.block_at(block.start) for block in made.blocks if block.end > block.start] == [
        number for number, block in enumerate(made.blocks) if block.end > block.start
    ]


def test_a_note_s_sign_keeps_letters_apart_and_no_others() -> None:
    assert document("a5[^n]0 b[^n] c[^n], d[^n]e.\n\n[^n]: x\n").text.startswith("a5\n0 b c, d\ne.")
    assert document("a[^n] *b* c[^n]d.\n\n[^n]: x\n").text.startswith("a b c\nd.")
    assert document("a[^n] is b[c](https://example.org/)d.\n\n[^n]: x\n").text.startswith("a is bcd.")
    assert document("a[^n]\\&b.\n\n[^n]: x\n").text.startswith("a&b.")


def test_a_character_is_at_least_one_of_the_file() -> None:
    made = document("one two\n")
    assert made.source_span(0, 1).text == "o"
    assert made.source_span(6, 7).text == "o"
    assert made.source_span(0, 7).text == "one two"


def test_speech_is_asked_for_in_every_paragraph_that_is_touched() -> None:
    made = document("- “one” x\n- “two” y\n- three\n")
    one, two, three = (made.text.index(word) for word in ("one", "two", "three"))
    assert made.stands_quoted([(one, one + 3), (two, two + 3)])
    assert not made.stands_quoted([(one, one + 3), (three, three + 5)])
    assert not made.stands_quoted([(one, two + 3)])
    assert made.stands_quoted([(two - 1, two + 4)])
    assert not made.stands_quoted([(two - 1, two + 6)])
    # A stretch that ends where the next paragraph begins does not touch it.
    made = document("“one”\n\nand two\n")
    assert made.stands_quoted([(1, made.text.index("and"))])
    assert not made.stands_quoted([(1, made.text.index("and") + 1)])


def test_a_block_without_words_adds_nothing_to_the_text() -> None:
    assert document("one\n\n---\n\ntwo\n").text == "one\n\ntwo"


@pytest.mark.parametrize(
    ("markdown", "barriers"),
    [
        ("one two\nthree\n", [13]),
        ("one two  \nthree\n", [7, 13]),
        ("- one\n- two\n", [3, 7]),
        ("one\n\ntwo\n", [3, 8]),
        ("one *two* three\n", [13]),
        ("one[^n] two\n\n[^n]: x\n", [3, 7, 10]),
    ],
)
def test_the_page_has_more_than_the_text_at_barriers(markdown: str, barriers: list[int]) -> None:
    assert document(markdown).barriers == barriers


def test_places_take_no_part_in_equality() -> None:
    one = document("Same words.\n")
    source = Source("content/articles/x.md", "---\ntitle: x\nnote: more\n---\n\n\nSame words.\n")
    other, _ = read_document(Span(source, 29, len(source.text)))
    assert one == other
    assert one.source_span(0, 4).start != other.source_span(0, 4).start


def test_an_image_is_named_and_not_loaded() -> None:
    made = document("before ![a dog](https://elsewhere.example/dog.png) after\n")
    assert made.text == "before a dog after"
    assert "<img" not in "".join(piece for piece in made.blocks[0].pieces if isinstance(piece, str))


@pytest.mark.parametrize(
    ("markdown", "words", "quoted"),
    [
        ('He said "we will go" and left.', "we will go", True),
        ('He said "we will go" and left.', "and left", False),
        ('He said "we will go" and left.', '"we will go"', True),
        ("“We go,” he said. “We stay.”", "We go", True),
        ("“We go,” he said. “We stay.”", "he said", False),
        ("“We go”, he said. “We stay.”", "We go”,", True),
        ("“We go”, he said. “We stay.”", "“We go”, ", True),
        ("“We go”; he said. “We stay.”", "We go”;", False),
        ("„Wir gehen“, sagte er.", "Wir gehen", True),
        ("«Мы идём», сказал он.", "Мы идём", True),
        ("»Wir gehen«, sagte er.", "Wir gehen", True),
        ("It was 'pure propaganda', he said, and didn't smile.", "pure propaganda", True),
        ("It didn't work and couldn't work.", "work and couldn't", False),
        ("“A first paragraph.\n\n“A second one,” she said.", "A first paragraph.", True),
        ("“A first paragraph.\n\n“A second one,” she said.", "A second one", True),
        ("“A first paragraph.\n\n“A second one,” she said.", "she said", False),
        ('"A first paragraph.\n\nand a second," she said.', "and a second", False),
        ('He said "yes" twice.', "said “yes” twice", False),
        ("’Tis the season, he said.", "the season", False),
    ],
)
def test_what_stands_between_quotation_marks(markdown: str, words: str, quoted: bool) -> None:
    made = document(markdown)
    start = made.text.replace("“", '"').replace("”", '"').index(words.replace("“", '"').replace("”", '"'))
    assert made.stands_quoted([(start, start + len(words))]) is quoted


def test_a_quotation_over_two_paragraphs_is_quoted_in_both() -> None:
    made = document("“A first.\n\n“A second,” she said.")
    end = made.text.index(",”")
    assert made.stands_quoted([(1, end)])
    assert not made.stands_quoted([(1, len(made.text))])
