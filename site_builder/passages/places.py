"""Finds all places of words in a normalised text, or those beside other words; whole words only.

Hundreds of quotations may have the same words and be told apart by those beside them. What each has alone is looked
for as one text, and what they share is found once.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from site_builder.passages.normal import Normal, Place
from site_builder.passages.occurrences import occurrences

KNOWN = 16
"""Words whose places are kept: those that were asked for last."""


def whole_places(normal: Normal, part: str, start: int = 0) -> Iterator[Place]:
    """The places of ``part`` in the normalised text, from ``start`` on, in whole words, ascending."""
    for found in occurrences(normal.text, part, start):
        place = found, found + len(part)
        if normal.is_whole(*place):
            yield place


def first_places(normal: Normal, part: str, most: int) -> list[Place]:
    """The first of all places of ``part``, in whole words; what was looked through for them is kept."""
    places = ((found, found + len(part)) for found in starts(normal.text, part))
    return list(islice((place for place in places if normal.is_whole(*place)), most))


@lru_cache(maxsize=KNOWN)
def starts(text: str, part: str) -> array[int]:
    """All positions of ``part`` in ``text``, also inside words, ascending."""
    return array("Q", occurrences(text, part))


@lru_cache(maxsize=KNOWN)
def everywhere(normal: Normal, part: str) -> tuple[Place, ...]:
    """All that :func:`whole_places` finds."""
    places = ((found, found + len(part)) for found in starts(normal.text, part))
    return tuple(place for place in places if normal.is_whole(*place))


@lru_cache(maxsize=KNOWN)
def everywhere_printed(normal: Normal, part: str) -> tuple[Place, ...]:
    """The same places in the original text."""
    return tuple(normal.original(*place) for place in everywhere(normal, part))


def beside(normal: Normal, part: str, before: str, after: str) -> tuple[Place, ...]:
    """The places of ``part``, in whole words, right behind ``before`` and right before ``after``, where given.

    A space may be between them. All three are in the normal form, without white space at their ends.
    """
    if not before and not after:
        return everywhere(normal, part)
    found: list[Place] = []
    for lead in (before, f"{before} ") if before else ("",):
        for tail in (after, f" {after}") if after else ("",):
            places = (at + len(lead) for at in occurrences(normal.text, lead + part + tail))
            found += [(at, at + len(part)) for at in places if normal.is_whole(at, at + len(part))]
    return tuple(sorted(found))
