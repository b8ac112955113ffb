"""Which stretches of a text stand between quotation marks.

Quotation marks are those that open and close speech in European typography; a straight mark opens and closes in turn.
A paragraph whose quotation is not closed leaves it open for the next one, as in print. Single marks count only where
they stand at a word's edge, so that an apostrophe opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from site_builder.passages.normal import Place

_CLOSING = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "‚": "‘’", "'": "'", "‹": "›"}
"""Marks that can open a quotation, each with those that can close it."""
_SINGLE = "‘’‚'‹›"
_MARK = re.compile("[“”„«»\"‘’‚'‹›]")
EDGES = "“”„«»\"‘’‚'‹› \n\t\u00a0,"
"""What may stand at the edge of a quotation without belonging to the speech: marks, spaces and the comma of print."""


def quoted(text: str, paragraphs: Iterable[Place]) -> list[Place]:
    """Stretches of ``text`` between quotation marks, the marks left out, ascending; none reaches over a paragraph."""
    places: list[Place] = []
    open_mark: str | None = None
    for start, end in paragraphs:
        found, open_mark = _in_paragraph(text, start, end, open_mark)
        places += found
    return places


def _in_paragraph(text: str, start: int, end: int, carried: str | None) -> tuple[list[Place], str | None]:
    """Quoted stretches in one paragraph; ``carried`` is the mark that the paragraph before left open."""
    places: list[Place] = []
    open_mark, since = carried, start
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    if carried and marks and text[start : marks[0]].strip() == "" and text[marks[0]] in _CLOSING:
        # A paragraph that opens with a mark goes on with the quotation, or begins a new one: the same either way.
        open_mark = None
    for at in marks:
        mark = text[at]
        if mark in _SINGLE and not _at_edge(text, at, opening=open_mark is None):
            continue
        if open_mark is None:
            if mark in _CLOSING:
                open_mark, since = mark, at + 1
        elif mark in _CLOSING[open_mark]:
            places.append((since, at))
            open_mark = None
    if open_mark is None or open_mark in _SINGLE:
        return places, None
    return [*places, (since, end)], open_mark


def _at_edge(text: str, at: int, *, opening: bool) -> bool:
    """A single mark opens before a word and closes behind one; inside a word it is an apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and after.isalnum() if opening else not after.isalnum()
