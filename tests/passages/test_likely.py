from __future__ import annotations

import pytest

from site_builder.passages.likely import MOST_LOOKED, MOST_STRETCHES, STEP, indexed, others, stretches
from site_builder.passages.normal import Place
from tests.growth import lines_run

LINE = "and then there was nothing of note to be said about the day or the night "


def long(words: str, at: int = 150_000, length: int = 400_000) -> str:
    """A text of about ``length`` characters with ``words`` at ``at``."""
    filling = LINE * (length // len(LINE))
    return filling[:at] + " " + words + " " + filling[at:]


def found_in(text: str, wanted: str) -> list[Place]:
    return stretches(text, indexed(text), wanted)


@pytest.mark.parametrize("at", [0, STEP - 20, 150_000, 151_990, 399_000])
def test_the_stretch_with_the_rare_words_is_among_them_and_holds_all_of_them(at: int) -> None:
    words = "zebras quietly crossed the frozen estuary"
    text = long(words, at)
    start = text.index(words)
    found = found_in(text, "zebra quietly crossed a frozen estuary")
    assert any(first <= start and start + len(words) <= last for first, last in found)


def test_a_script_without_spaces_is_compared_by_pairs() -> None:
    text = long("大臣は道路が安全だと述べた")
    found = found_in(text, "道路が安全だと言った")
    assert any("道路が安全" in text[first:last] for first, last in found)


def test_no_shared_word_is_no_stretch() -> None:
    assert found_in(long("here"), "zebras xylophone") == []


@pytest.mark.parametrize("length", [200_000, 800_000, 3_200_000])
def test_what_is_compared_does_not_grow_with_the_text(length: int) -> None:
    text = long("zebras", length // 2, length)
    found = found_in(text, "and then there was nothing of note to zebras")
    assert 0 < sum(last - first for first, last in found) <= MOST_STRETCHES * 2 * STEP
    assert found == sorted(found)
    assert all(first < last <= len(text) for first, last in found)


def test_of_many_common_words_few_are_looked_at() -> None:
    """Each of twenty words that are in 2,000 steps would be looked at there for each of hundreds of quotations."""
    common = [f"common{number}" for number in range(20)]
    text = "".join(f"{' '.join(common)} {number} ".ljust(STEP, ".") for number in range(2_000))
    index = indexed(text)

    def looked(words: int) -> int:
        return lines_run(lambda: stretches(text, index, " ".join(["1234", *common[:words]])))

    assert looked(20) < 2 * looked(MOST_LOOKED // 2_000 - 1)
    assert any("19 1234 " in text[slice(*place)] for place in stretches(text, index, "1234"))


@pytest.mark.parametrize(
    ("places", "rest"),
    [
        ([], [(0, 100)]),
        ([(20, 50)], [(0, 25), (45, 100)]),
        ([(0, 30), (60, 100)], [(0, 5), (25, 65), (95, 100)]),
        ([(2, 98)], [(0, 7), (93, 100)]),
    ],
)
def test_any_five_letters_are_in_a_place_or_in_the_rest(places: list[Place], rest: list[Place]) -> None:
    assert others(places, 100, 5) == rest
    for start in range(96):
        assert any(first <= start and start + 5 <= last for first, last in [*places, *rest])
