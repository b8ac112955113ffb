"""The comparison of words in search: the letters and signs that count as equal, for the index and the reader's query.

The search engine ignores case, accents and punctuation by itself. What it does not do is here: letters that do not
come apart into a letter and an accent (ł, ß), raised and lowered figures, apostrophes that are letters, signs of money
and arithmetic, scripts without spaces between words. The index is given the folded form of a word beside the word; the
search page's script folds the query with the same table (``templates/assets/search-words.js``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŀ": "l", "ı": "i", "ſ": "s", "ß": "ss", "æ": "ae",
    "œ": "oe", "þ": "th", "ə": "e", "ŋ": "n", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k",
    "ґ": "г", "ς": "σ",
    "ی": "ي", "ى": "ي", "ک": "ك", "ة": "ه", "ـ": "",
}  # fmt: skip
"""Small letters that readers type as others, because their keyboards do not have them or their languages do not tell
them apart."""

_APOSTROPHES = "'’‘‛ʼʻʹʽ′´`ˈ＇՚׳"
"""Ignored within a word, as the engine ignores those of them that are punctuation."""

_DIGITS = {chr(zero + value): str(value) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50) for value in range(10)}
"""Arabic, Persian, Devanagari, Bengali and Thai digits."""

TABLE: dict[str, str] = {**_LETTERS, **dict.fromkeys(_APOSTROPHES, ""), **_DIGITS}
"""Replacements, made once compatibility forms (NFKD), accents and capitals are gone."""

UNSPACED = (
    "\u0e01-\u0e30\u0e32-\u0e3a\u0e40-\u0e46\u0e80-\u0ec6\u1000-\u103f\u1780-\u17d3"
    "\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
"""Ranges of a regular expression: letters of scripts without spaces, Thai, Lao, Burmese, Khmer, kana, Han."""

_ONE = re.compile(f"[{UNSPACED}]")
_POINT = re.compile(r"(?<=\d)[.,٫٬](?=\d)")
_LETTERS_JOINED = re.compile(r"[^\W\d_]+(?:[-‐‑–—][^\W\d_]+)+")


def fold(text: str) -> str:
    """``text`` as search compares it: small letters and digits, one space where anything else stood.

    A point or comma between digits goes without a space, as the engine has it: ``1.5`` is found as ``15``.
    """
    plain = unicodedata.normalize("NFKD", _POINT.sub("", text)).lower()
    return " ".join("".join(_folded(plain)).split())


def _folded(plain: str) -> Iterator[str]:
    for character in plain:
        kind = unicodedata.category(character)
        if character in TABLE:
            yield TABLE[character]
        elif kind[0] == "M" or kind == "Cf":
            continue
        elif _ONE.match(character):
            yield f" {character} "
        else:
            yield character if kind[0] in "LN" else " "


def additions(text: str) -> str:
    """The folded words of ``text`` that the engine would not find by itself, each once, in the order of the text.

    Runs of letters without spaces are kept in order and whole: readers' words are looked up in them letter by letter.
    """
    found: dict[str, None] = {}
    for word in text.split():
        plain = word.strip(_AROUND)
        if not (plain.isascii() and plain.isalnum()):
            found.update(dict.fromkeys(_additions(word)))
    return " ".join(found)


_AROUND = '.,;:!?()[]"“”'
"""Signs that surround most words and are nothing to the engine."""


@lru_cache(maxsize=1 << 16)
def _additions(word: str) -> tuple[str, ...]:
    """Like :func:`additions`, of one word: texts of a site have the same words again and again."""
    pieces = fold(word)
    if _ONE.search(word):
        return (pieces,)
    if pieces != _by_engine(word) and not _LETTERS_JOINED.fullmatch(_bare(word)):
        return tuple(piece for piece in pieces.split() if len(piece) > 1)
    if any(character in _APOSTROPHES for character in word):
        return tuple(_behind_apostrophes(word))
    return ()


def _bare(word: str) -> str:
    """``word`` without punctuation at its ends, its accents and what follows a last apostrophe."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c)[0] != "M")
    return plain.strip(".,;:!?()[]{}\"'“”„«»‘’‚‹›…*")


def _by_engine(word: str) -> str:
    """``word`` as the engine reads it, its stem aside: no punctuation, no accents, small letters."""
    kept = (c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c)[0] not in "MPC")
    return "".join(kept)


def _behind_apostrophes(word: str) -> Iterator[str]:
    """Whole words after an elided one, as in l’Europe or O’Brien; an English ending is none."""
    parts = re.split(f"[{re.escape(_APOSTROPHES)}]", word)
    for part in parts[1:]:
        piece = fold(part)
        if len(piece) > 2 and " " not in piece:
            yield piece
