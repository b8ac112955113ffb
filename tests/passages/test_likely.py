from __future__ import annotations

import pytest

from site_builder.passages.likely import MOST_STRETCHES, SHORT, STEP, stretches

LINE = "and then there was nothing of note to be said about the day or the night "


def long(words: str, at: int = 150_000, length: int = 400_000) -> str:
    """A text of about ``length`` characters with ``words`` at ``at``."""
    filling = LINE * (length // len(LINE))
    return filling[:at] + " " + words + " " + filling[at:]


def test_a_short_text_is_compared_as_a_whole() -> None:
    assert stretches("a" * SHORT, "b") == [(0, SHORT)]


@pytest.mark.parametrize("at", [0, STEP - 20, 150_000, 151_990, 399_000])
def test_the_stretch_with_the_rare_words_is_among_them_and_holds_all_of_them(at: int) -> None:
    words = "zebras quietly crossed the frozen estuary"
    text = long(words, at)
    start = text.index(words)
    found = stretches(text, "zebra quietly crossed a frozen estuary")
    assert any(first <= start and start + len(words) <= last for first, last in found)


def test_a_script_without_spaces_is_compared_by_pairs() -> None:
    text = long("大臣は道路が安全だと述べた")
    found = stretches(text, "道路が安全だと言った")
    assert any("道路が安全" in text[first:last] for first, last in found)


def test_no_shared_word_is_no_stretch() -> None:
    assert stretches(long("here"), "zebras xylophone") == []


@pytest.mark.parametrize("length", [200_000, 800_000, 3_200_000])
def test_what_is_compared_does_not_grow_with_the_text(length: int) -> None:
    text = long("zebras", length // 2, length)
    found = stretches(text, "and then there was nothing of note to zebras")
    assert 0 < sum(last - first for first, last in found) <= MOST_STRETCHES * 2 * STEP
    assert found == sorted(found)
    assert all(first < last <= len(text) for first, last in found)
