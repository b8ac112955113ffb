"""The text that quotations are compared with is the text that readers see."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.passages.anchor import Found, anchor
from site_builder.passages.highlight import mark
from site_builder.passages.normal import normalise_quote
from tests.passages.documents import document
from tests.tries import examples

APART = set("p h2 h3 h4 h5 h6 li ul ol td th tr table thead tbody blockquote pre hr br section".split())
PIECES = [
    *"aa bb cc ![dd](x) [ee](http://x) `ff` &amp; \\* ** * _ <b> <!--h--> <http://q.org> | ~~".split(),
    *(" ", "  ", "    ", "\t", "\n", "\n", "\n\n", "- ", "1. ", "> ", "# ", "***\n", "===\n", "---\n", "```\n", "\\\n"),
    "| a | b |\n|---|---|\n| c | d |\n",
]


class Visible(HTMLParser):
    """A page's text, what stands apart on the page apart."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.out: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.out.append(" " if tag in APART else "")

    def handle_endtag(self, tag: str) -> None:
        self.out.append(" " if tag in APART else "")

    def handle_data(self, data: str) -> None:
        self.out.append(data)


def visible(markdown: str) -> str:
    blocks = mark(document(markdown), [])
    return normalise_quote("".join(Visible("\n".join(block.html for block in blocks)).out))


@examples(1500)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join).filter(str.strip))
def test_what_is_compared_is_what_is_seen(markdown: str) -> None:
    assert normalise_quote(document(markdown).text) == visible(markdown)


@pytest.mark.parametrize(
    ("markdown", "absent", "present"),
    [
        ("He did ![not](x) close the road.", "He did close", "He did not close"),
        ("- He was\n  # innocent\n", "wasinnocent", "He was innocent"),
        ("- # He is a thera\n  pist and more\n", "therapist", "thera pist"),
        ("- a\n  ***\n  b\n", "ab", "a b"),
    ],
)
def test_no_quotation_passes_over_words_or_joins_them(markdown: str, absent: str, present: str) -> None:
    made = document(markdown)
    assert not isinstance(anchor(made, absent), Found)
    assert isinstance(anchor(made, present), Found)
