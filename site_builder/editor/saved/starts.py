"""The words with which each page of a printed article begins, chosen so that they can be found in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.passages.normal import normalise
from site_builder.passages.page_starts import find_start

MARK = "\f"
"""Stands before the first word of a page."""
_LENGTHS = (40, 80, 160, 320, 640)
"""The numbers of characters to try, until they are nowhere before."""


def page_starts(text: str, numbers: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Number and first words of each page of ``text``, whose marks begin the pages ``numbers``; page 1 needs none.

    A page that begins like the one before and never differs, or inside a word of it, is left out.
    """
    pieces = text.split(MARK)
    whole = "".join(pieces)
    normal = normalise(whole)
    at, since = len(pieces[0]), 0
    for number, piece in zip(numbers, pieces[1:], strict=True):
        behind = at + len(piece)
        place = normal.index_at(at)
        tries = ((text, length) for text in (piece, whole[at : at + _LENGTHS[-1]]) for length in _LENGTHS)
        for some, length in tries if number > 1 and piece.strip() else ():
            words = _first(some[: 2 * length], length)
            if find_start(normal, words, since) == place:
                yield str(number), words
                since = place + 1
                break
        at = behind


def _first(text: str, length: int) -> str:
    """The first whole words of ``text``, about ``length`` characters; a long one, as in Chinese, is cut."""
    words = " ".join(text.split())
    cut = words.rfind(" ", 0, length + 1)
    return words if len(words) <= length else words[: cut if cut > length // 2 else length]
