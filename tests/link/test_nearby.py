from __future__ import annotations

from collections.abc import Iterable

import pytest

from site_builder.link import nearby
from site_builder.link.nearby import FEW, Nearby

MANY = {f"claim-{number}-on-roads": f"Claim {number}" for number in range(10_000)}


@pytest.mark.parametrize("others", [{}, MANY])
@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("lukashenk", 'did you mean "lukashenko"?'),
        ("bukashenko", 'did you mean "lukashenko"?'),
        ("Alexander LUKASHENKO", 'write the id, "lukashenko"'),
        ("xyz", None),
    ],
)
def test_the_id_that_was_meant(wanted: str, hint: str | None, others: dict[str, str]) -> None:
    assert Nearby({**others, "lukashenko": "Alexander Lukashenko"}).hint(wanted) == hint


def test_of_equal_names_the_first_is_meant() -> None:
    assert Nearby({"a": "Ann", "b": "Ann"}).hint("ANN") == 'write the id, "a"'


@pytest.mark.parametrize("number", [1_000, 20_000])
def test_few_are_compared_however_many_there_are(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def noted(_word: str, known: Iterable[str]) -> None:
        compared.extend(known)

    monkeypatch.setattr(nearby, "most_similar", noted)
    Nearby({f"claim-{count:06}": "A claim" for count in range(number)}).hint("claim-00042x")
    assert 0 < len(compared) <= FEW
