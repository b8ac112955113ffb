from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.output.searching.cbor import Value, decode, encode

values: st.SearchStrategy[Value] = st.recursive(
    st.integers(-(2**64), 2**64 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_what_is_encoded_is_decoded(value: Value) -> None:
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("value", "hexadecimal"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (1000, "1903e8"),
        (1000000, "1a000f4240"),
        (18446744073709551615, "1bffffffffffffffff"),
        (-1, "20"),
        (-1000, "3903e7"),
        ("", "60"),
        ("ü", "62c3bc"),
        ([1, [2, 3]], "8201820203"),
        ({"a": 1, "b": [2, 3]}, "a26161016162820203"),
    ],
)
def test_examples_of_the_standard(value: Value, hexadecimal: str) -> None:
    """RFC 8949, Appendix A."""
    assert encode(value).hex() == hexadecimal
    assert decode(bytes.fromhex(hexadecimal)) == value


@pytest.mark.parametrize("hexadecimal", ["", "18", "62c3", "8201", "9f01ff", "f5", "0000", "1b00"])
def test_what_is_not_a_value_is_refused(hexadecimal: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(bytes.fromhex(hexadecimal))
