"""Finds the parts of a long text in which a passage like a quotation may be: those that have most of its rare words.

Comparing a quotation with all of a book takes too long to be done for each of many quotations. The text's words are
indexed once; only the stretches that share the rarest words with the quotation are compared. For diagnostics only.
"""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from site_builder.passages.edges import SPACELESS
from site_builder.passages.normal import Place

SHORT = 100_000
"""Characters of a text that is compared as a whole."""
STEP = 2_000
"""Characters between the beginnings of two stretches, and the most that a passage may have to lie within one."""
MOST_STRETCHES = 12
"""Stretches that are compared; each is two steps long."""
MOST_STEPS = 2_000
"""Steps in which a word may be before it says nothing any more about where the passage is."""
MOST_LOOKED = 10_000
"""Steps of all words that are looked at, the rarest words first."""
# Of a script that is written without spaces, each two characters.
_WORD = re.compile(rf"(?=([{SPACELESS}]{{2}}))|((?:(?![{SPACELESS}])\w)+)")

Index = Mapping[str, tuple[int, ...]]
"""For each word the steps of a text in which it begins."""


def stretches(text: str, index: Index, wanted: str) -> list[Place]:
    """The parts of ``text`` that are worth comparing with ``wanted`` (both in small letters), in order.

    ``index`` is that of ``text``. There are as many stretches as :data:`MOST_STRETCHES`, none where no word is shared.
    The time grows with the length of ``wanted``.
    """
    scores: dict[int, float] = defaultdict(float)
    for steps in _rarest(index, wanted):
        for first in {near for step in steps for near in (step - 1, step)}:
            scores[first] += 1 / len(steps)
    best = heapq.nsmallest(MOST_STRETCHES, scores, key=lambda first: (-scores[first], first))
    return _joined(sorted((max(first * STEP, 0), min((first + 2) * STEP, len(text))) for first in best))


def others(places: Sequence[Place], length: int, most: int) -> list[Place]:
    """The rest of a text of ``length`` characters: any ``most`` of them in a row are in it, or in one of ``places``."""
    starts, ends = [*(start for start, _ in places), length], [0, *(end for _, end in places)]
    rest = ((max(end - most, 0), min(start + most, length)) for end, start in zip(ends, starts, strict=True))
    return [(start, end) for start, end in rest if start < end]


def indexed(text: str) -> Index:
    """The words of ``text`` (in small letters), each with the steps in which it begins, as far as they count."""
    found: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        steps = found.setdefault(match[1] or match[2], [])
        step = match.start() // STEP
        if not steps or (steps[-1] != step and len(steps) <= MOST_STEPS):
            steps.append(step)
    return {word: tuple(steps) for word, steps in found.items()}


def _rarest(index: Index, wanted: str) -> Iterator[tuple[int, ...]]:
    """The steps of each word of ``wanted``, the rarest first."""
    words = {pair or word for pair, word in _WORD.findall(wanted)}
    looked = 0
    for steps in sorted((index[word] for word in words if word in index), key=len):
        looked += len(steps)
        if len(steps) > MOST_STEPS or looked > MOST_LOOKED:
            return
        yield steps


def _joined(places: list[Place]) -> list[Place]:
    """``places`` in order, those that touch as one."""
    joined: list[Place] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
