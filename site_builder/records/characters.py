"""Characters that no text may have, and invisible separators."""

from __future__ import annotations

import re
import unicodedata

from site_builder.records import bounds

_NO_TEXT = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""Control characters and code points that are none: XML and HTML have no way to write them."""

_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\r")
_USUAL = bytes(code for code in range(0x80) if code not in _CONTROLS)
"""What nearly all of a page consists of: without it, what is looked at is a thousand times shorter."""
_SEPARATORS = ("\u2028".encode(), "\u2029".encode())
_C1 = re.compile(rb"\xc2[\x80-\x9f]").search
TOO_MANY_MARKS = f"more than {bounds.MARKS} combining marks follow one another"
"""The fault of a text that :func:`crowded` finds."""


def without_separators(text: str) -> str:
    """``text`` with spaces for U+0085, U+2028 and U+2029: to some they end a line, to others they are unseen."""
    return text.replace("\u2028", " ").replace("\u2029", " ").replace("\x85", " ")


def no_text(value: str) -> re.Match[str] | None:
    """The first code point of ``value`` that is no character."""
    # Most texts are letters and line ends, which is seen many times faster than an expression can look.
    for usual in "\n\r\t\xa0\xad":
        value = value if usual not in value else value.replace(usual, " ")
    return None if value.isprintable() else _NO_TEXT.search(value)


def encoded(text: str) -> bytes:
    """``text`` in UTF-8; raises ``ValueError`` for characters that no output may have, separators among them."""
    try:
        data = text.encode()
    except UnicodeEncodeError as problem:
        raise ValueError(f"the character {name_of(text[problem.start])} is not text") from None
    # On bytes this takes a tenth of the time of a look at each character, and every page passes here.
    rest = data.translate(None, _USUAL)
    if len(rest.translate(None, _CONTROLS)) < len(rest) or any(found in rest for found in _SEPARATORS) or _C1(rest):
        found = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", text)
        raise ValueError(f"the character {name_of(found[0] if found else text)} is not text")
    return data


def crowded(text: str) -> int | None:
    """The offset in ``text`` of more than :data:`bounds.MARKS` combining marks in a row; None where there are none.

    Putting such a run into its canonical order takes a time that grows with the square of its length.
    """
    if text.isascii():
        return None
    marks = "".join(letter for letter in set(text) if unicodedata.combining(letter))
    found = re.search(f"[{marks}]{{{bounds.MARKS + 1}}}", text) if marks else None
    return found.start() if found else None


def text_fault(value: str) -> tuple[str, str]:
    """The reason why ``value``, read from YAML, is no text, and the remedy; two empty texts where it is one."""
    found = no_text(value)
    if found:
        return (
            f"the character {name_of(found[0])} is not text",
            "remove it; in double quotes a backslash is written twice",
        )
    # A file with such a run is refused; codes in double quotes can still write one.
    if not unicodedata.is_normalized("NFC", value) and crowded(value) is not None:
        return TOO_MANY_MARKS, "remove them"
    return "", ""


def name_of(letter: str) -> str:
    """``U+0001``."""
    return f"U+{ord(letter):04X}"
