from __future__ import annotations

import pytest

from site_builder.passages.lookalike import named, strangers


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The ministеr said", "The minister said", [("е", "e", "ministеr")]),
        ("Сосо", "Coco", [("С", "C", "Сосо"), ("о", "o", "Сосо"), ("с", "c", "Сосо")]),
        ("Ｒoads", "Roads", [("Ｒ", "R", "Ｒoads")]),
        ("roads", "roads", []),
        ("roads", "toads", []),
        ("ministеr toads", "minister roads", []),
        ("ministеr said", "minister", []),
        ("a.b", "a,b", []),
    ],
)
def test_letters_of_another_alphabet(one: str, other: str, found: list[tuple[str, str, str]]) -> None:
    assert strangers(one, other) == found


def test_a_letter_is_named_by_its_code_point() -> None:
    assert named("е") == "е (U+0435 CYRILLIC SMALL LETTER IE)"
