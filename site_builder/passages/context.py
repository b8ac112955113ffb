"""The words around a place: enough of them to tell it from its look-alikes.

What the W3C TextQuoteSelector calls prefix and suffix, in whole words of the normalised text.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.passages.document import Document
from site_builder.passages.normal import Place

MAX_WORDS = 12


def prefix_for(document: Document, place: Place, others: Sequence[Place]) -> str | None:
    """The shortest run of words before ``place`` that stands before none of ``others``; None when there is none."""
    mine = _words_before(document, place)
    rest = [_words_before(document, other) for other in others if other != place]
    for count in range(1, min(len(mine), MAX_WORDS) + 1):
        if _has_word(mine[-count:]) and all(words[-count:] != mine[-count:] for words in rest):
            return " ".join(mine[-count:])
    return None


def suffix_for(document: Document, place: Place, others: Sequence[Place]) -> str | None:
    """The shortest run of words behind ``place`` that stands behind none of ``others``; None when there is none."""
    mine = _words_after(document, place)
    rest = [_words_after(document, other) for other in others if other != place]
    for count in range(1, min(len(mine), MAX_WORDS) + 1):
        if _has_word(mine[:count]) and all(words[:count] != mine[:count] for words in rest):
            return " ".join(mine[:count])
    return None


def _has_word(words: Sequence[str]) -> bool:
    """A lone quotation mark would do for the builder, but says nothing to a person."""
    return any(letter.isalnum() for word in words for letter in word)


def _words_before(document: Document, place: Place) -> list[str]:
    normal = document.normal
    end = normal.index_at(place[0])
    return normal.text[max(0, end - 400) : end].split()[-MAX_WORDS:]


def _words_after(document: Document, place: Place) -> list[str]:
    normal = document.normal
    start = normal.index_at(place[1])
    return normal.text[start : start + 400].split()[:MAX_WORDS]
