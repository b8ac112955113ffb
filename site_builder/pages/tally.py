"""The number of claims with each verdict, with the denominator; a percentage only if there are enough claims."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.pages.groups import Filing
from site_builder.pages.views import VerdictView

ENOUGH_FOR_PERCENT = 10
Z = 1.959964
"""Standard deviations to either side that hold 95 percent of a normal distribution."""
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class TallyView:
    """A verdict with the number of claims that have it."""

    verdict: VerdictView
    """The verdict."""
    count: int
    """The number of claims with this verdict."""
    total: int
    """The number of all claims: the denominator."""
    percent: int | None
    """The share, in whole percent; None where there are too few claims for it to mean anything."""

    @property
    def interval(self) -> tuple[int, int] | None:
        """The range of the true share, in whole percent; None where there are too few claims."""
        return interval(self.count, self.total)


def tally(scale: Mapping[str, VerdictView], claims: Iterable[Filing]) -> tuple[TallyView, ...]:
    """The number of ``claims`` with each verdict, in the order of ``scale``; verdicts that none has are left out."""
    counts = Counter(claim.verdict for claim in claims)
    return tuple(
        TallyView(verdict, counts[id_], counts.total(), _percent(counts[id_], counts.total()))
        for id_, verdict in scale.items()
        if counts[id_]
    )


def _percent(count: int, total: int) -> int | None:
    return round(100 * count / total) if total >= ENOUGH_FOR_PERCENT else None


def interval(count: int, total: int) -> tuple[int, int] | None:
    """The range of a share of ``count`` in ``total``, in whole percent, rounded outwards; None under ten.

    Wilson's score interval at 95 percent (E. B. Wilson, 1927), which holds for few cases and for shares near 0 and 1.
    """
    if total < ENOUGH_FOR_PERCENT:
        return None
    share, square = count / total, Z * Z
    middle = share + square / (2 * total)
    half = Z * math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    low, high = ((middle + side * half) / (1 + square / total) for side in (-1, 1))
    # At the ends of the scale the sum is 0 or 1 but for rounding.
    return math.floor(100 * low + TINY), math.ceil(100 * high - TINY)
