from __future__ import annotations

import pytest
from PIL import ImageChops

from site_builder.output.picture.letters import Face, Mask, can_draw, ends, width, word

FACE = Face("Semibold", 40)
SAMPLES = ["Roads", "Łódź", "выборы", "Ўўґїє", "Ωμέγα", "“Yes,”", "№7–12%", "ĳǆỗ"]


def drawn(face: Face, text: str) -> Mask:
    mask = word(face, text)
    assert mask is not None
    return mask


def test_what_the_font_lacks_is_known() -> None:
    assert can_draw("Łukaszenka said – “Привет, ў і ґ” … Ωμέγα 100 %")
    assert not any(can_draw(text) for text in ("日本", "سلام", "😀", "a\u0301\u0489"))


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("face", [FACE, Face("Regular", 26)])
def test_a_word_is_as_wide_as_its_letters(face: Face, text: str) -> None:
    assert width(face, text) == ends(face, text)[-1]
    assert ends(face, text) == sorted(ends(face, text))
    mask = drawn(face, text)
    assert abs(mask.left + mask.image.width - width(face, text)) < face.size / 4


@pytest.mark.parametrize("text", SAMPLES)
def test_letters_are_antialiased_and_each_has_ink(text: str) -> None:
    for letter in text:
        greys = drawn(FACE, letter).image.histogram()
        assert greys[255] > 0, letter
        assert sum(greys[1:255]) > 0, letter
    assert sum(1 for count in drawn(FACE, text).image.histogram()[1:255] if count) > 50


def test_letters_stand_where_the_text_says() -> None:
    """A word is its letters, each as far from the first as the letters before it are wide."""
    whole = drawn(FACE, "выборы")
    for number, letter in enumerate("выборы"):
        alone = drawn(FACE, letter)
        before = ends(FACE, "выборы")[number] - width(FACE, letter)
        left, top = before + alone.left - whole.left, alone.top - whole.top
        part = whole.image.crop((left, top, left + alone.image.width, top + alone.image.height))
        assert ImageChops.darker(part, alone.image).tobytes() == alone.image.tobytes(), letter


def test_white_space_leaves_no_ink_and_takes_room() -> None:
    assert word(FACE, "") is None
    assert word(FACE, "\u00a0") is None
    assert width(FACE, "") == 0
    assert width(FACE, " ") > 0


def test_where_letters_touch_neither_loses_ink() -> None:
    """A letter that reaches below its neighbour (f before j) covers nothing of it."""
    whole = drawn(Face("Semibold", 68), "fj")
    both = [sum(drawn(Face("Semibold", 68), letter).image.histogram()[200:]) for letter in "fj"]
    assert sum(whole.image.histogram()[200:]) >= max(both)
    assert abs(sum(whole.image.histogram()[200:]) - sum(both)) < 0.05 * sum(both)
