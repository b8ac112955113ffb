"""Makes invisible and misleading characters visible: ``‹U+202E›``.

A bidirectional control makes a line read otherwise than it is written, an invisible character hides in a name, a
control character moves a terminal's cursor. What is printed of a text shows each by its code point. Knows texts.
"""

from __future__ import annotations

import re

_CONTROLS = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
"""Control characters, separators of lines and paragraphs, halves of characters."""
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
"""Characters that embed, override or isolate a direction (Unicode Standard Annex #9)."""
_TAGS = "\ufff9-\ufffb\U000e0000-\U000e0fff"
"""Annotations, tags and code points reserved for their like."""
_WIDTHLESS = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
"""Characters to ignore where they have no effect (Default_Ignorable_Code_Point), format characters, blanks."""

HIDDEN = f"{_DIRECTIONS}{_TAGS}{_WIDTHLESS}"
"""For a character class: characters that can hide among letters. Some scripts and emoji need a few of them."""
_UNSEEN = re.compile(f"[{_CONTROLS}{HIDDEN}]")
_OBEYED = re.compile(f"(\x1b\\[(?:0|2|1;3[1-6])m)|[{_CONTROLS}{_DIRECTIONS}{_TAGS}]")
_USUAL = frozenset("\t\n")


def visible(text: str) -> str:
    """``text`` on one line, with all that is unseen made visible; a tab is one space."""
    return text if text.isprintable() and text.isascii() else _UNSEEN.sub(_shown, text.replace("\t", " "))


def obeyed_by_none(text: str) -> str:
    """``text`` with nothing in it that a terminal would obey but the colours of reports, tabs and line ends.

    Characters that join letters or are an emoji's stay: what is printed may be pasted into a record.
    """
    return text if text.isprintable() and text.isascii() else _OBEYED.sub(_unless_usual, text)


def in_json(text: str) -> str:
    """The JSON ``text`` with escapes in place of unseen characters: the same value to programs."""
    return text if text.isascii() else _UNSEEN.sub(_escape, text)


def _unless_usual(found: re.Match[str]) -> str:
    return found[1] or (found[0] if found[0] in _USUAL else _shown(found))


def _shown(found: re.Match[str]) -> str:
    return f"‹U+{ord(found[0]):04X}›"


def _escape(found: re.Match[str]) -> str:
    if found[0] == "\n":
        return "\n"  # between values: in one it is escaped already
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
