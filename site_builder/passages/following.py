"""Follows a quotation that leaves words out from its first part to its last: each part where it comes next.

A part that comes later in the text never leads to a place that is further up. So those first parts that go on to the
end come before all that do not, and the first parts that lead to one place of the last part are neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import overload

from site_builder.passages.normal import Normal, Place
from site_builder.passages.places import beside, everywhere, whole_places


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
        lasts = beside(self.normal, self.parts[-1], "", after)
        if len(lasts) < len(going):
            return tuple(chain.from_iterable(self._leading(going, last) for last in lasts))
        wholes = ((first, self.of_many(first)) for first in going)
        return [first for first, whole in wholes if isinstance(whole, tuple) and self._is_before(whole[-1], after)]

    def _leading(self, firsts: Sequence[Place], last: Place) -> Sequence[Place]:
        """Those of ``firsts`` that lead to ``last``: they do not lead to the place before it, and are early enough."""
        known = self._known[self.parts[-1]]
        index = bisect_left(known, last)
        low = bisect_right(firsts, self._latest(known[index - 1])) if index else 0
        return firsts[low : bisect_right(firsts, self._latest(last))]

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
