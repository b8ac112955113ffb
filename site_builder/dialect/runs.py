"""Joins the tokens of a paragraph into pieces, each character with its position in the Markdown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from site_builder.dialect.lines import Line
from site_builder.dialect.pieces import Piece, Run


@dataclass(slots=True)
class Token:
    """Text or markup at one place of a paragraph."""

    start: int
    """Offset in the paragraph."""
    text: str = ""
    """Characters that a reader sees."""
    markup: str = ""
    """HTML in their place."""


class Places:
    """The places in the Markdown of a paragraph's characters."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """``lines`` are the paragraph's, without spaces and tabs at their ends."""
        self._lines = lines
        self._starts: list[int] = []
        start = 0
        for line in lines:
            self._starts.append(start)
            start += line.end - line.start + 1

    def __call__(self, offset: int) -> int:
        """The offset in the Markdown of the character at ``offset`` in the paragraph."""
        number = bisect_right(self._starts, offset) - 1
        return self._lines[number].start + offset - self._starts[number]


def joined(tokens: Iterable[Token], places: Places) -> Iterator[Piece]:
    """The pieces of ``tokens``: text that no markup divides is one run, but a line end is one of its own."""
    texts: list[str] = []
    stretches: list[tuple[int, int]] = []
    length = 0
    for token in tokens:
        if texts and (token.markup or token.text == "\n"):
            yield Run("".join(texts), tuple(stretches))
            texts, stretches, length = [], [], 0
        if token.markup:
            yield token.markup
        elif token.text == "\n":
            yield Run("\n", ((0, places(token.start)),))
        elif token.text:
            texts.append(token.text)
            stretches.append((length, places(token.start)))
            length += len(token.text)
    if texts:
        yield Run("".join(texts), tuple(stretches))
