"""Finds texts that lost their end to a comment: ``name: Agent #1`` is the text "Agent".

With a space after the sign it is a comment on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.diagnostics import Diagnostic, at
from site_builder.source import Source, Span

_SIGN = re.compile(r"#[^ \t\n\r#]")


def cuts(text: str, offset: int, end: int) -> Iterator[int]:
    """Offsets in ``text``, between ``offset`` and ``end``, at which such a comment begins, with the space before it."""
    for match in _SIGN.finditer(text, offset, end):
        start = match.start()
        while start > offset and text[start - 1] in " \t":
            start -= 1
        yield start


def cut_off(source: Source, end: int) -> Diagnostic:
    """The fault of a text in ``source`` that ends at ``end``, one of its :func:`cuts`."""
    sign = source.text.index("#", end)
    line_end = source.text.find("\n", sign)
    cut = Span(source, sign, len(source.text) if line_end < 0 else line_end)
    return at("cut-by-comment", cut, "this reads as a comment and is cut from the text before it",
              help="put the whole text in quotes; a comment has a space after its #")  # fmt: skip
