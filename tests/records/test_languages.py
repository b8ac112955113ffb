from __future__ import annotations

import pytest

from site_builder.records.languages import LANGUAGES, fault, tag


@pytest.mark.parametrize(
    "value", ["be", "en-GB", "zh-Hans", "sr-Latn-RS", "be-tarask", "tlh", "EN", "es-419", "se", "uk"]
)
def test_a_language_has_no_fault(value: str) -> None:
    assert fault(value) == ("", "")
    assert tag(value) == value


@pytest.mark.parametrize(
    ("value", "better"),
    [
        ("by", "be"),
        ("ua", "uk"),
        ("cn-Hans", "zh-Hans"),
        ("jp", "ja"),
        ("eng", "en"),
        ("rus", "ru"),
        ("iw", "he"),
        ("en_GB", "en-GB"),
        ("ru_RU.UTF-8", "ru-RU"),
        ("en-UK", "en-GB"),
        ("en-ZZ", "en"),
        ("Russian", "ru"),
        ("norwegian nynorsk", "nn"),
    ],
)
def test_what_is_none_is_told_which_is_meant(value: str, better: str) -> None:
    why, help_ = fault(value)
    assert value.partition("-")[0] in why or "UK" in why or "ZZ" in why
    assert help_ == f"write {better}"
    assert fault(better) == ("", "")
    assert tag(value) == better


@pytest.mark.parametrize("value", ["Russian!", "", "Martian", "x"])
def test_what_means_none_is_refused(value: str) -> None:
    assert fault(value)[0]
    assert tag(value) == ""


def test_a_country_is_told_from_a_language() -> None:
    assert fault("by")[0] == '"by" is the code of a country, Belarus, and no language'
    assert len(LANGUAGES) == 184


@pytest.mark.parametrize("value", ["kmr", "ckb", "cmn", "yue", "arb", "hsb", "fil", "rue", "zh-Hant-TW", "be-tarask"])
def test_languages_with_three_letters_of_their_own_are_accepted(value: str) -> None:
    assert fault(value) == ("", "")
