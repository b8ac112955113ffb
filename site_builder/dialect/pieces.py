"""The pieces of an article's Markdown: HTML markup, runs of text with their positions, and faults."""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Characters that a reader sees, not yet escaped."""

    text: str
    """The characters."""
    places: tuple[tuple[int, int], ...]
    """Pairs (offset in ``text``, offset in the Markdown), ascending, from 0: where each stretch is."""


Piece = str | Run
"""A piece of an article: HTML markup, or a run of text."""


class Fault(NamedTuple):
    """Something that an editor has to look at."""

    code: str
    """A key of the code table."""
    message: str
    """The fault, in one sentence without a full stop."""
    start: int
    """Its start in the Markdown, in characters."""
    end: int
    """Its end."""
    help: str | None = None
    """The remedy."""
    escapes: tuple[int, ...] = ()
    """Offsets in the Markdown at which a backslash makes text of it; empty where only an editor can mend it."""
