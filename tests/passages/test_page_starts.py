"""Where pages begin."""

from __future__ import annotations

from site_builder.passages.normal import normalise
from site_builder.passages.page_starts import find_starts, page_at

TEXT = normalise("One road.\n\nThe “second” road.\n\nOne road.\n\nThe end…")


def test_pages_are_found_in_their_order_and_in_normal_form() -> None:
    pages = [(2, 'The "second" road.'), (3, "One road."), (7, "The  end...")]
    assert list(find_starts(TEXT, pages)) == [(2, 11), (3, 31), (7, 42)]


def test_a_page_that_is_not_there_keeps_no_other_from_being_found() -> None:
    assert list(find_starts(TEXT, [(2, "A third road."), (3, "The end…"), (4, "One road.")])) == [
        (2, None),
        (3, 42),
        (4, None),
    ]


def test_a_place_is_on_the_last_page_that_begins_before_it() -> None:
    starts = [(2, 11), (5, 31)]
    assert [page_at(starts, offset) for offset in (0, 10, 11, 30, 31, 99)] == [1, 1, 2, 2, 5, 5]
    assert page_at([], 5) == 1
