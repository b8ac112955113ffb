from __future__ import annotations

from site_builder.dialect.lines import Line
from site_builder.dialect.pieces import Run
from site_builder.dialect.runs import Places, Token, joined

# "> one" and "> two": the paragraph is "one", a line end, "two".
PLACES = Places([Line(2, 5), Line(8, 11)])


def test_a_place_in_the_paragraph_is_one_in_the_markdown() -> None:
    assert [PLACES(offset) for offset in range(7)] == [2, 3, 4, 5, 8, 9, 10]


def test_texts_side_by_side_are_one_run_with_a_stretch_each() -> None:
    tokens = [Token(0, "o"), Token(2, "e")]
    assert list(joined(tokens, PLACES)) == [Run("oe", ((0, 2), (1, 4)))]


def test_a_line_end_is_a_run_of_its_own() -> None:
    tokens = [Token(0, "one"), Token(3, "\n"), Token(4, "two")]
    assert list(joined(tokens, PLACES)) == [Run("one", ((0, 2),)), Run("\n", ((0, 5),)), Run("two", ((0, 8),))]


def test_markup_stands_between_runs() -> None:
    tokens = [Token(0, markup="<em>"), Token(0, "one"), Token(3, markup="</em>"), Token(3, "")]
    assert list(joined(tokens, PLACES)) == ["<em>", Run("one", ((0, 2),)), "</em>"]


def test_of_nothing_there_is_nothing() -> None:
    assert list(joined([], PLACES)) == list(joined([Token(0)], PLACES)) == []
