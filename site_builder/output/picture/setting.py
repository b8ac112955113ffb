"""Sets words in lines of a width in pixels: wrapped, cut short, in the largest size that fits."""

from __future__ import annotations

from bisect import bisect_right

from site_builder.output.picture.letters import Face, ends, width

ELLIPSIS = "…"


def wrapped(text: str, face: Face, room: int) -> list[str]:
    """``text`` in lines of at most ``room`` pixels; a longer word is broken."""
    space = width(face, " ")
    lines: list[str] = []
    line: list[str] = []
    used = 0
    for word in text.split():
        needs = width(face, word)
        if line and used + space + needs > room:
            lines.append(" ".join(line))
            line = []
        while not line and needs > room:
            cut = max(fitting(word, face, room), 1)
            lines.append(word[:cut])
            word = word[cut:]
            needs = width(face, word)
        used = used + space + needs if line else needs
        line.append(word)
    return [*lines, " ".join(line)]


def clipped(text: str, face: Face, room: int, most: int) -> list[str]:
    """``text`` in at most ``most`` lines of ``room`` pixels; an ellipsis ends a text that does not fit."""
    lines = wrapped(text, face, room)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(" ".join(lines[most - 1 : most + 1]), face, room)]


def fitted(text: str, face: Face, room: int) -> str:
    """``text``, or its beginning and an ellipsis, in ``room`` pixels."""
    return text if width(face, text) <= room else _cut(text, face, room)


def _cut(text: str, face: Face, room: int) -> str:
    """As much of ``text`` from its beginning as goes into ``room`` pixels together with an ellipsis."""
    return text[: fitting(text, face, room - width(face, ELLIPSIS))].rstrip(f" {ELLIPSIS}") + ELLIPSIS


def fitting(text: str, face: Face, room: int) -> int:
    """The number of characters from the beginning of ``text`` that fit into ``room`` pixels."""
    return bisect_right(ends(face, text), room)
