"""A saved page or text takes time in proportion to its length, whatever it has many of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest

from site_builder.editor.saved.read import read_saved
from site_builder.errors import EnvironmentProblem
from tests.test_growth import grows_linearly

_WORDS = "<p>The minister said on Monday that the roads in the north are safer than they have ever been before, and nobody denied it.</p>"


def page(body: str, head: str = "") -> str:
    """A page whose article ends with ``body``."""
    return f"<!doctype html><html><head><title>On roads</title>{head}</head><body><article><h1>On roads</h1>{_WORDS * 3}{body}</article></body></html>"


KINDS: dict[str, Callable[[int], str]] = {
    "links to notes": lambda n: page(
        "<p>"
        + "".join(f'word <a href="#n{i}"><sup>{i}</sup></a> ' for i in range(n))
        + "</p><ol>"
        + "".join(f'<li id="n{i}">Note {i} says <a href="#r{i}">x</a> more.</li>' for i in range(n))
        + "</ol>"
    ),
    "links to notes, paragraphs": lambda n: page(
        "".join(
            f'<p id="r{i}">The word number {i} is here, and it has a note <a href="#n{i}" role="doc-noteref">[{i}]</a>.</p>'
            for i in range(n)
        )
        + "<section role=doc-endnotes><ol>"
        + "".join(f'<li id="n{i}">Note {i} says more <a href="#r{i}">back</a>.</li>' for i in range(n))
        + "</ol></section>"
    ),
    "footnotes aside": lambda n: page(
        "".join(
            f'<p>Words<sup id="fnref{i}"><a href="#fn{i}">{i}</a></sup> and words.</p><aside id="fn{i}" epub:type="footnote"><p>Note {i}</p></aside>'
            for i in range(n)
        )
    ),
    "div class footnotes": lambda n: page(
        "".join(f'<p>Words<a class="footnote" href="#fn{i}">{i}</a> and words.</p>' for i in range(n))
        + '<div class="footnotes">'
        + "".join(f'<p id="fn{i}">Note {i}</p>' for i in range(n))
        + "</div>"
    ),
    "nested div": lambda n: page("<div>" * n + _WORDS + "</div>" * n),
    "nested div with words": lambda n: page("".join(f"<div>word {i} is said here. " for i in range(n)) + "</div>" * n),
    "nested p div": lambda n: page(
        "".join(f"<div><p>word {i} is said here, in full. </p>" for i in range(n)) + "</div>" * n
    ),
    "nested span": lambda n: page("<p>" + "<span>" * n + "words" + "</span>" * n + "</p>"),
    "nested span words": lambda n: page("<p>" + "<span>word " * n + "</span>" * n + "</p>"),
    "nested blockquote": lambda n: page("<blockquote>word " * n + "</blockquote>" * n),
    "nested ul": lambda n: page("<ul><li>word " * n + "</li></ul>" * n),
    "nested dl": lambda n: page("<dl><dd>word " * n + "</dd></dl>" * n),
    "nested q": lambda n: page("<p>" + "<q>word " * n + "</q>" * n + "</p>"),
    "nested b": lambda n: page("<p>" + "<b>word " * n + "</b>" * n + "</p>"),
    "nested a": lambda n: page("<p>" + "<a href=x>word " * n + "</a>" * n + "</p>"),
    "nested table": lambda n: page("<table><tr><td>word " * n + "</td></tr></table>" * n),
    "nested section": lambda n: page("<section><h2>word</h2>" * n + _WORDS + "</section>" * n),
    "nested article": lambda n: page(f"<article>{_WORDS}" * n + "</article>" * n),
    "nested custom": lambda n: page("<x-a>word " * n + "</x-a>" * n),
    "nested figure": lambda n: page("<figure><figcaption>word</figcaption>" * n + "</figure>" * n),
    "nested hidden": lambda n: page("<div style='display:none'>word " * n + "</div>" * n),
    "tables": lambda n: page("<table><tr><td>cell one</td><td>cell two</td></tr></table>" * n),
    "table rows": lambda n: page("<table>" + "<tr><td>cell one</td><td>cell two</td></tr>" * n + "</table>"),
    "table cells": lambda n: page("<table><tr>" + "<td>cell one</td>" * n + "</tr></table>"),
    "data urls": lambda n: page(
        "".join(f'<p>Words here {i}. <img alt="x" src="data:image/png;base64,{"A" * 200}"></p>' for i in range(n))
    ),
    "data urls css": lambda n: page(
        _WORDS,
        "<style>"
        + "".join(f".c{i}{{background:url(data:image/png;base64,{'A' * 200})}}" for i in range(n))
        + "</style>",
    ),
    "data url long": lambda n: page(f'<p>Words <img src="data:image/png;base64,{"A" * 200 * n}"></p>'),
    "data urls links": lambda n: page(
        "".join(f'<p>Words <a href="data:text/html,{i}{"A" * 200}">here</a>.</p>' for i in range(n))
    ),
    "figures data": lambda n: page(
        "".join(
            f'<figure><img src="data:image/png;base64,{"A" * 200}"><figcaption>Caption number {i}</figcaption></figure>'
            for i in range(n)
        )
    ),
    "links": lambda n: page(
        "<p>" + "".join(f'word <a href="https://example.org/{i}">link {i}</a> ' for i in range(n)) + "</p>"
    ),
    "ids": lambda n: page("".join(f'<p id="p{i}">Words are here, number {i}.</p>' for i in range(n))),
    "classes css": lambda n: page(
        "".join(f'<p class="c{i}">Words are here, number {i}.</p>' for i in range(n)),
        "<style>" + "".join(f".c{i}{{color:red}}" for i in range(n)) + "</style>",
    ),
    "hidden css": lambda n: page(
        "".join(f'<p class="c{i}">Words are here, number {i}.</p>' for i in range(n)),
        "<style>" + "".join(f".c{i}{{display:none}}" for i in range(0, n, 2)) + "</style>",
    ),
    "lists": lambda n: page("".join(f"<ul><li>Item {i}</li></ul>" for i in range(n))),
    "headings": lambda n: page("".join(f"<h2>Heading {i}</h2><p>Words are here, number {i}.</p>" for i in range(n))),
    "br": lambda n: page("<p>" + "word<br>" * n + "</p>"),
    "brbr": lambda n: page("<p>" + "word<br><br>" * n + "</p>"),
    "same paragraphs": lambda n: page(_WORDS * n),
    "scripts": lambda n: page(
        _WORDS, '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"On roads"}</script>' * n
    ),
    "ld graph": lambda n: page(
        _WORDS,
        "<script type='application/ld+json'>{\"@graph\":["
        + ",".join(f'{{"@type":"Person","@id":"#{i}","name":"N {i}"}}' for i in range(n))
        + "]}</script>",
    ),
    "ld authors": lambda n: page(
        _WORDS,
        '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"On roads","author":['
        + ",".join(f'{{"@type":"Person","name":"Ann B{i}"}}' for i in range(n))
        + "]}</script>",
    ),
    "meta": lambda n: page(_WORDS, "".join(f'<meta name="author" content="Ann B{i}">' for i in range(n))),
    "meta same": lambda n: page(_WORDS, '<meta name="keywords" content="a, b">' * n),
    "bylines": lambda n: page("".join(f'<p class="byline">By Ann B{i}</p>' for i in range(n))),
    "time": lambda n: page("".join(f'<time datetime="2020-05-{1 + i % 28:02}">x</time>' for i in range(n))),
    "sup": lambda n: page("<p>" + "word<sup>1</sup> " * n + "</p>"),
    "comments": lambda n: page("<!-- x -->" * n),
    "entities": lambda n: page("<p>" + "&amp;&nbsp;&#x41;" * n + "</p>"),
    "asides": lambda n: page("".join(f"<aside><p>Read more: number {i}</p></aside>" for i in range(n))),
    "nav links": lambda n: page(_WORDS) + "<nav>" + "<a href=x>y</a>" * n + "</nav>",
    "divs flat": lambda n: page(
        "".join(f"<div><div>Words of number {i} are here, all of them.</div></div>" for i in range(n))
    ),
    "unclosed p": lambda n: page("<p>word " * n),
    "unclosed li": lambda n: page("<li>word " * n),
    "stray ends": lambda n: page("</p></div></x>" * n),
    "details": lambda n: page("<details><summary>s</summary>word</details>" * n),
    "del ins": lambda n: page("<p>" + "<del>a</del><ins>b</ins> " * n + "</p>"),
    "attrs": lambda n: page("<p " + " ".join(f'data-a{i}="x"' for i in range(n)) + ">word word</p>"),
    "long style attr": lambda n: page('<p style="' + "color:red;" * n + '">word word</p>'),
    "select rules": lambda n: page(
        _WORDS * 50, "<style>" + "".join(f"div.a{i} > p.b{i} span{{display:none}}" for i in range(n)) + "</style>"
    ),
    "media rules": lambda n: page(
        _WORDS * 50, "<style>" + "@media print{" * n + "p{display:none}" + "}" * n + "</style>"
    ),
    "iframe": lambda n: page('<iframe srcdoc="<p>x</p>"></iframe>' * n),
    "svg": lambda n: page("<svg><text>x</text></svg>" * n),
    "ruby": lambda n: page("<p>" + "<ruby>a<rt>b</rt></ruby>" * n + "</p>"),
    "captions": lambda n: page(
        "".join(f"<figure><figcaption>Caption {i} is here.</figcaption></figure>" for i in range(n))
    ),
}

_TEXT = "The roads are safer than ever, said the minister on Monday.\n\n"


def matter(keys: str) -> str:
    """A Markdown file with ``keys`` in its front matter."""
    return f"---\ntitle: On roads\n{keys}---\n{_TEXT}"


TEXTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "paragraphs": ("a.txt", lambda n: _TEXT * n),
    "lines of a paragraph": ("a.txt", lambda n: "The roads are safer than\n" * n),
    "one long line": ("a.txt", lambda n: "word " * n),
    "one long word": ("a.txt", lambda n: _TEXT + "a" * n * 10),
    "blank lines": ("a.txt", lambda n: _TEXT + "\n" * n * 10 + _TEXT),
    "blanks at the ends of lines": ("a.txt", lambda n: ("word" + " " * 50 + "\n") * n),
    "indented lines": ("a.txt", lambda n: "".join(" " * (i % 80) + "word\n" for i in range(n))),
    "words broken at line ends": ("a.txt", lambda n: "exam-\nple of " * n),
    "soft hyphens": ("a.txt", lambda n: "ex\xadample " * n),
    "form feeds": ("a.txt", lambda n: "word\f" * n),
    "carriage returns": ("a.txt", lambda n: "word\r" * n),
    "tabs": ("a.txt", lambda n: "word\t" * n),
    "bullets": ("a.txt", lambda n: "- word\n" * n),
    "numbered lines": ("a.txt", lambda n: "".join(f"{i}. word\n" for i in range(n))),
    "rules": ("a.txt", lambda n: _TEXT + "-----\n" * n),
    "signs of Markdown": ("a.txt", lambda n: "*a* _b_ `c` [d](e) <f> # g\n" * n),
    "page numbers": ("a.txt", lambda n: "".join(f"{_TEXT}\f{i}\n\n" for i in range(n))),
    "quotation marks": ("a.txt", lambda n: "“word” said he. " * n),
    "open quotation marks": ("a.txt", lambda n: "“word " * n),
    "tags in a text": ("a.txt", lambda n: _TEXT * 100 + "<b>word</b> " * n),
    "references in a text": ("a.txt", lambda n: "&amp; &#65; " * n),
    "combining marks": ("a.txt", lambda n: "e\u0301a\u0300 " * n),
    "Markdown: paragraphs": ("a.md", lambda n: matter("") + _TEXT * n),
    "Markdown: headings": ("a.md", lambda n: matter("") + "# word\n\n" * n),
    "Markdown: notes": (
        *("a.md",),
        lambda n: (
            matter("") + "".join(f"word[^{i}] " for i in range(n)) + "\n\n" + "".join(f"[^{i}]: b\n" for i in range(n))
        ),
    ),
    "Markdown: links": ("a.md", lambda n: matter("") + "".join(f"[word](https://example.org/{i}) " for i in range(n))),
    "Markdown: pictures": ("a.md", lambda n: matter("") + "![a](b.png) " * n),
    "Markdown: tables": ("a.md", lambda n: matter("") + "| a | b |\n|---|---|\n| c | d |\n\n" * n),
    "Markdown: lists": ("a.md", lambda n: matter("") + "- word\n" * n),
    "Markdown: quotations": ("a.md", lambda n: matter("") + "> word\n\n" * n),
    "Markdown: definitions": (
        "a.md",
        lambda n: matter("") + "".join(f"[{i}]: https://example.org/{i}\n" for i in range(n)),
    ),
    "matter: unknown keys": ("a.md", lambda n: matter("".join(f"key{i}: x\n" for i in range(n)))),
    "matter: tags": ("a.md", lambda n: matter("tags:\n" + "".join(f"  - tag {i}\n" for i in range(n)))),
    "matter: authors": ("a.md", lambda n: matter("author:\n" + "".join(f"  - Ann B{i}\n" for i in range(n)))),
    "matter: authors in a line": (
        "a.md",
        lambda n: matter("author: " + ", ".join(f"Ann B{i}" for i in range(n)) + "\n"),
    ),
    "matter: brackets": ("a.md", lambda n: matter(f"x: {'[' * n}{']' * n}\n")),
    "matter: a long title": ("a.md", lambda n: f"---\ntitle: {'word ' * n}\n---\n{_TEXT}"),
    "matter: a long address": ("a.md", lambda n: matter(f"url: https://example.org/{'a/' * n}\n")),
    "matter: a long day": ("a.md", lambda n: matter(f"date: {'2020-' * n}\n")),
    "matter: a folded text": ("a.md", lambda n: matter("x: >\n" + "  word\n" * n)),
    "matter: without an end": ("a.md", lambda n: "---\ntitle: x\n" + "a: b\n" * n),
    "matter: rules": ("a.md", lambda n: matter("") + "---\n" * n),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_the_work_grows_with_the_text(kind: str) -> None:
    name, text = TEXTS[kind]

    def work(n: int) -> Callable[[], object]:
        data = text(n).encode()

        def read() -> None:
            with suppress(EnvironmentProblem):
                read_saved(data, name)

        return read

    assert grows_linearly(work)


@pytest.mark.parametrize("kind", KINDS)
def test_the_work_grows_with_the_page(kind: str) -> None:
    def work(n: int) -> Callable[[], object]:
        data = KINDS[kind](n).encode()
        return lambda: read_saved(data, "page.html")

    assert grows_linearly(work)
