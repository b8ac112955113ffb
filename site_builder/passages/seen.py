"""Words as a browser looks for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import regex

from site_builder.passages.normal import INVISIBLE, Place

# Letters with their marks; what stands between two of them without a space, but for the punctuation of scripts that
# have no spaces, belongs to the word.
WORDS = regex.compile(r"[\w\p{M}]+(?:[^\w\s\p{M}\u3000-\u303f\uff00-\uffef]+[\w\p{M}]+)*")
"""Words as people see them between spaces."""


def folded(text: str) -> str:
    """``text`` in small letters, with a space for each character of white space: as long as it was."""
    text = re.sub(r"\s", " ", text)
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def first_words(words: str, text: str, since: int = 0) -> Place | None:
    """Where ``words`` stand in ``text`` first (both :func:`folded`), from ``since`` on, no letter beside them."""
    found = text.find(words, since)
    while found >= 0:
        end = found + len(words)
        if not _is_letter(text[found - 1 : found]) and not _is_letter(text[end : end + 1]):
            return found, end
        found = text.find(words, found + 1)
    return None


def _is_letter(letter: str) -> bool:
    """True for a letter, a digit or a mark on one."""
    return bool(letter) and (letter.isalnum() or letter == "_" or unicodedata.category(letter)[0] == "M")


def first_words_unseen(words: Sequence[str], text: str, since: int = 0) -> Place | None:
    """As :func:`first_words`, of a text with characters that nobody sees: they count for nothing, spaces for one."""
    unseen = INVISIBLE.pattern[:-1] + "*"
    joined = rf"{unseen}\s+{unseen}".join(unseen.join(map(re.escape, INVISIBLE.sub("", word))) for word in words)
    found = regex.compile(rf"(?<![\w\p{{M}}]){joined}(?![\w\p{{M}}])", regex.IGNORECASE).search(text, since)
    return found.span() if found else None
