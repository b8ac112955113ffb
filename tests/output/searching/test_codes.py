from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from site_builder.output.searching.codes import assigned, code_lengths


def test_the_example_of_the_standard() -> None:
    """RFC 1951, 3.2.2."""
    lengths = dict(zip(range(8), (3, 3, 3, 3, 3, 2, 4, 4), strict=True))
    assert assigned(lengths) == {
        0: "010",
        1: "011",
        2: "100",
        3: "101",
        4: "110",
        5: "00",
        6: "1110",
        7: "1111",
    }


def test_the_commonest_symbol_has_the_shortest_code() -> None:
    assert code_lengths({65: 8, 66: 4, 67: 2, 68: 1}, 15) == {65: 1, 66: 2, 67: 3, 68: 3}


def test_there_are_two_codes_at_least() -> None:
    assert code_lengths({}, 15) == {0: 1, 1: 1}
    assert code_lengths({0: 7}, 15) == {0: 1, 1: 1}
    assert code_lengths({9: 7}, 15) == {9: 1, 0: 1}


@given(st.dictionaries(st.integers(0, 285), st.integers(1, 16000), min_size=2), st.sampled_from([9, 15]))
def test_codes_are_full_and_not_too_long(counts: dict[int, int], limit: int) -> None:
    lengths = code_lengths(counts, limit)
    assert lengths.keys() == counts.keys()
    assert max(lengths.values()) <= limit
    assert sum(2 ** (limit - length) for length in lengths.values()) == 2**limit


def test_no_code_begins_another() -> None:
    fibonacci = [1, 1]
    while len(fibonacci) < 30:
        fibonacci.append(fibonacci[-1] + fibonacci[-2])
    codes = sorted(assigned(code_lengths(dict(enumerate(fibonacci)), 15)).values())
    assert not [one for one, next_ in pairwise(codes) if next_.startswith(one)]
