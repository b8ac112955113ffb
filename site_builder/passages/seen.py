"""A text as a browser searches it for a text fragment, and where a browser may see the edge of a word.

After the search of the WICG's URL Fragment Text Directives: characters are compared by their base (Unicode Technical
Standard #10, first level: neither case nor accents), white space is one space, and invisible characters are ignored. A
browser divides scripts without spaces by a dictionary that is not ours: there an edge is possible everywhere, and
certain only beside other signs.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from site_builder.passages.edges import is_spaceless, is_word
from site_builder.passages.normal import INVISIBLE, SPACE, Normal, Place, rewrite

_ACCENTS = re.compile("[\u0300-\u036f]+")
# Signs that a browser takes into a word when letters or digits stand on both sides.
_JOINING = frozenset("'’‘.:·,;_\"״׳`´‧․／/")


def seen(text: str) -> Normal:
    """``text`` as a browser compares it, with the way back."""
    normal = Normal(text, array("I", range(len(text))), array("I", range(1, len(text) + 1)), text)
    normal = rewrite(normal, INVISIBLE, lambda _: "")
    normal = rewrite(normal, SPACE, lambda _: " ")
    small = normal.text.lower()
    if len(small) == len(normal.text):
        normal = Normal(small, normal.starts, normal.ends, text)
    accented = [letter for letter in set(normal.text) if _base(letter) != letter]
    # Marks go with the letter that they stand on.
    kinds = [r"[^\u0300-\u036f][\u0300-\u036f]+", *([f"[{re.escape(''.join(accented))}]"] if accented else [])]
    return rewrite(normal, re.compile("|".join(kinds)), _base)


@lru_cache(maxsize=4096)
def _base(letter: str) -> str:
    """The base of a character with the marks after it: no case, no accents, and no other form (ﬁ is fi)."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", letter).casefold())


def may_be_edge(text: str, at: int) -> bool:
    """True when some browser may see the edge of a word in ``text`` before ``at``."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    return not (is_word(before) and is_word(after)) or is_spaceless(before) or is_spaceless(after)


def is_surely_edge(text: str, at: int) -> bool:
    """True when every browser sees an edge in ``text`` before ``at``, where a run of letters begins or ends."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if is_word(before):
        return after == " " or (
            not is_word(after) and not (after in _JOINING and is_word(text[at + 1 : at + 2] or " "))
        )
    return before == " " or not (before in _JOINING and is_word(text[at - 2 : at - 1] or " "))


def first(parts: Sequence[str], text: str, since: int = 0) -> Place | None:
    """The first place in ``text`` from ``since`` on where ``parts`` follow each other, with spaces or without; or None.

    Only the first part's beginning and the last part's end have to be edges of words: that is the standard's rule for
    a prefix, a beginning and a suffix.
    """
    ways = [parts[0]]
    if len(parts) > 1:
        ways = ["".join(f"{gap}{part}" for gap, part in zip(("", *gaps), parts, strict=True))
                for gaps in product(("", " "), repeat=len(parts) - 1)]  # fmt: skip
    places = [place for way in ways if (place := _first(way, text, since))]
    return min(places, default=None)


def _first(words: str, text: str, since: int) -> Place | None:
    found = text.find(words, since)
    while found >= 0:
        end = found + len(words)
        if may_be_edge(text, found) and may_be_edge(text, end):
            return found, end
        found = text.find(words, found + 1)
    return None
