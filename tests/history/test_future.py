from __future__ import annotations

from datetime import date

import pytest

from site_builder.history.future import in_future
from site_builder.load.records import load
from tests.projects import ARTICLE, edited, minimal


@pytest.mark.parametrize(
    ("name", "there", "written"),
    [
        ("claims.yaml", "date: 2020-05-02", "date: 2206-05-02"),
        ("claims.yaml", "published: 2020-06-01", "published: 2206-06-01"),
        (
            "claims.yaml",
            "published: 2020-06-01",
            "published: 2020-06-01\n    corrections: [{date: 2206-07-01, change: So.}]",
        ),
        (ARTICLE, "published: 2020-05-03", "published: 2206"),
        (
            ARTICLE,
            "published: 2020-05-03",
            "published: 2020\narchived: {url: https://archive.example/1, date: 2206-05}",
        ),
    ],
)
def test_a_day_that_has_not_come_is_told(name: str, there: str, written: str) -> None:
    records, _ = load(edited(minimal(), name, there, written))
    (fault,) = in_future(records, date(2026, 11, 28))
    assert fault.code == "date-future"
    assert "2206" in fault.message
    assert fault.span is not None
    assert fault.span.text.startswith("2206")


def test_the_day_is_the_caller_s_and_in_the_east_it_is_tomorrow() -> None:
    records, _ = load(minimal())  # its latest day is 2020-06-01
    assert in_future(records, date(2020, 6, 1)) == []
    assert in_future(records, date(2020, 5, 31)) == []
    assert len(in_future(records, date(2020, 5, 30))) == 1
    assert len(in_future(records, date(2019, 1, 1))) == 3


def test_a_year_has_come_when_it_has_begun() -> None:
    records, _ = load(edited(minimal(), "claims.yaml", "date: 2020-05-02", "date: 2020"))
    assert [fault.message for fault in in_future(records, date(2020, 1, 1))] != []
    assert all("the claim was made" not in fault.message for fault in in_future(records, date(2020, 1, 1)))
