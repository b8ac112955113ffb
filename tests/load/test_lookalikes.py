from __future__ import annotations

import pytest

from tests.projects import ARTICLE, checked, codes, edited, minimal


@pytest.mark.parametrize(
    ("name", "there", "written"),
    [
        ("claims.yaml", "name: Ann Able", "name: Ann \u0410ble"),
        ("claims.yaml", "name: Ann Able", "name: Ann Able\n    also_known_as: [A. Able, \u0410nn]"),
        (ARTICLE, "publisher: The Daily", "publisher: The D\u0430ily"),
        (ARTICLE, "publisher: The Daily", "publisher: The Daily\nbyline: [J\u043ehn]"),
    ],
)
def test_a_name_that_is_not_what_it_seems_is_a_warning(name: str, there: str, written: str) -> None:
    (fault,) = checked(edited(minimal(), name, there, written)).report.diagnostics
    assert (fault.code, fault.severity) == ("look-alike", "warning")
    assert "U+" in fault.message


@pytest.mark.parametrize("name", ["Анна Абель", "Άννα", "Łukasz O’Brien", "علی\u200cرضا", "安 Able"])
def test_a_name_in_its_own_alphabet_is_none(name: str) -> None:
    assert codes(checked(edited(minimal(), "claims.yaml", "name: Ann Able", f'name: "{name}"'))) == []


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("ro\u0430ds", "U+0430 CYRILLIC SMALL LETTER A"),
        ('"roads\u200b"', "U+200B ZERO WIDTH SPACE"),
        ('"\u202eroads"', "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("r\u03bfads", "U+03BF GREEK SMALL LETTER OMICRON"),
        ("ｒoads", "U+FF52 FULLWIDTH LATIN SMALL LETTER R"),
    ],
)
def test_in_an_id_it_is_an_error_with_its_code_point(id_: str, words: str) -> None:
    (fault,) = checked(edited(minimal(), "claims.yaml", "[roads]", f"[{id_}]")).report.diagnostics
    assert fault.code == "invalid-id"
    assert words in fault.message
    assert fault.help == "write roads"
