"""Finds all occurrences of a text in another, overlapping ones included, in time linear in their lengths.

Searching again from after every find compares a text that repeats itself ("no no no …") with itself again and again.
What is known of the last find is kept instead, after Knuth, Morris and Pratt; where nothing is left of it the search of
the standard library continues, which is a hundred times as fast.
"""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(text: str, part: str, start: int = 0) -> Iterator[int]:
    """The positions of ``part``, which must not be empty, in ``text`` from ``start`` on, ascending."""
    found = text.find(part, start)
    if found < 0:
        return
    yield found
    borders = _borders(part) if part[0] in part[1:] else [0] * len(part)
    while found >= 0:
        at, matched = found + len(part), borders[-1]
        found = -1
        while matched and at < len(text):
            if text[at] == part[matched]:
                at += 1
                matched += 1
                if matched == len(part):
                    yield at - len(part)
                    matched = borders[-1]
            else:
                matched = borders[matched - 1]
        if not matched:
            found = text.find(part, at)
            if found >= 0:
                yield found


def _borders(part: str) -> list[int]:
    """For each beginning of ``part``: how long its longest beginning is that it ends with, itself left out."""
    borders = [0] * len(part)
    length = 0
    for at in range(1, len(part)):
        while length and part[at] != part[length]:
            length = borders[length - 1]
        length += part[at] == part[length]
        borders[at] = length
    return borders
