"""Damage to a file's text, whatever it means: bytes, lines, pieces in wrong places."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.fuzzing import nasty

Text = Callable[[Random, str, Sequence[str]], str]
"""A text with damage; the third argument has the texts of other files."""


def encoded(text: str) -> bytes:
    """``text`` as bytes: lone surrogates too, as a file has them that is not in UTF-8."""
    return text.encode("utf-8", "surrogatepass")


def _place(chance: Random, text: str) -> int:
    return chance.randint(0, len(text))


def _put(chance: Random, text: str, others: Sequence[str]) -> str:
    at = _place(chance, text)
    return text[:at] + chance.choice(nasty.EVERY) + text[at + chance.choice((0, 0, 0, 1, 5, 40)) :]


def _replace_word(chance: Random, text: str, others: Sequence[str]) -> str:
    """One word of the file in the place of another, or a text that has broken programs."""
    words = list(re.finditer(r"\S+", text))
    if not words:
        return chance.choice(nasty.EVERY)
    old = chance.choice(words)
    new = chance.choice(words).group() if chance.random() < 0.5 else chance.choice(nasty.EVERY)
    return text[: old.start()] + new + text[old.end() :]


def _cut(chance: Random, text: str, others: Sequence[str]) -> str:
    at = _place(chance, text)
    return text[:at] if chance.random() < 0.3 else text[:at] + text[at + chance.randint(1, 200) :]


def _repeat(chance: Random, text: str, others: Sequence[str]) -> str:
    at = _place(chance, text)
    part = text[at : at + chance.randint(1, 300)]
    return text[:at] + part * chance.choice((2, 2, 3, 50)) + text[at + len(part) :]


def _splice(chance: Random, text: str, others: Sequence[str]) -> str:
    other = chance.choice(others) if others else text
    at, there = _place(chance, text), _place(chance, other)
    return (
        text[:at] + other[there : there + chance.choice((20, 200, 99999))] + text[at + chance.choice((0, 200, 99999)) :]
    )


def _lines(chance: Random, text: str, others: Sequence[str]) -> str:
    """Lines twice, away, elsewhere, in another order, further in or out, joined or cut."""
    lines = text.splitlines(keepends=True)
    if len(lines) < 2:
        return text * 2
    at, many = chance.randrange(len(lines)), chance.choice((1, 1, 1, 2, 5, 20))
    part, rest = lines[at : at + many], lines[:at] + lines[at + many :]
    to = chance.randint(0, len(rest))
    way = chance.randrange(8)
    if way == 0:
        lines[at:at] = part
    elif way == 1:
        lines = rest
    elif way == 2:
        lines = rest[:to] + part + rest[to:]
    elif way == 3:
        lines[at : at + many] = chance.sample(part, len(part))
    elif way == 4:
        lines[at : at + many] = [chance.choice((" ", "  ", "    ", "\t")) + line for line in part]
    elif way == 5:
        lines[at : at + many] = [line[chance.randint(1, 4) :] if line[:1] == " " else line for line in part]
    elif way == 6:
        lines[at : at + many] = [line.rstrip("\n") for line in part]
    else:
        lines[at : at + many] = [line.replace(" ", "\n", 1) for line in part]
    return "".join(lines)


def _letters(chance: Random, text: str, others: Sequence[str]) -> str:
    """Every letter of one kind is another one, or the whole text has another form."""
    way = chance.randrange(6)
    if way == 0:
        return text.replace("\n", chance.choice(("\r\n", "\r", "\u2028", "\x85", "\n\n", " ")))
    if way == 1:
        return text.upper() if chance.random() < 0.5 else text.swapcase()
    if way == 2 and text:
        return text.replace(chance.choice(text), chance.choice(nasty.LETTERS))
    if way == 3 and text:
        return text.replace(chance.choice(text), "")
    if way == 4:
        return "\ufeff" + text
    return text[::-1]


def flipped(chance: Random, data: bytes) -> bytes:
    """``data`` with a few bits or bytes wrong, cut, or in another encoding."""
    way = chance.randrange(6)
    if way == 0:
        return data.decode("utf-8", "replace").encode(
            chance.choice(("utf-16", "utf-32", "latin-1", "cp1251")), "replace"
        )
    if way == 1:
        return data[: chance.randint(0, len(data))]
    if way == 2:
        return b""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        if changed:
            at = chance.randrange(len(changed))
            changed[at] = changed[at] ^ (1 << chance.randrange(8)) if way > 3 else chance.randrange(256)
    return bytes(changed)


EVERY: tuple[Text, ...] = (
    _put,
    _put,
    _replace_word,
    _replace_word,
    _cut,
    _repeat,
    _splice,
    _lines,
    _lines,
    _lines,
    _letters,
)


def damaged(chance: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """``data`` with damage of one kind; ``others`` are files whose parts may get into it."""
    if chance.random() < 0.12:
        return flipped(chance, data)
    texts = [other.decode("utf-8", "replace") for other in others]
    return encoded(chance.choice(EVERY)(chance, data.decode("utf-8", "replace"), texts))
