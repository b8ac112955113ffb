from __future__ import annotations

from array import array
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.output.searching.rows import NUMBER, Row, changed, stayed


def row(*pages: int) -> Row:
    """A row that says of each page ten times its number."""
    return array(NUMBER, pages), array(NUMBER, (10 * page for page in pages))


def test_pages_come_and_go_in_their_rows_alone() -> None:
    rows = {"a": row(0, 2, 4), "b": row(2), "c": row(1, 3)}
    after, different = changed(rows, {"a": [2], "b": [2]}, [], {"a": row(2, 5), "d": row(2)})
    assert after == {"a": row(0, 2, 4, 5), "c": row(1, 3), "d": row(2)}
    assert different == {"a", "b", "d"}
    assert after["c"] is rows["c"]
    assert rows == {"a": row(0, 2, 4), "b": row(2), "c": row(1, 3)}


def test_a_page_that_is_the_same_again_changes_no_row() -> None:
    assert changed({"a": row(0, 2)}, {"a": [2]}, [], {"a": row(2)}) == ({"a": row(0, 2)}, set())


def test_pages_that_move_keep_what_is_said_of_them() -> None:
    rows = {"a": row(0, 2), "b": row(0)}
    after, different = changed(rows, {}, [0, 1, 3], {"b": row(2)})
    assert after == {"a": (array(NUMBER, [0, 3]), array(NUMBER, [0, 20])), "b": row(0, 2)}
    assert different == {"a", "b"}


def test_a_page_that_is_named_twice_goes_twice() -> None:
    assert changed({"a": row(1, 1, 2)}, {"a": [1, 1]}, [], {}) == ({"a": row(2)}, {"a"})


def test_new_rows_come_when_pages_move() -> None:
    assert changed({}, {}, [1], {"a": row(0)}) == ({"a": row(0)}, {"a"})


def items(numbers: list[int]) -> list[bytes]:
    return [b"%d" % number for number in numbers]


@given(st.lists(st.integers(0, 7), unique=True), st.lists(st.integers(0, 7), unique=True))
def test_as_many_stay_as_can_be(before: list[int], now: list[int]) -> None:
    found = stayed(items(before), items(now))
    old, new = list(found), list(found.values())
    assert old == sorted(old)
    assert new == sorted(new)
    assert [before[number] for number in old] == [now[number] for number in new]
    assert len(found) == longest(before, now)


def longest(before: list[int], now: list[int]) -> int:
    """How many items there can be at most, found by trying all."""
    for count in range(len(before), 0, -1):
        for some in combinations(before, count):
            rest = iter(now)
            if all(item in rest for item in some):
                return count
    return 0
