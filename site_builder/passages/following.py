"""Follows a quotation that leaves words out from its first part to its last: each part where it comes next.

A part that comes later in the text never leads to a place that is further up. So those first parts that go on to the
end come before all that do not, and the first parts that lead to one place of the last part are neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, repeat
from typing import overload

from site_builder.passages.normal import Normal, Place
from site_builder.passages.places import beside, everywhere, whole_places

FASTER = 8
"""How much faster a place is looked up together with many than alone."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A part does not follow the one before it."""

    part: str
    """The part that was not found."""
    after: Place
    """The place of the part before it, in the normalised text."""


Whole = tuple[Place, ...]
"""The places of all parts in the normalised text."""


@dataclass(frozen=True)
class Following:
    """The parts of a quotation in ``normal``; ``parts`` has one or more, each in the normal form."""

    normal: Normal
    parts: Sequence[str]

    def whole(self, first: Place) -> Whole | Lost:
        """All parts from ``first`` on, a place of the first part: each later one where it comes next."""
        places = [first]
        for part in self.parts[1:]:
            place = next(whole_places(self.normal, part, places[-1][1]), None)
            if place is None:
                return Lost(part, places[-1])
            places.append(place)
        return tuple(places)

    def of_many(self, first: Place) -> Whole | Lost:
        """The same as :meth:`whole`, where it is asked for many first parts: the places of all parts are found once."""
        places = [first]
        for part in self.parts[1:]:
            known = self._known[part]
            index = bisect_left(known, (places[-1][1], 0))
            if index == len(known):
                return Lost(part, places[-1])
            places.append(known[index])
        return tuple(places)

    def going_on(self, firsts: Sequence[Place], after: str = "") -> Sequence[Place]:
        """Those of ``firsts`` (ascending) from which all parts follow, the last of them right before ``after``."""
        if len(self.parts) == 1 or not firsts:
            return firsts
        if len(firsts) == 1:
            whole = self.whole(firsts[0])
            return firsts if isinstance(whole, tuple) and self._is_before(whole[-1], after) else ()
        count = bisect_left(firsts, 1, key=lambda first: int(isinstance(self.of_many(first), Lost)))
        going = firsts[:count]
        if not after or not going:
            return going
        runs = self._runs(beside(self.normal, self.parts[-1], "", after))
        if FASTER * len(runs) < len(going):
            return tuple(chain.from_iterable(self._leading(going, run) for run in runs))
        lasts = self._last_of_each(going)
        # The number of runs that begin at or before a place, and of those that end before it.
        begun, over = [low for low, _ in runs], [high for _, high in runs]
        return [
            first
            for first, last in zip(going, lasts, strict=True)
            if bisect_right(begun, last) > bisect_left(over, last)
        ]

    def _runs(self, lasts: Sequence[Place]) -> list[Place]:
        """``lasts`` by their number among all places of the last part, as runs from the first to the last number."""
        known, runs = self._known[self.parts[-1]], list[Place]()
        for last in lasts:
            number = bisect_left(known, last)
            if runs and runs[-1][1] == number - 1:
                runs[-1] = runs[-1][0], number
            else:
                runs.append((number, number))
        return runs

    def _last_of_each(self, firsts: Sequence[Place]) -> list[int]:
        """The number of the last place that each of ``firsts`` leads to; all are followed together, part by part.

        Those that lead to the same place are one from there on. Of the rest each is looked up for each part: nobody
        knows how to do it in general in less than the product of both (P. Bille and others, The Fine-Grained
        Complexity of Episode Matching, 2022).
        """
        ends, counts, numbers = [end for _, end in firsts], [1] * len(firsts), list[int]()
        for part in self.parts[1:]:
            begins = self._begins[part]
            numbers = list(map(bisect_left, repeat(begins), ends))
            if len(set(numbers)) < len(numbers):
                together: dict[int, int] = {}
                for number, count in zip(numbers, counts, strict=True):
                    together[number] = together.get(number, 0) + count
                numbers, counts = list(together), list(together.values())
            size = len(part)
            ends = [begins[number] + size for number in numbers]
        return list(chain.from_iterable(map(repeat, numbers, counts)))

    def _leading(self, firsts: Sequence[Place], run: Place) -> Sequence[Place]:
        """Those of ``firsts`` that lead to a ``run``: they do not lead to the place before it, and are early enough."""
        known = self._known[self.parts[-1]]
        low = bisect_right(firsts, self._latest(known[run[0] - 1])) if run[0] else 0
        return firsts[low : bisect_right(firsts, self._latest(known[run[1]]))]

    def _latest(self, last: Place) -> Place:
        """The latest place of the first part from which all follow with the last at ``last``; (-1, -1) for none."""
        place = last
        for part in reversed(self.parts[:-1]):
            known = self._known[part]
            index = bisect_right(known, (place[0] - len(part), place[0])) - 1
            if index < 0:
                return -1, -1
            place = known[index]
        return place

    @cached_property
    def _known(self) -> dict[str, tuple[Place, ...]]:
        return {part: everywhere(self.normal, part) for part in set(self.parts)}

    @cached_property
    def _begins(self) -> dict[str, list[int]]:
        return {part: [start for start, _ in known] for part, known in self._known.items()}

    def _is_before(self, place: Place, after: str) -> bool:
        text, end = self.normal.text, place[1]
        return not after or text.startswith(after, end + (text[end : end + 1] == " "))


class Wholes(Sequence[Whole]):
    """The whole quotation from each of some first parts on, in the original text; each is followed when asked for."""

    def __init__(self, following: Following, firsts: Sequence[Place], shift: int = 0) -> None:
        self._following = following
        self._firsts = firsts
        self._shift = shift

    def __len__(self) -> int:
        return len(self._firsts)

    @overload
    def __getitem__(self, index: int) -> Whole: ...
    @overload
    def __getitem__(self, index: slice) -> Wholes: ...
    def __getitem__(self, index: int | slice) -> Whole | Wholes:
        if isinstance(index, slice):
            return Wholes(self._following, self._firsts[index], self._shift)
        whole = self._following.of_many(self._firsts[index])
        if isinstance(whole, Lost):
            raise AssertionError("all parts follow each of the first parts")
        places = (self._following.normal.original(*place) for place in whole)
        return tuple((start + self._shift, end + self._shift) for start, end in places)

    def shifted(self, by: int) -> Wholes:
        """The same ``by`` characters further on."""
        return Wholes(self._following, self._firsts, self._shift + by)
