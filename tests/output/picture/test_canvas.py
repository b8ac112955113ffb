from __future__ import annotations

from PIL import Image

from site_builder.output.picture.canvas import Canvas
from site_builder.output.picture.letters import Face, Mask, width
from site_builder.output.picture.shades import INK, MUTED, PAPER, TONE

FACE = Face("Regular", 26)


def rows(canvas: Canvas, across: int) -> list[list[int]]:
    """The shades of each row; each begins with the filter that does nothing."""
    data = canvas.rows()
    size = across // 2 + 1
    found = [data[at : at + size] for at in range(0, len(data), size)]
    assert all(row[0] == 0 for row in found)
    return [[half for byte in row[1:] for half in (byte >> 4, byte & 15)] for row in found]


def test_a_sheet_is_paper_until_something_is_on_it() -> None:
    assert rows(Canvas(6, 2), 6) == [[PAPER] * 6] * 2


def test_a_rectangle_is_filled_between_its_edges() -> None:
    canvas = Canvas(6, 3)
    canvas.fill(1, 1, 4, 2, TONE)
    assert rows(canvas, 6) == [[PAPER] * 6, [PAPER, TONE, TONE, TONE, PAPER, PAPER], [PAPER] * 6]


def test_a_mask_leads_from_paper_to_ink_in_steps() -> None:
    greys = Image.frombytes("L", (8, 1), bytes(255 * step // 7 for step in range(8)))
    for shade, expected in (
        (INK, list(range(PAPER, INK + 1))),
        (TONE, list(range(PAPER, TONE - 1, -1))),
        (MUTED, [8, 9, 9, 10, 11, 12, 12, 13]),
    ):
        canvas = Canvas(8, 1)
        canvas.stamp(Mask(greys, 0, 0), 0, 0, shade)
        assert rows(canvas, 8) == [expected]


def test_a_mask_keeps_its_distance() -> None:
    canvas = Canvas(6, 3)
    canvas.stamp(Mask(Image.new("L", (2, 1), 255), 1, -1), 2, 2, INK)
    assert rows(canvas, 6) == [[PAPER] * 6, [PAPER] * 3 + [INK] * 2 + [PAPER], [PAPER] * 6]


def test_ink_over_ink_stays_ink() -> None:
    canvas = Canvas(2, 1)
    for grey in (255, 0, 90):
        canvas.stamp(Mask(Image.new("L", (2, 1), grey), 0, 0), 0, 0, INK)
    assert rows(canvas, 2) == [[INK, INK]]


def test_words_stand_as_far_apart_as_spaces_are_wide() -> None:
    def inked(text: str) -> list[int]:
        canvas = Canvas(400, 40)
        canvas.text(text, FACE, 10, 0, INK)
        return [at for at, column in enumerate(zip(*rows(canvas, 400), strict=True)) if set(column) != {PAPER}]

    one, two = inked("l"), inked("l  l")
    assert one[0] >= 10
    assert two == [*one, *(at + width(FACE, "l  ") for at in one)]
    assert inked("") == []
