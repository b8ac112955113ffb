from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.output.picture.letters import Face, width
from site_builder.output.picture.setting import clipped, fitted, fitting, wrapped
from tests.tries import examples

FACE = Face("Regular", 26)
texts = st.text(st.sampled_from("abWlмЖ .-…\u00a0"), max_size=120)


@given(texts, st.integers(60, 500))
@examples(150)
def test_lines_keep_the_words_and_fit(text: str, room: int) -> None:
    lines = wrapped(text, FACE, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(FACE, line) <= room for line in lines)


@given(texts, st.integers(60, 500))
@examples(150)
def test_a_line_takes_all_words_that_fit(text: str, room: int) -> None:
    text = " ".join(word for word in text.split() if width(FACE, word) <= room)
    for line, following in pairwise(wrapped(text, FACE, room)):
        assert width(FACE, f"{line} {following.split(' ')[0]}") > room


def test_what_is_left_out_is_said_where_a_broken_word_would_fit() -> None:
    """The second line ends within the word, and its beginning would fit behind the first line's word."""
    assert wrapped("a a.мW", FACE, 60) == ["a", "a.м", "W"]
    assert clipped("a a.мW", FACE, 60, 1)[0].endswith("…")


@given(texts, st.integers(60, 500), st.integers(1, 4))
@examples(150)
def test_clipped_lines_are_few_and_say_when_something_is_left_out(text: str, room: int, most: int) -> None:
    lines = clipped(text, FACE, room, most)
    assert len(lines) <= most
    assert all(width(FACE, line) <= room for line in lines)
    if len(wrapped(text, FACE, room)) > most:
        assert lines[-1].endswith("…")
    else:
        assert lines == wrapped(text, FACE, room)


def test_a_long_word_is_broken() -> None:
    lines = wrapped(f"a {'W' * 50} b", FACE, 300)
    assert lines[0] == "a"
    assert len(lines) > 3
    assert "".join(lines[1:]).replace(" ", "") == "W" * 50 + "b"
    assert lines[-1].endswith(" b")


@pytest.mark.parametrize(("text", "lines"), [("", [""]), ("  ", [""]), ("a\nb", ["a b"]), ("a  b", ["a b"])])
def test_white_space_separates_words(text: str, lines: list[str]) -> None:
    assert wrapped(text, FACE, 300) == lines


def test_what_fits_is_left_as_it_is() -> None:
    assert fitted("Short", FACE, width(FACE, "Short")) == "Short"
    assert fitted("Shorter", FACE, width(FACE, "Shorter") - 1).endswith("…")
    assert fitted("One … two three", FACE, width(FACE, "One … ")) == "One…"


def test_how_many_letters_fit() -> None:
    assert fitting("llll", FACE, 0) == 0
    assert fitting("llll", FACE, width(FACE, "ll")) == 2
    assert fitting("llll", FACE, width(FACE, "ll") - 1) == 1
    assert fitting("llll", FACE, 1000) == 4
