from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.latin import latin
from site_builder.records.values import MAX_ID, is_id, suggest_id


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Łódź, ćma", "pl", "lodz-cma"),
        ("Příliš žluťoučký kůň", "cs", "prilis-zlutoucky-kun"),
        ("Ľudia", "sk", "ludia"),
        ("Straße für Änne", "de", "strasse-fuer-aenne"),
        ("Åsa Öberg", "sv", "asa-oberg"),
        ("Ørsted Æble", "da", "orsted-aeble"),
        ("L’État c'est", "fr", "l-etat-c-est"),
        ("O’Brien", "en", "obrien"),
        ("İstanbul Işık", "tr", "istanbul-isik"),
        ("Đặng Việt", "vi", "dang-viet"),
        ("Александр Лукашенко", "ru", "aleksandr-lukashenko"),
        ("Подъезд, щи, ёж", "", "podezd-shchi-yozh"),
        ("Аляксандр Грыгор’еў", "be", "alyaksandr-hryhoreu"),
        ("Наша Ніва", "be", "nasha-niva"),
        ("Єва Гриценко, Зеленський", "uk", "yeva-hrytsenko-zelenskyi"),
        ("Мар’яна Їжак", "", "mariana-yizhak"),
        ("Ђоковић", "", "djokovic"),
        ("България щъркел", "bg", "balgariya-shtarkel"),
        ("Γεώργιος Παπανδρέου", "el", "georgios-papandreou"),
        ("Η Εφημερίδα", "", "i-efimerida"),
        ("محمد السيسي", "ar", "mhmd-alsysy"),
        ("习近平 北京", "zh", "xijinping-beijing"),
        ("ニュース", "ja", "niyusu"),
        ("안철수", "ko", "ancheolsu"),
        ("שלום", "he", "shlvm"),
        ("😀 roads – 3", "", "roads-3"),
        ("😀 …", "", ""),
    ],
)
def test_ids_are_spelled_as_the_language_spells_them(text: str, language: str, expected: str) -> None:
    assert suggest_id(text, language) == expected


def test_a_language_of_another_script_does_not_count() -> None:
    assert latin("Минск", "en") == "minsk"
    assert latin("Müller", "ru") == "muller"


def test_a_letter_without_a_spelling_leaves_no_half_word() -> None:
    assert suggest_id("roads \u39dd") == ""


def test_a_long_id_ends_with_a_word() -> None:
    assert suggest_id("roads and " * 20) == "-".join(["roads", "and"] * 8)
    assert suggest_id("The minister says so", most=14) == "the-minister"
    assert len(suggest_id("a" * 200)) == MAX_ID


@given(st.text(max_size=100), st.sampled_from(["", "uk", "be", "ru", "de", "el", "fr", "ar"]))
def test_what_is_proposed_is_an_id(text: str, language: str) -> None:
    assert latin(text, language).isascii()
    assert suggest_id(text, language) == "" or is_id(suggest_id(text, language))
