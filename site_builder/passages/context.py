"""The words around a passage: enough of them to distinguish it from similar ones.

These are the prefix and suffix of the W3C TextQuoteSelector, in whole words of the normalised text.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.passages.document import Document
from site_builder.passages.normal import Place

MAX_WORDS = 12
REACH = 400
"""Characters that are looked at on either side."""


def prefix_for(document: Document, place: Place, others: Sequence[Place]) -> str | None:
    """The shortest run of words before ``place`` that is before none of ``others``; None when there is none."""
    mine = _before(document, place)
    rest = [_before(document, other) for other in others if other != place]
    words = mine.split()[-MAX_WORDS:]
    # Compared as the proof compares them: as text that ends so, not as words.
    candidates = (" ".join(words[-count:]) for count in range(1, len(words) + 1))
    return next(
        (text for text in candidates if _has_word(text) and not any(other.endswith(text) for other in rest)), None
    )


def suffix_for(document: Document, place: Place, others: Sequence[Place]) -> str | None:
    """The shortest run of words after ``place`` that is after none of ``others``; None when there is none."""
    mine = _after(document, place)
    rest = [_after(document, other) for other in others if other != place]
    words = mine.split()[:MAX_WORDS]
    candidates = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    return next(
        (text for text in candidates if _has_word(text) and not any(other.startswith(text) for other in rest)), None
    )


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
