from __future__ import annotations

import json
import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.unseen import in_json, obeyed_by_none, visible

PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Format characters that are seen: signs before the numbers of Arabic, Syriac and Kaithi."""
ODD = "\x00\x07\x1b\x7f\x85\x9b\u2028\u2029\ud800\udfff\u202e\u2066\u200b\u200d\u00ad\ufeff\u3164\ufe0f\U000e0041\t\r\n"
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(ODD)))


def test_what_nobody_sees_is_shown_by_its_code_point() -> None:
    assert visible("ad\u202emin") == "ad‹U+202E›min"
    assert visible("a\tb\u3164\U000e0041") == "a b‹U+3164›‹U+E0041›"
    assert visible("é 日本 עברית 😀") == "é 日本 עברית 😀"


def test_no_character_of_unicode_that_is_unseen_is_forgotten() -> None:
    unseen = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    left = [
        letter
        for letter in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(letter) in unseen and letter not in PREPENDED and visible(letter) == letter
    ]
    assert left == []
    assert all(visible(letter) == letter for letter in PREPENDED)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc é 日本 😀", "a\tb\nc é 日本 😀"),
        ("\x1b[1;31merror\x1b[0m", "\x1b[1;31merror\x1b[0m"),
        ("\x1b]0;title\x07", "‹U+001B›]0;title‹U+0007›"),
        ("\x1b[2J\x1b[8m", "‹U+001B›[2J‹U+001B›[8m"),
        ("a\rb\x00\x7f\x9b1m", "a‹U+000D›b‹U+0000›‹U+007F›‹U+009B›1m"),
        ("a\u202eb\u2028c\udc80", "a‹U+202E›b‹U+2028›c‹U+DC80›"),
        ("می\u200cخواهم 👩\u200d👧 ❤\ufe0f", "می\u200cخواهم 👩\u200d👧 ❤\ufe0f"),
    ],
)
def test_a_terminal_obeys_nobody_else(text: str, shown: str) -> None:
    assert obeyed_by_none(text) == shown


COLOURS = re.compile("\x1b\\[(?:0|2|1;3[1-6])m")
"""Those of reports, which pass."""


@given(TEXTS)
def test_whatever_is_printed_no_line_is_moved_or_turned(text: str) -> None:
    for shown in (visible(text), obeyed_by_none(COLOURS.sub("", text))):
        kinds = {unicodedata.category(letter) for letter in shown if letter not in "\t\n"}
        assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
        assert not any("\u202a" <= letter <= "\u202e" or "\u2066" <= letter <= "\u2069" for letter in shown)
        assert shown.encode().decode() == shown


@given(TEXTS)
def test_programs_read_what_was_written(text: str) -> None:
    shown = in_json(json.dumps({text: [text]}, ensure_ascii=False, indent=1))
    assert json.loads(shown) == {text: [text]}
    assert visible(shown.replace("\n", "")) == shown.replace("\n", "")
    assert shown.encode().decode() == shown
