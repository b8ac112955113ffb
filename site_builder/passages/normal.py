"""The one normalisation that is applied before a quotation is compared with an article.

Canonical composition (NFC, Unicode Standard Annex #15); each run of white space one space; soft hyphens and zero-width
characters dropped; typographic quotation marks, apostrophes, hyphens, dashes and the ellipsis as their plain forms.
Nothing else: letters, case, digits and all other punctuation stay.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from site_builder.passages import edges

Place = tuple[int, int]
"""Start and end (exclusive) of a stretch of text, in characters: a W3C TextPositionSelector."""

WIDEST = 500
"""Characters that are looked through for the beginning or end of a word: none is so long."""

INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_ALWAYS = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e\u301f\uff02\u05f4\u275d\u275e\u2760\u2e42", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\uff07\u05f3\u055a\u275b\u275c\u275f", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d\u05be", "-"),
    "\u2026": "...",
}
_BESIDE_A_LETTER = dict.fromkeys("\u00b4`\uff40\u2035", "'")
_BEHIND_A_LETTER = dict.fromkeys("\u2032\u1fbd", "'")
_BEHIND_A_DIGIT = dict.fromkeys("\u2033\u2036", '"')
_PLAIN = _ALWAYS | _BESIDE_A_LETTER | _BEHIND_A_LETTER | _BEHIND_A_DIGIT


def _any(letters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(letters))}]"


_SIGNS = re.compile(_any(_ALWAYS))
_RARE = re.compile(_any(_BESIDE_A_LETTER | _BEHIND_A_LETTER | _BEHIND_A_DIGIT))
# An accent, a back quote and a prime are apostrophes and marks of minutes where they touch a letter or a digit.
_ALL_SIGNS = re.compile(
    rf"{_any(_ALWAYS)}|(?<=\w){_any(_BESIDE_A_LETTER | _BEHIND_A_LETTER)}|{_any(_BESIDE_A_LETTER)}(?=\w)"
    rf"|(?<=\d){_any(_BEHIND_A_DIGIT)}"
)
SPACE = re.compile(r"[^\S ]\s*| \s+")
# Plain forms that several characters have; the printed one shows where words end.
_SHAPED = re.compile("['\"\\- ]")
_DIGIT = re.compile(r"\d")
# Letters of Hangul and of Kirat Rai compose with each other, and are not marks.
_COMPOSING = "[\u1100-\u11ff\uac00-\ud7a3\U00016d63-\U00016d6a]+"


def typography(text: str) -> re.Pattern[str]:
    """A pattern for the typographic signs of ``text`` where they have a plain form."""
    return _ALL_SIGNS if _RARE.search(text) else _SIGNS


def plain(sign: str) -> str:
    """The plain form of a sign that :func:`typography` found."""
    return _PLAIN[sign]


@dataclass(frozen=True, eq=False)
class Normal:
    """A normalised text and where each of its characters came from; equal to nothing but itself."""

    text: str
    """The normalised text."""
    starts: array[int]
    """For each character of ``text`` the offset in the original at which its source begins."""
    ends: array[int]
    """… and at which it ends (exclusive)."""
    source: str = field(repr=False)
    """The original."""

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, of the same length, so that offsets stay (``İ`` has two small letters)."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in self.text)

    def is_whole(self, start: int, end: int) -> bool:
        """True when ``text[start:end]`` is made of whole words and whole characters of the original."""
        return self._is_edge(start) and self._is_edge(end)

    def whole(self, start: int, end: int) -> Place:
        """``text[start:end]`` with the rest of the words that it cuts, as far as :data:`WIDEST` on either side."""
        first, last = max(start - WIDEST, 0), min(end + WIDEST, len(self.text))
        while start > first and not self._is_edge(start):
            start -= 1
        while end < last and not self._is_edge(end):
            end += 1
        return start, end

    def _is_edge(self, at: int) -> bool:
        """The edge of a word (:mod:`site_builder.passages.edges`) that cuts no character of the original."""
        if not 0 < at < len(self.text):
            return True
        if self.starts[at] < self.ends[at - 1]:
            return False
        before, after = self.text[at - 1], self.text[at]
        if before in ' "(' or after in ' ")':
            around = self.text[max(at - 2, 0) : at + 2]
            if around.isascii() and _DIGIT.search(around) is None:
                return True  # most quotations have this at both ends: the answer needs no closer look
        low, high = max(0, at - edges.REACH), at + edges.REACH
        printed = _SHAPED.sub(lambda found: self._printed(low + found.start()), self.text[low:high])
        return edges.is_edge(printed, at - low)

    def _printed(self, at: int) -> str:
        """The character at ``at`` in the shape that it has in the original; a line's end for several spaces."""
        run = self.source[self.starts[at] : self.ends[at]]
        return run if len(run) == 1 else "\n" if run.isspace() else self.text[at]

    def original(self, start: int, end: int) -> Place:
        """The stretch of the original after ``text[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]

    def index_at(self, offset: int) -> int:
        """The index in ``text`` of the character whose source begins at or next after ``offset``."""
        return bisect_left(self.starts, offset)


def normalise(text: str) -> Normal:
    """``text`` as it is compared, with the way back."""
    normal = Normal(text, array("I", range(len(text))), array("I", range(1, len(text) + 1)), text)
    normal = rewrite(normal, INVISIBLE, lambda _: "")
    if not unicodedata.is_normalized("NFC", normal.text):
        normal = rewrite(normal, _segments(normal.text), lambda found: unicodedata.normalize("NFC", found))
    normal = rewrite(normal, typography(normal.text), plain)
    return rewrite(normal, SPACE, lambda _: " ")


def normalise_quote(text: str) -> str:
    """``text`` as it is looked for: ``normalise(text).text`` without white space at its ends, nor the way back."""
    text = INVISIBLE.sub("", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = typography(text).sub(lambda match: plain(match.group()), text)
    return SPACE.sub(" ", text).strip(" ")


def _segments(text: str) -> re.Pattern[str]:
    """A pattern for what composition can change together in ``text``: a character with its marks, or Hangul."""
    letters = set(text)
    marks = [letter for letter in letters if edges.is_mark(letter)]
    alone = [letter for letter in letters if unicodedata.normalize("NFC", letter) != letter]
    kinds = [_COMPOSING]
    if marks:
        kinds.insert(0, f"[^{re.escape(''.join(marks))}]?{_any(marks)}+")
    if alone:
        kinds.append(_any(alone))
    return re.compile("|".join(kinds))


def rewrite(normal: Normal, pattern: re.Pattern[str], replace: Callable[[str], str]) -> Normal:
    """Replace each match of ``pattern``; the replacement stands for all of the match."""
    text, starts, ends = normal.text, normal.starts, normal.ends
    pieces: list[str] = []
    new_starts, new_ends = array("I"), array("I")
    done = 0
    for match in pattern.finditer(text):
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
    return Normal("".join(pieces), new_starts, new_ends, normal.source)
