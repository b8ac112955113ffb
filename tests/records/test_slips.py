from __future__ import annotations

import pytest

from site_builder.records import slips
from site_builder.records.lines import Line
from site_builder.records.slips import Slip

KEYS = frozenset(["verdict", "summary"])


def line(text: str) -> Line:
    return Line(1, 100, text)


def marked(text: str, slip: Slip | None) -> str:
    """The characters of ``text`` that the slip points at."""
    assert slip is not None
    return text[slip.start - 100 : slip.end - 100]


@pytest.mark.parametrize(
    ("text", "at"), [("\u00a0 \u00a0a: b", "\u00a0 \u00a0"), ("  \ta: b", "\t"), ("\ufeff a", "\ufeff ")]
)
def test_odd_indentation_is_pointed_at(text: str, at: str) -> None:
    assert marked(text, slips.odd_indentation(line(text))) == at


@pytest.mark.parametrize("text", ["    a: b", "", "\u00a0", "a\u00a0: b"])
def test_plain_indentation_is_none(text: str) -> None:
    assert slips.odd_indentation(line(text)) is None


@pytest.mark.parametrize(
    ("text", "at"), [("-id: x", "-"), ("  – id: x", "–"), ("• x", "•"), ("-\u00a0x", "-\u00a0"), ("－ x", "－")]
)
def test_odd_items_are_pointed_at(text: str, at: str) -> None:
    assert marked(text, slips.odd_item(line(text))) == at


@pytest.mark.parametrize("text", ["- x", "–5 degrees", "---", "a - b", "*emphasis*"])
def test_what_only_begins_like_an_item(text: str) -> None:
    assert slips.odd_item(line(text)) is None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("verdict:x", "verdict:"),
        ("verdict：x", "："),
        ("verdict x", "verdict"),
        ("verdict", "verdict"),
        ("verdict=x", "="),
    ],
)
def test_odd_colons_are_pointed_at(text: str, at: str) -> None:
    assert marked(text, slips.odd_colon(line(text), KEYS)) == at


@pytest.mark.parametrize("text", ["verdict: x", "https://example.org", "a text = x", "x = y", "some words"])
def test_what_is_no_key(text: str) -> None:
    assert slips.odd_colon(line(text), KEYS) is None


def test_a_long_text_is_not_repeated() -> None:
    found = slips.opening_sign(line("a: @" + "x" * 200))
    assert found is not None
    assert len(found.help) < 100


def test_a_text_is_quoted_in_the_marks_that_it_leaves_free() -> None:
    assert slips.quoted("Ann") == '"Ann"'
    assert slips.quoted('the "safe" roads') == "'the \"safe\" roads'"
    assert slips.quoted('don\'t "go"') == '"don\'t \\"go\\""'


@pytest.mark.parametrize("text", ['actor: "ann",', '"actor": "ann",', '"actor": ann,', "- 'id': 1,"])
def test_a_comma_as_in_json_is_pointed_at(text: str) -> None:
    slip = slips.half_marked(line(text))
    assert marked(text, slip) == ","
    assert slip is not None
    assert slip.message == "a comma follows the text"


@pytest.mark.parametrize("text", ['- "a, b"', '"a": "b, c"', "actor: ann,"])
def test_another_comma_is_none(text: str) -> None:
    assert slips.half_marked(line(text)) is None
