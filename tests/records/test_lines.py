from __future__ import annotations

import pytest

from site_builder.records.lines import Line, above, line_at, named, numbered
from site_builder.source import Source


@pytest.mark.parametrize(
    ("text", "indent", "dashes", "key", "value"),
    [
        ("    verdict: disputed", 4, "", "verdict", "disputed"),
        ("  - id: x ", 2, "- ", "id", "x"),
        ("- - a: b", 0, "- - ", "a", "b"),
        ("key:", 0, "", "key", ""),
        ("key : value", 0, "", "key", "value"),
        ("key:value", 0, "", "", ""),
        ("a text: with a colon", 0, "", "", ""),
        ("\u00a0\u00a0key: x", 2, "", "key", "x"),
        ("", 0, "", "", ""),
    ],
)
def test_the_parts_of_a_line(text: str, indent: int, dashes: str, key: str, value: str) -> None:
    line = Line(1, 0, text)
    assert (line.indent, line.dashes, line.key, line.value) == (indent, dashes, key, value)
    if value:
        assert text[line.value_start :].strip() == value


@pytest.mark.parametrize(
    ("text", "place"), [("    a", None), ("\ta", 0), ("  \u3000a", 2), ("\ufeffa", 0), ("  a\u00a0", None)]
)
def test_the_first_blank_that_is_no_plain_space(text: str, place: int | None) -> None:
    assert Line(1, 0, text).odd_blank == place


def test_lines_above_are_those_that_have_something_the_nearest_first() -> None:
    source = Source("x", "a: 1\n\n# no\n- b\n  c\n" + "\n" * 100 + "d\n")
    last = line_at(source, len(source.text) - 1)
    assert above(source, last, 0) == []
    assert [line.text for line in above(source, numbered(source, 5), 0)] == ["- b", "a: 1"]
    assert [line.text for line in above(source, numbered(source, 5), 5)] == ["- b"]


def test_characters_have_names() -> None:
    assert named("\u00a0") == "U+00A0 NO-BREAK SPACE"
    assert named("\t") == "U+0009 TAB"
    assert named("\x01") == "U+0001"
