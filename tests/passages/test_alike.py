from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from site_builder.passages.alike import FEW, SPARE, TIMES, Alike, most_alike

NONE: Alike = (55.0, 0, 0)
WORDS = "the minister said that no road is safe while bridges are old and money goes elsewhere again".split()


def prose(chosen: Random, length: int) -> str:
    words = WORDS + ["".join(chosen.choices("etaoinshrdlu", k=chosen.randint(3, 9))) for _ in range(300)]
    return " ".join(chosen.choices(words, k=length // 4))[:length]


def misquoted(chosen: Random, words: str, share: float) -> str:
    return "".join(chosen.choice("xyz") if chosen.random() < share else letter for letter in words)


def whole(wanted: str, text: str, best: Alike = NONE) -> Alike:
    return most_alike(wanted, text, [(0, len(text))], best)


@pytest.mark.parametrize("size", [20, 150, FEW, FEW + 1, 400, 900])
@pytest.mark.parametrize("length", [150, 420, 900, 2_000, 20_000])
def test_as_like_as_what_comparing_all_stretches_finds(size: int, length: int) -> None:
    chosen = Random(size * length)
    text = prose(chosen, length)
    size = min(size, length)
    at = chosen.randrange(length - size + 1)
    for wanted in (
        misquoted(chosen, text[at : at + size], 0.1),
        misquoted(chosen, text[at : at + size], 0.3),
        prose(chosen, size // 3) + text[: size - size // 3],
        text[-(size - size // 3) :] + prose(chosen, size // 3),
        text[at : at + size // 2] + text[at + size // 2 + 3 :][: size // 2],
    ):
        score, start, end = whole(wanted, text)
        assert score == pytest.approx(fuzz.partial_ratio(wanted, text, score_cutoff=55.0) or 55.0)
        if start < end and len(wanted) <= len(text):
            assert score == pytest.approx(fuzz.ratio(wanted, text[start:end]))


def test_of_a_text_that_is_shorter_than_the_quotation_all_is_the_stretch() -> None:
    text = prose(Random(1), 500)
    wanted = prose(Random(2), 200) + misquoted(Random(3), text, 0.1) + prose(Random(4), 200)
    score, *place = whole(wanted, text)
    assert score > 85
    assert place == [0, len(text)]


@pytest.mark.parametrize("size", [100, 600])
def test_only_in_the_places_that_are_given(size: int) -> None:
    chosen = Random(5)
    wanted = prose(chosen, size)
    text = prose(chosen, 4_000) + wanted + prose(chosen, 4_000) + misquoted(chosen, wanted, 0.1) + prose(chosen, 4_000)
    second = 8_000 + size
    assert most_alike(wanted, text, [(0, len(text))], NONE) == (100.0, 4_000, 4_000 + size)
    found = most_alike(wanted, text, [(0, 3_000), (second - 500, second + size + 500)], NONE)
    assert found[0] < 100
    assert found[1:] == (second, second + size)
    assert most_alike(wanted, text, [(0, 3_000)], found) == found
    assert most_alike(wanted, text, [], NONE) == NONE


@pytest.mark.parametrize("size", [FEW + 1, 500, 1_000])
@pytest.mark.parametrize(
    "pattern",
    [
        lambda n: ("word " * n)[:n],
        lambda n: ("abc def ghij. " * n)[:n],
        lambda n: "a" * n,
        lambda n: prose(Random(n), n),
    ],
)
def test_what_is_compared_is_in_proportion_to_the_text(
    pattern: Callable[[int], str], size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that repeats itself has a stretch at each letter that is as like as any: all took a second."""
    compared: list[int] = []
    similarity = LCSseq.similarity

    def counted(one: str, other: str) -> int:
        compared.append(len(one))
        return similarity(one, other)

    monkeypatch.setattr("site_builder.passages.alike.LCSseq.similarity", counted)
    for length in (10_000, 80_000):
        compared.clear()
        text = pattern(length)
        wanted = "".join(letter if at % 9 else "x" for at, letter in enumerate(text[:size]))
        assert whole(wanted, text)[0] > 80
        assert sum(compared) <= TIMES * length + (SPARE + 8) * size
