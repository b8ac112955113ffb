from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.i18n import ENGLISH
from site_builder.pages.paging import Part, cut, parts


def told(count: int, *, newest_first: bool = False, size: int = 4) -> list[Part[int]]:
    return list(parts("list/", range(count), size, newest_first=newest_first))


@given(st.integers(0, 500), st.integers(2, 60))
def test_every_entry_is_in_one_part_and_no_part_is_much_longer_or_shorter(count: int, size: int) -> None:
    places = cut(count, size)
    assert [place for part in places for place in part] == list(range(count))
    assert all(len(part) == size for part in places[:-1])
    assert len(places) == 1 or size // 2 <= len(places[-1])
    assert len(places[-1]) < size + (size + 1) // 2 or len(places) == 1


@given(st.integers(0, 200), st.integers(1, 60), st.booleans())
def test_a_part_below_the_list_s_address_keeps_its_entries_when_the_list_grows(
    count: int, more: int, newest_first: bool
) -> None:
    before = {part.permalink: part.entries for part in told(count, newest_first=newest_first)}
    after = {part.permalink: part.entries for part in told(count + more, newest_first=newest_first)}
    last = max(before, key=lambda address: max(before[address], default=-1))
    for address, entries in before.items():
        if address != last:
            assert after[address] == entries
    # What stood in the last part is in that part still, or has got an address with a higher number.
    assert set(before) <= set(after)


def test_a_list_in_time_begins_with_part_one() -> None:
    first, second, third = told(13)
    assert [part.permalink for part in (first, second, third)] == ["list/", "list/page/2/", "list/page/3/"]
    assert first.entries == (0, 1, 2, 3)
    assert (second.view.number, second.view.of, second.view.first, second.view.last) == (2, 3, 5, 8)
    assert (first.view.total, second.view.total) == (13, None)
    assert first.view.previous is None
    assert second.view.previous is not None
    assert second.view.previous.url == "list/index.html"
    assert second.view.next is not None
    assert second.view.next.url == "list/page/3/index.html"
    assert third.view.next is None


def test_a_list_that_begins_with_the_newest_begins_with_its_last_part() -> None:
    newest, older, oldest = told(13, newest_first=True)
    assert [part.permalink for part in (newest, older, oldest)] == ["list/", "list/page/2/", "list/page/1/"]
    assert newest.entries == (12, 11, 10, 9, 8)
    assert (newest.view.number, newest.view.first, newest.view.last, newest.view.total) == (3, 9, 13, 13)
    assert oldest.entries == (3, 2, 1, 0)
    assert [step.number for step in newest.view.steps] == [3, 2, 1]


@pytest.mark.parametrize("count", [0, 1, 5])
def test_a_short_list_has_one_part_and_says_nothing_of_it(count: int) -> None:
    (part,) = told(count)
    assert part.permalink == "list/"
    assert part.view.steps == ()
    assert part.title(ENGLISH, "Things") == "Things"


def test_steps_lead_to_both_ends_and_the_neighbours() -> None:
    every = told(400)
    middle = every[50].view
    assert [(step.number, step.after_gap) for step in middle.steps] == [
        (1, False), (48, True), (49, False), (50, False), (51, False), (52, False), (53, False), (54, False),
        (100, True),
    ]  # fmt: skip
    assert every[50].title(ENGLISH, "Things") == "Things, part 51 of 100"
    # All parts together link to each other in proportion to their number.
    assert sum(len(part.view.steps) for part in every) <= 9 * len(every)
