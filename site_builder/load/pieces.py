"""Splits the text of a file of claims into pieces with one claim each, which can be read one by one.

A list in YAML continues at the next hyphen in its column, whatever its items say. So an item that can be read alone,
from the line of its hyphen to the line of the next, is the same item in the whole list, as long as no sign in it ends
the document. The text before the first item must be a record that ends with the key of the list; the text after the
last item is a record again.

Knows lines and hyphens: whoever reads a piece sees whether it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LIST = re.compile(r"^claims:[ \t\r]*(?:#[^\n]*)?\n(?:[ \t\r]*(?:#[^\n]*)?\n)*(?=( *)- )", re.MULTILINE)
"""The key of the list, and empty lines and comments up to its first item; its group has the spaces before a hyphen."""
_KEY = re.compile(r"\n(?=[^\s#\ufeff-])")
"""The end of the line before a key of the file; a byte order mark would be ignored where a text begins with it."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The places of the pieces, in characters."""

    text: str
    """The text of the file."""
    starts: Sequence[int]
    """The line of each item's hyphen."""
    end: int
    """The end of the last item."""

    @property
    def count(self) -> int:
        """The number of items."""
        return len(self.starts)

    def place(self, at: int) -> tuple[int, int]:
        """Start and end of the item ``at``, from 0."""
        return self.starts[at], self.starts[at + 1] if at + 1 < len(self.starts) else self.end

    def piece(self, at: int) -> str:
        """The text of the item ``at``, from 0."""
        start, end = self.place(at)
        return self.text[start:end]


def pieces(text: str) -> Pieces | None:
    """The pieces of ``text``, a file of claims; None if it has no list of claims that can be split."""
    first = _LIST.search(text)
    if first is None:
        return None
    hyphen = f"\n{first[1]}- "
    starts = [first.end()]
    at = text.find(hyphen, starts[-1])
    while at >= 0:
        starts.append(at + 1)
        at = text.find(hyphen, at + 1)
    key = _KEY.search(text, starts[-1])
    return Pieces(text, starts, key.start() + 1 if key else len(text))


def same(before: Pieces, now: Pieces) -> tuple[int, int]:
    """The numbers of pieces, from the first on and from the last back, that are ``now`` as they were ``before``."""
    most = min(before.count, now.count)
    first = 0
    while first < most and before.piece(first) == now.piece(first):
        first += 1
    last = 0
    while last < most - first and before.piece(before.count - 1 - last) == now.piece(now.count - 1 - last):
        last += 1
    return first, last
