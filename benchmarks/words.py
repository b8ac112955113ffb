"""Prose in invented words, for texts of any length that need no word list.

All but the most frequent words are made of syllables, so that they look like words to a stemmer; short ones come first, as in real languages. How
often each is used follows Zipf's law, which is what a search index feels most: few words are in every text and most words are in one
or two. Everything comes from the generator of random numbers that the caller hands in.
"""

from __future__ import annotations

import random
from functools import cache
from itertools import accumulate

VOCABULARY = 16_000
"""Different words: what a newsroom's archive of some thousand articles has, names left out."""
SHIFT = 2.7
"""Mandelbrot's addition to Zipf's law: the word of rank r is used in proportion to 1 / (r + SHIFT)."""

_NEWS = (
    "minister election observers denied border statement government reported opposition accused interference "
    "foreign official results protest sanctions television meeting agreed week police capital evidence published "
    "spokesman assistance treaty ballot council neighbour summit parliament demanded rejected announced"
).split()
"""The most frequent words, so that a search for what the shipped site is about has something to choose from."""
_ONSETS = "b c d f g h k l m n p r s t v w br cr dr fl gr pl pr sh sl st tr".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = ["", "", "", *"l m n r s t nd rt st".split()]
_LENGTHS = ((0, 1), (400, 2), (6_000, 3))
"""From which rank on words have so many syllables."""


class Prose:
    """Writes sentences with the random numbers of ``draw``."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._words = vocabulary()
        self._weights = list(accumulate(1 / (rank + 1 + SHIFT) for rank in range(len(self._words))))

    def words(self, count: int) -> list[str]:
        """``count`` words, each drawn for itself."""
        return self._draw.choices(self._words, cum_weights=self._weights, k=count)

    def phrase(self, count: int) -> str:
        """``count`` words that begin with a capital and end without a stop, as a headline does."""
        return " ".join(self.words(count)).capitalize()

    def sentence(self, count: int) -> str:
        """A sentence of ``count`` words; a long one has a comma."""
        words = self.words(count)
        if count > 10:
            words[self._draw.randrange(4, count - 4)] += ","
        return " ".join(words).capitalize() + "."

    def name(self) -> str:
        """A name of two words that are not among the most frequent ones."""
        return " ".join(word.capitalize() for word in self._draw.sample(self._words[400:6_000], 2))


@cache
def vocabulary() -> tuple[str, ...]:
    """All words, the most frequent first; the same ones in every process."""
    draw = random.Random(VOCABULARY)
    made: dict[str, None] = dict.fromkeys(_NEWS)
    while len(made) < VOCABULARY:
        syllables = max(count for rank, count in _LENGTHS if len(made) >= rank)
        made["".join(_syllable(draw) for _ in range(syllables))] = None
    return tuple(made)


def _syllable(draw: random.Random) -> str:
    return draw.choice(_ONSETS) + draw.choice(_VOWELS) + draw.choice(_CODAS)
