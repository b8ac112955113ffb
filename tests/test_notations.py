from __future__ import annotations

import pytest

from site_builder.notations import GENERAL, LONGEST, advice


@pytest.mark.parametrize(
    "written",
    [
        "2020-5-2", "2020–05–02", "2020 — 05 — 02", "2020−05−02", "2020/05/02", "2020/5/2", "2020.05.02", "2020 05 02",
        "02.05.2020", "2.5.2020", "2. 5. 2020", "20200502", "2 May 2020", "02 May 2020", "May 2, 2020", "May 2nd, 2020",
        "the 2nd of May 2020", "Saturday, 2 May 2020", "2020 May 2", "2020-May-02", "2020-05-02T14:00:00+03:00",
        "2020-05-02T14:00Z", "2020-05-02 14:00", "2020-05-02Z", "“2020-05-02”", "2020-05-02.", "２０２０－０５－０２",
        "٢٠٢٠-٠٥-٠٢", "2 мая 2020 г.", "2 травня 2020", "2 траўня 2020", "2 мая 2020 года", "2. Mai 2020", "2 mai 2020",
        "2 de mayo de 2020", "2 maggio 2020", "2 maja 2020", "2 mei 2020", "2 maj 2020", "2020年5月2日",
    ],
)  # fmt: skip
def test_a_day_in_another_notation(written: str) -> None:
    assert advice(written) == "write 2020-05-02"
    assert advice(written, day=True) == "write 2020-05-02"


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("May 2020", "2020-05"),
        ("Sept. 2020", "2020-09"),
        ("März 2020", "2020-03"),
        ("août 2020", "2020-08"),
        ("декабрь 2020", "2020-12"),
        ("снежань 2020", "2020-12"),
        ("październik 2020", "2020-10"),
        ("2020-5", "2020-05"),
        ("05/2020", "2020-05"),
        ("5.2020", "2020-05"),
        ("202005", "2020-05"),
        ("2020-05-XX", "2020-05"),
        ("2020-XX-XX", "2020"),
        ("in 2020", "2020"),
        ("about 2020", "2020~"),
        ("circa May 2020", "2020-05~"),
        ("c. 2020", "2020~"),
        ("~2020", "2020~"),
        ("2020 ~", "2020~"),
        ("probably 2 May 2020", "2020-05-02?"),
        ("2020 ?", "2020?"),
        ("13/05/2020", "2020-05-13"),
        ("05/13/2020", "2020-05-13"),
        ("05/05/2020", "2020-05-05"),
    ],
)
def test_what_is_known_is_kept_and_no_more(written: str, right: str) -> None:
    assert advice(written) == f"write {right}"


@pytest.mark.parametrize("written", ["02/05/2020", "5/2/2020", "02-05-2020", "2 5 2020"])
def test_day_and_month_are_not_guessed(written: str) -> None:
    assert "cannot be told apart" in advice(written)
    assert "2020-0" not in advice(written)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("spring 2020", "write the month, or the year with ~: 2020~"),
        ("early 2020", "2020~"),
        ("mid-May 2020", "write the month"),
        ("2020-21", "a season"),
        ("2020s", "a decade"),
        ("May or June 2020", "one date"),
        ("2–4 May 2020", "one date"),
        ("2020-05-02/2020-05-04", "one date"),
        ("2019/20", "one date"),
        ("May 2", "four digits"),
        ("2/5/20", "four digits"),
        ("31.04.2020", "2020-04-30"),
        ("2021-2-29", "2021-02-28"),
    ],
)
def test_what_cannot_be_written_says_what_can(written: str, words: str) -> None:
    assert words in advice(written)


@pytest.mark.parametrize(
    "written", ["", "yesterday", "n.d.", "20", "12020-05-02", "x" * 10_000, "2" * 10_000, "- " * 5_000]
)
def test_what_is_no_date_is_told_the_rule(written: str) -> None:
    assert advice(written) == GENERAL


@pytest.mark.parametrize("written", ["2020-05", "May 2020", "2020-05~"])
def test_a_day_is_asked_for_where_one_is_needed(written: str) -> None:
    assert advice(written, day=True) == "write the day, too: 2020-05-…"
    assert advice("2020-05-02~", day=True) == "write 2020-05-02"


def test_what_is_longer_than_any_date_is_told_the_rule() -> None:
    assert advice("2020" + " " * (LONGEST - 9) + "May 2") != GENERAL
    assert advice("2020" + " " * LONGEST + "May 2") == GENERAL
