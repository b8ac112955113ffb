from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.editor.saved.tokens import End, Start, Text, tokens
from tests.growth import grows_linearly

TORN = [
    "<p>x",
    "<!--",
    "<a ",
    "</p>",
    "<",
    "&",
    "<script>",
    "<![CDATA[",
    "<?",
    "</",
    '<a href="',
    "<a b=",
    "<a b c='",
    "< ",
]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("a<br/>b", [Text("a"), Start("br", {}), Text("b")]),
        ("<P Class=x ID='y z' w=\"a&amp;b\" v>", [Start("p", {"class": "x", "id": "y z", "w": "a&b", "v": ""})]),
        ("<a href=?x=1&copy=2&lt;3>", [Start("a", {"href": "?x=1&copy=2<3"})]),
        ("<a x=1 x=2>", [Start("a", {"x": "1"})]),
        ("&eacute;&#146;&#x41; &nope; & b", [Text("é’A &nope; & b")]),
        ("a<!-- <p> -->b<!--> c <!-- d --!>e", [Text("a"), Text("b"), Text(" c "), Text("e")]),
        ("a<!doctype html>b<?php x ?>c</>d</ x>e", [Text(letter) for letter in "abcde"]),
        ("1 < 2 <3", [Text("1 "), Text("<"), Text(" 2 "), Text("<"), Text("3")]),
        ("</P\n>x", [End("p"), Text("x")]),
        (
            "<script>a<b</p></scripty></SCRIPT >c",
            [Start("script", {}), Text("a<b</p></scripty>"), End("script"), Text("c")],
        ),
        ("<title>a &amp; <b></title>", [Start("title", {}), Text("a & <b>"), End("title")]),
        ("<plaintext><p>", [Start("plaintext", {}), Text("<p>")]),
        ("a<!-- never closed <p>b", [Text("a")]),
        ("a<p class='never closed>b", [Text("a")]),
        ("a\r\nb\rc\0d", [Text("a\nb\ncd")]),
    ],
)
def test_pages_are_cut_as_browsers_cut_them(page: str, expected: list[object]) -> None:
    assert list(tokens(page)) == expected


@given(
    st.lists(st.sampled_from(["<", ">", "p", "/", "!", "-", "=", '"', "'", " ", "&", "a", ";", "script"])).map("".join)
)
def test_any_text_is_a_page(page: str) -> None:
    list(tokens(page))


@pytest.mark.parametrize("torn", TORN)
def test_torn_pages_take_time_in_step_with_their_length(torn: str) -> None:
    assert grows_linearly(lambda size: list(tokens(torn * size)), 150)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&#" + "0" * 10_000 + "65;", "A"),
        ("&#" + "1" * 10_000 + ";b", "\ufffdb"),
        ("&#x" + "1" * 10_000 + ";b", "\ufffdb"),
        ("&#0;&#65&amp;", "\ufffdA&"),
        ("&#;&#a", "&#;&#a"),
    ],
)
def test_a_reference_may_have_any_number_of_digits(written: str, read: str) -> None:
    assert list(tokens(written)) == [Text(read)]
    (tag,) = tokens(f'<a title="{written}">')
    assert isinstance(tag, Start)
    assert tag.attrs == {"title": read}
