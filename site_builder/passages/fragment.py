"""A link straight to a passage on the publisher's page: a text fragment.

After the text directive of the WICG's URL Fragment Text Directives: ``text=start`` or ``text=start,end``, each term
whole words of one block, matched without regard to case, the first match counting. The shortest start and end are
taken that lead to the passage and nowhere else in the stored article; they begin and end on letters or digits, so that
quotation marks and dashes that a publisher sets in another way do no harm. Pure: knows nothing of records or pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from site_builder.passages.document import Document
from site_builder.passages.normal import Place

SHORT = 60
"""Characters up to which a passage is named whole."""
FEWEST = 3
"""Words of a start or an end, where the passage has so many."""
_WORD = re.compile(r"\w+(?:[^\w\s]+\w+)*")


def text_directive(document: Document, place: Place) -> str | None:
    """The directive for the passage at ``place`` (characters of the document's text), ready for a URL.

    None when no run of its words leads there: a browser then shows the page from its top, as without a fragment.
    """
    start, end = place
    words = [match.span() for match in _WORD.finditer(document.text, start, end)]
    if not words:
        return None
    first, last = words[0][0], words[-1][1]
    if last - first <= SHORT and _one_block(document, first, last):
        return _encoded(document.text[first:last]) if _leads(document, (first, last), None) else None
    for one, other in _pairs(document, words):
        if _leads(document, one, other):
            return f"{_encoded(document.text[slice(*one)])},{_encoded(document.text[slice(*other)])}"
    return None


def _pairs(document: Document, words: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Starts and ends, the shortest first, each within one block and the two not overlapping."""
    for count in range(min(FEWEST, len(words) // 2), len(words) // 2 + 1):
        one = (words[0][0], words[count - 1][1])
        other = (words[-count][0], words[-1][1])
        if count and _one_block(document, *one) and _one_block(document, *other):
            yield one, other


def _leads(document: Document, start: Place, end: Place | None) -> bool:
    """True when a browser that follows the directive lands on just this passage."""
    found = _first(document.text, document.text[slice(*start)], 0)
    if found != start or end is None:
        return found == start
    return _first(document.text, document.text[slice(*end)], start[1]) == end


def _first(text: str, term: str, since: int) -> Place | None:
    """The first match of ``term`` as whole words; white space matches white space, case is nothing."""
    pattern = r"\s+".join(map(re.escape, term.split()))
    match = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search(text, since)
    return match.span() if match else None


def _one_block(document: Document, start: int, end: int) -> bool:
    return document.block_at(start) == document.block_at(end - 1) and "\n" not in document.text[start:end]


def _encoded(term: str) -> str:
    """Percent-encoded, the directive's own separators ``-``, ``,`` and ``&`` included."""
    return quote(" ".join(term.split()), safe="").replace("-", "%2D")
