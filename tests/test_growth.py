"""Every reader of Markdown takes twice the time for twice the text, also where a parser is tempted to look again.

The inputs are those that implementations of CommonMark publish as pathological, and those that took this project long.
A reader that looks at all of the text again for each part of it takes 64 times as long for 8 times the text. A list
of ids is read in the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from site_builder.dialect.article import read
from site_builder.link import prose
from site_builder.link.heads import heads
from site_builder.link.names import collect
from site_builder.load.records import load
from site_builder.passages.document import read_document
from site_builder.passages.highlight import Marking, mark
from site_builder.records.values import distinct
from site_builder.source import Source, Span
from tests.projects import minimal

TIMES = 8
MOST = 24
"""Three times what is linear: the machine may be busy."""
SHORTEST = 0.002
"""Seconds below which nothing is worth comparing."""

PATTERNS: dict[str, Callable[[int], str]] = {
    "nested brackets": lambda n: "[" * n + "a" + "]" * n,
    "open brackets": lambda n: "[a" * n,
    "open links": lambda n: "[a](<b" * n,
    "open link targets": lambda n: "[a](http://b" * n,
    "empty links": lambda n: "[](http://b.org/)" * n,
    "brackets and parentheses": lambda n: "[ (](" * n,
    "images": lambda n: "![" * n,
    "images in links": lambda n: "![[]()" * n,
    "notes": lambda n: "[^a]" * n + "\n\n[^a]: b\n",
    "note openers": lambda n: "[^" * n,
    "many notes": lambda n: "".join(f"[^{i}]" for i in range(n)) + "\n\n" + "".join(f"[^{i}]: b\n" for i in range(n)),
    "backticks": lambda n: "".join("e" + "`" * i for i in range(int(n**0.5) * 2)),
    "backtick pairs": lambda n: "`a` `b" * n,
    "strong openers": lambda n: "**a " * n,
    "strong inside words": lambda n: "a**b" * n,
    "strong closers": lambda n: "a** " * n,
    "mixed emphasis": lambda n: "*a _b " * n,
    "mixed emphasis closed": lambda n: "*a _b " * n + "c* d_ " * n,
    "emphasis of three": lambda n: "a***b " * n + "***c " * n,
    "stars and quotation marks": lambda n: '*"' * n + '"*' * n,
    "less than": lambda n: "<" * n,
    "open tags": lambda n: "<a " * n,
    "different tags": lambda n: " ".join(f"<a{i}>" for i in range(n)),
    "tags": lambda n: " ".join(f"<b c={i}>" for i in range(n)),
    "comments": lambda n: "<!-- " * n,
    "references": lambda n: "&" * n + "&amp;" * n + "&#0;" * n,
    "backslashes": lambda n: "\\" * n + "\\_" * n + ' \\"' * n,
    "quotations": lambda n: "> " * n + "a",
    "quotations in steps": lambda n: "".join("> " * (i % 20 + 1) + "a\n" for i in range(n)),
    "open quotations": lambda n: "> a\n" * n + "b\n",
    "nested lists": lambda n: "".join("  " * i + "- a\n" + "  " * i + "- b\n" for i in range(int(n**0.5))),
    "lists on a line": lambda n: "- " * n + "a",
    "one-item lists": lambda n: "- a\n\n" * n,
    "lists that go on": lambda n: "- a\n" * n,
    "numbers": lambda n: "".join(f"{i}. a\n" for i in range(1, n)),
    "numbers that do not count": lambda n: "1. a\n" * n,
    "steps of one item": lambda n: "".join(" " * (i % 40) + "- a\n" for i in range(n)),
    "columns": lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b" * n + "|\n",
    "rows": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "tables that are none": lambda n: "|a|b|\n|-|\n" * n,
    "rules that are none": lambda n: "- " * n + "x\n" + "*" * n + "x\n",
    "headings": lambda n: "# a\n" * n + "#" * n,
    "paragraphs": lambda n: "a b c\n\n" * n,
    "lines": lambda n: "a b c\n" * n,
    "spaces": lambda n: "a" + " " * n + "b" + "\t" * n,
    "record links": lambda n: "[[claim:" * n,
    "record links that lead nowhere": lambda n: "".join(f"[[claim:x{i}|a]] " for i in range(n // 10)),
    "links that are refused": lambda n: "".join(f"[x](data:{i}) " for i in range(n)),
    "links that are refused and encoded": lambda n: "".join(f"[x](data:é{i}) " for i in range(n)),
}


def seconds(work: Callable[[], object]) -> float:
    """The lesser of two runs, of this process alone."""
    took = []
    for _ in range(2):
        since = process_time()
        work()
        took.append(process_time() - since)
    return min(took)


def grows_linearly(work: Callable[[int], Callable[[], object]]) -> bool:
    """True when ``work(TIMES * n)`` takes less than ``MOST`` times as long as ``work(n)``."""
    n = 50
    while (small := seconds(work(n))) < SHORTEST and n < 1500:
        n *= 2
    return seconds(work(TIMES * n)) < MOST * max(small, SHORTEST / 4)


def document_of(text: str) -> Callable[[], object]:
    source = Source("a.md", text)
    return lambda: read_document(Span(source, 0, len(text)))


def prose_of(text: str) -> Callable[[], object]:
    names = collect(heads(load(minimal())[0]))
    source = Source("a.md", text)

    def work() -> None:
        prose.render(text, "method/", names, Span(source, 0, len(text)), [])

    return work


@pytest.mark.parametrize("pattern", PATTERNS)
def test_an_article(pattern: str) -> None:
    assert grows_linearly(lambda n: document_of(PATTERNS[pattern](n)))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_text_of_the_site(pattern: str) -> None:
    assert grows_linearly(lambda n: prose_of(PATTERNS[pattern](n)))


@pytest.mark.parametrize("line", ["a b c\n\n", "a b c\n"])
def test_marked_passages(line: str) -> None:
    def work(n: int) -> Callable[[], object]:
        text = line * n
        document = read_document(Span(Source("a.md", text), 0, len(text)))[0]
        markings = [Marking(f"p-{at}", ((at, at + 3),)) for at in range(0, len(document.text) - 4, 7)]
        return lambda: mark(document, markings)

    assert grows_linearly(work)


def test_faults_are_found_at_their_places() -> None:
    text = "".join(f"<b c={i}> " for i in range(2000))
    assert [text[fault.start : fault.end] for fault in read(text).faults] == [f"<b c={i}>" for i in range(2000)]


def test_a_list_of_ids() -> None:
    def work(n: int) -> Callable[[], object]:
        ids = tuple(f"member-{i}" for i in range(20 * n))
        return lambda: distinct(ids)

    assert grows_linearly(work)
