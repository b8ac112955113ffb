"""The sixteen colours of a picture, in an order in which ink mixes with paper by arithmetic.

Paper is in the middle. Above it seven shades lead to ink, below it seven to the verdict's tone; so a mask that
moves a pixel from the paper's number towards an ink's number gives it the number of the shade between them.
"""

from __future__ import annotations

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_STEPS = 7
RULE = 0
TONE = 1
PAPER = TONE + _STEPS
INK = PAPER + _STEPS
MUTED = PAPER + 5
"""As dark as five sevenths of ink; its own colour is in that shade's place."""

_PAPER, _INK, _MUTED, _RULE = (253, 252, 249), (27, 26, 23), (93, 89, 79), (216, 210, 196)
_TONES: dict[str, Colour] = {
    "positive": (31, 107, 58),
    "mixed": (138, 90, 0),
    "negative": (156, 42, 32),
    "neutral": (85, 83, 76),
}
"""The light scheme of the theme's stylesheet."""


def palette(tone: str) -> tuple[Colour, ...]:
    """The colours of a picture whose verdict has the ``tone``, by their numbers."""
    inks = [_mixed(_INK, step) for step in range(1, _STEPS + 1)]
    inks[MUTED - PAPER - 1] = _MUTED
    tones = [_mixed(_TONES.get(tone, _INK), step) for step in range(_STEPS, 0, -1)]
    return (_RULE, *tones, _PAPER, *inks)


def _mixed(colour: Colour, step: int) -> Colour:
    red, green, blue = (round(paper + (ink - paper) * step / _STEPS) for paper, ink in zip(_PAPER, colour, strict=True))
    return red, green, blue
