"""Finds a quotation in an article, by exactly the rules of the record format.

A quotation is a W3C TextQuoteSelector (exact, prefix, suffix) with elisions; what is found is a list of
TextPositionSelectors (start, end) in the article's text. Pure: knows nothing of files, records or diagnostics.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from site_builder.passages.document import Document
from site_builder.passages.normal import Normal, Place, normalise_quote
from site_builder.passages.occurrences import occurrences

ELISION = "[...]"
_SPLIT = re.compile(r" ?\[\.\.\.\] ?")


@dataclass(frozen=True, slots=True)
class Found:
    """The quotation is in the article once."""

    parts: tuple[Place, ...]
    """Its places in the document's text, one more than it has elisions; the first is the unique one."""
    context_agrees: bool = True
    """False when the quotation is unique, but not beside the given prefix or suffix."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It is there more than once."""

    places: tuple[Place, ...]
    """Where, in the document's text."""
    wholes: tuple[tuple[Place, ...], ...] = field(default=(), compare=False)
    """Where words are left out: all parts of those that go on to the end."""


@dataclass(frozen=True, slots=True)
class CutsWord:
    """It is there, but only inside longer words."""

    place: Place
    """The first such place."""
    whole: Place
    """The same with the rest of the words that it cuts."""


@dataclass(frozen=True, slots=True)
class BadElision:
    """An elision at the edge, or a part that does not follow the one before it."""

    part: str
    """The part that was not found; empty when nothing is before or after the elision."""
    after: Place | None = None
    """Where the part before it is."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """It does not stand there."""

    wanted: str
    """What was looked for, normalised: the whole quotation or its first part."""


Anchoring = Found | Ambiguous | CutsWord | BadElision | NotFound


def anchor(document: Document, quote: str, prefix: str | None = None, suffix: str | None = None) -> Anchoring:
    """Find ``quote`` in ``document``; ``prefix`` and ``suffix`` choose among several places."""
    normal = document.normal
    wanted = normalise_quote(quote)
    if not wanted:
        return NotFound(wanted)
    parts = _parts(normal, wanted)
    if "" in parts:
        return BadElision("")
    some = list(islice(_occurrences(normal, parts[0]), 2))
    if not some:
        inside = normal.text.find(parts[0])
        if inside < 0:
            return NotFound(parts[0])
        cut = inside, inside + len(parts[0])
        return CutsWord(normal.original(*cut), normal.original(*normal.whole(*cut)))
    before, after = normalise_quote(prefix or ""), normalise_quote(suffix or "")

    def is_beside(place: Place) -> bool:
        return _preceded(normal, place, before) and (len(parts) > 1 or _followed(normal, place, after))

    chosen = list(_occurrences(normal, parts[0], fits=is_beside))
    wholes = _wholes(normal, chosen, parts)
    fitting = [whole for whole in wholes if isinstance(whole, list) and _followed(normal, whole[-1], after)]
    if len(fitting) == 1 and (len(some) == 1 or before or after):
        return Found(_originals(normal, fitting[0]))
    if len(some) == 1:
        whole = _wholes(normal, some, parts)[0]
        return Found(_originals(normal, whole), context_agrees=False) if isinstance(whole, list) else whole
    failed = [whole for whole in wholes if isinstance(whole, BadElision)]
    if len(chosen) == 1 and failed:
        return failed[0]
    if len(fitting) < 2:
        chosen = list(_occurrences(normal, parts[0]))
        wholes = _wholes(normal, chosen, parts)
        fitting = [whole for whole in wholes if isinstance(whole, list)]
    else:
        chosen = [whole[0] for whole in fitting]
    all_parts = tuple(_originals(normal, whole) for whole in fitting) if len(parts) > 1 else ()
    return Ambiguous(_originals(normal, chosen), all_parts)


def _parts(normal: Normal, wanted: str) -> list[str]:
    """Split at elisions; where the article itself has the characters ``[...]``, they are words like any other."""
    if ELISION not in wanted:
        return [wanted]
    if ELISION not in normal.text:
        return _SPLIT.split(wanted)
    cuts = [match.span() for match in _SPLIT.finditer(wanted)]
    edges = [0, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), len(wanted)]
    parts: list[str] = []
    first = 0
    while first < len(edges[0]):
        best = last = first
        # What does not stand there does not stand there with more words either.
        while last + 1 < len(edges[1]) and wanted[edges[0][first] : edges[1][last + 1]] in normal.text:
            last += 1
            if any(_occurrences(normal, wanted[edges[0][first] : edges[1][last]])):
                best = last
        parts.append(wanted[edges[0][first] : edges[1][best]])
        first = best + 1
    return parts


def _occurrences(
    normal: Normal, part: str, start: int = 0, fits: Callable[[Place], bool] = lambda _: True
) -> Iterator[Place]:
    """Places of ``part`` in the normalised text, from ``start`` on, that fit and are made of whole words.

    Whether a place fits is asked first: the edges of words take longer.
    """
    for found in occurrences(normal.text, part, start):
        place = found, found + len(part)
        if fits(place) and normal.is_whole(*place):
            yield place


def _wholes(normal: Normal, firsts: list[Place], parts: list[str]) -> list[list[Place] | BadElision]:
    """For each first part all parts: each later one at its first occurrence after the one before."""
    if len(firsts) == 1:
        return [_follow(normal, firsts[0], parts, lambda part, start: next(_occurrences(normal, part, start), None))]
    known = {part: list(_occurrences(normal, part)) for part in parts[1:]} if firsts else {}

    def look_up(part: str, start: int) -> Place | None:
        places = known[part]
        index = bisect_left(places, (start, 0))
        return places[index] if index < len(places) else None

    return [_follow(normal, first, parts, look_up) for first in firsts]


def _follow(
    normal: Normal, first: Place, parts: list[str], following: Callable[[str, int], Place | None]
) -> list[Place] | BadElision:
    places = [first]
    for part in parts[1:]:
        place = following(part, places[-1][1])
        if place is None:
            return BadElision(part, normal.original(*places[-1]))
        places.append(place)
    return places


def _preceded(normal: Normal, place: Place, before: str) -> bool:
    end = place[0] - (normal.text[place[0] - 1 : place[0]] == " ")
    return normal.text.endswith(before, 0, end) if before else True


def _followed(normal: Normal, place: Place, after: str) -> bool:
    return normal.text.startswith(after, place[1] + (normal.text[place[1] : place[1] + 1] == " ")) if after else True


def _originals(normal: Normal, places: list[Place]) -> tuple[Place, ...]:
    return tuple(normal.original(*place) for place in places)
