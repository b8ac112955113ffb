from __future__ import annotations

from site_builder.output.searching import cbor
from site_builder.output.searching.pieces import BITS, Pieces


def place(weight: int, position: int) -> int:
    return weight << BITS | position


def test_places_are_steps_behind_a_weight() -> None:
    pieces = Pieces()
    number = pieces.of([place(24, 5), place(144, 2), place(24, 900)], [place(0, 3)])
    spelled = pieces.spelled[number]
    assert cbor.decode(b"\x82" + spelled) == [[-25, 5, 895, -145, 2], [-1, 3]]
    assert pieces.numbers[number] == 1 + 5 + 2


def test_a_wording_has_one_number() -> None:
    pieces = Pieces()
    once = pieces.once[place(24, 1)]
    assert pieces.of([place(24, 1)], []) == once
    other = pieces.of([], [place(0, 1)])
    assert (pieces.is_only_in_fields(once), pieces.is_only_in_fields(other)) == (False, True)
    assert len(pieces.spelled) == len(pieces.numbers) == 2


def test_a_table_goes_on_where_it_was() -> None:
    pieces = Pieces()
    first = pieces.of([place(24, 1)], [])
    again = Pieces(pieces.spelled, pieces.numbers)
    assert again.of([place(24, 1)], []) == first
    assert again.of([place(24, 2)], []) == 1
    assert len(pieces.spelled) == 1
