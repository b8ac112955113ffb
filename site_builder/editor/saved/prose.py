"""Measures the running text in a page's blocks and elements, to tell a story from lists and boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from site_builder.editor.saved.blocks import Block, Words
from site_builder.editor.saved.tree import HEADINGS, Element

_SMALL = 1200
"""A page with less text than this, in characters, is all story except for parts that say they are not."""
SENTENCE_ENDS = tuple(".!?…。！？؟।:")
_WIDE = re.compile("[\u2e80-\uffdc]")


class Prose:
    """The amount of running text in each block and each element, in characters."""

    def __init__(self, words: Words, reasons: Sequence[str] = ()) -> None:
        self._spans = words.spans
        self.is_small = sum(map(_length, words.blocks)) < _SMALL
        weigh = _length if self.is_small else _prose
        self.of = [0 if reasons and reasons[number] else weigh(block) for number, block in enumerate(words.blocks)]
        self._sums = [0, *accumulate(self.of)]
        self._linked = [0, *accumulate(2 * block.linked - len(block.words) for block in words.blocks)]
        self._headlines = [0, *accumulate(block.kind == "h1" for block in words.blocks)]

    def inside(self, element: Element) -> int:
        """The amount in ``element``."""
        return self._between(self._sums, element)

    def is_list(self, element: Element) -> bool:
        """True when ``element`` is links for the greater part."""
        return self._between(self._linked, element) > 0

    def has_headline(self, element: Element) -> bool:
        """True when a first-level heading is in ``element``."""
        return self._between(self._headlines, element) > 0

    @property
    def total(self) -> int:
        """The amount on the page."""
        return self._sums[-1]

    def _between(self, sums: Sequence[int], element: Element) -> int:
        first, end = self._spans.get(element, (0, 0))
        return sums[end] - sums[first]


def _length(block: Block) -> int:
    """The length of ``block`` outside of links, in characters; those of scripts without spaces count triple."""
    if block.kind in HEADINGS or block.kind == "caption":
        return 0
    wide = 0 if block.words.isascii() else 2 * len(_WIDE.findall(block.words[:400]))
    return len(block.words) - block.linked + wide


def _prose(block: Block) -> int:
    """The amount of running text in ``block``, in characters: whole sentences outside of links."""
    length = _length(block)
    if length < 25 or block.linked > length:
        return 0
    is_sentence = block.words.rstrip("\"'”’»“)]」』")[-1:] in SENTENCE_ENDS
    return length if is_sentence or length >= 80 else 0
