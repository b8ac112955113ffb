"""Which stretches of an article stand between quotation marks.

Quotation marks are those that open and close speech in European typography; a straight mark opens and closes in turn.
A paragraph whose quotation is not closed leaves it open for the next one, as in print. Single marks count only where
they stand at a word's edge, so that an apostrophe opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.passages.anchor import Place
from site_builder.passages.document import Document

_CLOSING = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"', "”": "”", "‘": "’", "‚": "‘’", "'": "'", "‹": "›"}
_SINGLE = "‘’‚'‹›"
_MARK = re.compile("[“”„«»\"‘’‚'‹›]")
_EDGES = "“”„«»\"‘’‚'‹› \n\t\u00a0,"


def quoted(document: Document) -> list[Place]:
    """Stretches of ``document.text`` between quotation marks, the marks left out, ascending."""
    places: list[Place] = []
    open_mark: str | None = None
    for block in document.blocks:
        found, open_mark = _in_block(document.text, block.start, block.end, open_mark)
        places += found
    return places


def stands_quoted(document: Document, parts: tuple[Place, ...]) -> bool:
    """True when every part lies between quotation marks, in each paragraph that it touches."""
    places = quoted(document)
    for part in parts:
        for start, end in _by_block(document, part):
            while start < end and document.text[start] in _EDGES:
                start += 1
            while end > start and document.text[end - 1] in _EDGES:
                end -= 1
            if not any(first <= start and end <= last for first, last in places):
                return False
    return True


def _by_block(document: Document, part: Place) -> Iterator[Place]:
    for block in document.blocks:
        start, end = max(part[0], block.start), min(part[1], block.end)
        if start < end:
            yield start, end


def _in_block(text: str, start: int, end: int, carried: str | None) -> tuple[list[Place], str | None]:
    """Quoted stretches in one paragraph; ``carried`` is the mark that the paragraph before left open."""
    places: list[Place] = []
    open_mark, since = carried, start
    marks = [match.start() for match in _MARK.finditer(text, start, end)]
    if carried and marks and text[start : marks[0]].strip() == "" and text[marks[0]] not in _SINGLE:
        # A paragraph that opens with a mark goes on with the quotation, or begins a new one: the same either way.
        open_mark = None
    for at in marks:
        mark = text[at]
        if mark in _SINGLE and not _at_edge(text, at, opening=open_mark is None):
            continue
        if open_mark is None:
            if mark in _CLOSING and (mark not in "”»" or mark == "»"):
                open_mark, since = mark, at + 1
        elif mark in _CLOSING[open_mark]:
            places.append((since, at))
            open_mark = None
    if open_mark is not None:
        if open_mark in _SINGLE:
            open_mark = None
        else:
            places.append((since, end))
    return places, open_mark


def _at_edge(text: str, at: int, opening: bool) -> bool:
    """A single mark opens before a word and closes behind one; inside a word it is an apostrophe."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and after.isalnum() if opening else not after.isalnum()
