"""Escapes words so that Markdown reads them as exactly these words."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"[\\`*_\[\]<&]")
_LEADING = re.compile(r"^([#>+=:|~-]|\d+(?=[.)]))")
_TRAILING = re.compile(r"#+$")


def escape(words: str) -> str:
    """``words`` so that Markdown reads them as they are; a line feed becomes a hard line break."""
    return "\\\n".join(map(_line, words.split("\n")))


def _line(words: str) -> str:
    escaped = _SPECIAL.sub(lambda match: "\\" + match[0], words)
    escaped = _TRAILING.sub(lambda match: "\\#" * len(match[0]), escaped)  # behind a heading these would be its end
    return _LEADING.sub(lambda match: f"{match[1]}\\" if match[1].isdigit() else f"\\{match[1]}", escaped)
