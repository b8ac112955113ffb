"""Writes a text so that YAML reads it back unchanged; the separators that records read as spaces become spaces."""

from __future__ import annotations

import json
import re

from site_builder.records.characters import without_separators

_PLAIN = re.compile(r"[^\W\d_](?:[^:#\n\"'\[\]{}]|:(?=\S)|(?<=\S)#|(?<=\w)')*", re.UNICODE)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[~?]?")
_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"])


def scalar(text: str) -> str:
    """``text`` as a YAML scalar on one line: plain where that is safe, else in quotes (JSON's are YAML's)."""
    text = without_separators(text)
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS
    if plain or _DATE.fullmatch(text):
        return text
    # A text with quotation marks reads better between apostrophes, where nothing needs a backslash.
    if '"' in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False)
