from __future__ import annotations

import pytest

from site_builder.dialect.article import read
from tests.dialect.articles import codes, doubted, markup, words


@pytest.mark.parametrize(
    "text",
    [
        "a f***ing liar, you b***ard",
        "f*ck and s**t and ***hole and f***",
        "2*3*4 = 24, 2 * 3, snake_case, __ and ____",
        "see (*), “*” and “*”, '*' and '*', *.* and _ _",
        "Minsk* and Brest* *",
        "It’s ``quoted'' and `quoted' and `so too'.",
        "the `two words` of it, a`b`c",
        '[sic], [A]: No., [a][b], [a](b), [a](sic "b"), [](https://example.org/)',
        "![a](b c) and ![^1] and [^1] and ^[x]",
        "<name>: <http://example.org/> x < y > z <-- <3",
        "AT&T &notit; &copy &#129; R&D;",
        "~~ ~x~ == :: $x$ {x} | x | y",
        "a\\b and \\",
        "https://example.org/a_b_c?x=*y*z",
        '[a](https://example.org/ "title")',
        '[a]: https://example.org/ "title"',
    ],
)
def test_what_is_text_stays_text(text: str) -> None:
    assert words(text) == [text]
    assert codes(read(text)) == []


def test_markup_is_what_the_record_format_says() -> None:
    assert markup("*a* **b *c* x** _d_ __e__, `f`\\\ng  \nh") == (
        "<p><em>a</em> <strong>b <em>c</em> x</strong> <em>d</em> <strong>e</strong>, "
        "<code>f</code><br>\ng<br>\nh</p>\n"
    )
    assert markup("[a *b*](https://example.org/x_(y)?z=1&w) ![c](d.png)") == (
        '<p><a href="https://example.org/x_(y)?z=1&amp;w" rel="noopener noreferrer">a <em>b</em></a> '
        '<span class="image">c</span></p>\n'
    )


def test_links_do_not_nest_and_emphasis_does_not_cross_them() -> None:
    assert words("[a [b](http://x.org/) c](http://y.org/)") == ["[a b c](http://y.org/)"]
    assert words("*a [b*](http://x.org/) c*") == ["a b* c"]
    assert words("[![b](c)](http://x.org/)") == ["b"]


def test_every_escape_is_read() -> None:
    assert words(r"\*a\* \_ \[ \] \< \> \& \# \- \+ \. \! \( \) \| \~ \^ \= \` \\") == [
        "*a* _ [ ] < > & # - + . ! ( ) | ~ ^ = ` \\"
    ]


def test_every_character_knows_its_place() -> None:
    text = "a\\*b &amp; *c*\n  d\n"
    (block,) = read(text).blocks
    runs = [piece for piece in block if not isinstance(piece, str)]
    assert [run.text for run in runs] == ["a*b & ", "c", "\n", "d"]
    assert runs[0].places == ((0, 0), (1, 2), (2, 3), (4, 5), (5, 10))
    assert text[runs[1].places[0][1]] == "c"
    assert text[runs[3].places[0][1]] == "d"


def test_html_is_text_and_said() -> None:
    text = "<b>x</b> <!-- y --> <table class=z> \\<i> <x-y> <name>"
    assert words(text) == [text.replace("\\", "")]
    assert [text[fault.start : fault.end] for fault in read(text).faults] == ["<b>", "</b>", "<!--", "<table class=z>"]


def test_links_that_are_refused_are_text_and_an_error() -> None:
    text = "[x](javascript:alert(1)) and [y](data:text/html,z)"
    assert words(text) == [text]
    assert [(fault.code, text[fault.start : fault.end]) for fault in read(text).faults] == [
        ("unsafe-link", "javascript:alert(1)"),
        ("unsafe-link", "data:text/html,z"),
    ]


def test_characters_that_were_lost_are_errors() -> None:
    text = "caf\ufffd\ufffd &#0; &#xfffd; \\&#0;"
    found = [(fault.code, text[fault.start : fault.end]) for fault in read(text).faults]
    assert found == [("lost-character", lost) for lost in ("\ufffd\ufffd", "&#0;", "&#xfffd;")]


def test_an_image_without_a_name_is_said() -> None:
    assert doubted("a ![](b.png) ![ ](c.png) ![d](e.png)") == ["![](b.png)", "![ ](c.png)"]
