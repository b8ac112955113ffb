"""Share images: a claim's statement, verdict and speaker as a picture for link previews.

1200 × 630 pixels, as the Open Graph consumers expect. Drawn with Pillow and Source Serif, both in the ``images`` extra;
without it a site has no share images and is otherwise the same. The only module that imports Pillow.
"""

from __future__ import annotations

import hashlib
import io
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources, util
from pathlib import Path
from typing import TYPE_CHECKING

from site_builder import parallel
from site_builder.output import cache
from site_builder.page import ShareImage

if TYPE_CHECKING:
    from PIL import Image, ImageFont

WORTH_A_PROCESS = 40
"""Images below which starting processes takes longer than it saves."""
SIZE = (1200, 630)
MARGIN = 72
STEPS = (68, 62, 56, 50, 45, 40, 36, 32, 28)
"""Type sizes of statement and verdict in pixels, the largest that fits is taken."""
TOP, BOTTOM = 100, 538
"""Where the statement begins, and where the verdict's meaning ends."""
LEADING = 1.22
VERDICT_GAP = 18
MEANING_LINES, MEANING_HEIGHT = 2, 34
MOST_LETTERS = 900
"""More than fit in the smallest type."""
FONT_PACKAGE = "font_source_serif_pro"
PAPER, INK, MUTED, RULE = "#fdfcf9", "#1b1a17", "#5d594f", "#d8d2c4"
TONES = {"positive": "#1f6b3a", "mixed": "#8a5a00", "negative": "#9c2a20", "neutral": "#55534c"}
"""The light scheme of the theme's stylesheet."""


def version() -> str | None:
    """What draws, for cache keys; None where the ``images`` extra is not installed."""
    if util.find_spec("PIL") is None or util.find_spec(FONT_PACKAGE) is None:
        return None
    import PIL

    return f"2 Pillow {PIL.__version__}"


def can_draw(text: str) -> bool:
    """True when the font has every character of ``text``: what it cannot set is better left out than set as boxes."""
    return all(_covered(letter) for letter in set(text))


def draw_all(images: Iterable[ShareImage], jobs: int, folder: Path | None) -> dict[str, bytes]:
    """The PNG of each image by its path from the site's root.

    Those that the cache in ``folder`` has are not drawn again; the others are drawn in up to ``jobs`` processes.
    """
    wanted = {image.path: image for image in images}
    keys = {path: hashlib.sha256(f"{version()}\0{path}".encode()).hexdigest() for path in wanted}
    files = {path: data for path, key in keys.items() if (data := cache.read_one(folder, "images", key)) is not None}
    missing = [path for path in wanted if path not in files]
    drawn = parallel.spread(_draw_some, [wanted[path] for path in missing], jobs, WORTH_A_PROCESS)
    for path, data in zip(missing, drawn, strict=True):
        files[path] = data
        cache.write_one(folder, "images", keys[path], data)
    cache.keep(folder, "images", set(keys.values()))
    return {path: files[path] for path in wanted}


def _draw_some(images: Iterable[ShareImage]) -> list[bytes]:
    return [draw(image) for image in images]


def draw(image: ShareImage) -> bytes:
    """The PNG of ``image``: the same bytes for the same text and version."""
    from PIL import Image, ImageDraw

    canvas = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(canvas)
    tone = TONES.get(image.tone, INK)
    width = SIZE[0] - 2 * MARGIN
    pen.rectangle((0, 0, SIZE[0], 14), fill=tone)
    small, note = _font("Regular", 34), _font("Regular", 26)
    date = _fitted(image.date, note, width // 2)
    kicker = _fitted(image.kicker, small, width - round(note.getlength(date)) - 40)
    pen.text((MARGIN, 44), kicker, font=small, fill=MUTED)
    pen.text((SIZE[0] - MARGIN, 52), date, font=note, fill=MUTED, anchor="ra")
    meaning = _clipped(image.meaning, note, width, MEANING_LINES)
    size, lines = _statement(image, width, len(meaning))
    font, height = _font("Semibold", size), round(size * LEADING)
    y = TOP
    for line in lines:
        pen.text((MARGIN, y), line, font=font, fill=INK)
        y += height
    if image.verdict:
        y += VERDICT_GAP
        canvas.paste(_sign(image.tone, image.shape, tone, size), (MARGIN, y + round(size * 0.16)))
        left = MARGIN + round(size * 1.25)
        pen.text((left, y), _fitted(image.verdict, font, SIZE[0] - MARGIN - left), font=font, fill=tone)
        for number, line in enumerate(meaning):
            pen.text((MARGIN, y + height + 8 + number * MEANING_HEIGHT), line, font=note, fill=INK)
    pen.line((MARGIN, 544, SIZE[0] - MARGIN, 544), fill=RULE, width=2)
    site = _fitted(image.site, note, width // 2)
    scope = _fitted(image.scope, note, width - round(note.getlength(site)) - 40)
    pen.text((MARGIN, 554), scope, font=note, fill=MUTED)
    pen.text((SIZE[0] - MARGIN, 554), site, font=note, fill=MUTED, anchor="ra")
    stream = io.BytesIO()
    canvas.quantize(48, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(stream, "PNG")
    return stream.getvalue()


def _statement(image: ShareImage, width: int, meaning: int) -> tuple[int, list[str]]:
    """The size in pixels of statement and verdict, which is the same, and the statement's lines in it.

    ``meaning`` is how many lines the verdict's meaning has.
    """
    below = VERDICT_GAP + 8 + meaning * MEANING_HEIGHT if image.verdict else 0
    for size in STEPS:
        font, height = _font("Semibold", size), round(size * LEADING)
        lines = _wrapped(image.statement[:MOST_LETTERS], font, width)
        most = (BOTTOM - TOP - below) // height - bool(image.verdict)
        if len(lines) <= most and font.getlength(image.verdict) <= width - size * 1.25:
            return size, lines
    return size, _clipped(image.statement[:MOST_LETTERS], font, width, most)


@lru_cache(maxsize=64)
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    file = resources.files(FONT_PACKAGE) / "files" / f"SourceSerifPro-{weight}.otf"
    # Shaping letter by letter needs no library that may be missing, so that all machines set the same.
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def _covered(letter: str) -> bool:
    if letter in "\n ":
        return True
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return False  # letter by letter, an accent would stand beside what it belongs to
    font = _font("Semibold", 32)
    missing = font.getmask("\U0010fffd")
    mask = font.getmask(letter)
    return not (mask.size == missing.size and bytes(mask) == bytes(missing))


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` pixels; a longer word is broken."""
    lines, line = [], ""
    for word in text.split():
        if line and font.getlength(f"{line} {word}") > width:
            lines.append(line)
            line = ""
        while not line and font.getlength(word) > width:
            cut = max(_fitting(word, font, width), 1)
            lines.append(word[:cut])
            word = word[cut:]
        line = f"{line} {word}".strip()
    return [*lines, line]


def _clipped(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    """``text`` in at most ``most`` lines; an ellipsis ends what does not fit."""
    lines = _wrapped(text, font, width)
    return (
        lines
        if len(lines) <= most
        else [*lines[: most - 1], _fitted(" ".join(lines[most - 1 : most + 1]), font, width)]
    )


def _fitted(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """``text``, or its beginning and an ellipsis, in ``width`` pixels."""
    if font.getlength(text) <= width:
        return text
    room = width - round(font.getlength("…"))
    return text[: _fitting(text, font, room)].rstrip(" …") + "…"


def _fitting(text: str, font: ImageFont.FreeTypeFont, width: int) -> int:
    """How many characters from the beginning of ``text`` go into ``width`` pixels."""
    # Zero at least, all at most; a width grows with the text.
    return bisect_right(range(1, len(text) + 1), width, key=lambda count: round(font.getlength(text[:count])))


def _sign(tone: str, shape: int, colour: str, size: int) -> Image.Image:
    """The verdict's sign as in templates/parts/verdict.html, ``size`` pixels wide: drawn large and reduced."""
    from PIL import Image, ImageDraw

    unit = 12.0
    sign = Image.new("RGB", (round(16 * unit),) * 2, PAPER)
    pen = ImageDraw.Draw(sign)

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(across * unit, down * unit) for across, down in points]

    outlines: tuple[list[tuple[float, float]], ...] = (
        [],
        at((1.5, 1.5), (14.5, 1.5), (14.5, 14.5), (1.5, 14.5)),
        at((8, 0.9), (15.1, 8), (8, 15.1), (0.9, 8)),
    )
    line = round(1.7 * unit)
    if shape == 0:
        pen.ellipse(at((1, 1), (15, 15)), outline=colour, width=line)
    else:
        pen.polygon(outlines[shape], outline=colour, width=line)
    if tone == "positive":
        pen.line(at((4.5, 8.3), (6.9, 10.7), (11.5, 5.5)), fill=colour, width=line, joint="curve")
    elif tone == "negative":
        pen.line(at((5, 5), (11, 11)), fill=colour, width=line)
        pen.line(at((11, 5), (5, 11)), fill=colour, width=line)
    elif tone == "neutral":
        pen.line(at((5, 8), (11, 8)), fill=colour, width=line)
    elif shape == 0:
        pen.pieslice(at((1, 1), (15, 15)), -90, 90, fill=colour)
    elif shape == 1:
        pen.rectangle(at((8, 1.5), (14.5, 14.5)), fill=colour)
    else:
        pen.polygon(at((8, 0.9), (15.1, 8), (8, 15.1)), fill=colour)
    return sign.resize((size, size), Image.Resampling.LANCZOS)
