"""That nothing is lost: what ``make test`` tries a part of, ``make long`` tries as a whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.projects import ROOT
from tests.tries import PART, examples, part, tries


@pytest.mark.parametrize(("long", "all_", "share", "some"), [("all", 400, 400, 400), ("", 400, 67, 7)])
def test_a_part_or_all(long: str, all_: int, share: int, some: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LONG", long)
    assert tries(all_) == share
    assert tries(all_, 7) == some
    assert tries(1) == 1
    assert part([1, 2, 3, 4, 5], 2) == ([1, 2, 3, 4, 5] if long else [1, 3, 5])


def test_hypothesis_tries_as_many_and_the_long_run_knows_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    @given(st.integers())
    def test(number: int) -> None:
        seen.append(number)

    monkeypatch.setenv("LONG", "")
    few = examples(10 * PART)(test)
    assert [mark.name for mark in few.pytestmark] == ["long"]  # type: ignore[attr-defined]
    few()
    assert len(seen) == 10


def test_the_time_an_example_takes_is_no_fault() -> None:
    assert settings.default is not None
    assert settings.default.deadline is None


def test_the_long_run_is_part_of_continuous_integration() -> None:
    target = re.search(r"^long:.*\n((?:\t.+\n)+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert target is not None
    runs = [line for line in target[1].splitlines() if "pytest" in line]
    assert len(runs) == 2
    assert all("LONG=all" in line and "-m long" in line for line in runs)
    assert "tests/browser" in runs[1]
    assert "make long" in (ROOT / ".ci" / "run").read_text("utf-8")
