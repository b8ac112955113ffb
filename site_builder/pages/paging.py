"""Splits a long list into parts, each with an address that keeps its entries.

Parts are counted from the end at which the list does not grow, which for lists in time is the oldest: a part that is
full never changes when newer entries come. The list's own address shows where readers begin. A list with the oldest
entry first begins with part 1 and grows at its last part. A list with the newest first begins with its last part; when
that has grown too long, its older entries get an address with the next number, and those before keep theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from site_builder import urls
from site_builder.i18n import Words

T = TypeVar("T")

NEAR = 3
"""The number of parts to either side of a part to which it links."""


@dataclass(frozen=True, slots=True)
class StepView:
    """A link from one part of a list to another."""

    url: str
    """File path from the site's root."""
    number: int
    """The number of that part."""
    after_gap: bool = False
    """True when parts between this and the one linked before it are left out."""


@dataclass(frozen=True, slots=True)
class PartView:
    """The place of a page in its list."""

    number: int
    """This part, from 1."""
    of: int
    """The number of parts."""
    first: int
    """Number of the first entry on this page, from 1, counted as the parts are."""
    last: int
    """Number of the last entry."""
    total: int | None
    """The number of entries in the list; None except at the list's own address, so that other parts need not change."""
    steps: tuple[StepView, ...]
    """Links to this part, those near it and both ends, in the order of reading; empty where there is one part."""
    previous: StepView | None
    """The part to be read before this one."""
    next: StepView | None
    """The part to be read after this one."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """One part of a list."""

    permalink: str
    """Its address."""
    entries: tuple[T, ...]
    """In the order of reading."""
    view: PartView
    """The place of its page in the list, as the page says it."""
    list: str = ""
    """The name of the list among those of its subject."""

    @property
    def is_first(self) -> bool:
        """True at the list's own address."""
        return self.view.total is not None

    def title(self, words: Words, title: str) -> str:
        """The title of its page, in a list called ``title``."""
        if self.is_first:
            return title
        return words.say("{title}, part {number} of {of}", title=title, number=self.view.number, of=self.view.of)


def cut(count: int, size: int) -> list[range]:
    """Places of ``count`` entries in parts of ``size``; the last has from half to one and a half of that.

    There is always one part, which may be smaller or empty.
    """
    full = max((count + size // 2) // size, 1)
    starts = [number * size for number in range(full)]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], count], strict=True)]


def parts(
    permalink: str, entries: Sequence[T], size: int, *, newest_first: bool = False, name: str = ""
) -> Iterator[Part[T]]:
    """The parts of ``entries``, in the order of reading, of the list called ``name`` whose address is ``permalink``.

    ``entries`` are oldest first, whatever the order in which readers see them.
    """
    places = cut(len(entries), size)
    numbers = list(range(1, len(places) + 1))
    if newest_first:
        numbers.reverse()
    steps = [StepView(urls.file(urls.part(permalink, n) if at else permalink), n) for at, n in enumerate(numbers)]
    for at, number in enumerate(numbers):
        place = places[number - 1]
        shown = tuple(entries[place.start : place.stop])
        view = PartView(
            number,
            len(places),
            place.start + 1,
            place.stop,
            None if at else len(entries),
            _near(steps, at),
            steps[at - 1] if at else None,
            steps[at + 1] if at + 1 < len(steps) else None,
        )
        address = urls.part(permalink, number) if at else permalink
        yield Part(address, shown[::-1] if newest_first else shown, view, name)


def _near(steps: Sequence[StepView], at: int) -> tuple[StepView, ...]:
    """Both ends and the steps around ``at``: the links of all parts together must not grow with their square."""
    if len(steps) == 1:
        return ()
    wanted = sorted({0, len(steps) - 1, *range(max(at - NEAR, 0), min(at + NEAR + 1, len(steps)))})
    before = [wanted[0], *wanted]
    return tuple(
        StepView(steps[place].url, steps[place].number, place - last > 1)
        for last, place in zip(before, wanted, strict=False)
    )
