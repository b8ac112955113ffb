"""The words around a passage: enough of them to distinguish it from similar ones.

These are the prefix and suffix of the W3C TextQuoteSelector, in whole words of the normalised text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from site_builder.passages.document import Document
from site_builder.passages.normal import Place

MAX_WORDS = 12
REACH = 400
"""Characters that are looked at on either side."""


class Around:
    """The words around places in ``document``, sorted: those most alike stand next to each other."""

    def __init__(self, document: Document, places: Iterable[Place]) -> None:
        self._document = document
        self._places = frozenset(places)
        self._before = sorted(_before(document, place)[::-1] for place in self._places)
        self._after = sorted(_after(document, place) for place in self._places)

    def prefix(self, place: Place) -> str | None:
        """The shortest run of words before ``place`` that is before no other place; None when there is none."""
        words = _before(self._document, place).split()[-MAX_WORDS:]
        # Compared as the proof compares them: as text that ends so, not as words.
        candidates = (" ".join(words[-count:]) for count in range(1, len(words) + 1))
        return self._distinct(place, candidates, self._before, -1)

    def suffix(self, place: Place) -> str | None:
        """The shortest run of words after ``place`` that is after no other place; None when there is none."""
        words = _after(self._document, place).split()[:MAX_WORDS]
        candidates = (" ".join(words[:count]) for count in range(1, len(words) + 1))
        return self._distinct(place, candidates, self._after, 1)

    def _distinct(self, place: Place, candidates: Iterable[str], texts: Sequence[str], step: int) -> str | None:
        own = place in self._places  # and its text begins so, as the next one in order must not
        for candidate in filter(_has_word, candidates):
            beginning = candidate[::step]
            other = bisect_left(texts, beginning) + own
            if other >= len(texts) or not texts[other].startswith(beginning):
                return candidate
        return None


def _has_word(text: str) -> bool:
    """A lone quotation mark would do for the builder, but says nothing to a person."""
    return any(letter.isalnum() for letter in text)


def _before(document: Document, place: Place) -> str:
    normal = document.normal
    end = normal.index_at(place[0])
    return normal.text[max(0, end - REACH) : end].rstrip(" ")


def _after(document: Document, place: Place) -> str:
    normal = document.normal
    start = normal.index_at(place[1])
    return normal.text[start : start + REACH].lstrip(" ")
