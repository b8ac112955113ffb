"""Characters that turn a text around or hide in it, and the places where a script or an emoji needs them.

Embeddings, overrides, isolates and marks of direction (Unicode Standard Annex #9) let a reader see the letters of a
text in another order than the one in which it is written; tags and annotations hide letters. Knows texts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from site_builder.unseen import HIDDEN

_BREAK = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)")
"""Between paragraphs: no direction reaches beyond one."""
_RIGHT = "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Scripts that are written from right to left."""
_RIGHT_LETTERS = re.compile(f"[{_RIGHT}]")
_STEP = re.compile(
    "(?P<flag>\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f)"  # the flags of England, Scotland and Wales
    f"|(?P<right>[{_RIGHT}])"
    "|(?P<sign>[\u061c\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e00ff\U000e01f0-\U000e0fff])"
)
_SIGN = re.compile(f"[{HIDDEN}]")
_OVERRIDES = "\u202d\u202e"
_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_ISOLATES = "\u2066\u2067\u2068"
_RIGHTWARDS = "\u202b\u2067"
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_RIGHT_MARKS = "\u061c\u200f"
_DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_JOINER = "\u200d"
_BRAILLE = "\u2800"
_SIMPLE = ("LATIN", "CYRILLIC", "GREEK", "DIGIT", "ARMENIAN", "GEORGIAN", "FULLWIDTH LATIN")
"""Scripts whose letters need no unseen sign between them."""
_NEAR = 8
"""Characters on either side that are looked at: an emoji or a syllable has no more unseen signs and accents."""


class Hidden(NamedTuple):
    """An unseen character of a text."""

    at: int
    """Its offset."""
    sign: str


def may_hide(text: str) -> bool:
    """True when ``text`` has a character that can hide among letters."""
    return not text.isascii() and _SIGN.search(text) is not None


def misleading(text: str) -> list[Hidden]:
    """The characters by which readers of ``text`` see other words, or another order of words, than are there.

    Overrides, embeddings and isolates that are not closed, close nothing or turn around what is not written from
    right to left, marks of that direction where nothing has it, tags and annotations.
    """
    return [one for start, part in _paragraphs(text) for one in sorted(_misleading(part, start))]


def misprinted(text: str) -> list[Hidden]:
    """Like :func:`misleading`, of an article's own words: without marks of direction, which many pages have."""
    return [one for one in misleading(text) if one.sign not in _RIGHT_MARKS]


def unneeded(text: str) -> list[Hidden]:
    """The unseen characters of ``text`` that neither its script nor an emoji needs, the misleading ones aside."""
    known = set(misleading(text))
    found = [one for start, part in _paragraphs(text) for one in _unneeded(part, start)]
    return [one for one in found if one not in known]


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph of ``text`` with an unseen character, and where it begins."""
    if not may_hide(text):
        return
    start = 0
    for gap in _BREAK.finditer(text):
        yield start, text[start : gap.start()]
        start = gap.end()
    yield start, text[start:]


def _misleading(text: str, shift: int) -> Iterator[Hidden]:
    opened: list[Hidden] = []
    isolates, right = 0, -1  # of those opened; the last letter that is written from right to left
    is_right = _RIGHT_LETTERS.search(text) is not None
    for found in _STEP.finditer(text):
        one = Hidden(found.start() + shift, found[0])
        if found.lastgroup != "sign":
            right = one.at if found.lastgroup == "right" else right
        elif one.sign in _EMBEDDINGS or one.sign in _ISOLATES:
            opened.append(one)
            isolates += one.sign in _ISOLATES
        elif one.sign == _POP and opened and opened[-1].sign in _EMBEDDINGS:
            yield from _turned(opened.pop(), right)
        elif one.sign == _POP_ISOLATE and isolates:
            while opened[-1].sign in _EMBEDDINGS:
                yield opened.pop()
            yield from _turned(opened.pop(), right)
            isolates -= 1
        elif one.sign not in _RIGHT_MARKS or not is_right:
            yield one
    yield from opened


def _turned(one: Hidden, right: int) -> Iterator[Hidden]:
    """``one``, which is closed, where it overrides, or has nothing to turn around but what reads from the left."""
    if one.sign in _OVERRIDES or (one.sign in _RIGHTWARDS and right < one.at):
        yield one


def _unneeded(text: str, shift: int) -> Iterator[Hidden]:
    is_right = _RIGHT_LETTERS.search(text) is not None
    flags = {at for found in _STEP.finditer(text) if found["flag"] for at in range(*found.span())}
    for found in _SIGN.finditer(text):
        at, sign = found.start(), found[0]
        if _DIRECTIONS.match(sign):
            needed = is_right
        elif _VARIANTS.match(sign):
            needed = at > 0 and not _VARIANTS.match(text[at - 1]) and not _is_simple(text[at - 1])
        else:
            around = (_nearest(text[max(at - _NEAR, 0) : at][::-1]), _nearest(text[at + 1 : at + 1 + _NEAR]))
            needed = at in flags or any(_needs(letter, sign) for letter in around)
        if not needed:
            yield Hidden(at + shift, sign)


def _nearest(text: str) -> str:
    """The first letter or sign of ``text`` that is seen and no accent; empty where there is none."""
    return next((letter for letter in text if not _SIGN.match(letter) and not _is_accent(letter)), "")


def _needs(letter: str, sign: str) -> bool:
    """True when the unseen ``sign`` can be part of how ``letter``, beside it, is written."""
    if not letter:
        return False
    kind = unicodedata.category(letter)
    if sign == _JOINER and kind in ("So", "Sk", "Sm"):
        return True  # of an emoji
    if sign == _BRAILLE:
        return "\u2800" < letter <= "\u28ff"
    return kind[0] in "LM" and not _is_simple(letter)


def _is_simple(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith(_SIMPLE)


def _is_accent(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("COMBINING ")
