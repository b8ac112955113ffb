from __future__ import annotations

import pytest

from site_builder.records.countries import COUNTRIES, advice


def test_all_countries_have_two_capital_letters_and_a_name() -> None:
    assert len(COUNTRIES) == 249 + 1  # Kosovo
    assert all(len(code) == 2 and code.isupper() and code.isascii() for code in COUNTRIES)
    assert all(name == name.strip() and name for name in COUNTRIES.values())
    assert COUNTRIES.keys().isdisjoint({"UK", "ZZ", "EU", "XA", "SU"})


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("Norway", "NO"),
        ("the Netherlands", "NL"),
        ("no", "NO"),
        ("Great Britain", "GB"),
        ("Belarus", "BY"),
    ],
)
def test_advice_has_the_code(value: str, code: str) -> None:
    assert advice(value) == f"write {code}"


@pytest.mark.parametrize("value", ["ZZ", "Atlantis", ""])
def test_no_country_has_no_guess(value: str) -> None:
    assert advice(value) == "write the country's two letters, such as BY or GB, or leave the key out"
