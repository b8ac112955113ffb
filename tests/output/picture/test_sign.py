from __future__ import annotations

import pytest

from site_builder.output.picture.sign import sign

ALL = [(tone, shape) for tone in ("positive", "mixed", "negative", "neutral") for shape in (0, 1, 2)]


@pytest.mark.parametrize(("tone", "shape"), ALL)
@pytest.mark.parametrize("size", [28, 68])
def test_a_sign_fills_its_square_and_is_no_other(tone: str, shape: int, size: int) -> None:
    mask = sign(tone, shape, size)
    assert (mask.image.size, mask.left, mask.top) == ((size, size), 0, 0)
    left, top, right, bottom = mask.image.point(lambda grey: 255 * (grey > 99)).getbbox() or (size, size, 0, 0)
    assert max(left, top, size - right, size - bottom) <= size // 8
    assert mask.image.getpixel((0, 0)) == 0
    others = [sign(*other, size).image.tobytes() for other in ALL if other != (tone, shape)]
    assert mask.image.tobytes() not in others


def test_edges_are_soft() -> None:
    greys = sign("mixed", 0, 68).image.histogram()
    assert greys[255] > 400
    assert sum(greys[1:255]) > 100
