from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from site_builder.changes import changed, references, referred, since
from site_builder.trace import Memory, Trace

KEYS = st.sampled_from("abcdef")
# Small numbers are one value wherever they stand, as facts that stay are.
MAPPINGS = st.dictionaries(KEYS, st.integers(0, 3), max_size=6)


def memory(facts: Mapping[str, Mapping[str, int]], results: Mapping[str, Mapping[str, int]]) -> Memory:
    traces = {
        name: {key: Trace(value, frozenset({("fact", key)})) for key, value in item.items()}
        for name, item in results.items()
    }
    return Memory(facts, traces, {"step": {("fact", "a")}})


NAMED = st.fixed_dictionaries({"one": MAPPINGS}, optional={"two": MAPPINGS})
BEFORE = st.builds(memory, st.fixed_dictionaries({"one": MAPPINGS}), st.fixed_dictionaries({"one": MAPPINGS}))


@given(BEFORE, st.builds(memory, NAMED, NAMED))
def test_a_change_makes_the_one_memory_of_the_other(before: Memory, after: Memory) -> None:
    made = changed(before, since(before, after))
    assert made == after
    for name, facts in after.facts.items():
        assert list(made.facts[name]) == list(facts)


@given(BEFORE)
def test_nothing_changed_is_nothing(before: Memory) -> None:
    change = since(before, before)
    assert (change.facts, change.traces) == ({}, {})


def test_records_are_referred_to_and_small_values_are_not() -> None:
    record = Trace(1, frozenset())
    known = Memory({"name": {"a": record, "b": "text"}}, {"step": {"c": Trace(record, frozenset())}})
    found = references(known)
    assert set(found) == {id(record)}
    assert referred(known, found[id(record)]) is record
    assert referred(known, ("result", "step", "c")) is record
