"""Estimates the room that words take in a picture, where text does not reflow, and cuts them if necessary."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)  # the same names stand in many pictures
def wrapped(text: str, room: float, lines: int) -> tuple[str, ...]:
    """``text`` in at most ``lines`` lines of ``room`` em; an ellipsis ends a text that does not fit."""
    out: list[str] = []
    words = text.split()
    while words and len(out) < lines:
        line = words.pop(0)
        while words and _em(f"{line} {words[0]}") <= room:
            line = f"{line} {words.pop(0)}"
        out.append(line)
    rest = bool(words)
    for index, line in enumerate(out):
        ends = not (rest and index == len(out) - 1)
        fits = len(line) == 1 or _em(line if ends else f"{line}…") <= room
        out[index] = line + ("" if ends else "…") if fits else _cut(line, room)
    return tuple(out)


def _cut(line: str, room: float) -> str:
    """The beginning of ``line``, one letter at least, that has room with an ellipsis behind it; read once."""
    width, end = 0.0, 0
    while end < len(line) - 1 and (width := width + _em(line[end])) + _em("…") <= room:
        end += 1
    return line[: max(end, 1)].rstrip() + "…"


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
