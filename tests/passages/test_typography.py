from __future__ import annotations

import pytest

from site_builder.passages.typography import evened
from tests.test_growth import SHORTEST, seconds


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


def test_twice_the_white_space_is_twice_the_work() -> None:
    texts = {size: f"a{' ' * size}b" for size in (4_000, 16_000)}
    took = {size: seconds(lambda text=text: evened(text, ("a b",))) for size, text in texts.items()}  # type: ignore[misc]
    assert took[16_000] < 12 * max(took[4_000], SHORTEST)
