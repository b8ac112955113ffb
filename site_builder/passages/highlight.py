"""An article's HTML with its passages marked in place.

Passages may overlap, nest, start inside emphasis and end outside it, and run over paragraphs: the text is cut where
any of them begins or ends, and each cut names all passages it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_builder import html
from site_builder.passages.document import Block, Document
from site_builder.passages.normal import Place


@dataclass(frozen=True, slots=True)
class Marking:
    """What to mark, and under which name."""

    anchor: str
    """The HTML id of the passage's beginning."""
    parts: tuple[Place, ...]
    """Its places in the document's text."""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block as HTML."""

    html: str
    """The block, passages in ``<mark>``."""
    anchors: tuple[str, ...]
    """The passages that begin in it, in order."""
    cited: bool
    """True when any passage touches it."""
    words: int
    """How many words it has, for the count of what an excerpt leaves out."""


def mark(document: Document, markings: Sequence[Marking]) -> tuple[MarkedBlock, ...]:
    """Render every block of ``document`` with ``markings`` in place."""
    # Where several begin together the longest comes first: it holds the others.
    places = ((start, end, marking.anchor) for marking in markings for start, end in marking.parts)
    spans = sorted(places, key=lambda span: (span[0], -span[1], span[2]))
    firsts = {marking.anchor: min(start for start, _ in marking.parts) for marking in markings}
    numbers = {name: number for number, name in enumerate(dict.fromkeys(name for _, _, name in spans), 1)}
    return tuple(_mark_block(document, block, spans, firsts, numbers) for block in document.blocks)


def _mark_block(
    document: Document,
    block: Block,
    spans: list[tuple[int, int, str]],
    firsts: dict[str, int],
    numbers: dict[str, int],
) -> MarkedBlock:
    touching = [span for span in spans if span[0] < block.end and span[1] > block.start]
    cuts = sorted({edge for start, end, _ in touching for edge in (start, end)})
    pieces: list[str] = []
    anchors: list[str] = []
    for piece in block.pieces:
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        for start, end in _cut(piece, cuts):
            text = html.text(document.text[start:end])
            inside = [name for first, last, name in touching if first <= start and end <= last]
            if not inside:
                pieces.append(text)
                continue
            opening = [name for name in inside if firsts[name] == start and name not in anchors]
            anchors += opening
            # One element has one id; where several passages begin together the others get a span of their own.
            pieces += [f'<span id="{name}" class="anchor"></span>' for name in opening[1:]]
            own_id = ""
            if opening:
                # Drawn by the style sheet, so that what a reader copies is the article's text alone.
                drawn = ",".join(str(numbers[name]) for name in opening)
                own_id = f' id="{opening[0]}" data-number="{drawn}"'
            depth = f" depth-{min(len(inside), 3)}" if len(inside) > 1 else ""
            pieces.append(f'<mark{own_id} class="passage{depth}" data-passages="{" ".join(inside)}">{text}</mark>')
    words = len(document.text[block.start : block.end].split())
    return MarkedBlock(html.clean("".join(pieces)).strip(), tuple(anchors), bool(touching), words)


def _cut(piece: Place, cuts: list[int]) -> Iterator[Place]:
    start, end = piece
    for cut in cuts:
        if start < cut < end:
            yield start, cut
            start = cut
    if start < end:
        yield start, end
