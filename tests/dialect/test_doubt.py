from __future__ import annotations

import pytest

from site_builder.dialect.article import read
from site_builder.dialect.doubt import broken_words
from tests.dialect.articles import codes, doubted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Где деньги? - спросил он.\n- Не знаю.\n", ["-"]),
        ("- Yes!\n- No.\n", ["-"]),
        ("- „Ja?“\n- Nein.\n", ["-"]),
        ("1. Mai: A.\n2. Mai: B.\n", ["1."]),
        ("1. maijs 2020: A.\n2. maijs 2020: B.\n", ["1."]),
        ("# 1 in the polls\n", ["#"]),
        ("ranked\n# first\n", ["#"]),
        ("# " + "word " * 20 + "end.\n", ["#"]),
        ("masked\n***\n", ["***"]),
        ("masked\n_ _ _\n", ["_ _ _"]),
        ("masked\n- - -\n", ["- - -"]),
        ("C:\\_x", ["\\_"]),
        ("“D:\\Users\\-y”", ["\\-"]),
        ("C:\\x\\\ny", ["\\"]),
        ("¯\\_(ツ)_/¯", ["\\_"]),
        ("see \\\\server\\x", ["\\\\"]),
        ('he said \\"no\\", twice', ['\\"', '\\"']),
        ("the **ck he was, f** and", []),
        ("the **ck he was, f** and s**t", ["**ck he was, f**"]),
        ("*ck, you f* d*ck", ["*ck, you f*"]),
    ],
)
def test_text_that_is_read_as_markup_is_said(text: str, expected: list[str]) -> None:
    assert doubted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "- one item\n- another item\n",
        "- Minsk – capital\n- Brest - town\n",
        "1. Vote early.\n2. Vote often.\n",
        "1. Tokyo 2020\n2. Paris 2024\n",
        "## 1 in the polls\n",
        "# Heading\n\nText\n",
        "## Heading.\nText\n",
        "a\n\n***\n\nb\n",
        "*Note.* A **strong** word and f***ing.",
        "f\\*\\*\\*ing and a\\_b and \\[sic\\] and 3\\. Oktober",
        "C:\\\\Users\\\\_x and \\\\\\\\server",
        "*all* of *it* is **right**",
    ],
)
def test_what_the_dialect_is_for_is_not(text: str) -> None:
    assert codes(read(text)) == []


def test_each_doubt_says_where_a_backslash_belongs() -> None:
    text = "1. Mai: A.\n2. Mai: B.\n"
    (fault,) = read(text).faults
    assert [text[at] for at in fault.escapes] == [".", "."]
    assert "1\\." in (fault.help or "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cost noth-\ning.", "write nothing on one line, or noth-ing if"),
        ("well-\n  known", "write wellknown on one line, or well-known if"),
        ("hun-\ndred and noth-\ning", "write hundred"),
        ("pre-\nand post-war", ""),
        ("Vor- oder\nnachher", ""),
        ("Ver-\nund Entsorgung", ""),
        ("Franco-\nBritish", ""),
        ("a dash --\nand more", ""),
        ("- one\n- two", ""),
        ("2020-\nnow", ""),
    ],
)
def test_a_word_that_a_line_s_end_breaks(text: str, told: str) -> None:
    found = list(broken_words(text))
    assert [fault.code for fault in found] == (["broken-word"] if told else [])
    assert told in "".join(fault.help or "" for fault in found)


def test_broken_words_are_told_once() -> None:
    (found,) = broken_words("hun-\ndred and noth-\ning")
    assert "and 1 more in this article" in found.message
