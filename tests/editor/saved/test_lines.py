"""Lines from signs with places."""

from __future__ import annotations

import pytest

from site_builder.editor.saved.lines import Line, read_lines, usual_leading
from site_builder.editor.saved.pdf import Sheet, Sign, read_pdf
from tests.editor.saved.pdfs import Words, lines, pdf


def read(*words: Words) -> list[Line]:
    (sheet,) = read_pdf(pdf(words), "a.pdf").sheets
    return read_lines(sheet, 1)


def test_a_line_knows_its_place_and_the_width_of_its_first_word() -> None:
    (line,) = read(Words("The roads are safe.", x=72, y=700, size=10))
    assert (line.text, line.page, line.left, line.base, line.height) == ("The roads are safe.", 1, 72, 700, 10)
    assert (round(line.right), round(line.first_word)) == (72 + 19 * 5, 15)


def test_lines_end_where_the_page_ends_them() -> None:
    assert [line.text for line in read(*lines("One two", "three-", "four", "five"))] == [
        "One two", "three-", "four", "five",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raised", "offset", "expected"),
    [
        ("6", 4, "10⁶"),
        ("6", -2, "10₆"),
        ("12", 4, "10¹²"),
        ("a", 4, "10a"),
        ("*", 4, "10*"),
        ("6", 0, "106"),
    ],
)
def test_figures_off_the_line_are_raised_or_lowered(raised: str, offset: float, expected: str) -> None:
    (line,) = read(Words("It has 10", x=72), Words(raised, x=117, y=700 + offset, size=6))
    assert line.text == f"It has {expected}"


def test_text_from_right_to_left_is_measured_from_the_right() -> None:
    (line,) = read(Words("שלום חברים"[::-1], x=100))
    assert line.text == "שלום חברים"
    assert (round(line.left), round(line.right)) == (-150, -100)
    assert round(line.first_word) == 20


def test_a_shape_of_a_symbol_font_before_words_is_a_bullet_and_elsewhere_unread() -> None:
    assert [line.text for line in read(*lines("\uf0b7 First"))] == ["• First"]
    assert [line.text for line in read(*lines("The \uf0b7 roads"))] == ["The \ufffd roads"]
    assert [line.text for line in read(*lines("\uf0b7oads"))] == ["\ufffdoads"]


def test_soft_hyphens_inside_a_line_are_not_seen() -> None:
    signs = [Sign(letter, place, place + 5, 700, 10) for place, letter in enumerate("co\u00adop")]
    assert [line.text for line in read_lines(Sheet(tuple(signs)), 1)] == ["coop"]
    assert read_lines(Sheet((Sign(" ", 1, 2, 700, 10), Sign("\n"))), 1) == []


def test_the_usual_leading_is_that_of_lines_inside_paragraphs() -> None:
    page = read(*lines("a", "b", "c"), *lines("d", "e", y=600), Words("f", y=400))
    assert round(usual_leading(page), 1) == 12
    assert round(usual_leading(page[:1]), 1) == 13
    assert usual_leading([]) == 0
