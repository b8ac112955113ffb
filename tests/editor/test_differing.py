from __future__ import annotations

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.editor.differing import FAR, patch
from tests.growth import lines_run

LINES = [f"line {number}\n" for number in range(30)]


def mended(places: dict[int, list[str]]) -> str:
    return "".join("".join(places.get(number, [line])) for number, line in enumerate(LINES))


@pytest.mark.parametrize(
    "places",
    [
        {},
        {0: ["new\n"]},
        {29: ["new"]},
        {9: ["one\n", "two\n"], 13: []},
        {9: ["new\n"], 15: ["new\n"], 16: ["new\n"], 24: ["new\n"]},
        {number: [f"new {number}\n"] for number in range(30)},
    ],
)
def test_the_patch_is_the_one_that_everybody_writes(places: dict[int, list[str]]) -> None:
    old, new = "".join(LINES), mended(places)
    usual = difflib.unified_diff(LINES, new.splitlines(keepends=True), "a/x.yaml", "b/x.yaml")
    assert list(patch(old, new, "x.yaml")) == list(usual)


def applied(old: str, lines: list[str]) -> str:
    """``old`` with the patch ``lines``: what is neither shown nor taken away is kept."""
    before, result, at = old.splitlines(keepends=True), [], 0
    for line in lines[2:]:
        if line.startswith("@@"):
            start, _, count = line.split()[1][1:].partition(",")
            begin = int(start) - (count != "0")
            result += before[at:begin]
            at = begin
        elif line[0] == "+":
            result.append(line[1:])
        else:
            assert before[at] == line[1:]
            result += [] if line[0] == "-" else [before[at]]
            at += 1
    return "".join([*result, *before[at:]])


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_a_patch_makes_the_new_text_of_the_old(one: list[str], other: list[str]) -> None:
    old, new = ("".join(f"{line}\n" for line in lines) for lines in (one, other))
    assert applied(old, list(patch(old, new, "x"))) == new


def test_what_is_nowhere_alike_again_counts_as_changed() -> None:
    old, new = "a\n" * (FAR + 5), "b\n" * (FAR + 9)
    assert applied(old, list(patch(old, new, "x"))) == new


def test_twice_the_changes_are_twice_the_work() -> None:
    def work(size: int) -> None:
        old = "".join(f"a {i}\nOld {i}\nb {i}\n" for i in range(size))
        assert sum(line.startswith("+") for line in patch(old, old.replace("Old", "New"), "x")) == size + 1

    assert lines_run(lambda: work(400)) < 2.5 * lines_run(lambda: work(200))
