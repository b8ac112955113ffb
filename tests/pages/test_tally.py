"""Counts with their denominator, shares where they mean something."""

from __future__ import annotations

import pytest

from site_builder.pages.tally import interval


@pytest.mark.parametrize(
    ("count", "total", "between"),
    [
        (5, 9, None),
        (0, 0, None),
        (0, 10, (0, 28)),
        (10, 10, (72, 100)),
        (5, 10, (23, 77)),
        (3, 12, (8, 54)),
        (500, 1000, (46, 54)),
    ],
)
def test_the_interval_is_wilson_s(count: int, total: int, between: tuple[int, int] | None) -> None:
    assert interval(count, total) == between


def test_an_interval_holds_its_share_and_lies_within_the_scale() -> None:
    for total in range(10, 200, 7):
        for count in range(total + 1):
            low, high = interval(count, total) or (-1, -1)
            assert 0 <= low <= 100 * count / total <= high <= 100, (count, total)
