from __future__ import annotations

import pytest

from site_builder.records.hidden import may_hide, misleading, misprinted, unneeded

FLAG = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("the roads are \u202eefas\u202c", [14]),
        ("the roads are \u202dsafe\u202c", [14]),
        ("the roads \u2067are safe", [10]),
        ("the roads \u202aare safe", [10]),
        ("the roads \u2069are safe", [10]),
        ("the roads \u202care safe", [10]),
        ("\u2067\u2066safe\u2069 \u2066not\u2069\u2069", [0]),
        ("\u202b5 \u2013 3\u202c", [0]),
        ("score \u200f5 \u2013 3", [6]),
        ("score \u061c5 \u2013 3", [6]),
        ("a\u2067\u05d0\n\nb\u2069", [1, 6]),
        ("\u2067\u202b\u05d0\u2069\u202c", [1, 4]),
        ("roads\U000e0041\U000e0042", [5, 6]),
        ("a\ufff9b\ufffbc", [1, 3]),
        ("a\u206ab", [1]),
        ("\u05d0\n\nscore \u200f5 \u2013 3", [9]),
    ],
)
def test_what_makes_a_text_read_otherwise(text: str, places: list[int]) -> None:
    assert [one.at for one in misleading(text)] == places
    assert not set(misleading(text)) & set(unneeded(text))
    assert may_hide(text)


@pytest.mark.parametrize(
    "text",
    [
        "\u0642\u0627\u0644 \u2066Ann Able\u2069 \u0625\u0646",
        "\u2067\u0642\u0627\u0644 \u2068Able\u2069 5\u2069",
        "He said \u2067\u05e9\u05dc\u05d5\u05dd, \u05d8\u05d5\u05d1\u2069.",
        "\u202b\u05e9\u05dc\u05d5\u05dd 5\u202c",
        "\u05e9\u05dc\u05d5\u05dd\u200e!\u200f",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937",
        "\u0e44\u0e17\u0e22\u200b\u0e44\u0e17\u0e22",
        "\u845b\U000e0100",
        "\u1820\u180b",
        FLAG,
        FAMILY,
        "\u2764\ufe0f\u200d\U0001f525 \u0031\ufe0f\u20e3 \u203c\ufe0f",
        "\U0001f9d1\U0001f3fd\u200d\U0001f680",
        "\u2801\u2800\u2803",
        "Łódź – “naïve” e\u0301",
    ],
)
def test_what_scripts_and_emoji_need(text: str) -> None:
    assert misleading(text) == unneeded(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("ro\xadads", [2]),
        ("the\u200b roads", [3]),
        ("ro\u200dads", [2]),
        ("ро\u200cады", [2]),
        ("\ufeffroads", [0]),
        ("roads\u200e", [5]),
        ("the \u2066roads\u2069", [4, 10]),
        ("roads\u2800", [5]),
        ("roads\u3164", [5]),
        ("\U0001f600\ufe0f\ufe01\ufe02", [2, 3]),
        ("a\ufe0f", [1]),
        ("a\u034f", [1]),
    ],
)
def test_what_nothing_needs(text: str, places: list[int]) -> None:
    assert [one.at for one in unneeded(text)] == places
    assert misleading(text) == []


def test_articles_may_have_marks_of_direction_anywhere() -> None:
    assert misprinted("score \u200f5 \u2013 3") == []
    assert [one.at for one in misprinted("\u200f\u202eerocs")] == [1]


PIECES = [
    "\u2067",
    "\u2067\u05d0",
    "\u202b\u2069",
    "\u2067a\u2069",
    "\u200ba",
    "\u2067\n\n",
    "\U0001f3f4\U000e0041",
    "a\ufe0f",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_hundred_thousand_take_time_in_proportion(piece: str) -> None:
    text = piece * 100_000
    assert misleading(text) or unneeded(text)
