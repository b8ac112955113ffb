"""Source files and places in them.

Knows text, offsets, lines and columns; knows nothing of YAML, Markdown or claims.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class Source:
    """One text file as an editor wrote it."""

    name: str
    """Path from the project's root, with forward slashes, as messages print it."""
    text: str
    """The decoded text, without a byte order mark."""

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset`` (characters), both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_start(self, line: int) -> int:
        """Offset (characters) at which ``line`` (from 1) begins; past the end: the end of the text."""
        starts = self._line_starts
        return starts[line - 1] if line <= len(starts) else len(self.text)

    def line_text(self, line: int) -> str:
        """The text of ``line`` (from 1) without its line end."""
        return self.text[self.line_start(line) : self.line_start(line + 1)].rstrip("\r\n")

    def __reduce__(self) -> tuple[Callable[[str, str], Source], tuple[str, str]]:
        """Without its line starts; copies of one file that other processes send become one."""
        return same_source, (self.name, self.text)


@lru_cache(maxsize=16)
def same_source(name: str, text: str) -> Source:
    """The file, for a pickle: copies become one value."""
    return Source(name, text)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source: offsets in characters, ``end`` exclusive."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.source.text[self.start : self.end]
