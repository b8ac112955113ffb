from __future__ import annotations

import re

import pytest

from site_builder.records.characters import (
    TOO_MANY_MARKS,
    crowded,
    encoded,
    name_of,
    no_text,
    text_fault,
    without_separators,
)


@pytest.mark.parametrize(
    "sign", ["\0", "\x08", "\x0b", "\x1f", "\x7f", "\x9f", "\ud800", "\ufdd0", "\ufffe", "\U0010ffff"]
)
def test_control_characters_and_code_points_that_are_none_are_no_text(sign: str) -> None:
    found = no_text(f"a\u0301 ж漢{sign} b{sign}")
    assert found is not None
    assert (found[0], found.start()) == (sign, 5)


@pytest.mark.parametrize(
    "sign", ["\n", "\r", "\t", "\x85", "\xa0", "\xad", "\u200b", "\u2028", "\ue000", "\U0001f600", "\u0378"]
)
def test_what_xml_can_write_is_text(sign: str) -> None:
    assert no_text(f"a{sign}b") is None


def test_unseen_separators_become_spaces() -> None:
    assert without_separators("a\u2028b\u2029c\nd\x85e") == "a b c\nd e"


def test_a_character_is_named_by_its_code_point() -> None:
    assert [name_of(sign) for sign in "\1A\U0001f600"] == ["U+0001", "U+0041", "U+1F600"]


MARKS = "\u0301\u0327"


def test_more_marks_on_a_letter_than_any_script_has_are_found() -> None:
    assert crowded("plain " + "a" + MARKS * 15 + " b") is None
    assert crowded("plain " + "a" + MARKS * 16) == len("plain a")
    assert crowded("ж" * 100) is None
    assert crowded("a" + "\u0301" * 31) == 1


def test_why_a_value_is_no_text() -> None:
    assert text_fault("пять\u0301 слов") == ("", "")
    assert text_fault("a\0b")[0] == "the character U+0000 is not text"
    assert text_fault("a" + MARKS * 500)[0] == TOO_MANY_MARKS


def _is_encoded(text: str) -> bool:
    try:
        return encoded(text) == text.encode()
    except ValueError as problem:
        return name_of(text[1]) not in str(problem)


@pytest.mark.parametrize("beside", ["a", "é", "Ж", "\u2027", "\u3028", "\U0001f600"])
def test_no_output_has_control_characters_or_separators_whatever_is_beside_them(beside: str) -> None:
    refused = "".join(sign for sign in map(chr, range(0x3000)) if not _is_encoded(f"{beside}{sign}{beside}"))
    expected = re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", "".join(map(chr, range(0x3000))))
    assert refused == "".join(expected)
