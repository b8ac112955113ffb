"""Splits a source article's Markdown into markup and runs of text, and drops nothing silently.

The record format says what the dialect is. Knows nothing of records or quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.dialect import blocks, doubt, inline
from site_builder.dialect.lines import Line, split
from site_builder.dialect.notes import Notes, candidates
from site_builder.dialect.pieces import Fault, Piece
from site_builder.dialect.references import LOST


@dataclass(frozen=True, slots=True)
class Article:
    """An article's Markdown, read."""

    blocks: tuple[tuple[Piece, ...], ...]
    """For each top-level block its pieces, in order; notes stand in the last."""
    faults: tuple[Fault, ...]
    """The faults that an editor has to look at, in the order of the text."""


def read(text: str) -> Article:
    """Take ``text``, the Markdown of an article, apart."""
    lines = split(text)
    found, faults = blocks.read(text, lines, candidates(text, (line.start for line in lines)))
    footnotes = {block.label: block for block in found if isinstance(block, blocks.Note)}
    writer = _Writer(text, Notes(footnotes))
    made = [tuple(writer.block(block)) for block in found if not isinstance(block, blocks.Note)]
    if footnotes:
        made.append(tuple(writer.notes(footnotes)))
    everything = [*faults, *writer.faults, *lost(text), *doubt.broken_words(text)]
    return Article(tuple(made), tuple(sorted(everything, key=lambda fault: (fault.start, fault.end, fault.code))))


def lost(text: str) -> Iterator[Fault]:
    """Characters of ``text`` that could not be read."""
    for match in re.finditer(f"{LOST}+", text):
        message = "a character could not be read when this text was made (U+FFFD)"
        yield Fault("lost-character", message, *match.span(), doubt.ASK_THE_SOURCE)


class _Writer:
    """Blocks as pieces."""

    def __init__(self, text: str, notes: Notes) -> None:
        self._text = text
        self._notes = notes
        self.faults: list[Fault] = []

    def block(self, block: blocks.Block, *, tight: bool = False) -> Iterator[Piece]:
        """The pieces of ``block``; ``tight``: a paragraph of a list is not set apart."""
        if isinstance(block, blocks.Paragraph):
            opening, closing = ("", "") if tight else ("<p>", "</p>\n")
            yield opening
            yield from self._inline(block.lines)
            yield closing
        elif isinstance(block, blocks.Heading):
            # The page's title is its only first-level heading.
            level = max(block.level, 2)
            yield f"<h{level}>"
            yield from self._inline((block.line,))
            yield f"</h{level}>\n"
        elif isinstance(block, blocks.Rule):
            yield "<hr>\n"
        elif isinstance(block, blocks.Quotation):
            yield "<blockquote>\n"
            for inside in block.blocks:
                yield from self.block(inside)
            yield "</blockquote>\n"
        elif isinstance(block, blocks.List):
            yield from self._list(block)
        elif isinstance(block, blocks.Table):
            yield from self._table(block)

    def _inline(self, lines: tuple[Line, ...]) -> list[Piece]:
        pieces, faults = inline.read(self._text, lines, self._notes)
        self.faults += faults
        return pieces

    def _list(self, block: blocks.List) -> Iterator[Piece]:
        tag = "ol" if block.numbered else "ul"
        yield f"<{tag}>\n"
        for item in block.items:
            yield "<li>"
            for inside in item:
                yield from self.block(inside, tight=not block.loose)
            yield "</li>\n"
        yield f"</{tag}>\n"

    def _table(self, block: blocks.Table) -> Iterator[Piece]:
        yield "<table>\n<thead>\n"
        yield from self._row("th", block.head, block.alignments)
        yield "</thead>\n"
        if block.rows:
            yield "<tbody>\n"
            for row in block.rows:
                yield from self._row("td", row, block.alignments)
            yield "</tbody>\n"
        yield "</table>\n"

    def _row(self, tag: str, cells: tuple[Line, ...], alignments: tuple[str, ...]) -> Iterator[Piece]:
        yield "<tr>\n"
        for number in range(max(len(cells), len(alignments))):
            alignment = alignments[number] if number < len(alignments) else ""
            yield f'<{tag} class="align-{alignment}">' if alignment else f"<{tag}>"
            if number < len(cells):
                yield from self._inline((cells[number],))
            yield f"</{tag}>\n"
        yield "</tr>\n"

    def notes(self, notes: dict[str, blocks.Note]) -> Iterator[Piece]:
        """The list of notes, by number."""
        yield '<hr class="footnotes-sep">\n<ol class="footnotes-list">\n'
        for label in self._notes.in_order(notes):
            yield f'<li id="fn{self._notes.number(label)}" class="footnote-item"><p>'
            yield from self._inline(notes[label].lines)
            yield f"{self._notes.back(label)}</p>\n</li>\n"
        yield "</ol>\n"
