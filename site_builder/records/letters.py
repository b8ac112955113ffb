"""Look-alike letters, and in ids invisible characters.

In an id each is refused; in a name look-alikes are reported, because a search for the name would not find it. The
pairs are those of Cyrillic, Greek and Latin that most typefaces draw alike (Unicode Technical Standard #39,
confusables). Knows texts.
"""

from __future__ import annotations

import re
import unicodedata

from site_builder.records.lines import named
from site_builder.unseen import HIDDEN

_PAIRS = (
    ("аеорсухіјѕһԁԛԝӏѵк", "aeopcyxijshdqwlvk"),
    ("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS"),
    ("αονριυκ", "aovpiuk"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    ("ıɡɑ", "iga"),
    ("‐‑‒–—―−", "-------"),
)
_ALIKE = {ord(odd): plain for odds, plains in _PAIRS for odd, plain in zip(odds, plains, strict=True)}
_HIDDEN = re.compile(f"[{HIDDEN}\u2028\u2029\x85]")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = 0x24F  # the end of Latin Extended-B: ı and ğ are Latin letters
_BASIC = re.compile(r"[A-Za-z]")


def plain(text: str) -> str:
    """``text`` in the letters that it seems to be written in, without unseen characters."""
    text = unicodedata.normalize("NFKC", _HIDDEN.sub("", text))
    return text.translate(_ALIKE)


def odd_letters(text: str) -> list[str]:
    """Each letter of ``text`` that is not what it seems, once: ``"а" (U+0430 CYRILLIC SMALL LETTER A)``."""
    odd = [letter for letter in text if plain(letter) != letter]
    return [_shown(letter) for letter in dict.fromkeys(odd)]


def odd_in_name(text: str) -> list[str]:
    """Like :func:`odd_letters`, of a name, which may be in any alphabet: only letters that no alphabet explains.

    A word with letters of two alphabets is odd where those of the one all look like the other's.
    """
    odd: list[str] = []
    for word in _WORD.findall(text):
        foreign = [letter for letter in word if ord(letter) > _LAST_LATIN]
        alike = [letter for letter in foreign if ord(letter) in _ALIKE]
        others = len(foreign) > len(alike)
        if alike and _BASIC.search(word):
            odd += alike if not others else _BASIC.findall(word)
    return [_shown(letter) for letter in dict.fromkeys(odd)]


def _shown(letter: str) -> str:
    name = named(letter)
    return name if _HIDDEN.match(letter) else f'"{letter}" ({name})'
