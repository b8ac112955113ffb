from __future__ import annotations

import pytest

from site_builder.editor.saved.days import day_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-05-03T23:30:00+03:00", "2020-05-03"),
        ("2020/05/03", "2020-05-03"),
        ("2020年5月3日", "2020-05-03"),
        ("3.5.2020, 12:30", "2020-05-03"),
        ("3 May 2020", "2020-05-03"),
        ("3rd of May, 2020", "2020-05-03"),
        ("May 3, 2020", "2020-05-03"),
        ("May 3rd at 5:30 pm 2020", "2020-05-03"),
        ("Published Sun, 03 May 2020 10:00:00 GMT", "2020-05-03"),
        ("3. Mai 2020", "2020-05-03"),
        ("3 мая 2020 г.", "2020-05-03"),
        ("3 траўня 2020", "2020-05-03"),
        ("1er août 2020", "2020-08-01"),
        ("3 de maio de 2020", "2020-05-03"),
        ("3 października 2020", "2020-10-03"),
        ("20200503123000", "2020-05-03"),
        ("25/12/2020", "2020-12-25"),
        ("12/25/2020", "2020-12-25"),
        ("05/05/2020", "2020-05-05"),
        ("first 31.2.2020, then 1.3.2020", "2020-03-01"),
    ],
)
def test_a_day_is_read_as_it_stands_there(text: str, day: str) -> None:
    assert day_in(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2020",
        "May 2020",
        "2020",
        "31 February 2020",
        "3 Brumaire 2020",
        "1234567890",
        "",
        "1.2.20",
        "x" * 400 + "2020-05-03",
    ],
)
def test_what_is_no_sure_day_is_none(text: str) -> None:
    assert day_in(text) == ""
