"""Letters of Source Serif as antialiased masks, each drawn once per size, and the distance to the next letter.

Set letter by letter: shaping would need a library that not every Pillow has, and machines would set differently.
"""

from __future__ import annotations

import io
import unicodedata
from functools import lru_cache
from importlib import resources
from itertools import accumulate
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from site_builder.output.picture.versions import FONT_PACKAGE

NO_CHARACTER = "\U0010fffd"
"""Has no letter in any font, so that the sign of a missing letter is drawn."""


class Face(NamedTuple):
    """A font in a size."""

    weight: str
    """As the font's file names have it."""
    size: int
    """In pixels."""


class Mask(NamedTuple):
    """The ink of a picture: 255 is all ink, 0 none."""

    image: Image.Image
    """Greys (mode L)."""
    left: int
    """Pixels from the beginning of the text to the image's left edge; below 0 where a letter reaches back."""
    top: int
    """Pixels from the top of the line to the image's upper edge."""


def can_draw(text: str) -> bool:
    """True when the font has every character of ``text``; a text that it lacks is better left out than set as boxes."""
    return all(_is_in_font(letter) for letter in set(text))


@lru_cache(maxsize=16384)
def width(face: Face, text: str) -> int:
    """The width of ``text`` in a line, in pixels."""
    return sum(_advance(face, letter) for letter in text)


def ends(face: Face, text: str) -> list[int]:
    """The widths of the first one, two, three … letters of ``text``, in pixels."""
    return list(accumulate(_advance(face, letter) for letter in text))


@lru_cache(maxsize=1024)
def word(face: Face, text: str) -> Mask | None:
    """The letters of ``text`` beside each other; None where they leave no ink."""
    places = zip([0, *ends(face, text)], (_letter(face, letter) for letter in text), strict=False)
    masks = [Mask(mask.image, at + mask.left, mask.top) for at, mask in places if mask]
    if not masks:
        return None
    left, top = min(mask.left for mask in masks), min(mask.top for mask in masks)
    right = max(mask.left + mask.image.width for mask in masks)
    bottom = max(mask.top + mask.image.height for mask in masks)
    image = Image.new("L", (right - left, bottom - top))
    for mask in masks:
        # As ink on ink: where letters touch, neither wipes out the other's edge.
        image.paste(255, (mask.left - left, mask.top - top), mask.image)
    return Mask(image, left, top)


@lru_cache(maxsize=8192)
def _letter(face: Face, letter: str) -> Mask | None:
    left, top, right, bottom = map(int, _font(face).getbbox(letter))
    if right <= left or bottom <= top:
        return None
    image = Image.new("L", (right - left, bottom - top))
    ImageDraw.Draw(image).text((-left, -top), letter, fill=255, font=_font(face))
    return Mask(image, left, top)


@lru_cache(maxsize=8192)
def _advance(face: Face, letter: str) -> int:
    return round(_font(face).getlength(letter))


@lru_cache(maxsize=64)
def _font(face: Face) -> ImageFont.FreeTypeFont:
    file = resources.files(FONT_PACKAGE) / "files" / f"SourceSerifPro-{face.weight}.otf"
    data = io.BytesIO(file.read_bytes())
    return ImageFont.truetype(data, face.size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _is_in_font(letter: str) -> bool:
    if letter in "\n ":
        return True
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return False  # letter by letter, an accent would stand beside its letter
    font = _font(Face("Semibold", 32))
    missing, mask = font.getmask(NO_CHARACTER), font.getmask(letter)
    return not (mask.size == missing.size and bytes(mask) == bytes(missing))
