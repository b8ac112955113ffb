from __future__ import annotations

import re
from itertools import pairwise

import pytest

from site_builder.output.picture.shades import INK, MUTED, PAPER, RULE, TONE, palette
from tests.projects import ROOT

TONES = ("positive", "mixed", "negative", "neutral")


@pytest.mark.parametrize("tone", TONES)
def test_there_are_sixteen_colours_and_shades_lie_between_paper_and_ink(tone: str) -> None:
    colours = palette(tone)
    assert len(colours) == len(set(colours)) == 16
    for lighter, darker in ((PAPER, range(PAPER + 1, INK + 1)), (PAPER, range(PAPER - 1, TONE - 1, -1))):
        ramp = [sum(colours[shade]) for shade in (lighter, *darker)]
        assert ramp == sorted(ramp, reverse=True)
        steps = [before - after for before, after in pairwise(ramp)]
        assert max(steps) - min(steps) < 30


@pytest.mark.parametrize("tone", TONES)
def test_the_colours_are_those_of_the_pages(tone: str) -> None:
    style = "".join(path.read_text() for path in (ROOT / "templates").rglob("*.css"))
    light = style[: style.index("prefers-color-scheme: dark")]
    colours = [
        "#" + "".join(f"{part:02x}" for part in palette(tone)[shade]) for shade in (PAPER, TONE, INK, MUTED, RULE)
    ]
    assert [colour for colour in colours if colour not in re.findall(r"#[0-9a-f]{6}", light)] == []


def test_a_tone_that_nobody_knows_is_ink() -> None:
    assert palette("")[TONE] == palette("")[INK]
