"""The comparison of words in search: the letters and signs that count as equal, for the index and the reader's query.

The search engine ignores case, accents and punctuation by itself. What it does not do is here: letters that do not
come apart into a letter and an accent (ł, ß), raised and lowered figures, apostrophes that are letters, signs of money
and arithmetic, scripts without spaces between words. The index is given the folded form of a word beside the word; the
search page's script folds the query with the same table (``templates/assets/search-words.js``). The engine takes a word
for a compound at ASCII signs only; here every sign but a few separates, dashes of all kinds included.
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
_MEASURE = re.compile(r"(\d+)([^\W\d_]{2,})")
_WITHIN = frozenset(f".,&{_APOSTROPHES}")
_AT_SIGNS = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")


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
    for word in dict.fromkeys(text.split()):
        plain = word.strip(_AROUND)
        if not (plain.isascii() and (plain.isdigit() or (plain.isalnum() and plain[0].isalpha()))):
            found.update(dict.fromkeys(_additions(word)))
    return " ".join(found)


_AROUND = '.,;:!?()[]"“”'
"""Signs that surround most words and are nothing to the engine."""


@lru_cache(maxsize=1 << 16)
def _additions(word: str) -> tuple[str, ...]:
    """Like :func:`additions`, of one word: texts of a site have the same words again and again."""
    if _ONE.search(word):
        return (fold(word),)
    known = set(_by_engine(word))
    return tuple(piece for part in _parts(word) for piece in _as_typed(part) if piece not in known)


def _parts(word: str) -> list[str]:
    """The words that a compound is made of: Russia–Belarus, U.S.-led, and/or. All signs separate but a few."""
    return "".join(c if _is_within(c) else " " for c in word).split()


def _is_within(character: str) -> bool:
    kind = unicodedata.category(character)
    return character in _WITHIN or kind[0] == "M" or kind == "Cf" or bool(fold(character))


def _as_typed(part: str) -> Iterator[str]:
    """How readers type ``part``: without points and apostrophes, or what stands between them, or number and unit."""
    pieces = fold(part).split()
    joined = "".join(pieces)
    yield from (piece for piece in (*pieces, joined, *_behind_apostrophes(part)) if len(piece) > 1 or piece.isdigit())
    if measure := _MEASURE.fullmatch(joined):
        yield from measure.groups()


def _by_engine(word: str) -> Iterator[str]:
    """The forms in which the engine has ``word``, their stems aside: small letters without accents.

    It has the whole word without punctuation, and its parts between ASCII signs, which keep other punctuation. It
    divides them further where a capital or a figure begins.
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c)[0] not in "MC")
    yield "".join(c for c in plain.lower() if unicodedata.category(c)[0] != "P")
    for part in _AT_SIGNS.split(plain):
        if part.isdigit() or (part.isalpha() and (part[1:].islower() or part.isupper())):
            yield part.lower()


def _behind_apostrophes(word: str) -> Iterator[str]:
    """Whole words after an elided one, as in l’Europe or O’Brien; an English ending is none."""
    parts = re.split(f"[{re.escape(_APOSTROPHES)}]", word)
    for part in parts[1:]:
        piece = fold(part)
        if len(piece) > 2 and " " not in piece:
            yield piece
