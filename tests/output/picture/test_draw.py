from __future__ import annotations

import io
import zlib
from dataclasses import astuple, replace
from typing import Any

import pytest
from PIL import Image

from site_builder.output.packing import deflate
from site_builder.output.picture.draw import draw
from site_builder.output.picture.shades import palette
from site_builder.page import ShareImage

PLAIN = ShareImage(
    "Ann Able claims:",
    "The roads are safe.",
    "Disputed",
    "Somebody denies it.",
    "mixed",
    0,
    "2 May 2020",
    "Rated on one article",
    "Minimal",
)
TONES = ("positive", "mixed", "negative", "neutral")


def picture(image: ShareImage) -> Image.Image:
    return Image.open(io.BytesIO(draw(image))).convert("RGB")


def test_a_picture_has_the_size_that_previews_expect_and_is_small() -> None:
    assert picture(PLAIN).size == (1200, 630)
    assert len(draw(PLAIN)) < 20_000
    crowded = replace(PLAIN, statement="word " * 150, meaning="word " * 60)
    assert len(draw(crowded)) < 60_000


def test_the_same_words_give_the_same_bytes() -> None:
    assert draw(PLAIN) == draw(replace(PLAIN))
    words: list[Any] = list(astuple(PLAIN))
    others = [ShareImage(*[*words[:at], "Others", *words[at + 1 :]]) for at in (0, 1, 2, 3, 6, 7, 8)]
    assert len({draw(image) for image in (PLAIN, *others)}) == 8


def test_a_machine_with_another_zlib_draws_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = draw(PLAIN)
    deflate._method.cache_clear()
    monkeypatch.setattr(deflate, "by_zlib", lambda data: zlib.compress(data, 6, -15))
    try:
        assert draw(PLAIN) == before
    finally:
        deflate._method.cache_clear()


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("shape", [0, 1, 2])
def test_each_verdict_has_a_sign_of_its_own(tone: str, shape: int) -> None:
    def sign(tone: str, shape: int) -> bytes:
        image = ShareImage("", "", "x", "", tone, shape, "", "", "")
        return picture(image).crop((72, 205, 145, 290)).convert("L").tobytes()

    others = [sign(t, s) for t in TONES for s in (0, 1, 2) if (t, s) != (tone, shape)]
    assert sign(tone, shape) not in others


@pytest.mark.parametrize("statement", ["word " * 400, "W" * 900, "", "Ж" * 300, "a\nb", "ĳ" * 200, "f" * 900])
def test_no_text_runs_over_the_edge(statement: str) -> None:
    image = ShareImage("N" * 500, statement, "V" * 100, "M " * 500, "mixed", 1, "D" * 200, "R" * 300, "S" * 300)
    drawn = picture(image)
    margins = [drawn.crop(box) for box in ((0, 20, 60, 630), (1140, 20, 1200, 630), (0, 590, 1200, 630))]
    assert all(len(margin.getcolors() or "more") == 1 for margin in margins)


@pytest.mark.parametrize("tone", TONES)
def test_each_part_has_its_ink(tone: str) -> None:
    """Whether paper, tone, ink, muted ink and the rule are where they belong, in just their colours."""
    drawn = picture(replace(PLAIN, tone=tone))
    rule, full, paper, muted, ink = (palette(tone)[shade] for shade in (0, 1, 8, 13, 15))

    def darkest(left: int, top: int, right: int, bottom: int) -> object:
        colours = drawn.crop((left, top, right, bottom)).getcolors() or []
        return min((colour for _, colour in colours), key=lambda c: sum(c) if isinstance(c, tuple) else 0)

    assert darkest(0, 0, 1200, 15) == full
    assert drawn.getpixel((600, 15)) == paper
    assert darkest(72, 44, 700, 95) == muted
    assert darkest(800, 44, 1130, 95) == muted
    assert darkest(72, 100, 1130, 180) == ink
    assert darkest(72, 205, 1130, 285) == full
    assert darkest(72, 290, 1130, 330) == ink
    assert drawn.getpixel((600, 544)) == rule
    assert darkest(72, 550, 1130, 600) == muted


def test_letters_have_soft_edges() -> None:
    shades = {colour for _, colour in picture(PLAIN).crop((72, 100, 1130, 180)).getcolors() or []}
    assert shades == {palette("mixed")[shade] for shade in range(8, 16)}


def test_a_statement_is_as_large_as_fits() -> None:
    def height(words: int) -> int:
        """Pixels from the top of the first line's letters to the foot of their last row."""
        drawn = picture(replace(PLAIN, statement="l " * words)).crop((72, 100, 1130, 540)).convert("L")
        rows = [drawn.crop((0, row, 1058, row + 1)).getextrema()[0] < 128 for row in range(440)]  # type: ignore[operator]
        first = rows.index(True)
        return rows.index(False, first) - first

    heights = [height(words) for words in (5, 200, 320, 400)]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 4


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    assert draw(replace(PLAIN, date="D" * 80)) == draw(replace(PLAIN, date="D" * 90))
    long = "word " * 400
    assert draw(replace(PLAIN, statement="i " * 900)) != draw(replace(PLAIN, statement="i " * 450))
    assert draw(replace(PLAIN, statement=long)) == draw(replace(PLAIN, statement=f"{long} and more"))
