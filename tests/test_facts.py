from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from site_builder.facts import EVERY, Facts, Question


@pytest.fixture
def reader() -> SimpleNamespace:
    return SimpleNamespace(asked=None)


@pytest.fixture
def facts(reader: Any) -> Facts[str, int]:
    return Facts(reader, "number", {"a": 1, "b": 2})


@pytest.mark.parametrize(
    ("read", "asked"),
    [
        (lambda facts: facts["a"], ("number", "a")),
        (lambda facts: facts.get("c"), ("number", "c")),
        (lambda facts: "c" in facts, ("number", "c")),
        (list, ("number", EVERY)),
        (len, ("number", EVERY)),
        (lambda facts: facts.items(), ("number", EVERY)),
        (lambda facts: facts.values(), ("number", EVERY)),
        (lambda facts: facts.keys() & {"a"}, ("number", "a")),
    ],
)
def test_each_way_to_read_is_recorded_while_a_step_runs(
    reader: Any, facts: Facts[str, int], read: Callable[[Facts[str, int]], object], asked: Question
) -> None:
    read(facts)
    assert reader.asked is None
    reader.asked = set()
    read(facts)
    assert asked in reader.asked


def test_they_are_a_mapping(facts: Facts[str, int]) -> None:
    assert dict(facts) == {"a": 1, "b": 2}
    assert facts.get("c", 3) == 3
    with pytest.raises(KeyError):
        facts["c"]
