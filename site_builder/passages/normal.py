"""The one normalisation under which a quotation and an article are compared.

Canonical composition (NFC, Unicode Standard Annex #15); each run of white space one space; soft hyphens and zero-width
characters dropped; typographic quotation marks, apostrophes, hyphens, dashes and the ellipsis as their plain forms.
Nothing else: letters, case, digits and all other punctuation stay.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
PLAIN = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f\uff02", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\uff07", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d", "-"),
    "\u2026": "...",
}
_TYPOGRAPHY = re.compile(f"[{''.join(PLAIN)}]")
SPACE = re.compile(r"[^\S ]\s*| \s+")
# What canonical composition can change together: a character with the marks behind it, or Hangul letters.
_SEGMENT = regex.compile(r"[\u1100-\u11ff\uac00-\ud7a3\U00016d63-\U00016d6a]+|\P{M}?\p{M}*", regex.DOTALL)
_BOUNDARY = regex.compile(r"(?w)\b")
# Scripts written without spaces whose letters the default rules would join.
_SPACELESS = re.compile("[\u3031-\u3035\u309b\u309c\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f]")


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


Place = tuple[int, int]
"""Start and end (exclusive) of a stretch of text, in characters: a W3C TextPositionSelector."""


@dataclass(frozen=True)
class Normal:
    """A normalised text and where each of its characters came from."""

    text: str
    """The normalised text."""
    starts: array[int]
    """For each character of ``text`` the offset in the original at which its source begins."""
    ends: array[int]
    """… and at which it ends (exclusive)."""

    def is_whole(self, start: int, end: int) -> bool:
        """True when ``text[start:end]`` is made of whole words and whole characters of the original."""
        return self._boundary(start) and self._boundary(end)

    def _boundary(self, at: int) -> bool:
        """A word boundary (Unicode Standard Annex #29) that cuts no character of the original."""
        if at and at < len(self.text) and self.starts[at] < self.ends[at - 1]:
            return False
        if _BOUNDARY.match(self.text, at) is not None:
            return True
        around = self.text[max(at - 1, 0) : at + 1]
        # A half-width letter and its voicing mark are one: ｶﾞ is not ｶ.
        return len(around) == 2 and around[1] not in "\uff9e\uff9f" and all(map(_SPACELESS.match, around))

    def original(self, start: int, end: int) -> Place:
        """The stretch of the original behind ``text[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def index_at(self, offset: int) -> int:
        """The index in ``text`` of the character whose source begins at or next after ``offset``."""
        return bisect_left(self.starts, offset)


def normalise(text: str) -> Normal:
    """``text`` as it is compared, with the way back."""
    normal = Normal(text, array("I", range(len(text))), array("I", range(1, len(text) + 1)))
    normal = _rewrite(normal, INVISIBLE.finditer, lambda _: "")
    if not unicodedata.is_normalized("NFC", normal.text):
        normal = _rewrite(normal, _SEGMENT.finditer, lambda found: unicodedata.normalize("NFC", found))
    normal = _rewrite(normal, _TYPOGRAPHY.finditer, PLAIN.__getitem__)
    return _rewrite(normal, SPACE.finditer, lambda _: " ")


def normalise_quote(text: str) -> str:
    """``text`` as it is looked for: ``normalise(text).text`` without white space at its ends, nor the way back."""
    text = INVISIBLE.sub("", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = _TYPOGRAPHY.sub(lambda match: PLAIN[match.group()], text)
    return SPACE.sub(" ", text).strip(" ")


def _rewrite(normal: Normal, matches: Callable[[str], object], replace: Callable[[str], str]) -> Normal:
    """Replace each match; what replaces it stands for all of what it replaced."""
    text, starts, ends = normal.text, normal.starts, normal.ends
    pieces: list[str] = []
    new_starts, new_ends = array("I"), array("I")
    done = 0
    for match in matches(text):  # type: ignore[attr-defined]
        old = match.group()
        new = replace(old)
        if new == old:
            continue
        first, last = match.span()
        pieces += (text[done:first], new)
        new_starts += starts[done:first]
        new_ends += ends[done:first]
        new_starts.extend([starts[first]] * len(new))
        new_ends.extend([ends[last - 1]] * len(new))
        done = last
    if not pieces:
        return normal
    pieces.append(text[done:])
    new_starts += starts[done:]
    new_ends += ends[done:]
    return Normal("".join(pieces), new_starts, new_ends)
