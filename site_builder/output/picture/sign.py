"""The verdict's sign as in templates/parts/verdict.html, as a mask: drawn large and reduced."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageDraw

from site_builder.output.picture.letters import Mask

_UNIT = 12
"""Pixels of the large drawing for one of the sixteen units of the sign in the template."""
_LINE = 1.7


@lru_cache(maxsize=128)
def sign(tone: str, shape: int, size: int) -> Mask:
    """The sign of a verdict with the ``tone`` and the outline ``shape``, ``size`` pixels wide and high."""
    large = Image.new("L", (16 * _UNIT, 16 * _UNIT))
    pen = ImageDraw.Draw(large)
    line = round(_LINE * _UNIT)
    outline = _OUTLINES[shape]
    if outline:
        pen.polygon(_at(*outline), outline=255, width=line)
    else:
        pen.ellipse(_at((1, 1), (15, 15)), outline=255, width=line)
    if tone == "positive":
        pen.line(_at((4.5, 8.3), (6.9, 10.7), (11.5, 5.5)), fill=255, width=line, joint="curve")
    elif tone == "negative":
        pen.line(_at((5, 5), (11, 11)), fill=255, width=line)
        pen.line(_at((11, 5), (5, 11)), fill=255, width=line)
    elif tone == "neutral":
        pen.line(_at((5, 8), (11, 8)), fill=255, width=line)
    elif shape == 0:
        pen.pieslice(_at((1, 1), (15, 15)), -90, 90, fill=255)
    elif shape == 1:
        pen.rectangle(_at((8, 1.5), (14.5, 14.5)), fill=255)
    else:
        pen.polygon(_at((8, 0.9), (15.1, 8), (8, 15.1)), fill=255)
    return Mask(large.resize((size, size), Image.Resampling.LANCZOS), 0, 0)


_Point = tuple[float, float]
_OUTLINES: tuple[tuple[_Point, ...], ...] = (
    (),
    ((1.5, 1.5), (14.5, 1.5), (14.5, 14.5), (1.5, 14.5)),
    ((8, 0.9), (15.1, 8), (8, 15.1), (0.9, 8)),
)
"""The corners of each shape; a circle has none."""


def _at(*points: _Point) -> list[_Point]:
    return [(across * _UNIT, down * _UNIT) for across, down in points]
