"""Recognises letters that look alike but are different: of another alphabet, or of another form.

A page may have a Cyrillic "е" in a Latin word; nobody sees it, and no quotation that is typed agrees with it.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Stranger(NamedTuple):
    """Two letters that are at the same place of two texts and belong to different alphabets."""

    here: str
    """The letter in the one text."""
    there: str
    """The letter in the other."""
    word: str
    """The word of the one text that it is in."""


def strangers(one: str, other: str) -> list[Stranger]:
    """The letters of ``one`` in another alphabet than those in ``other``; none when the two differ in anything else."""
    if len(one) != len(other):
        return []
    differing = [at for at, (here, there) in enumerate(zip(one, other, strict=True)) if here != there]
    if any(_alphabet(one[at]) == _alphabet(other[at]) or not (one[at] + other[at]).isalnum() for at in differing):
        return []
    found: dict[tuple[str, str], Stranger] = {}
    for at in differing:
        found.setdefault((one[at], other[at]), Stranger(one[at], other[at], _word(one, at)))
    return list(found.values())


def named(letter: str) -> str:
    """A letter with its code point and its name, as the Unicode Standard writes them."""
    return f"{letter} (U+{ord(letter):04X} {unicodedata.name(letter, 'without a name')})"


def _alphabet(letter: str) -> str:
    """The first word of its name: LATIN, CYRILLIC, GREEK, FULLWIDTH; DIGIT for those of ASCII."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _word(text: str, at: int) -> str:
    return text[text.rfind(" ", 0, at) + 1 :].partition(" ")[0]
