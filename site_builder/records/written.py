"""A record's place in its file, and its tree, which is read again when the position of a key is needed.

Most records have no fault and need no tree; all trees would take more memory than everything else that loading keeps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from site_builder.records.nodes import Node
from site_builder.records.parser import parse
from site_builder.source import Source

_LINE_END = re.compile("[\x85\u2028\u2029]")
"""Characters that end a line in YAML but not in editors."""


@dataclass(frozen=True)
class Written:
    """A part of a file that was read as a record without faults."""

    source: Source
    """The file."""
    start: int
    """The start of the record's first key or its brace, in characters."""
    end: int
    """Behind the record, in characters."""

    @cached_property
    def node(self) -> Node:
        """The record's tree, with places in the file; read when it is first asked for, and then remembered."""
        root, _ = parse(self.source, self.start, self.end, self._column())
        return root or Node(self.source, self.start, self.end)

    def _column(self) -> int:
        """Characters before the record in its line; braces can be anywhere, but keys stand below each other."""
        if self.source.text.startswith("{", self.start):
            return 0
        line = self.source.position(self.start)[0]
        before = self.source.text[self.source.line_start(line) : self.start]
        return len(_LINE_END.split(before)[-1])

    def __reduce__(self) -> tuple[type[Written], tuple[Source, int, int]]:
        """A copy in another process reads the tree itself when it needs it."""
        return Written, (self.source, self.start, self.end)
