"""Size limits for what editors write: more than anybody needs, and less than stops a machine."""

from __future__ import annotations

FILE = 64_000_000
"""Bytes of a file."""
LINE = 1_000_000
"""Characters of a line in a file."""
TEXT = 1_000_000
"""Characters of a value in YAML, such as an assessment."""
SHORT_TEXT = 10_000
"""Characters of a value that is one line: a statement, a summary, a name."""
MARKS = 30
"""Combining marks on one letter: as many as Unicode's stream-safe text format has (Standard Annex #15)."""
CAPTIONS = 1_000
"""Captions of one article."""
ENTRIES = 200_000
"""Items of a list, and keys of a record."""
