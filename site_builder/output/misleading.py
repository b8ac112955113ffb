"""Refuses characters that make a page read otherwise than it is written, where a template made them.

The controls that embed, override or isolate a direction (Unicode Standard Annex #9) turn the letters around that a
reader sees, and tags hide words from everybody. Articles have them, and records where scripts need them
(:mod:`site_builder.records.hidden`): words are published as they are. So whatever of this a page has must be in the
values that it shows.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping

from site_builder.records.characters import name_of

_MISLEADING = re.compile("[\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e0fff]")
_WRITTEN = re.compile(
    rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xaf])|\xef\xbf[\xb9-\xbb]|\xf3\xa0[\x80-\xbf][\x80-\xbf]"
).search
"""Finds one of them in UTF-8: on bytes this takes a tenth of the time."""
_ASCII = bytes(range(0x80))
_REFERENCES = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{4,})|([0-9]{4,}))")
"""Numeric references, the short ones aside, with which each page has its quotation marks escaped."""
_LONGEST = 10
"""Digits of a reference that is one of them, at most, leading zeros aside."""


def refuse_made(data: bytes, values: Iterable[object]) -> None:
    """Raise ``ValueError`` where ``data``, a page in UTF-8, has a misleading character that none of ``values`` has."""
    referred = {sign for found in _REFERENCES.finditer(data) if (sign := _referred(found)) and _MISLEADING.match(sign)}
    # A page has few other characters than those of ASCII, and no expression looks as fast as they can be left out.
    if not referred and not _WRITTEN(data.translate(None, _ASCII)):
        return  # nearly every page
    # A text is escaped when it is printed, so that a reference is a template's.
    made = min(referred, default="") or _not_in(set(_MISLEADING.findall(data.decode())), values)
    if made:
        raise ValueError(
            f"the character {name_of(made)} makes a text read otherwise than it is written, and nothing that the page "
            "shows has it; for a direction there are the elements bdi and bdo"
        )


def _referred(found: re.Match[bytes]) -> str | None:
    """The character of a numeric reference; None for a number that has none."""
    hexadecimal, decimal = found.groups()
    digits = (hexadecimal or decimal).lstrip(b"0")
    code = int(digits, 16 if hexadecimal else 10) if 0 < len(digits) <= _LONGEST else 0
    return chr(code) if code < 0x110000 else None


def _not_in(signs: set[str], values: Iterable[object]) -> str:
    """The first of ``signs`` that occurs in no text of ``values``; empty where each does."""
    waiting, seen = list(values)[::-1], set[int]()
    while waiting and signs:
        value = waiting.pop()
        if isinstance(value, str):
            signs = signs.difference(value)
        elif id(value) not in seen:
            seen.add(id(value))
            waiting += _parts(value)
    return min(signs, default="")


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return (*value, *value.values())
    if isinstance(value, (list, tuple, set, frozenset)):
        return value
    if dataclasses.is_dataclass(value):
        return [getattr(value, field.name, None) for field in dataclasses.fields(value)]
    return vars(value).values() if hasattr(value, "__dict__") and not isinstance(value, type) else ()
