from __future__ import annotations

import pytest

from site_builder.records.letters import odd_in_name, odd_letters, plain


@pytest.mark.parametrize(
    ("text", "seems"),
    [
        ("luk\u0430shenko", "lukashenko"),
        ("lukashenko\u200b", "lukashenko"),
        ("\u202elukashenko", "lukashenko"),
        ("ｌｕｋａ", "luka"),
        ("luka–shenko", "luka-shenko"),
        ("ΑΒΕ", "ABE"),
        ("roads-2020", "roads-2020"),
        ("groß", "groß"),
    ],
)
def test_a_text_in_the_letters_that_it_seems_to_have(text: str, seems: str) -> None:
    assert plain(text) == seems


def test_odd_letters_are_named_once() -> None:
    assert odd_letters("\u0430n\u0430\u200b") == [
        '"\u0430" (U+0430 CYRILLIC SMALL LETTER A)',
        "U+200B ZERO WIDTH SPACE",
    ]
    assert odd_letters("ana") == []


@pytest.mark.parametrize(
    ("name", "odd"),
    [
        ("Alexander Luk\u0430shenko", ["U+0430"]),
        ("\u041b\u0443\u043a\u0061шенко", ["U+0061"]),
    ],
)
def test_what_no_alphabet_explains_in_a_name(name: str, odd: list[str]) -> None:
    found = odd_in_name(name)
    assert len(found) == len(odd)
    assert all(code in shown for code, shown in zip(odd, found, strict=True))


@pytest.mark.parametrize(
    "name",
    ["Александр Лукашенко", "Hanna Müller-Groß", "КамАЗ", "Группа Wagner", "ООО «Roads»", "علی\u200cرضا", "क्\u200dष",
     "Γιάννης", "Łukasz", "O’Brien", "α-synuclein", "iPhone", "שלום\u200e!", "Ağrı", "AC/DC", "ВКонтакте VK"],
)  # fmt: skip
def test_names_as_the_world_has_them(name: str) -> None:
    assert odd_in_name(name) == []
