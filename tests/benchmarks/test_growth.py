"""The table of growth, and what it says of each stage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.growth import Growth, judged, measure, power, table

SMALL = Growth(1_000, {"load": 0.2, "link": 0.3, "plan": 0.01, "all": 1.0}, 0.1, 90)
LARGE = Growth(3_000, {"load": 0.6, "link": 2.7, "plan": 0.9, "all": 4.2}, 0.3, 250.4)


@pytest.mark.parametrize(("second", "expected"), [(3.0, 1.0), (9.0, 2.0), (1.0, 0.0)])
def test_the_power_is_that_of_the_number_of_claims(second: float, expected: float) -> None:
    assert power(1.0, second, 3) == pytest.approx(expected)


def test_stages_are_judged_where_they_can_be_measured() -> None:
    said = (
        "From 1,000 to 3,000 claims, linear: load (1.00); not linear: link (2.00), all (1.31). "
        "In brackets: the power of the number of claims."
    )
    assert judged([replace(SMALL, others=0.02), replace(LARGE, others=0.1)]) == said
    assert judged([SMALL, LARGE]) == f"{said} Other programs kept up to 0.30 cores busy, so this is rough."


def test_a_table_has_a_column_for_each_site() -> None:
    assert table([SMALL, LARGE]).splitlines() == [
        "| claims | 1,000 | 3,000 |",
        "| --- | --- | --- |",
        "| load (s) | 0.20 | 0.60 |",
        "| link (s) | 0.30 | 2.70 |",
        "| plan (s) | 0.01 | 0.90 |",
        "| all (s) | 1.00 | 4.20 |",
        "| ms a claim | 1.00 | 1.40 |",
        "| peak memory of all processes (MB) | 90 | 250 |",
        "| cores that others kept busy | 0.10 | 0.30 |",
    ]


def test_stages_are_those_that_the_command_tells(tmp_path: Path) -> None:
    found = measure(15, tmp_path)
    assert {"load", "link", "make", "the rest", "all"} <= found.seconds.keys()
    assert sum(found.seconds.values()) == pytest.approx(2 * found.seconds["all"])
    assert (tmp_path / "15" / "public" / "claims" / "claim-7" / "index.html").exists()
