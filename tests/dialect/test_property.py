"""No character of an article is lost in silence: it is text, or markup that shows, or a message names its line."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_builder.dialect.article import Article, read
from site_builder.dialect.pieces import Run
from site_builder.dialect.references import REFERENCE, decoded
from tests.tries import examples

PIECES = [
    *"abc яё 1 2 5 the (x) “y” ’ – й\u0301".split(),
    *"! \" # $ % & ' ( ) * + , - . / : ; < = > ? @ [ \\ ] ^ _ ` { | } ~".split(),
    *(" ", " ", " ", "\n", "\n", "\n\n", "    ", "\t", "  \n"),
    *("- ", "+ ", "* ", "1. ", "2. ", "3) ", "> ", "# ", "## ", "---\n", "***", "**", "===\n", "```\n", "~~~\n"),
    *(
        "| a | b |\n|---|---|\n| c |\n",
        "|x|y|z|\n",
        "[^1]",
        "\n[^1]: ",
        "[a]: ",
        "[a](b)",
        "[a](http://b.org/)",
        "![a](b)",
    ),
    *("&amp;", "&#146;", "&#0;", "<http://a.org/>", "<name>", "<b>", "<!--", '"title")', "\\_", "C:\\", "f***ing"),
]
SHOWS = {
    "*": ("<em>", "<strong>", "<hr>", "<li>"),
    "_": ("<em>", "<strong>", "<hr>"),
    "-": ("<li>", "<hr>", "<table>"),
    "+": ("<li>",),
    "#": ("<h2>", "<h3>", "<h4>", "<h5>", "<h6>"),
    ">": ("<blockquote>",),
    "`": ("<code>",),
    "|": ("<table>",),
    ":": ("<table>", "footnotes"),
    "^": ("footnotes",),
    "1": ("<ol>", "footnotes", "<li>"),
    "2": ("<li>",),
    ".": ("<li>",),
    ")": ("<li>", "<a ", "image"),
    "(": ("<a ", "image"),
    "[": ("<a ", "image", "footnotes"),
    "]": ("<a ", "image", "footnotes"),
    "!": ("image",),
}
ESCAPED = set("\\`*_[]<>#+-.!()|&~^=\n")


def covered(article: Article) -> dict[int, str]:
    """For each offset in the Markdown that a run has something from: what."""
    found: dict[int, str] = {}
    for run in (piece for block in article.blocks for piece in block if isinstance(piece, Run)):
        edges = [*run.places, (len(run.text), -1)]
        for (start, at), (end, _) in pairwise(edges):
            found |= {at + step: letter for step, letter in enumerate(run.text[start:end])}
    return found


def lost(text: str, article: Article) -> list[int]:
    """Offsets of characters that are in no run, but for white space and for references that are read."""
    have = covered(article)
    inside = set()
    for match in REFERENCE.finditer(text):
        letter, read_as = have.get(match.start()), (decoded(match[0]) or "")[:1]
        if (letter == read_as and letter != "&") or letter == "&" == decoded(match[0]):
            inside |= set(range(*match.span()))
    return [at for at, letter in enumerate(text) if not letter.isspace() and at not in have and at not in inside]


def shows(text: str, at: int, html: str) -> bool:
    """True when the page has something for the character at ``at`` that the text does not have."""
    if text[at] == "\\":
        return text[at + 1 : at + 2] in ESCAPED and at + 1 < len(text)
    target = any(match.start() <= at < match.end() for match in re.finditer(r"\]\([^\s]*\)", text))
    return any(sign in html for sign in SHOWS.get(text[at], ())) or (target and ("<a " in html or "image" in html))


@examples(1000)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_no_character_is_lost_in_silence(text: str) -> None:
    article = read(text)
    html = "".join(piece for block in article.blocks for piece in block if isinstance(piece, str))
    named = {text.count("\n", 0, at) for fault in article.faults for at in range(fault.start, fault.end)}
    for at in lost(text, article):
        assert text.count("\n", 0, at) in named or shows(text, at, html), (at, text[at])


@examples(400)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_the_text_is_the_articles_in_order(text: str) -> None:
    runs = [piece for block in read(text).blocks for piece in block if isinstance(piece, Run)]
    ats = [at for run in runs for _, at in run.places]
    notes = text.count("[^1]: ")
    assert ats == sorted(ats) or notes
    for at, letter in covered(read(text)).items():
        assert letter == text[at] or text[at] == "&" or letter == "\n"


@examples(1000)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_escapes_make_text_of_it(text: str) -> None:
    for _ in range(8):
        article = read(text)
        offsets = sorted({at for fault in article.faults for at in fault.escapes})
        if not offsets:
            return
        again = "".join(("\\" if at in offsets else "") + letter for at, letter in enumerate(text))
        shift = {at: at + sum(offset <= at for offset in offsets) for at in offsets}
        have = covered(read(again))
        assert all(have.get(at) == again[at] for at in shift.values()), (text, again)
        text = again
    raise AssertionError(text)
