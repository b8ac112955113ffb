"""Finds text that was made by reading UTF-8 in another encoding: ``ZÃ¼rich`` for ``Zürich``.

Each such letter is one, so that nothing else notices it, and readers would see it. Tells of the first in a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from site_builder.diagnostics import Diagnostic, at
from site_builder.source import Source, Span


def _letters(encoding: str) -> Mapping[str, int]:
    """The byte of each letter from 0x80 on; a byte that means none there stays what it is in Latin-1."""
    found = {}
    for byte in range(0x80, 0x100):
        try:
            found[bytes((byte,)).decode(encoding)] = byte
        except UnicodeDecodeError:
            found[chr(byte)] = byte
    return found


_WESTERN, _CYRILLIC = _letters("cp1252"), _letters("cp1251")


def _some(letters: Mapping[str, int], first: int, last: int) -> str:
    return "[" + "".join(re.escape(letter) for letter, byte in letters.items() if first <= byte <= last) + "]"


def _sequences(letters: Mapping[str, int]) -> str:
    more = _some(letters, 0x80, 0xBF)
    leads = ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))
    return "|".join(f"{_some(letters, *lead)}{more}{{{count}}}" for count, lead in enumerate(leads, 1))


_ONE = re.compile(_sequences(_WESTERN))
_THREE = re.compile(f"(?:{_some(_CYRILLIC, 0xD0, 0xD1)}{_some(_CYRILLIC, 0x80, 0xBF)}){{3,}}")
"""In Russian one such pair may well begin a word ("Рёв"), but not three of them one."""
_SPACE = "\u00a0"
_CLOSING = frozenset("“”‘’…–—»›")
"""Signs that may follow a capital letter at the end of a word, as in „SPAß“."""
_MEANT = re.compile("[\u00a0-\u017f\u2010-\u203f\u20ac\u2116\u2122\U0001f300-\U0001faff]")
"""What UTF-8 that was read as Windows-1252 is in a newsroom: Latin letters, punctuation and signs."""
_OTHER_SCRIPT = re.compile("[\u0370-\u04ff]{2,}")


def garbled(name: str, data: bytes) -> tuple[Diagnostic, ...]:
    """The warning about the file ``name`` with the contents ``data``, if it has such text; else nothing."""
    if data.isascii():
        return ()
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    found = _first(text)
    if found is None:
        return ()
    start, end = found
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    damaged, encoding = text[start:end], "Windows-1251" if _THREE.search(text, start, end) else "Windows-1252"
    message = f'"{damaged[:60]}" is UTF-8 that a program read as {encoding}'
    advice = f"write {repaired(damaged)[:60]}, or copy the text again: the file may have more of it"
    return (at("garbled-text", Span(Source(name, text), start, end), message, help=advice),)


def _first(text: str) -> tuple[int, int] | None:
    if found := _THREE.search(text):
        return found.span()
    for match in _ONE.finditer(text):
        after = text[match.end() : match.end() + 1]
        sign = match[0][-1]
        is_end = len(match[0]) == 2 and (sign == _SPACE or (sign in _CLOSING and not after.isalpha()))
        if (not is_end or match[0] == f"Â{_SPACE}") and _MEANT.fullmatch(_decoded(match[0], _WESTERN)):
            return match.span()
        run = re.compile(f"(?:{_ONE.pattern}){{2,}}").match(text, match.start())
        if run and _OTHER_SCRIPT.fullmatch(_decoded(run[0], _WESTERN)):
            return run.span()
    return None


def repaired(text: str) -> str:
    """``text`` with the letters that were meant."""
    text = _THREE.sub(lambda match: _decoded(match[0], _CYRILLIC) or match[0], text)
    return _ONE.sub(lambda match: _decoded(match[0], _WESTERN) or match[0], text)


def _decoded(text: str, letters: Mapping[str, int]) -> str:
    return bytes(letters[letter] for letter in text).decode("utf-8", "ignore")
