from __future__ import annotations

import pytest

from site_builder.dates import Date, parse_date


@pytest.mark.parametrize(
    ("written", "earliest", "latest", "iso"),
    [
        ("2020-08-19", "2020-08-19", "2020-08-19", "2020-08-19"),
        ("2010-08~", "2010-08-01", "2010-08-31", "2010-08"),
        ("2020?", "2020-01-01", "2020-12-31", "2020"),
        ("2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29"),
        ("2020-02", "2020-02-01", "2020-02-29", "2020-02"),
        ("../2020-08-30", "0001-01-01", "2020-08-30", "2020-08-30"),
        ("../2020-08~", "0001-01-01", "2020-08-31", "2020-08"),
    ],
)
def test_reading(written: str, earliest: str, latest: str, iso: str) -> None:
    date = parse_date(written)
    assert (date.earliest, date.latest, date.iso, str(date)) == (earliest, latest, iso, written)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2020-13-45", "no month 13"),
        ("2021-02-29", "2021-02 has 28 days"),
        ("2020-00", "no month 00"),
        ("0000", "year 0000"),
        ("2020-8-1", "is not a date"),
        ("19 August 2020", "is not a date"),
        ("٢٠٢٠", "is not a date"),
        ("2020-08-19~?", "is not a date"),
        ("", "is not a date"),
        ("2020-08-19/..", "is not a date"),
        ("../", "is not a date"),
    ],
)
def test_what_is_not_a_date_says_why(written: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_date(written)


def test_an_open_interval_sorts_by_its_end_and_any_other_date_by_its_beginning() -> None:
    written = ["2020-08", "2020-08-19", "../2020-08-30", "2020-08-31", "../2020-08", "2020-09~"]
    assert sorted([*written[3:], *written[:3]], key=lambda text: (parse_date(text).order, text[0] == ".")) == written


def test_equal_dates_are_equal() -> None:
    assert parse_date("2020-08") == Date(2020, 8)
    assert parse_date("2020-08") != parse_date("2020-08~")
