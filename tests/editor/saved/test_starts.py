"""The words with which pages begin."""

from __future__ import annotations

import pytest

from site_builder.editor.saved.starts import page_starts
from site_builder.passages.normal import normalise
from site_builder.passages.page_starts import find_starts
from tests.growth import grows_linearly

LONG = "He said that the roads of the whole country are safer than they have ever been, and that"


@pytest.mark.parametrize(
    ("text", "numbers", "expected"),
    [
        ("\fOne page.", [1], []),
        ("\fOne page.\n\n\fAnother\npage.", [1, 2], [("2", "Another page.")]),
        ("\fOne page.", [3], [("3", "One page.")]),
        (f"\f{LONG} one.\n\n\f{LONG} two.", [1, 2], [("2", f"{LONG} two.")]),
        ("\fSo.\n\n\fSo.\n\n\fNo.", [1, 2, 3], [("2", "So. No."), ("3", "No.")]),
        ("\fA word\f \fthat ends.", [1, 2, 3], [("3", "that ends.")]),
        ("\f道路。\f比以往更安全" + "道路" * 40, [1, 2], [("2", "比以往更安全" + "道路" * 17)]),
        ("\fIt’s “so”.\n\n\f“It’s …”", [1, 2], [("2", "“It’s …”")]),
    ],
)
def test_a_page_begins_with_words_that_stand_nowhere_before(
    text: str, numbers: list[int], expected: list[tuple[str, str]]
) -> None:
    found = list(page_starts(text, numbers))
    assert found == expected
    whole = text.replace("\f", "")
    for number, start in find_starts(normalise(whole), [(int(number), words) for number, words in found]):
        assert start is not None
        assert len("".join(text.split("\f")[: numbers.index(number) + 1])) == start


def test_the_words_are_whole() -> None:
    ((_, words),) = page_starts(f"\fNo.\n\n\f{LONG} one.", [1, 2])
    assert words == "He said that the roads of the whole"


def test_many_pages_take_time_in_step_with_their_number() -> None:
    assert grows_linearly(lambda size: list(page_starts("\fThe same words. " * size, range(1, size + 1))), 40)
    different = "".join(f"\fPage {number} says so. " for number in range(400))
    assert grows_linearly(lambda size: list(page_starts("\f".join(different.split("\f")[: size + 1]), range(size))), 40)
