"""Saved files of every kind, and what is said of them. Real files are of our own making."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from site_builder.editor.saved.article import Saved
from site_builder.editor.saved.containers import unpack
from site_builder.editor.saved.matter import read_clipped
from site_builder.editor.saved.read import read_saved
from site_builder.errors import EnvironmentProblem
from tests.growth import grows_linearly
from tests.passages.documents import document

FOLDER = Path(__file__).parent


def page(body: str, head: str = "") -> Saved:
    return read_saved(
        f"<!doctype html><html lang=en><title>Roads</title>{head}<body>{body}</body></html>".encode(), "a.html"
    )


def words(saved: Saved) -> list[str]:
    return [words for _, words in saved.paragraphs]


def test_a_page_saved_by_chromium_is_read_as_its_reader_saw_it() -> None:
    """The file names no encoding in its parts' headers, has its style sheet beside it, and a shadow tree inside."""
    saved = read_saved((FOLDER / "roads.mhtml").read_bytes(), "roads.mhtml")
    assert saved.metadata.title == "Дарогі бяспечныя"
    assert saved.metadata.url == "http://gazeta.example/roads/"
    assert saved.metadata.language == "be"
    assert words(saved) == [
        "Міністр сказаў: «Дарогі больш бяспечныя, чым калі». Коштам 5 мільёнаў, .",
        "Цень дарог.",
        "Ніхто не паверыў.",
    ]
    assert saved.notes == (
        "kept 17 of 18 words; left out:",
        "  navigation: “Галоўная” (1 word)",
        "  struck out by the publisher: “3 а не 7” (4 words)",
        "  hidden from the page's readers: “Гэтага ніхто не бачыць.” (4 words)",
    )


def test_a_web_archive_of_safari_is_read() -> None:
    main = {
        "WebResourceData": "<p>Мінск кажа.".encode("cp1251"),
        "WebResourceTextEncodingName": "windows-1251",
        "WebResourceURL": "https://paper.example/a",
    }
    data = plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)
    saved = read_saved(data, "a.webarchive")
    assert (words(saved), saved.metadata.url) == (["Мінск кажа."], "https://paper.example/a")
    assert unpack(plistlib.dumps({"x": 1}, fmt=plistlib.FMT_BINARY)) is None
    assert unpack(b"bplist00 broken") is None


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"{\\rtf1\\ansi text}", "Rich Text Format"),
        (b"\xef\xbb\xbf{\\rtf1 x}", "Rich Text Format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office format"),
        (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml word/document.xml", "docx"),
        (b"PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"PK\x03\x04\x14\0\0\0mimetypeapplication/epub+zip", "EPUB"),
        (b"PK\x03\x04\x14\0\0\0page.html", "ZIP"),
        (b"%PDF-1.7", "a damaged or incomplete PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"ID3\x04", "recording"),
        (b"\x7fELF", "program"),
        (b"Return-Path: <a@b.example>\n", "e-mail"),
        (b"ab\0cd", "NUL bytes"),
    ],
)
def test_files_that_are_no_page_and_no_text_are_refused_with_what_to_do(start: bytes, kind: str) -> None:
    with pytest.raises(EnvironmentProblem, match=kind) as caught:
        read_saved(start + b" more words", "a.file")
    assert caught.value.message.startswith("a.file is ")
    assert caught.value.remedy


def test_what_is_no_character_is_refused_where_it_stands() -> None:
    with pytest.raises(EnvironmentProblem, match=r"bytes that are no character, in line 2: …the caf�…"):
        read_saved(b"<meta charset=utf-8>\n<p>the caf\xe9", "a.html")
    with pytest.raises(EnvironmentProblem, match=r"U\+0093, which is not text, in line 1"):
        read_saved("<p>\x93roads\x94 are safe".encode(), "a.html")
    with pytest.raises(EnvironmentProblem, match="bytes that are no character"):
        read_saved("The caf\ufffd.".encode(), "a.txt")
    assert words(read_saved(b"<meta charset=utf-8><nav>caf\xe9</nav><p>Fine.", "a.html")) == ["Fine."]


def test_a_page_without_a_paragraph_is_refused() -> None:
    with pytest.raises(EnvironmentProblem, match="no paragraph was found"):
        read_saved(b"<html><nav><a href=x>Menu</a></nav></html>", "a.html")


@pytest.mark.parametrize(
    ("data", "name", "is_page"),
    [
        (b"<p>a</p>", "a", True),
        (b"\n<!-- x -->\n<div>a</div>", "a.txt", True),
        (b"words", "a.html", True),
        (b"He wrote <b> and <p> on the wall.", "a.txt", False),
        (b"<Ann> Hello.\n<Bob> So.", "a.txt", False),
    ],
)
def test_pages_are_told_from_texts(data: bytes, name: str, is_page: bool) -> None:
    assert bool(read_saved(data, name).notes) is is_page


def test_a_clipped_article_keeps_what_it_says_of_itself() -> None:
    text = """---
title: Already
publisher: X
author: [Ann, Bob]
date: 3 May 2020
source: https://paper.example/a
archived:
  url: https://archive.example/a
  by: me
tags: [a, b]
lang: en
pages:
  2: Are safe
---

The *roads* are safe.
"""
    saved = read_saved(text.replace("\n", "\r\n").encode(), "a.md")
    assert saved.own == {
        "title": "Already",
        "publisher": "X",
        "byline": ["Ann", "Bob"],
        "published": "2020-05-03",
        "url": "https://paper.example/a",
        "archived": {"url": "https://archive.example/a"},
        "language": "en",
        "pages": {"2": "Are safe"},
    }
    assert saved.markdown == "The *roads* are safe."
    assert saved.notes == ("left out of the front matter: tags",)


def test_front_matter_that_cannot_be_read_is_no_text_either() -> None:
    clipped = read_clipped("---\ntitle: a: b\n  x: [\n---\nBody.\n")
    assert clipped
    assert (clipped.fields, clipped.body) == ({}, "Body.")
    assert clipped.unknown == ("all of it: it is not YAML",)
    assert read_clipped("---\nA rule above and below.\n---\nBody.\n") is None
    assert read_clipped("title: no\n") is None
    assert read_saved(b"A *word*.\n", "a.md").markdown == "A *word*."


def test_captions_stand_apart_and_pull_quotes_that_repeat_are_left_out() -> None:
    saved = page(
        "<article><p>He said that nobody believed a word of it.</p><figure><img src=a><figcaption>A road.<br>Photo: B"
        "</figcaption></figure><aside class=quote>“nobody believed a word of it”</aside><figure><blockquote>Words that only "
        "stand here, of Bob.</blockquote></figure></article>"
    )
    assert words(saved) == ["He said that nobody believed a word of it.", "Words that only stand here, of Bob."]
    assert saved.captions == ("A road. Photo: B",)
    assert saved.notes[1] == "  pull quote that repeats the story: ““nobody believed a word of it”” (6 words)"


def test_a_page_behind_a_curtain_is_read_and_said() -> None:
    story = "<p>The minister said that the roads are safe, and nobody believed it.</p>" * 12
    for hide in ("style='visibility:hidden'", "style='display:none'", "hidden", "class=veil"):
        saved = page(
            f"<div {hide}><p hidden>No.</p>{story}</div><p>Loading the page.</p>", "<style>.veil{display:none}</style>"
        )
        assert len(words(saved)) >= 12
        assert "No." not in words(saved)
        assert "until a script shows them" in saved.notes[0]
    assert len(words(page(f"<p>Short.</p><template>{story}</template>"))) == 1


def test_the_headline_is_no_paragraph_and_other_headings_are() -> None:
    saved = page("<article><h1>Roads</h1><p>One.</p><h2>Sub *</h2><p>Two.</p><h1>Roads</h1></article>")
    assert saved.metadata.title == "Roads"
    assert saved.paragraphs == (("p", "One."), ("h", "Sub *"), ("p", "Two."), ("h", "Roads"))
    assert saved.markdown == "One.\n\n## Sub \\*\n\nTwo.\n\n## Roads"


def test_the_report_names_the_longest_parts_and_counts_the_rest() -> None:
    boxes = "".join(f"<div class=share>a{number}</div><p>Paragraph {number}.</p>" for number in range(20))
    saved = page(f"{boxes}<p>So <s>x</s>.")
    assert saved.notes[0] == "kept 41 of 61 words; left out:"
    assert "  struck out by the publisher: “x” (1 word)" in saved.notes
    assert saved.notes[-1] == "  and 6 shorter parts (6 words)"


@pytest.mark.parametrize(
    "torn", ["<p>Paragraph of the old page.", "<div>So it is.", "<table><td>So.", "<p><b>So.", "<blockquote>So.<p>"]
)
def test_pages_take_time_in_step_with_their_length(torn: str) -> None:
    assert grows_linearly(lambda size: read_saved(f"<html><body>{torn * size}".encode(), "a.html"), 160)


ROUND_TRIP = [
    "<p>* a _b_ [c](d) `e` &lt;f&gt; &amp;amp; g|h<br>- i<br>1. j<br>===<p>---<p>    k<h2># l #</h2><p>f***ing [A]: No.",
    "<p>3. Oktober<p>– dash<p>+ plus<p>> mark<p>[^1]: note<p>| a | b |<br>| - | - |<p>~~~<p>\\ back\\<p>!<a href=x>y</a>",
    "<ul><li>a<li>b<ol><li>1. c</ol></ul><dl><dt>d<dd>e</dl><table><tr><td>f<td>g</table><pre>h\n  i</pre>",
    "<p><q>a <q>b</q></q><ruby>漢<rt>x</rt></ruby>10<sup>6</sup>H<sub>2</sub>O co&shy;op<wbr>en<hr>c<center>d</center>e",
    "<blockquote><p>a</p>b</blockquote><details><summary>c</summary>d</details><address>e</address><x-y>f</x-y>",
    "<p>مرحبا\u200cبك *a*<p>https://a.example/b_c_d?e=1&amp;copy=2<p>a@b.example<p>“x” ‘y’ &#8230;<p>a\u2028b",
]


@pytest.mark.parametrize("body", ROUND_TRIP)
def test_the_article_reads_as_the_page_did(body: str) -> None:
    saved = page(f"<article>{body}</article>")
    assert document(saved.markdown + "\n").text == "\n\n".join(words(saved))
    assert saved.notes[0].startswith("kept ")


def test_a_long_header_of_a_saved_page_is_refused() -> None:
    """The standard library reads its parameters in time that grows with their square: 100 seconds for 3 MB."""
    saved = (FOLDER / "roads.mhtml").read_bytes()
    fold = b"Content-Type: multipart/related;" + b"\r\n a=b;" * 50
    assert unpack(saved.replace(b"Content-Type: multipart/related;", fold, 1)) == unpack(saved)
    for kind in (b"Content-Type: multipart/related;", b"Content-Type: text/html"):
        assert kind in saved
        for long in (b" a=b;" * 500, b"\r\n\ta=b;" * 500):
            with pytest.raises(EnvironmentProblem, match="a Content-Type with more than 2,000 bytes"):
                unpack(saved.replace(kind, kind.rstrip(b";") + b";" + long, 1))
