from __future__ import annotations

import pytest

from site_builder.dialect.article import read
from tests.dialect.articles import codes, markup, words


@pytest.mark.parametrize(
    "text",
    [
        "#1 in the polls",
        "#",
        "## ",
        "Words\n===",
        "Words\n---",
        "Words\n-----\nmore",
        "> a\nb",
        "a\n> b",
        ">5 percent",
        ">> twice",
        "> a\n>> b",
        "| a | b |",
        "a | b\n--|--",
        "|a|b|\n|-|",
        "|a|b|\n|-|-",
        "|---|---|",
        "```\ncode\n```",
        "~~~\ncode\n~~~",
        "[A]: No.",
        "[A]: ../the-story/",
        "<x>",
        "\\",
        "***x",
        "--",
    ],
)
def test_what_only_looks_like_a_block_is_a_paragraph(text: str) -> None:
    assert words(text) == [text.strip(" ")]
    assert markup(text).startswith("<p>")
    assert codes(read(text)) == []


def test_indentation_is_white_space() -> None:
    assert words("        a\n    b\n\n\t\tc\n") == ["a\nb", "c"]


def test_headings() -> None:
    assert markup("## A *b*\nWords\n### C ##\n") == "<h2>A <em>b</em></h2>\n<p>Words</p>\n<h3>C ##</h3>\n"
    assert markup("# A\n\n####### b\n") == "<h2>A</h2>\n<p>####### b</p>\n"


def test_rules() -> None:
    assert markup("a\n\n* * *\n\n---\n\n___\n") == "<p>a</p>\n<hr>\n<hr>\n<hr>\n"
    assert codes(read("a\n\n***\n\nb\n")) == []


def test_block_quotations() -> None:
    assert markup("> a\n> b\n>\n> c\n\nd\n") == "<blockquote>\n<p>a\nb</p>\n<p>c</p>\n</blockquote>\n<p>d</p>\n"
    assert markup("> a\n>\n> > b\n").count("<blockquote>") == 2


def test_what_is_nested_too_deeply_is_text() -> None:
    text = "> " * 100 + "a\n"
    assert markup(text).count("<blockquote>") == 16
    assert words(text) == ["> " * 84 + "a"]


def test_tables() -> None:
    html = markup("| a | b\\|c |\n|:--|--:|\n| d | *e* |\n| f |\n| g | h | i |\nj\n")
    assert html.count("<tr>") == 4
    assert '<th class="align-left">a</th>' in html
    assert '<td class="align-right"><em>e</em></td>' in html
    assert "<td>i</td>" in html
    assert html.endswith("</table>\n<p>j</p>\n")


def test_windows_line_ends() -> None:
    assert words("a\r\nb\r\n\r\n- c\r\n- d\r\n") == ["a\nb", "cd"]
