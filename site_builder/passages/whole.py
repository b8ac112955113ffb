"""Treats an article's text and its headline as one: finds a quotation in either.

The text comes first: what it has is quoted from it, whatever the headline says. No quotation runs from one into the
other. Places after the text's end are in a head (:class:`Head`).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from site_builder.passages.anchor import ELISION, Ambiguous, Anchoring, BadElision, CutsWord, Found, NotFound, anchor
from site_builder.passages.document import APART, Document, Head
from site_builder.passages.following import Wholes
from site_builder.passages.nearest import Near, nearest
from site_builder.passages.normal import Place, normalise_quote

SHORTEST = 0.8
"""The least length of a head that is like a quotation, compared with the quotation's."""


def anchored(document: Document, quote: str, prefix: str | None = None, suffix: str | None = None) -> Anchoring:
    """Find ``quote`` in the text of ``document``, else in a head."""
    result = anchor(document, quote, prefix, suffix)
    if isinstance(result, Found | Ambiguous):
        return result
    # Of many captions few have the words with which the quotation begins, and only those are worth a closer look.
    first = first_words(quote)
    heads = [head for head in document.heads if first in head.document.normal.text]
    in_heads = [(head, anchor(head.document, quote, prefix, suffix)) for head in heads]
    for kinds in ((Found,), (Ambiguous,), (CutsWord, BadElision)):
        for head, other in in_heads:
            if isinstance(other, kinds) and (isinstance(result, NotFound) or kinds == (Found,)):
                return _moved(other, head.start)
    return result


def first_words(quote: str) -> str:
    """The words that a text with ``quote`` must have, in the normal form: all up to the first that are left out."""
    return normalise_quote(quote).partition(ELISION)[0].rstrip(" ")


def may_have(document: Document, first: str) -> bool:
    """True when the text of ``document`` or a head has the words ``first``: a hundredth of a search's work."""
    return first in document.normal.text or any(first in head.document.normal.text for head in document.heads)


def nearest_anywhere(document: Document, quote: str) -> Near | None:
    """The passage most like ``quote`` in the text of ``document`` or a head."""
    found = nearest(document, quote)
    for head in document.heads:
        # A head that is shorter than the quotation is like any part of it.
        near = nearest(head.document, quote) if len(head.document.text) >= SHORTEST * len(quote) else None
        if near and (found is None or near.score > found.score):
            differing = tuple(_shifted(place, head.start) for place in near.differing)
            found = replace(near, place=_shifted(near.place, head.start), differing=differing)
    return found


def head_at(document: Document, offset: int) -> Head | None:
    """The head that holds ``offset``; None when the text does."""
    behind = bisect_right(document.heads, offset, key=lambda head: head.start)
    return document.heads[behind - 1] if behind else None


def part_at(document: Document, offset: int) -> tuple[Document, int]:
    """The text or the head that holds ``offset``, and where it begins."""
    head = head_at(document, offset)
    return (head.document, head.start) if head else (document, 0)


def whole_text(document: Document) -> str:
    """The text, and the heads after it, in which places are counted."""
    return APART.join((document.text, *(head.document.text for head in document.heads)))


def _moved(result: Anchoring, by: int) -> Anchoring:
    if isinstance(result, Found):
        return replace(result, parts=tuple(_shifted(part, by) for part in result.parts))
    if isinstance(result, Ambiguous):
        wholes = result.wholes.shifted(by) if isinstance(result.wholes, Wholes) else ()
        return Ambiguous(tuple(_shifted(place, by) for place in result.places), wholes)
    if isinstance(result, CutsWord):
        return CutsWord(_shifted(result.place, by), _shifted(result.whole, by))
    if isinstance(result, BadElision) and result.after:
        return replace(result, after=_shifted(result.after, by))
    return result


def _shifted(place: Place, by: int) -> Place:
    return place[0] + by, place[1] + by
