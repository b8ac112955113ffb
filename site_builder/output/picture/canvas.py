"""A canvas of numbered shades: draws rectangles, masks and words, and returns rows of a PNG."""

from __future__ import annotations

from PIL import Image

from site_builder.output.picture.letters import Face, Mask, width, word
from site_builder.output.picture.shades import PAPER

_BEFORE = 2
"""Pixels before each row, of shade 0: in a PNG of two pixels a byte they are the number of the filter that does
nothing, so that rows need not be put together one by one."""


class Canvas:
    """A sheet of paper of ``across`` × ``down`` pixels."""

    def __init__(self, across: int, down: int) -> None:
        self._image = Image.new("P", (_BEFORE + across, down), PAPER)
        self._image.paste(0, (0, 0, _BEFORE, down))

    def fill(self, left: int, top: int, right: int, bottom: int, shade: int) -> None:
        """Give all pixels between the edges one ``shade``."""
        self._image.paste(shade, (_BEFORE + left, top, _BEFORE + right, bottom))

    def stamp(self, mask: Mask, left: int, top: int, shade: int) -> None:
        """Ink of a ``shade`` through ``mask``, which keeps its distance from ``left`` and ``top``.

        Shades are numbered so that Pillow's mean of two numbers is the number of the shade between them.
        """
        self._image.paste(shade, (_BEFORE + left + mask.left, top + mask.top), mask.image)

    def text(self, line: str, face: Face, left: int, top: int, shade: int) -> None:
        """One ``line`` of words."""
        for part in line.split(" "):
            mask = word(face, part)
            if mask:
                self.stamp(mask, left, top, shade)
            left += width(face, part) + width(face, " ")

    def rows(self) -> bytes:
        """All rows as :func:`site_builder.output.picture.png.png` takes them."""
        return self._image.tobytes("raw", "P;4")
