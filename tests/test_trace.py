from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.facts import EVERY
from site_builder.trace import Asker, Memory
from tests.tries import examples


class Sums:
    """Layers over a mapping of numbers: the parity of each, the names by parity, and what is made of both."""

    def __init__(self, numbers: Mapping[str, int], memory: Memory | None = None) -> None:
        self.asker = Asker(memory)
        self.numbers = self.asker.facts("number", numbers)
        parities = self.asker.step("parity", list(numbers), lambda name: self.numbers[name] % 2)
        self.parity = self.asker.facts("parity", parities)
        self.names = self.asker.derived("lists", self.lists)["names"]

    def lists(self) -> dict[str, dict[int, list[str]]]:
        names: dict[int, list[str]] = {}
        for name, parity in self.parity.items():
            names.setdefault(parity, []).append(name)
        return {"names": names}

    def listed(self) -> Mapping[int, str]:
        return self.asker.step("listed", [0, 1], lambda parity: "".join(self.names.get(parity, ())))

    def totals(self, *wanted: str) -> Mapping[str, int]:
        return self.asker.step("total", wanted, lambda names: sum(self.parity.get(name, 0) for name in names.split()))

    def sizes(self) -> Mapping[str, int]:
        return self.asker.step("size", [""], lambda _: len(self.numbers))

    def made(self) -> set[tuple[str, str | int]]:
        return {(name, subject) for name, subjects in self.asker.reasons.items() for subject in subjects}


def test_what_was_not_asked_for_makes_nothing_anew() -> None:
    first = Sums({"a": 1, "b": 2})
    assert first.totals("a") == {"a": 1}
    second = Sums({"a": 1, "b": 3}, first.asker.memory())
    assert second.totals("a") == {"a": 1}
    assert second.made() == {("parity", "b"), ("lists", "")}


def test_a_changed_answer_makes_its_asker_anew_and_an_equal_result_goes_no_further() -> None:
    first = Sums({"a": 1, "b": 2})
    assert first.totals("a b") == {"a b": 1}
    second = Sums({"a": 3, "b": 2}, first.asker.memory())
    assert second.totals("a b") == {"a b": 1}
    assert second.made() == {("parity", "a")}  # still odd: the sum is not asked to change
    third = Sums({"a": 4, "b": 2}, second.asker.memory())
    assert third.totals("a b") == {"a b": 0}
    assert third.made() == {("parity", "a"), ("lists", ""), ("total", "a b")}


def test_derived_facts_stay_the_very_same_while_nothing_they_are_made_of_changes() -> None:
    first = Sums({"a": 1, "b": 2})
    assert first.listed() == {0: "b", 1: "a"}
    memory = first.asker.memory()
    second = Sums({"a": 3, "b": 2}, memory)
    assert second.listed() == {0: "b", 1: "a"}
    assert second.made() == {("parity", "a")}
    assert second.asker.memory().facts["names"] is memory.facts["names"]
    third = Sums({"a": 3, "b": 2, "c": 5}, second.asker.memory())
    assert third.listed() == {0: "b", 1: "ac"}
    assert third.made() == {("parity", "c"), ("lists", ""), ("listed", 1)}


def test_derived_facts_have_the_same_names_in_every_run() -> None:
    def run(names: list[str], memory: Memory) -> Memory:
        asker = Asker(memory)
        numbers = asker.facts("number", dict.fromkeys(names, 1))
        asker.derived("by name", lambda: {name: {"": numbers[name]} for name in numbers})
        return asker.memory()

    memory = run(["a", "b"], Memory())
    with pytest.raises(ValueError, match="by name always derives facts of the same names"):
        run(["a"], memory)


def test_the_reason_is_an_answer_that_had_changed() -> None:
    first = Sums({"a": 1, "b": 1})
    first.totals("a b")
    assert first.asker.reasons["total"] == {"a b": None}
    second = Sums({"a": 1, "b": 2}, first.asker.memory())
    second.totals("a b")
    assert second.asker.reasons["parity"] == {"b": ("number", "b")}
    assert second.asker.reasons["total"] == {"a b": ("parity", "b")}


def test_that_something_is_not_there_is_an_answer() -> None:
    first = Sums({})
    assert first.totals("a") == {"a": 0}
    second = Sums({"a": 1}, first.asker.memory())
    assert second.totals("a") == {"a": 1}
    third = Sums({}, second.asker.memory())
    assert third.totals("a") == {"a": 0}


@pytest.mark.parametrize("read", [len, list, lambda facts: list(facts.items()), lambda facts: list(facts.values())])
def test_who_looks_at_all_is_made_anew_by_any_and_by_their_order(read: object) -> None:
    def run(numbers: Mapping[str, int], memory: Memory | None) -> tuple[object, Memory, int]:
        asker = Asker(memory)
        facts = asker.facts("number", numbers)
        (result,) = asker.step("all", [""], lambda _: read(facts)).values()  # type: ignore[operator]
        return result, asker.memory(), len(asker.reasons["all"])

    memory = run({"a": 1}, None)[1]
    result, memory, made = run({"a": 1, "b": 1}, memory)
    assert (result, made) == (read({"a": 1, "b": 1}), 1)  # type: ignore[operator]
    result, memory, made = run({"b": 1, "a": 1}, memory)
    assert (result, made) == (read({"b": 1, "a": 1}), 1)  # type: ignore[operator]
    assert run({"b": 1, "a": 1}, memory)[2] == 0
    assert run({"b": 1}, memory)[:1] == (read({"b": 1}),)  # type: ignore[operator]


def test_membership_is_asked_for_too() -> None:
    first = Asker()
    facts = first.facts("number", {"a": 1})
    assert first.step("has", ["b"], lambda name: name in facts) == {"b": False}
    second = Asker(first.memory())
    more = second.facts("number", {"a": 1, "b": 2})
    assert second.step("has", ["b"], lambda name: name in more) == {"b": True}


def test_a_fact_that_is_equal_is_the_very_same_unless_it_must_be() -> None:
    one = (1, "x")
    first = Asker()
    first.facts("pair", {"a": one})
    assert Asker(first.memory()).facts("pair", {"a": (one[0], one[1])})["a"] is one
    assert Asker(first.memory()).facts("pair", {"a": (one[0], one[1])}, same=operator.is_)["a"] is not one


def test_equal_values_of_different_types_differ() -> None:
    first = Asker()
    facts = first.facts("flag", {"a": 1})
    first.step("shown", ["a"], lambda name: repr(facts[name]))
    second = Asker(first.memory())
    flags: Mapping[str, object] = second.facts("flag", {"a": True})
    assert second.step("shown", ["a"], lambda name: repr(flags[name])) == {"a": "True"}


def test_what_is_not_kept_is_made_in_every_run() -> None:
    first = Asker()
    assert first.step("odd", [1, 2], lambda number: number, keep=lambda number: number % 2 == 1) == {1: 1, 2: 2}
    second = Asker(first.memory())
    assert second.step("odd", [1, 2], lambda number: number) == {1: 1, 2: 2}
    assert second.reasons["odd"] == {2: None}


def test_subjects_that_are_gone_are_forgotten_and_their_order_is_that_of_the_run() -> None:
    first = Asker()
    first.step("same", "abc", lambda letter: letter)
    second = Asker(first.memory())
    assert list(second.step("same", "dcb", lambda letter: letter)) == list("dcb")
    assert set(second.memory().traces["same"]) == set("bcd")


def test_a_run_that_ends_early_tells_later_ones_what_changed() -> None:
    first = Sums({"a": 1})
    assert first.totals("a") == {"a": 1}
    early = Sums({"a": 2}, first.asker.memory())  # does not come to the totals
    back = Sums({"a": 2}, early.asker.memory())
    assert back.totals("a") == {"a": 0}
    assert Sums({"a": 2}, back.asker.memory()).totals("a") == {"a": 0}


def test_a_step_that_fails_leaves_nobody_asking() -> None:
    asker = Asker()
    facts = asker.facts("number", dict[str, int]())
    with pytest.raises(KeyError):
        asker.step("sure", ["a"], lambda name: facts[name])
    assert asker.asked is None


def test_work_may_be_shared() -> None:
    asker = Asker()
    facts = asker.facts("number", {"a": 1, "b": 2})

    def backwards(work: object, items: Iterable[str]) -> list[object]:
        return [work([item])[0] for item in reversed(list(items))][::-1]  # type: ignore[operator]

    assert asker.step("double", "ab", lambda name: 2 * facts[name], spread=backwards) == {"a": 2, "b": 4}
    assert asker.memory().traces["double"]["b"].asked == {("number", "b")}


def test_the_sign_for_all_is_no_id() -> None:
    assert not EVERY.isidentifier()


NAMES = st.sampled_from("abcde")
NUMBERS = st.dictionaries(NAMES, st.integers(0, 5))
ASKED = st.lists(st.lists(NAMES, min_size=1, max_size=4).map(" ".join), max_size=4, unique=True)


@examples(300)
@given(st.lists(st.tuples(NUMBERS, ASKED, st.booleans()), min_size=1, max_size=6))
def test_whatever_changed_a_run_that_remembers_answers_as_one_that_does_not(
    runs: list[tuple[dict[str, int], list[str], bool]],
) -> None:
    memory = Memory()
    for numbers, asked, ends_early in runs:
        remembering, clean = Sums(numbers, memory), Sums(numbers)
        assert dict(remembering.parity) == dict(clean.parity)
        if not ends_early:
            assert remembering.totals(*asked) == clean.totals(*asked)
            assert remembering.sizes() == clean.sizes()
            assert remembering.listed() == clean.listed()
            assert remembering.made() <= clean.made()
        memory = remembering.asker.memory()
