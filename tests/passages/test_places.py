from __future__ import annotations

from collections.abc import Iterator

import pytest

from site_builder.passages.normal import Normal, normalise
from site_builder.passages.occurrences import occurrences
from site_builder.passages.places import beside, everywhere, everywhere_printed, first_places, starts, whole_places

TEXT = normalise("no  no no, cano no (no) no.")


def test_all_places_in_whole_words() -> None:
    assert list(whole_places(TEXT, "no")) == [(0, 2), (3, 5), (6, 8), (15, 17), (19, 21), (23, 25)]
    assert list(whole_places(TEXT, "no", 7)) == [(15, 17), (19, 21), (23, 25)]
    assert first_places(TEXT, "no", 2) == [(0, 2), (3, 5)]
    assert first_places(TEXT, "never", 2) == []
    assert everywhere(TEXT, "no") == tuple(whole_places(TEXT, "no"))
    assert everywhere(TEXT, "no no") == ((0, 5), (3, 8))
    assert everywhere_printed(TEXT, "no no") == ((0, 6), (4, 9))
    assert list(starts(TEXT.text, "no")) == [0, 3, 6, 12, 15, 19, 23]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("", "", [0, 3, 6, 15, 19, 23]),
        ("no", "", [3, 6, 15]),
        ("", "no", [0, 3]),
        ("no", ",", [6]),
        ("(", ")", [19]),
        ("no (no)", ".", [23]),
        ("o", "", [3, 6, 15]),
        ("never", "", []),
    ],
)
def test_places_beside_other_words(before: str, after: str, found: list[int]) -> None:
    assert [start for start, _ in beside(TEXT, "no", before, after)] == found


def test_what_has_been_found_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counted(text: str, part: str, start: int = 0) -> Iterator[int]:
        looked.append(part)
        return occurrences(text, part, start)

    monkeypatch.setattr("site_builder.passages.places.occurrences", counted)
    normal = normalise("one and two and three and four")
    for _ in range(5):
        assert len(everywhere(normal, "and")) == len(everywhere_printed(normal, "and")) == 3
    assert looked == ["and"]


def test_a_place_that_other_words_rule_out_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    is_whole = Normal.is_whole

    def counted(normal: Normal, start: int, end: int) -> bool:
        looks.append(start)
        return is_whole(normal, start, end)

    monkeypatch.setattr(Normal, "is_whole", counted)
    normal = normalise(" ".join(f"{number}: it is icy." for number in range(1000)))
    assert [len(beside(normal, "it is icy", f"{number}:", "")) for number in range(100, 200)] == [1] * 100
    assert len(looks) == 100
