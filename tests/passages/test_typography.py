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


def test_what_the_article_itself_leaves_out_is_no_difference() -> None:
    assert evened("we came [...] and went", ("we came [...] and went",)) == ()
    assert evened("we came […] and it's", ("we came [...] and it’s",)) == ("quotation-marks",)
