"""Counts the quoted speech of an article in words: how much there is, and how much of it no passage uses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.passages.document import Document
from site_builder.passages.edges import SPACELESS
from site_builder.passages.normal import Place
from site_builder.passages.speech import EDGES

SHORTEST = 3
"""Words that quoted speech must have: fewer are a title or a word held at arm's length."""
_WORD = re.compile(rf"[{SPACELESS}]{{2}}|(?:(?![{SPACELESS}])\w)[^\s{SPACELESS}]*")
"""A word; of a script that is written without spaces, two characters."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of quoted speech, without the marks around it."""

    start: int
    """Offset of its first character in the article's text."""
    end: int
    """Offset after its last character."""
    words: tuple[Place, ...]
    """Its words."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The quoted speech of one article."""

    words: int
    """The number of its words."""
    uncited: int
    """The number of those that no passage touches."""


def stretches(document: Document) -> Iterator[Stretch]:
    """The quoted speech of ``document``, each stretch of :data:`SHORTEST` words or more, in order."""
    text = document.text
    for start, end in document.speech.places:
        while start < end and text[start] in EDGES:
            start += 1
        while end > start and text[end - 1] in EDGES:
            end -= 1
        words = tuple(match.span() for match in _WORD.finditer(text, start, end))
        if len(words) >= SHORTEST:
            yield Stretch(start, end, words)


def spoken(document: Document, cited: Iterable[Place]) -> Spoken:
    """The quoted speech of ``document``, whose ``cited`` places are in passages."""
    words = [word for stretch in stretches(document) for word in stretch.words]
    starts = [start for start, _ in words]
    touched: set[int] = set()
    for first, last in set(cited):
        at = bisect_left(starts, first)
        touched.update(range(at, bisect_left(starts, last)))
        # The word before may reach into the place.
        if at and words[at - 1][1] > first:
            touched.add(at - 1)
    return Spoken(len(words), len(words) - len(touched))
