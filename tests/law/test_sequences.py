"""Edits upon edits, whatever becomes of the site: each build goes on from the one before."""

from __future__ import annotations

import os
from itertools import islice

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.law.building import WAYS, again, clean, first
from tests.law.catalogue import catalogue
from tests.law.ground import ground

EXAMPLES, STEPS = (60, 6) if os.environ.get("LAW") == "whole" else (6, 4)
BACK = "back"
"""Not an edit: the sources of two steps before."""

STEP = st.tuples(st.sampled_from([*catalogue(), *[BACK] * 40]), st.integers(0, 5))


@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)
@given(st.lists(STEP, min_size=2, max_size=STEPS), st.sampled_from(list(WAYS)))
def test_edits_upon_edits(steps: list[tuple[str, int]], way: str) -> None:
    """An edit that finds nothing to work on is left out; one that breaks the site is built like any other."""
    states, (_, memo) = [ground()], first(way)
    for name, number in steps:
        possible = states[-2:-1] if name == BACK else list(islice(catalogue()[name](states[-1]), 6))
        if possible:
            states.append(possible[number % len(possible)])
            found, memo = again(states[-1], memo, way)
            assert found.unlike(clean(states[-1], way)) == [], name
    assert again(ground(), memo, way)[0].unlike(first(way)[0]) == [], "back again"
