"""A line of a file as the person who wrote it sees it: indentation, hyphens, a key, a value.

For explaining what went wrong, not for reading records: it knows one line, and no YAML beyond it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from site_builder.source import Source

INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without width that are not white space."""
_ODD = re.compile(rf"[^\S \n\r]|[{INVISIBLE}]")
_LINE = re.compile(rf"(?P<blank>(?:\s|[{INVISIBLE}])*)(?P<dashes>(?:-[ ]+)*)(?P<content>.*)", re.DOTALL)
_KEY = re.compile(r"(?P<key>[^\s:#'\"\[\]{},&*!|>%@`][^\s:#'\"\[\]{},]*)[ ]*:(?:[ \t]+(?P<value>.*))?", re.DOTALL)
NEAR = 30
"""Lines above that are looked at for a neighbour."""


@dataclass(frozen=True)
class Line:
    """One line of a source."""

    number: int
    """From 1."""
    start: int
    """Offset of its first character."""
    text: str
    """Without the line end."""

    @cached_property
    def _parts(self) -> re.Match[str]:
        return cast("re.Match[str]", _LINE.match(self.text))  # each part may be empty

    @cached_property
    def _pair(self) -> re.Match[str] | None:
        return _KEY.fullmatch(self.content)

    @property
    def is_empty(self) -> bool:
        """True for a line without anything, and for a comment."""
        return not self.content or (self.content.startswith("#") and not self.dashes)

    @property
    def indent(self) -> int:
        """Characters in front of its first sign."""
        return len(self._parts["blank"])

    @property
    def dashes(self) -> str:
        """The hyphens of list items with the spaces after them."""
        return self._parts["dashes"]

    @property
    def content(self) -> str:
        """The text after indentation and hyphens."""
        return self._parts["content"].rstrip()

    @property
    def column(self) -> int:
        """Characters in front of :attr:`content`."""
        return self._parts.start("content")

    @property
    def key(self) -> str:
        """The one word before a colon and a space, or nothing."""
        return self._pair["key"] if self._pair else ""

    @property
    def value(self) -> str:
        """The text after the key."""
        return (self._pair["value"] or "").strip() if self._pair else ""

    @property
    def value_start(self) -> int:
        """Offset of the value in the source."""
        behind = self.column + len(self.content)
        return self.start + (behind - len(self.value) if self.value else behind)

    @property
    def odd_blank(self) -> int | None:
        """The place in its indentation of the first character that is no plain space; None where there is none."""
        found = _ODD.search(self._parts["blank"])
        return found.start() if found else None


def line_at(source: Source, offset: int) -> Line:
    """The line of ``source`` in which ``offset`` (characters) lies."""
    return numbered(source, source.position(offset)[0])


def numbered(source: Source, number: int) -> Line:
    """The line ``number`` (from 1) of ``source``."""
    return Line(number, source.line_start(number), source.line_text(number))


def above(source: Source, line: Line, begin: int) -> list[Line]:
    """The lines over ``line`` that have something, the nearest first: a few dozen, none before offset ``begin``."""
    lines = (numbered(source, number) for number in range(line.number - 1, max(line.number - NEAR, 1) - 1, -1))
    return [other for other in lines if other.start >= begin and not other.is_empty]


def named(letter: str) -> str:
    """``U+00A0 NO-BREAK SPACE``."""
    name = {"\t": "TAB", "\ufeff": "BYTE ORDER MARK", "\0": "NULL"}.get(letter) or unicodedata.name(letter, "")
    return f"U+{ord(letter):04X} {name}".rstrip()
