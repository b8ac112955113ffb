from __future__ import annotations

import pytest

from site_builder.dialect.emphasis import Mark, edges, pairs


@pytest.mark.parametrize(
    ("run", "before", "behind", "expected"),
    [
        ("*", " ", "a", (True, False)),
        ("*", "a", " ", (False, True)),
        ("*", "a", "", (False, True)),
        ("*", "a", "b", (False, False)),
        ("*", "5", "3", (False, False)),
        ("*", " ", " ", (False, False)),
        ("*", "е\u0301"[1], " ", (False, True)),
        ("**", "", "„", (True, False)),
        ("**", "“", ".", (False, True)),
        ("*", "(", "a", (True, False)),
        ("*", "(", ")", (False, False)),
        ("*", "“", "”", (False, False)),
        ("*", '"', '"', (False, False)),
        ("***", " ", "a", (False, False)),
        ("_", "a", "b", (False, False)),
    ],
)
def test_marks_stand_at_the_outer_edges_of_words(
    run: str, before: str, behind: str, expected: tuple[bool, bool]
) -> None:
    assert edges(run, before, behind) == expected


def opening(token: int, run: str, words: int = 0) -> Mark:
    return Mark(token, run, opens=True, closes=False, words=words)


def closing(token: int, run: str, words: int = 1) -> Mark:
    return Mark(token, run, opens=False, closes=True, words=words)


def numbers(*marks: Mark) -> list[tuple[int, int]]:
    return [(one.token, other.token) for one, other in pairs(marks)]


def test_a_mark_closes_the_nearest_of_its_kind() -> None:
    assert numbers(opening(0, "**"), opening(1, "*"), closing(2, "*"), closing(3, "**")) == [(1, 2), (0, 3)]
    assert numbers(opening(0, "**"), closing(1, "*")) == []
    assert numbers(closing(0, "*"), opening(1, "*")) == []


def test_what_crosses_is_text() -> None:
    assert numbers(opening(0, "*"), opening(1, "_"), closing(2, "*"), closing(3, "_")) == [(0, 2)]


def test_nothing_without_a_word_is_emphasised() -> None:
    assert numbers(opening(0, "*", 1), closing(1, "*", 1)) == []
