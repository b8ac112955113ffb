from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.passages.anchor import Ambiguous, Found, anchor
from site_builder.passages.occurrences import occurrences
from tests.growth import lines_run
from tests.passages.documents import document


@given(st.text("ab ", max_size=40), st.text("ab ", min_size=1, max_size=6), st.integers(0, 5))
def test_all_of_them_are_found(text: str, part: str, start: int) -> None:
    expected = [at for at in range(start, len(text)) if text.startswith(part, at)]
    assert list(occurrences(text, part, start)) == expected


@pytest.mark.parametrize("unit", ["no ", "a", "a b a ", "ab"])
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    def work(size: int) -> int:
        text, part = unit * 2 * size, unit * size
        return lines_run(lambda: list(occurrences(text, part)))

    assert work(2000) < 2.2 * work(1000)


def test_each_character_is_compared_a_few_times_only() -> None:
    compared = 0

    class Counted(str):
        __slots__ = ()

        def find(self, *arguments: object) -> int:
            nonlocal compared
            found = super().find(*arguments)  # type: ignore[arg-type]
            since = arguments[1]
            assert isinstance(since, int)
            compared += len(str(arguments[0])) + (found if found >= 0 else len(self)) - since
            return found

    size = 3000
    assert len(list(occurrences(Counted("no " * 2 * size), "no " * size))) == size + 1
    assert compared < 10 * len("no " * 2 * size)


def test_a_quotation_of_repeated_words_is_ambiguous_and_no_more_work_than_its_length() -> None:
    def work(size: int) -> int:
        made = document("no " * 2 * size + "\n")
        quote = ("no " * size).strip()
        assert isinstance(anchor(made, quote), Ambiguous)
        return lines_run(lambda: anchor(made, quote))

    assert work(800) < 2.2 * work(400)


def test_and_so_with_words_left_out() -> None:
    def work(size: int) -> int:
        made = document("no yes " * size + "end.\n")
        assert isinstance(anchor(made, "no […] yes […] end"), Ambiguous)
        return lines_run(lambda: anchor(made, "no […] yes […] end"))

    assert work(800) < 2.2 * work(400)


def test_later_parts_are_the_next_behind_the_one_before() -> None:
    made = document("one two three two one three two\n")
    result = anchor(made, "one […] three", prefix="two")
    assert isinstance(result, Found)
    assert [made.text[slice(*part)] for part in result.parts] == ["one", "three"]
    assert result.parts[0][0] == made.text.rindex("one")
