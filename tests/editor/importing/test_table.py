from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.editor.importing.columns import NAMES
from site_builder.editor.importing.item import Contents
from site_builder.editor.importing.table import read_table
from site_builder.errors import EnvironmentProblem
from site_builder.exports.tables import COLUMNS, _defused
from tests.projects import ROOT
from tests.test_growth import SHORTEST, seconds


def read(text: str, *, marked: bool = False) -> Contents:
    return read_table(text, Path("sheet.csv"), {}, marked=marked)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_cells_are_parted_as_the_first_row_is(sign: str, end: str) -> None:
    text = end.join((sign.join(("Claim", "Said by", "Notes, of ours")), sign.join(('"a, b; c"', "Ann", ""))))
    if sign == ",":
        text = text.replace("Notes, of ours", '"Notes, of ours"')
    contents = read(text)
    assert [dict(item.values) for item in contents.items] == [{"statement": "a, b; c", "actor": "Ann"}]
    assert contents.notes[0] == "columns that are not read: Notes, of ours"


def test_rows_are_counted_as_spreadsheets_count_them() -> None:
    items = read('statement,who\n"two\nlines ""here""",a\n,\n\nlast,b\nshort\n').items
    assert [(item.place, item.values["statement"]) for item in items] == [
        ("row 2", 'two\nlines "here"'), ("row 5", "last"), ("row 6", "short"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("a,b\n1,2\n", 'no column holds the statement of a claim: the first row has "a", "b"', "name the columns"),
        ("statment,b\n1,2\n", "no column holds the statement of a claim", 'did you mean "statement"?'),
        ("\n1,2\n", "no column holds the statement of a claim: the first row has nothing", "name the columns"),
        (
            "statement,who,Statement\n",
            'two columns are called "Statement": the 1st and the 3rd',
            "rename or remove one",
        ),
        ("statement,claim\n", 'the columns "statement" and "claim" both give the statement', "rename or remove one"),
        (
            'statement\n"a\n\nb\n',
            "row 2, which begins in line 2, cannot be read: a quotation mark is not closed",
            "doubled",
        ),
        (
            'statement\n"a"b\n',
            "row 2, which begins in line 2, cannot be read: something other than the end of the cell",
            "doubled",
        ),
        ("statement\n" + "x" * 200_000, "a cell has more than 131,072 characters", "doubled"),
        ("statement\n" + "x\n" * 20_001, "has more than 20,000 rows", "split it"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(text: str, message: str, remedy: str) -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        read(text)
    assert message in problem.value.message
    assert remedy in problem.value.remedy


def test_every_name_of_a_column_is_in_the_docs() -> None:
    text = (ROOT / "docs" / "editing.md").read_text()
    assert [name for names in NAMES.values() for name in names if f"`{name}`" not in text] == []
    assert len([name for names in NAMES.values() for name in names]) == len(set(sum(NAMES.values(), ())))


@pytest.mark.parametrize("cell", ["=1+1", "-5 degrees", "+1", "@ann", "'Tis", "''", "\u200b=1", "a; =1", "|@", "plain"])
def test_our_own_apostrophes_are_taken_off(cell: str) -> None:
    names = [name for name, _, _ in COLUMNS]
    for marked, written in ((True, _defused(cell)), (False, cell)):
        stream = io.StringIO()
        writer = csv.DictWriter(stream, names)
        writer.writeheader()
        writer.writerow(dict.fromkeys(names, "") | {"statement": "S.", "summary": written})
        item = read(stream.getvalue(), marked=marked).items[0]
        assert item.values["summary"] == cell.strip()
        assert item.notes == ()


@given(st.text(max_size=12))
def test_a_cell_that_we_defused_comes_back(cell: str) -> None:
    plain = re.sub("[\r\n]", " ", cell).replace("\0", "")
    if re.search("[;\t|]\\s*'[=+@\uff1d\uff0b\uff0d\uff20-]", plain):
        return  # as it is written, nobody can tell whose apostrophe that is
    names = [name for name, _, _ in COLUMNS]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, names)
    writer.writeheader()
    writer.writerow(dict.fromkeys(names, "") | {"statement": "S.", "summary": _defused(plain)})
    assert read(stream.getvalue(), marked=True).items[0].values.get("summary", "") == plain.strip()


def test_an_apostrophe_of_somebody_else_is_taken_for_the_same_and_told_of() -> None:
    items = read("statement,who\n'=1+1,a\n'Tis so,b\n").items
    assert [item.values["statement"] for item in items] == ["=1+1", "'Tis so"]
    assert items[0].notes == ('the apostrophe before "=1+1" was read as a text marker, and left out',)
    assert items[1].notes == ()


@pytest.mark.parametrize("unit", ["\t", ";", "; ", "\t ;"], ids=repr)
def test_twice_the_cell_is_twice_the_work(unit: str) -> None:
    cells = {size: f"a{unit * size}b;=c" for size in (2_000, 8_000)}
    took = {size: seconds(lambda cell=cell: _defused(cell)) for size, cell in cells.items()}  # type: ignore[misc]
    assert took[8_000] < 12 * max(took[2_000], SHORTEST)
