from __future__ import annotations

from site_builder.passages.context import Around
from tests.passages.documents import document


def places(text: str, words: str) -> list[tuple[int, int]]:
    starts = [index for index in range(len(text)) if text.startswith(words, index)]
    return [(start, start + len(words)) for start in starts]


def test_the_fewest_words_that_tell_places_apart() -> None:
    made = document("He said yes on Monday. She said yes on Tuesday.\n")
    first, second = places(made.text, "yes")
    assert Around(made, [first, second]).prefix(first) == "He said"
    assert Around(made, [first, second]).prefix(second) == "She said"
    assert Around(made, [first, second]).suffix(first) == "on Monday."


def test_a_lone_mark_is_not_a_word() -> None:
    made = document("so “yes” or yes\n")
    first, second = places(made.text, "yes")
    assert Around(made, [first, second]).prefix(first) == 'so "'


def test_nothing_tells_apart_what_nothing_surrounds() -> None:
    made = document("yes\n")
    (only,) = places(made.text, "yes")
    assert Around(made, [only, (9, 12)]).prefix(only) is None
    assert Around(made, [only, (9, 12)]).suffix(only) is None
