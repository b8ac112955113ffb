"""Finds where the pages of a printed article begin in its text.

An article that was printed in pages names the first words of each. They are looked for in the order of the pages, in
the normal form of quotations, each after the beginning of the page before. The first match counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from site_builder.passages.normal import Normal, normalise

Start = tuple[int, int]
"""A page's number, and where it begins in the text, in characters."""


def find_start(text: Normal, words: str, since: int) -> int:
    """The position from ``since`` on at which the page with these first ``words`` begins, or -1. In normal form."""
    return text.text.find(normalise(words).text, since)


def find_starts(text: Normal, pages: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int | None]]:
    """For each of ``pages``, in their order, its number and where it begins in the original; None where it does not.

    A page that is not found does not keep the next ones from being found.
    """
    since = 0
    for number, words in pages:
        at = find_start(text, words, since)
        if at >= 0:
            since = at + 1
        yield number, text.original(at, at + 1)[0] if at >= 0 else None


def page_at(starts: Sequence[Start], offset: int) -> int:
    """The number of the page that holds ``offset``: 1 before the first of ``starts``."""
    index = bisect_right(starts, offset, key=lambda start: start[1])
    return starts[index - 1][0] if index else 1
