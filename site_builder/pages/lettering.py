"""The room that words take in a picture, where text does not flow: estimated, and cut if necessary."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)  # the same names stand in many pictures
def wrapped(text: str, room: float, lines: int) -> tuple[str, ...]:
    """``text`` in at most ``lines`` lines of ``room`` em; an ellipsis ends what does not fit."""
    out: list[str] = []
    words = text.split()
    while words and len(out) < lines:
        line = words.pop(0)
        while words and _em(f"{line} {words[0]}") <= room:
            line = f"{line} {words.pop(0)}"
        out.append(line)
    rest = bool(words)
    for index, line in enumerate(out):
        ellipsis = "…" if rest and index == len(out) - 1 else ""
        while _em(line + ellipsis) > room and len(line) > 1:
            line, ellipsis = line[:-1].rstrip(), "…"
        out[index] = line + ellipsis
    return tuple(out)


def _em(text: str) -> float:
    """About how wide ``text`` is, in em of a sans-serif: wide letters are counted as such, marks as nothing."""
    total = 0.0
    for letter in text:
        if unicodedata.combining(letter):
            continue
        if unicodedata.east_asian_width(letter) in "WF":
            total += 1
        elif letter.isupper() or letter in "mwшщжюфыММЮ":
            total += 0.75
        else:
            total += 0.38 if letter in " iljtfr.,;:'|!()-" else 0.62
    return total
