"""Front matter: the YAML between two lines ``---`` at the top of an article or a page.

Knows where it begins and ends, and nothing of what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"(?<![^\r\n])---[ \t]*(?:\r\n?|\n|\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Offsets (characters) in the file's text."""

    start: int
    """The start of the YAML."""
    end: int
    """Its end."""
    body: int
    """The start of the Markdown."""


def is_opened(text: str) -> bool:
    """True when the first line is ``---``."""
    return _FENCE.match(text) is not None


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of ``text``, or None when it has none or no line closes it."""
    opening = _FENCE.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    return FrontMatter(opening.end(), closing.start(), closing.end()) if opening and closing else None
