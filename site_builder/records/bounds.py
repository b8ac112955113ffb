"""Size limits for what editors write: more than anybody needs, and less than stops a machine."""

from __future__ import annotations

FILE = 64_000_000
"""Bytes of a file."""
FOLDERS = 100
"""Folders inside one another, below ``claims/``, ``content/articles/``, ``static/`` and so on."""
LINKED = 1_000
"""Links to folders that are followed, among files of one kind; one that is met in two ways counts twice."""
LINE = 1_000_000
"""Characters of a line in a file."""
TEXT = 1_000_000
"""Characters of a value in YAML, such as an assessment."""
SHORT_TEXT = 10_000
"""Characters of a value that is one line: a statement, a summary, a name."""
MARKS = 30
"""Combining marks on one letter: as many as Unicode's stream-safe text format has (Standard Annex #15)."""
ITEMS = 1_000
"""Items of a list in a record: whom a claim is about, its passages and relations, an article's captions."""
VERDICTS = 100
"""Steps of a rating scale, and earlier scales: every page that counts claims has all steps."""
QUOTED = 1_000
"""Stretches between quotation marks in a statement, a summary or an assessment: each is looked for on the page."""
PAGES = 2_000
"""Pages of an article whose beginnings are named: each is looked for in the text."""
MENU = 100
"""Pages of the site's own in the menu, which every page has."""
ENTRIES = 200_000
"""Items of a list in YAML, such as all claims of a file, and keys of a record."""
