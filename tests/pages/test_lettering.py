from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.pages.lettering import _em, wrapped
from tests.growth import grows_linearly


@pytest.mark.parametrize(
    ("text", "room", "lines", "out"),
    [
        ("Ann", 5, 1, ("Ann",)),
        ("Ann Able", 20, 1, ("Ann Able",)),
        ("Ann Able", 3, 2, ("Ann", "Able")),
        ("Ann Able of the North", 3, 2, ("Ann", "Able…")),
        ("Ann Able of the North", 5.4, 1, ("Ann Able…",)),
        ("Donaudampfschifffahrt", 5, 1, ("Donaud…",)),
        ("", 5, 1, ()),
        ("   ", 5, 1, ()),
    ],
)
def test_words_go_into_lines_and_an_ellipsis_ends_what_does_not_fit(
    text: str, room: float, lines: int, out: tuple[str, ...]
) -> None:
    assert wrapped(text, room, lines) == out


def test_wide_letters_take_more_room_and_marks_none() -> None:
    assert _em("WWW") == _em("www") > _em("aaa") > _em("iii")
    assert _em("漢") == 1
    assert _em("e\u0301") == _em("e")


def test_a_long_word_is_read_once() -> None:
    wrapped.cache_clear()
    assert grows_linearly(lambda size: wrapped("x" * size, 10, 2), 1000)


@given(st.text("abcDEW ij漢é", max_size=60), st.floats(2, 30), st.integers(1, 4))
def test_no_line_is_wider_than_its_room_and_no_word_is_made_up(text: str, room: float, lines: int) -> None:
    out = wrapped(text, room, lines)
    assert len(out) <= lines
    assert all(_em(line) <= room for line in out)
    if not any(line.endswith("…") for line in out):
        assert " ".join(out) == " ".join(text.split())
