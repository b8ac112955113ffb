from __future__ import annotations

import pytest

from site_builder.passages.typography import evened


@pytest.mark.parametrize(
    ("quote", "exact", "kinds"),
    [
        ("as it is", ("as it is",), ()),
        ("it's here", ("it’s here",), ("quotation-marks",)),
        ("a - b", ("a – b",), ("dashes",)),
        ("wait...", ("wait…",), ("ellipsis",)),
        ("two words", ("two\nwords",), ("space",)),
        ("café", ("cafe\u0301",), ("composition",)),
        ("word", ("wo\u00adrd",), ("invisible",)),
        ("it's - so", ("it’s – so",), ("quotation-marks", "dashes")),
        ("one […] two", ("one", "two"), ()),
        ("one [...] it's", ("one", "it’s"), ("quotation-marks",)),
        ("a b", ("a\u00a0b",), ("space",)),
    ],
)
def test_names_what_was_overlooked(quote: str, exact: tuple[str, ...], kinds: tuple[str, ...]) -> None:
    assert evened(quote, exact) == kinds
