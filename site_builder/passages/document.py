"""An article as its readers see it: plain text in blocks, each character with its position in the Markdown.

Built once per article; quotations are looked for in :attr:`Document.normal`, and marked between the pieces of a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from site_builder.diagnostics import Diagnostic, at
from site_builder.dialect import article
from site_builder.dialect.notes import SIGN_MARKUP
from site_builder.dialect.pieces import Fault, Run
from site_builder.passages.likely import Index, indexed
from site_builder.passages.normal import Normal, Place, normalise
from site_builder.passages.seen import seen
from site_builder.passages.speech import EDGES, Speech
from site_builder.passages.speech import quoted as quoted_in
from site_builder.source import Source, Span


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level block of the article: a paragraph, a heading, a list, a table, a quotation."""

    start: int
    """Offset of its first character in the document's text."""
    end: int
    """Offset after its last character."""
    pieces: tuple[str | tuple[int, int], ...]
    """HTML markup, and between it ranges (start, end) of the document's text."""


@dataclass(frozen=True)
class Document:
    """An article's plain text: its Markdown without the markup."""

    text: str
    """All characters that a reader sees; blocks are separated by an empty line."""
    blocks: tuple[Block, ...]
    """The blocks in order; every character of ``text`` but the separators is in one."""
    places: tuple[tuple[int, int], ...] = field(default=(), compare=False, repr=False)
    """Pairs (offset in ``text``, offset in the source file), ascending: where each run of text is."""
    body: Span = field(default=Span(Source("", ""), 0, 0), compare=False, repr=False)
    """The Markdown in its file."""
    language: str = ""
    """BCP 47, where it is known: which marks and dashes are those of speech depends on it."""
    heads: tuple[Head, ...] = ()
    """Texts beside it that can be cited too, such as the headline."""

    @cached_property
    def normal(self) -> Normal:
        """The text as quotations are compared with it."""
        return normalise(self.text)

    @cached_property
    def index(self) -> Index:
        """Its words and where they are, for the search for something like a quotation."""
        return indexed(self.normal.lowered)

    @cached_property
    def seen(self) -> Normal:
        """The text as a browser looks through it."""
        return seen(self.text)

    @cached_property
    def barriers(self) -> list[int]:
        """Offsets at which the page has more than the text, ascending: edges of its parts, line breaks, signs of notes.

        A run of words with one of them inside is not found on the page as it is in the text.
        """
        found: list[int] = []
        for block in self.blocks:
            end, before = block.start, ""
            for piece in block.pieces:
                if isinstance(piece, str):
                    before = piece
                    if piece.startswith(SIGN_MARKUP):
                        found.append(end)
                    continue
                if piece[0] > end or before == "<br>":
                    found.append(end)
                end, before = piece[1], ""
            found.append(end)
        return sorted(set(found))

    @cached_property
    def paragraphs(self) -> list[Place]:
        """The parts that a page sets apart: paragraphs, items of lists, cells of tables; ascending."""
        places: list[Place] = []
        for block in self.blocks:
            start = end = -1
            for piece in block.pieces:
                if isinstance(piece, str):
                    continue
                if piece[0] != end:
                    if end > start:
                        places.append((start, end))
                    start = piece[0]
                end = piece[1]
            if end > start:
                places.append((start, end))
        return places

    @cached_property
    def speech(self) -> Speech:
        """The words printed as somebody's own."""
        return quoted_in(self.text, self.paragraphs, self.language)

    def stands_quoted(self, parts: Iterable[Place]) -> bool:
        """True when every part is printed as speech, in each paragraph that it touches."""
        return all(self._is_quoted(*stretch) for part in parts for stretch in self._by_paragraph(part))

    def _is_quoted(self, start: int, end: int) -> bool:
        while start < end and self.text[start] in EDGES:
            start += 1
        while end > start and self.text[end - 1] in EDGES:
            end -= 1
        index = bisect_right(self.speech.places, (start, len(self.text))) - 1
        return index >= 0 and end <= self.speech.places[index][1]

    def _by_paragraph(self, part: Place) -> Iterator[Place]:
        first = max(bisect_right(self.paragraphs, (part[0], len(self.text))) - 1, 0)
        for number in range(first, len(self.paragraphs)):
            start, end = self.paragraphs[number]
            if start >= part[1]:
                return
            yield max(part[0], start), min(part[1], end)

    def source_span(self, start: int, end: int) -> Span:
        """The place in the article's file of ``text[start:end]``."""
        first = self._source_offset(start)
        return Span(self.body.source, first, max(first + 1, self._source_offset(end - 1) + 1))

    def _source_offset(self, offset: int) -> int:
        if not self.places:
            return self.body.start
        index = max(bisect_right(self.places, (offset, 1 << 60)) - 1, 0)
        text_at, source_at = self.places[index]
        return source_at + offset - text_at

    def block_at(self, offset: int) -> int:
        """The number (from 0) of the block that holds ``offset``."""
        return max(bisect_right(self._block_starts, offset) - 1, 0)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]


@dataclass(frozen=True)
class Head:
    """A text of the article that is in its front matter."""

    kind: str
    """The key that it is under: ``title``, ``subtitle`` or ``captions``."""
    start: int
    """Its start, counted as if it and those before it followed the text, each after an empty line."""
    document: Document
    """Its words, one block."""


HeadText = tuple[str, str, Span]
"""Kind and words of a head, and the place of its value in the file."""


def read_document(body: Span, language: str = "", heads: Iterable[HeadText] = ()) -> tuple[Document, list[Diagnostic]]:
    """Read the Markdown of ``body``, in ``language`` (BCP 47): the document, and faults for an editor to look at."""
    read = article.read(body.text)
    length = 0
    texts: list[str] = []
    blocks: list[Block] = []
    places: list[tuple[int, int]] = []
    for pieces in read.blocks:
        if blocks and any(isinstance(piece, Run) for piece in pieces):
            texts.append(APART)
            length += len(APART)
        start = length
        placed: list[str | tuple[int, int]] = []
        separate = noted = False
        for piece in pieces:
            if isinstance(piece, str):
                separate = separate or (length > start and _SEPARATING.match(piece) is not None)
                noted = noted or piece.startswith(SIGN_MARKUP)
                placed.append(piece)
                continue
            # A note's sign between two letters or digits is seen between them: 5[1]0 is not 50.
            separate = separate or (noted and "".join(texts[-1:])[-1:].isalnum() and piece.text[:1].isalnum())
            noted = False
            if separate:
                # Cells and list items are apart on the page, so they are apart in the text.
                texts.append("\n")
                length += 1
                separate = False
            places += [(length + offset, body.start + at_source) for offset, at_source in piece.places]
            placed.append((length, length + len(piece.text)))
            texts.append(piece.text)
            length += len(piece.text)
        blocks.append(Block(start, length, tuple(placed)))
    document = Document(
        "".join(texts), tuple(blocks), tuple(places), body, language, tuple(_heads(heads, length, language))
    )
    in_heads = [
        at(fault.code, head.document.source_span(fault.start, fault.end), fault.message, help=fault.help)
        for head in document.heads
        for fault in article.lost(head.document.text)
    ]
    return document, [*in_heads, *(_diagnostic(fault, body) for fault in read.faults)]


def _heads(heads: Iterable[HeadText], end: int, language: str) -> Iterator[Head]:
    for kind, words, span in heads:
        start = end + len(APART)
        end = start + len(words)
        # A value with escapes or line ends in it is pointed at as a whole.
        at_source = span.text.find(words)
        places = ((0, span.start + at_source),) if at_source >= 0 else ()
        block = Block(0, len(words), ((0, len(words)),))
        yield Head(kind, start, Document(words, (block,), places, span, language))


def _diagnostic(fault: Fault, body: Span) -> Diagnostic:
    span = Span(body.source, body.start + fault.start, body.start + fault.end)
    return at(fault.code, span, fault.message, help=fault.help)


APART = "\n\n"
"""The separator of blocks of the text."""
# The beginning or end of anything that a page sets apart; a renderer may begin such a tag with a line end.
_SEPARATING = re.compile(r"\s*</?(?:li|t[dh]|p|h[1-6r]|blockquote|pre|ul|ol|table|d[dt])\b")
