"""Finds the stretch of a text that is most like a quotation, letter by letter, in a bounded number of comparisons.

Two stretches are as like as they have letters in common, in one order (their longest common subsequence). A stretch one
letter further on has at most one more in common with the quotation. So what two stretches have bounds what any between
them can have, and most stretches of an ordinary text need no comparison. Of a text that repeats itself thousands are
equally like the quotation: there the best of as many as are compared is as good as any. For diagnostics only. The only
module that imports rapidfuzz.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from site_builder.passages.normal import Place

FEW = 200
"""Letters of a quotation up to which each stretch may be compared: a hundred thousand of them take 0.02 seconds."""
TIMES = 4
"""How often each letter of a text is compared with a longer quotation, on average and at most."""
SPARE = 100
"""Stretches that are compared besides, however short the text is."""

Alike = tuple[float, int, int]
"""Likeness (0 to 100), and the start and end of a stretch; an empty stretch is none."""


def most_alike(wanted: str, text: str, places: Sequence[Place], best: Alike) -> Alike:
    """The stretch of ``text`` that is most like ``wanted``, and in one of ``places`` (ascending, apart).

    ``best`` is the best so far, and remains so where nothing is more like; an empty one has the least likeness that
    counts. A stretch is as long as ``wanted``, or shorter where the text begins or ends.
    """
    if min(len(wanted), len(text)) > FEW:
        found = _Sliding(wanted, text, best).over(places) if len(wanted) <= len(text) else best
        if len(text) <= len(wanted):
            turned = _Sliding(text, wanted, found).over([(0, len(wanted))])
            found = (turned[0], 0, len(text)) if turned != found else found
        return found
    for start, end in places:
        part = fuzz.partial_ratio_alignment(wanted, text[start:end], score_cutoff=best[0])
        if part and _is_better(part.score, best):
            best = part.score, start + part.dest_start, start + part.dest_end
    return best


def _is_better(likeness: float, best: Alike) -> bool:
    return likeness > best[0] or (likeness == best[0] and best[1] >= best[2])


class _Sliding:
    """Compares a quotation with stretches of a text that is no shorter, the most promising first.

    A stretch has the number of the letter with which it would begin if none were cut off where the text begins or ends.
    """

    def __init__(self, wanted: str, text: str, best: Alike) -> None:
        self._wanted = wanted
        self._text = text
        self._best = best
        self._waiting: list[tuple[float, int, int, int, int]] = []

    def over(self, places: Sequence[Place]) -> Alike:
        """The best stretch in one of ``places``, or what was given if none is better."""
        size, last = len(self._wanted), len(self._text) - len(self._wanted)
        left = SPARE + TIMES * sum(end - start for start, end in places) // size
        for start, end in places:
            ranges = [(start, end - size)]
            ranges += [(1 - size, 0)] if start == 0 else []
            ranges += [(last, last + size - 1)] if end == len(self._text) else []
            for low, high in ranges:
                self._wait(low, high, self._compare(low), self._compare(high))
        while self._waiting and left > 0:
            most, low, high, common, common_of_high = heappop(self._waiting)
            if -most <= self._best[0]:
                break
            left -= 1
            middle = (low + high) // 2
            found = self._compare(middle)
            self._wait(low, middle, common, found)
            self._wait(middle, high, found, common_of_high)
        return self._best

    def _compare(self, at: int) -> int:
        """The letters that the stretch ``at`` has in common with what is wanted."""
        start, end = max(at, 0), min(at + len(self._wanted), len(self._text))
        common = LCSseq.similarity(self._wanted, self._text[start:end])
        likeness = 200 * common / (len(self._wanted) + end - start)
        if _is_better(likeness, self._best):
            self._best = likeness, start, end
        return common

    def _wait(self, low: int, high: int, common: int, common_of_high: int) -> None:
        """Leave those between ``low`` and ``high`` for later if one of them can be the best.

        All of them are whole, or cut off at the same end of the text.
        """
        distance, size = high - low, len(self._wanted)
        if distance < 2:
            return
        if low >= 0 and high <= len(self._text) - size:
            most = 100 * ((common + common_of_high + distance) // 2) / size
        else:  # the shorter of two stretches that are cut off is a part of the longer
            shorter = min(size + low, len(self._text) - high)
            less, more = min(common, common_of_high), max(common, common_of_high)
            most = 200 * more / (size + shorter + more - less)
        if most > self._best[0]:
            heappush(self._waiting, (-most, low, high, common, common_of_high))
