from __future__ import annotations

from site_builder.passages.context import prefix_for, suffix_for
from tests.passages.documents import document


def places(text: str, words: str) -> list[tuple[int, int]]:
    starts = [index for index in range(len(text)) if text.startswith(words, index)]
    return [(start, start + len(words)) for start in starts]


def test_the_fewest_words_that_tell_places_apart() -> None:
    made = document("He said yes on Monday. She said yes on Tuesday.\n")
    first, second = places(made.text, "yes")
    assert prefix_for(made, first, [first, second]) == "He said"
    assert prefix_for(made, second, [first, second]) == "She said"
    assert suffix_for(made, first, [first, second]) == "on Monday."


def test_a_lone_mark_is_not_a_word() -> None:
    made = document("so “yes” or yes\n")
    first, second = places(made.text, "yes")
    assert prefix_for(made, first, [first, second]) == 'so "'


def test_nothing_tells_apart_what_nothing_surrounds() -> None:
    made = document("yes\n")
    (only,) = places(made.text, "yes")
    assert prefix_for(made, only, [only, (9, 12)]) is None
    assert suffix_for(made, only, [only, (9, 12)]) is None
