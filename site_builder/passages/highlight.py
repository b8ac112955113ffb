"""An article's HTML with its passages marked in place.

Passages may overlap, nest, start inside emphasis and end outside it, and run over paragraphs: the text is cut where
any of them begins or ends, and each cut names all passages it belongs to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from site_builder import html
from site_builder.passages.document import Block, Document
from site_builder.passages.normal import Place


@dataclass(frozen=True, slots=True)
class Marking:
    """A stretch to mark, and its name."""

    anchor: str
    """The HTML id of the passage's beginning."""
    parts: tuple[Place, ...]
    """Its places in the document's text."""


_Span = tuple[int, int, str]
"""Start and end of a part of a passage, and the passage's anchor."""


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
    """The number of its words, for the count of those that an excerpt leaves out."""


Span = tuple[int, int, str]
"""A place with the name of its passage."""


def mark(document: Document, markings: Sequence[Marking], first: int = 1) -> tuple[MarkedBlock, ...]:
    """Render every block of ``document`` with ``markings`` in place, numbered from ``first`` as they begin."""
    # Where several begin together the longest comes first: it holds the others.
    places = ((start, end, marking.anchor) for marking in markings for start, end in marking.parts)
    spans = sorted(places, key=lambda span: (span[0], -span[1], span[2]))
    firsts = {marking.anchor: min(start for start, _ in marking.parts) for marking in markings}
    numbers = {name: number for number, name in enumerate(dict.fromkeys(name for _, _, name in spans), first)}
    blocks: list[MarkedBlock] = []
    coming = 0
    reaching: list[Span] = []
    for block in document.blocks:
        # Both ascend, so that no block looks at every passage.
        while coming < len(spans) and spans[coming][0] < block.end:
            reaching.append(spans[coming])
            coming += 1
        reaching = [span for span in reaching if span[1] > block.start]
        blocks.append(_mark_block(document, block, reaching, firsts, numbers))
    return tuple(blocks)


def _mark_block(
    document: Document, block: Block, touching: list[Span], firsts: dict[str, int], numbers: dict[str, int]
) -> MarkedBlock:
    stretches = _stretches(touching)
    starts = [start for start, _, _ in stretches]
    pieces: list[str] = []
    anchors: dict[str, None] = {}
    for piece in block.pieces:
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        for start, end, inside in _cut(piece, stretches, starts):
            text = html.text(document.text[start:end])
            if not inside:
                pieces.append(text)
                continue
            opening = [name for name in inside if firsts[name] == start and name not in anchors]
            anchors |= dict.fromkeys(opening)
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


def _stretches(spans: list[Span]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Cut where any of ``spans`` (ascending) begins or ends: each stretch with the passages that it belongs to."""
    cuts = sorted({edge for start, end, _ in spans for edge in (start, end)})
    stretches: list[tuple[int, int, tuple[str, ...]]] = []
    coming = 0
    reaching: list[Span] = []
    for start, end in pairwise(cuts):
        while coming < len(spans) and spans[coming][0] <= start:
            reaching.append(spans[coming])
            coming += 1
        reaching = [span for span in reaching if span[1] > start]
        if reaching:
            stretches.append((start, end, tuple(name for _, _, name in reaching)))
    return stretches


def _cut(
    piece: Place, stretches: list[tuple[int, int, tuple[str, ...]]], starts: list[int]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """``piece`` in parts, each with the passages that it belongs to; ``starts`` are those of ``stretches``."""
    start, end = piece
    for number in range(max(bisect_right(starts, start) - 1, 0), len(stretches)):
        first, last, names = stretches[number]
        if first >= end:
            break
        if last <= start:
            continue
        if first > start:
            yield start, first, ()
            start = first
        yield start, min(last, end), names
        start = min(last, end)
    if start < end:
        yield start, end, ()
