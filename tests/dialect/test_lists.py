from __future__ import annotations

import pytest

from site_builder.dialect.article import read
from tests.dialect.articles import codes, markup, words
from tests.growth import grows_linearly

TEXT = [
    "3. Oktober 1990 war der Tag der Einheit.",
    "1. Mai war ein Feiertag.",
    "- Где деньги? - спросил он.",
    "+ 3 Grad waren es.",
    "* Not his real name.",
    "1) First of all, no.",
    "- Да.\n\n- Нет.",
    "3. Oktober: A.\n\n4. Oktober: B.",
    "3. Oktober: A.\n4. Oktober: B.",
    "1. Mai: A.\n3. Mai: B.",
    "1. Mai: A.\n1. Mai: B.",
    "0. Null\n1. Eins",
    "- a\n+ b",
    "1. a\n2) b",
    "- Да.\nОн ушёл.\n- Нет.",
    "Er sagte:\n5. Mai, mehr nicht.",
    "1986. A great year.",
    "-\n-",
    "-a\n-b",
]


@pytest.mark.parametrize("text", TEXT)
def test_what_only_looks_like_a_list_is_text(text: str) -> None:
    assert words(text) == text.split("\n\n")
    assert codes(read(text)) == []
    assert words(f"Before.\n\n{text}\n\nBehind.\n") == ["Before.", *text.split("\n\n"), "Behind."]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- a\n- b\n", ["a", "b"]),
        ("* a\n* b\n* c", ["a", "b", "c"]),
        ("+ a\n  c\n+ b\n", ["a\nc", "b"]),
        ("1. a\n2. b\n3. c\n", ["a", "b", "c"]),
        ("1) a\n2) b\n", ["a", "b"]),
        ("Before\n- a\n- b\n", ["a", "b"]),
        ("   - a\n   - b\n", ["a", "b"]),
        ("\t- a\n\t- b\n", ["a", "b"]),
        ("> - a\n> - b\n", ["a", "b"]),
        ("- Minsk – capital\n- Brest - town", ["Minsk – capital", "Brest - town"]),
    ],
)
def test_two_items_are_a_list(text: str, items: list[str]) -> None:
    html = markup(text)
    assert [item.split("</li>")[0] for item in html.split("<li>")[1:]] == items
    assert codes(read(text)) == []


def test_items_hold_paragraphs_and_lists() -> None:
    html = markup("- a\n\n  b\n- c\n  - d\n  - e\n- f\n\ng\n")
    assert "<li><p>a</p>\n<p>b</p>\n</li>" in html
    assert "<li><p>c</p>\n<ul>\n<li>" in html
    assert html.endswith("</ul>\n<p>g</p>\n")


def test_an_item_behind_an_empty_line_is_a_paragraph() -> None:
    assert words("- a\n- b\n\n- c\n") == ["ab", "- c"]


def test_lines_that_each_stand_deeper_are_read_in_proportion() -> None:
    """Each may begin a list, and has all that follow below it: their blanks are not counted again."""

    def work(size: int) -> object:
        return read("".join("  " * depth + "- a\n" for depth in range(int((20 * size) ** 0.5))))

    assert grows_linearly(work, 200)
