"""Emphasis of whole words: asterisks and underscores in pairs at the outer edges of words.

``*words*`` and ``_words_`` are emphasis, ``**words**`` and ``__words__`` strong emphasis; a mark inside a word
(``f***ing``, ``snake_case``, ``5*3``), three and more in a row, and a mark without its partner are text.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_TAGS = {1: "em", 2: "strong"}
LONGEST = max(_TAGS)


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of stars or underscores that may open or close emphasis."""

    token: int
    """The number of its token."""
    run: str
    """Its characters."""
    opens: bool
    """Whether it can open."""
    closes: bool
    """Whether it can close."""
    words: int
    """The number of stretches with a letter or digit before it."""

    @property
    def tag(self) -> str:
        """The HTML element."""
        return _TAGS[len(self.run)]


def edges(run: str, before: str, behind: str) -> tuple[bool, bool]:
    """Whether ``run`` can open and whether it can close, between these characters (empty: the paragraph's edge)."""
    if len(run) > LONGEST or (_is_quotation_mark(before) and _is_quotation_mark(behind)):
        return False, False
    opens = not _is_blank(behind) and not _is_word(before) and not _is_closing(behind)
    closes = not _is_blank(before) and not _is_word(behind) and not _is_opening(before)
    return opens, closes


def pairs(marks: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """The marks that belong together: each closing one with the nearest opening one of its kind that is still open."""
    found: list[tuple[Mark, Mark]] = []
    open_marks: list[Mark] = []
    waiting: Counter[str] = Counter()
    for mark in marks:
        if mark.closes and waiting[mark.run]:
            while open_marks[-1].run != mark.run:
                waiting[open_marks.pop().run] -= 1
            if open_marks[-1].words < mark.words:
                found.append((open_marks.pop(), mark))
                waiting[mark.run] -= 1
                continue
        if mark.opens:
            open_marks.append(mark)
            waiting[mark.run] += 1
    return found


def _is_blank(letter: str) -> bool:
    return not letter or letter.isspace()


def _is_word(letter: str) -> bool:
    return bool(letter) and (letter.isalnum() or unicodedata.category(letter)[0] == "M")


def _is_quotation_mark(letter: str) -> bool:
    return bool(letter) and (letter in "\"'„‚" or unicodedata.category(letter) in ("Pi", "Pf"))


def _is_opening(letter: str) -> bool:
    """A bracket that opens; for quotation marks that depends on the language."""
    return unicodedata.category(letter) == "Ps" and not _is_quotation_mark(letter)


def _is_closing(letter: str) -> bool:
    """Punctuation before which nothing opens, except for signs that may begin a word or other markup."""
    return letter not in "\"'*&\\!¿¡#@%" and unicodedata.category(letter) in ("Pe", "Po")
