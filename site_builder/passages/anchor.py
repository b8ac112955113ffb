"""Finds a quotation in an article, by exactly the rules of the record format.

A quotation is a W3C TextQuoteSelector (exact, prefix, suffix) with elisions; what is found is a list of
TextPositionSelectors (start, end) in the article's text. Pure: knows nothing of files, records or diagnostics.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from site_builder.passages.document import Document
from site_builder.passages.following import Following, Lost, Wholes
from site_builder.passages.normal import Normal, Place, normalise_quote
from site_builder.passages.places import beside, everywhere, everywhere_printed, first_places, whole_places

ELISION = "[...]"
_SPLIT = re.compile(r" ?\[\.\.\.\] ?")

MOST_ELISIONS = 200
"""Elisions of a quotation: each is followed from each place of the first part."""


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
    """The places, in the document's text."""
    wholes: Sequence[tuple[Place, ...]] = field(default=(), compare=False)
    """Of a quotation that leaves words out: all parts of the first ``places``, those that go on to the end."""


@dataclass(frozen=True, slots=True)
class CutsWord:
    """It is there, but only inside longer words."""

    place: Place
    """The first such place."""
    whole: Place
    """The same with the rest of the words that it cuts."""


@dataclass(frozen=True, slots=True)
class BadElision:
    """An elision at the edge, a part that does not follow the one before it, or too many of them."""

    part: str
    """The part that was not found; empty when nothing is before or after the elision."""
    after: Place | None = None
    """The place of the part before it."""
    count: int = 0
    """The number of elisions, where there are more than :data:`MOST_ELISIONS`."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """It does not stand there."""

    wanted: str
    """The words that were looked for, normalised: the whole quotation or its first part."""


Anchoring = Found | Ambiguous | CutsWord | BadElision | NotFound


def anchor(document: Document, quote: str, prefix: str | None = None, suffix: str | None = None) -> Anchoring:
    """Find ``quote`` in ``document``; ``prefix`` and ``suffix`` choose among several places."""
    normal = document.normal
    wanted = normalise_quote(quote)
    if not wanted:
        return NotFound(wanted)
    parts = _parts(normal, wanted)
    if "" in parts or len(parts) - 1 > MOST_ELISIONS:
        return BadElision("", count=len(parts) - 1 if "" not in parts else 0)
    some = first_places(normal, parts[0], 2)
    if not some:
        inside = normal.text.find(parts[0])
        if inside < 0:
            return NotFound(parts[0])
        cut = inside, inside + len(parts[0])
        return CutsWord(normal.original(*cut), normal.original(*normal.whole(*cut)))
    return _chosen(Following(normal, parts), some, normalise_quote(prefix or ""), normalise_quote(suffix or ""))


def _chosen(following: Following, some: list[Place], before: str, after: str) -> Anchoring:
    """Choose among the places of the first part, of which ``some`` are the first two."""
    normal, parts = following.normal, following.parts
    chosen: Sequence[Place] = beside(normal, parts[0], before, after if len(parts) == 1 else "")
    fitting = following.going_on(chosen, after)
    if len(fitting) == 1 and (len(some) == 1 or before or after):
        return _found(following, fitting[0])
    if len(some) == 1:
        return _found(following, some[0], context_agrees=False)
    if len(chosen) == 1 and isinstance(failed := _found(following, chosen[0]), BadElision):
        return failed
    if len(fitting) > 1:
        places = _originals(normal, fitting)
    else:
        places = everywhere_printed(normal, parts[0])
        fitting = following.going_on(everywhere(normal, parts[0]))
    return Ambiguous(places, Wholes(following, fitting) if len(parts) > 1 else ())


def _found(following: Following, first: Place, *, context_agrees: bool = True) -> Found | BadElision:
    whole = following.whole(first)
    if isinstance(whole, Lost):
        return BadElision(whole.part, following.normal.original(*whole.after))
    return Found(_originals(following.normal, whole), context_agrees)


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
        # Words that are not there are not there with more words either.
        while last + 1 < len(edges[1]) and wanted[edges[0][first] : edges[1][last + 1]] in normal.text:
            last += 1
            if any(whole_places(normal, wanted[edges[0][first] : edges[1][last]])):
                best = last
        parts.append(wanted[edges[0][first] : edges[1][best]])
        first = best + 1
    return parts


def _originals(normal: Normal, places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(normal.original(*place) for place in places)
