"""The layout of a share image: 1200 × 630 pixels, as Open Graph consumers expect."""

from __future__ import annotations

from site_builder.output.picture.canvas import Canvas
from site_builder.output.picture.letters import Face, width
from site_builder.output.picture.png import png
from site_builder.output.picture.setting import clipped, fitted, wrapped
from site_builder.output.picture.shades import INK, MUTED, RULE, TONE, palette
from site_builder.output.picture.sign import sign
from site_builder.page import ShareImage

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
STEPS = (68, 62, 56, 50, 45, 40, 36, 32, 28)
"""Type sizes of statement and verdict in pixels, the largest that fits is taken."""
TOP, BOTTOM = 100, 538
"""The upper edge of the statement, and the lower edge of the verdict's meaning."""
LEADING = 1.22
VERDICT_GAP = 18
MEANING_LINES, MEANING_GAP, MEANING_HEIGHT = 2, 8, 34
BESIDE_SIGN = 1.25
"""The distance from a sign's left edge to the verdict beside it, in type sizes."""
APART = 40
"""Pixels between two texts on one line, at least."""
MOST_LETTERS = 2500
"""More than fit in the smallest type, be they ever so narrow."""
SMALL, NOTE = Face("Regular", 34), Face("Regular", 26)
ROOM = WIDTH - 2 * MARGIN


def draw(image: ShareImage) -> bytes:
    """The PNG of ``image``: the same bytes for the same text and version."""
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.fill(0, 0, WIDTH, 15, TONE)
    _pair(canvas, (image.kicker, SMALL, 44), (image.date, NOTE, 52))
    meaning = clipped(image.meaning, NOTE, ROOM, MEANING_LINES)
    face, lines = _statement(image, len(meaning))
    height = round(face.size * LEADING)
    y = TOP
    for line in lines:
        canvas.text(line, face, MARGIN, y, INK)
        y += height
    if image.verdict:
        _verdict(canvas, image, face, y + VERDICT_GAP)
        for line in meaning:
            canvas.text(line, NOTE, MARGIN, y + VERDICT_GAP + height + MEANING_GAP, INK)
            y += MEANING_HEIGHT
    canvas.fill(MARGIN, 544, WIDTH - MARGIN + 1, 546, RULE)
    _pair(canvas, (image.scope, NOTE, 554), (image.site, NOTE, 554))
    return png(WIDTH, HEIGHT, palette(image.tone), canvas.rows())


def _pair(canvas: Canvas, left: tuple[str, Face, int], right: tuple[str, Face, int]) -> None:
    """Two texts on one line, each with its face and its top: the right one has half the room at most."""
    text, face, top = right
    text = fitted(text, face, ROOM // 2)
    needs = width(face, text)
    canvas.text(text, face, WIDTH - MARGIN - needs, top, MUTED)
    text, face, top = left
    canvas.text(fitted(text, face, ROOM - needs - APART), face, MARGIN, top, MUTED)


def _verdict(canvas: Canvas, image: ShareImage, face: Face, top: int) -> None:
    canvas.stamp(sign(image.tone, image.shape, face.size), MARGIN, top + round(face.size * 0.16), TONE)
    left = MARGIN + round(face.size * BESIDE_SIGN)
    canvas.text(fitted(image.verdict, face, WIDTH - MARGIN - left), face, left, top, TONE)


def _statement(image: ShareImage, meaning: int) -> tuple[Face, list[str]]:
    """The face of statement and verdict, which is the same, and the statement's lines in it.

    ``meaning`` is how many lines the verdict's meaning has.
    """
    text = image.statement[:MOST_LETTERS]
    below = VERDICT_GAP + MEANING_GAP + meaning * MEANING_HEIGHT if image.verdict else 0
    for size in STEPS:
        face = Face("Semibold", size)
        most = (BOTTOM - TOP - below) // round(size * LEADING) - bool(image.verdict)
        lines = wrapped(text, face, ROOM)
        if len(lines) <= most and width(face, image.verdict) <= ROOM - size * BESIDE_SIGN:
            return face, lines
    return face, clipped(text, face, ROOM, most)
