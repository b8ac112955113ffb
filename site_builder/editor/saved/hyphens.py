"""Joins words broken at line ends if that is certain, and lists those where it is not.

A hyphen at a line's end is the break's, or the word's own (``well-known``). The text itself shows which, where the word
is elsewhere in one piece or with its hyphen; so does a part that is no word in any language that hyphenates
(``informa-tion``), a figure (``COVID-19``) and a capital (``Anglo-Saxon``). Else the hyphen stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BROKEN = re.compile(
    r"(?<![^\W_])([^\W_]++)([-\N{HYPHEN}\N{SOFT HYPHEN}])[ \t]*\n[ \t]*(?:\f\n?[ \t]*)?([^\W_]+)(?=([-\N{HYPHEN}]?))"
)
_WORD = re.compile(r"[^\W_]+(?:[-\N{HYPHEN}][^\W_]+)*")
_NO_WORDS = frozenset(
    "tion tions tional sion sions ment ments ness ing ings ity ities tive tively ative ously ally edly ly ble bly "
    "tures ung ungen keit heit lich ischen ость ости ення ання ться".split()
)


def join_words(text: str) -> tuple[str, list[tuple[int, str]]]:
    """``text`` (line feeds only) with its broken words joined; and the line and the parts of those that are not sure.

    A word that is not sure keeps its hyphen, without the line end.
    """
    whole = frozenset(word.lower().replace("\N{HYPHEN}", "-") for word in _WORD.findall(_BROKEN.sub(" ", text)))
    pieces: list[str] = []
    unsure: list[tuple[int, str]] = []
    line, at = 1, 0
    for found in _BROKEN.finditer(text):
        line += text.count("\n", at, found.start())
        before, sign, after, _ = found.groups()
        joined = _joined(before, sign, after, whole)
        pieces += (text[at : found.start()], joined or f"{before}-{after}")
        if not joined:
            unsure.append((line, f"{before}-{after}"))
        line, at = line + text.count("\n", found.start(), found.end()), found.end()
    return "".join([*pieces, text[at:]]), unsure


def _joined(before: str, sign: str, after: str, whole: frozenset[str]) -> str:
    """The word whose parts were on two lines; nothing when that is not sure."""
    plain, hyphened = f"{before}{after}", f"{before}-{after}"
    if sign == "\N{SOFT HYPHEN}":
        return plain
    has_plain, has_hyphened = plain.lower() in whole, hyphened.lower() in whole
    if has_plain != has_hyphened:
        return plain if has_plain else hyphened
    is_own = (after[0].isupper() and not before.isupper()) or after[0].isdigit() or before[-1].isdigit()
    if is_own:
        return hyphened
    return plain if after in _NO_WORDS and not has_hyphened else ""


def places(unsure: list[tuple[int, str]], unit: str = "line") -> Iterator[str]:
    """``unsure`` in words, the first ones each with its line, or with the number of another ``unit``."""
    yield from (f"{unit} {number}: {words}" for number, words in unsure[:8])
    if len(unsure) > 8:
        yield f"{len(unsure) - 8} more"
