from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.dates import Date, parse_date
from site_builder.i18n import ENGLISH
from site_builder.pages.bins import bins
from site_builder.pages.drawing import PITCH, Line
from site_builder.pages.groups import Filing
from site_builder.pages.matrix import MOST_SIGNS, Matrix, matrix
from site_builder.pages.views import ActorView, ClaimView, VerdictView

DISPUTED = VerdictView("verdicts/v/", "Disputed", "mixed", 0, "")
UNSUPPORTED = VerdictView("verdicts/w/", "Unsupported", "mixed", 1, "")
SCALE = {"v": DISPUTED, "w": UNSUPPORTED}
ACTOR = ActorView("a", "Ann", None, "person")


def claim(date: str | Date, number: int = 0) -> Filing:
    day = parse_date(date) if isinstance(date, str) else date
    return Filing(f"{number}", "ann", day, (), (), (), "vw"[number % 2], (), ("",), f"{number}", withdrawn=False)


class Views(dict[str, ClaimView]):
    """The view of each claim that is asked for."""

    def __missing__(self, id_: str) -> ClaimView:
        verdict = (DISPUTED, UNSUPPORTED)[int(id_) % 2]
        return ClaimView(
            f"claims/{id_}", "Ann claims:", f"Statement {id_}", ACTOR, Date(2020),
            position=False, verdict=verdict, summary="", corrected=None,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "titles"),
    [
        (["2020-06-25", "2020-06", "2020-08~"], ["June 2020", "25 June 2020", "about August 2020"]),
        (["2020-06-01", "2020-06-02", "2020-06-03", "2020-07", "2021"], ["June 2020", "July 2020", "2021"]),
        (["2019-01", "2019-02", "2020-03", "2020-04"], ["2019", "2020"]),
        ([f"{year}" for year in range(2010, 2021)], ["2010–2014", "2015–2019", "2020–2024"]),
        (["0001", "9999"], ["1", "9999"]),
    ],
)
def test_columns_are_as_fine_as_there_is_room(dates: list[str], titles: list[str]) -> None:
    made = bins([parse_date(date) for date in dates], ENGLISH, 3)
    assert [column.title for column in made.columns] == titles
    assert sorted(set(made.position.values())) == list(range(len(titles)))


def test_a_long_gap_is_marked_and_the_year_is_written_again() -> None:
    dates = ["2010-08~", "2020-06", "2020-06-25", "2020-08-01", "2020-08-02", "2020-08-03", "2020-08-04"]
    columns = bins([parse_date(date) for date in dates], ENGLISH, 9).columns
    assert [column.after_gap for column in columns] == [False, True, False, False, False, False, False]
    assert [column.lines for column in columns[:5]] == [
        ("", "~Aug", "2010"), ("", "Jun", "2020"), ("25", "", ""), ("1", "Aug", ""), ("2", "", ""),
    ]  # fmt: skip


dated = st.builds(
    lambda day, form: {0: Date(day.year, day.month, day.day), 1: Date(day.year, day.month), 2: Date(day.year)}[form],
    st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1)),
    st.integers(0, 2),
)
rows = st.lists(st.lists(dated, min_size=1, max_size=60), min_size=1, max_size=12)


def picture(dates: list[list[Date]], names: str = "Somebody", columns: int = 9) -> Matrix:
    number = iter(range(10_000))
    lines = [Line("Heading")]
    lines += [
        Line(names, "a", tuple(claim(day, next(number)) for day in sorted(row, key=lambda d: d.earliest)))
        for row in dates
    ]
    made = bins([day for row in dates for day in row], ENGLISH, columns)
    return matrix(lines, [], made, SCALE, Views())


@given(rows, st.text(max_size=300))
def test_every_claim_is_drawn_once_or_counted_and_nothing_overlaps(dates: list[list[Date]], name: str) -> None:
    made = picture(dates, name)
    total = sum(len(row) for row in dates)
    assert sum(row.total for row in made.table) == total
    assert sum(count for row in made.table for cell in row.cells for count, _ in cell) == total
    for drawing in made.drawings:
        more = [label for label in drawing.labels if label.style == "more"]
        counted = sum(int(label.lines[0][1]) for label in more)
        assert len(drawing.marks) + counted == total
        assert len({mark.claim.url for mark in drawing.marks}) == len(drawing.marks)
        squares = sorted((mark.y, mark.x) for mark in drawing.marks)
        assert all(
            other_y >= y + PITCH or other_x >= x + PITCH or other_x <= x - PITCH
            for index, (y, x) in enumerate(squares)
            for other_y, other_x in squares[index + 1 : index + 40]
        )
        assert all(0 <= mark.x <= drawing.width - PITCH and mark.y + PITCH <= drawing.height for mark in drawing.marks)
        assert all(0 <= y <= drawing.height for label in drawing.labels for y, _ in label.lines)


def test_a_long_name_is_cut_and_kept() -> None:
    name = "The Extraordinarily Long " * 10
    made = picture([[Date(2020)]], name.strip())
    for drawing in made.drawings:
        (label,) = [label for label in drawing.labels if label.style == "row"]
        assert label.name == name.strip()
        assert len(label.lines) <= 2
        assert label.lines[-1][1].endswith("…")


def test_a_name_of_two_lines_is_shown_whole_on_a_phone_too() -> None:
    name = "Western countries and the Belarusian opposition"
    for drawing in picture([[Date(2020)]], name).drawings:
        (label,) = [label for label in drawing.labels if label.style == "row"]
        assert (" ".join(text for _, text in label.lines), label.name) == (name, ""), drawing.size
        assert all(mark.y >= label.lines[-1][0] for mark in drawing.marks) == (drawing.size == "narrow")


def test_five_hundred_rows_fit() -> None:
    lines = [Line(f"Actor {number}", "a", (claim("2020-05-01", number),)) for number in range(500)]
    made = matrix(lines[:24], lines[24:], bins([parse_date("2020-05-01")], ENGLISH, 9), SCALE, Views())
    assert (made.drawn, made.total, len(made.table)) == (24, 500, 500)
    assert max(drawing.height for drawing in made.drawings) < 2000


@pytest.mark.parametrize(("claims", "signs"), [(MOST_SIGNS, True), (MOST_SIGNS + 1, False)])
def test_where_there_are_too_many_claims_for_signs_every_cell_is_a_number(claims: int, signs: bool) -> None:
    made = picture([[Date(2020)] * (claims - 1), [Date(2021)]])
    assert made.signs == signs
    for drawing in made.drawings:
        numbers = [label.lines[0][1] for label in drawing.labels if label.style == "more" and not label.url]
        assert numbers == ([] if signs else [str(claims - 1), "1"])
        assert bool(drawing.marks) == signs
    assert sum(row.total for row in made.table) == claims


def test_rows_that_are_left_out_are_counted() -> None:
    lines = [Line(f"Actor {number}", "a", (claim("2020-05-01", number),)) for number in range(5)]
    made = matrix(lines[:2], lines[2:4], bins([parse_date("2020-05-01")], ENGLISH, 9), SCALE, Views(), 5)
    assert (made.drawn, len(made.table), made.total) == (2, 4, 5)


def test_dates_that_differ_in_anything_have_an_order() -> None:
    dates = [
        parse_date(text) for text in ("2020-08-13~", "../2020-08-13~", "2020-08-13", "../2020-08-13", "2020-08-13?")
    ]
    orders = {tuple(column.title for column in bins(some, ENGLISH, 9).columns) for some in (dates, dates[::-1])}
    assert len(orders) == 1
    known = [column.title for column in bins(dates, ENGLISH, 9).columns]
    assert known == [
        "13 August 2020",
        "by 13 August 2020",
        "13 August 2020 (uncertain)",
        "about 13 August 2020",
        "by about 13 August 2020",
    ]
