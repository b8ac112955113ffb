"""A table with a row for each claim: CSV (RFC 4180), as spreadsheets export it.

Commas, semicolons or tabs separate the cells; the first row names the columns (:mod:`.columns`). A cell may run over
several lines. The apostrophe that our own export puts before cells that look like formulas is removed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.editor.importing.columns import keys_of, known, unread
from site_builder.editor.importing.item import PARTIAL, Check, Contents, Item, Quotation
from site_builder.errors import EnvironmentProblem
from site_builder.exports.tables import BEGINNING, COLUMNS, FORMULA, SIGNS, UNSEEN

MOST_ROWS = 20_000
DELIMITERS = (",", ";", "\t", "|")
_OWN = [name for name, _, _ in COLUMNS]
_PREFIXED = re.compile(f"'(?=[{UNSEEN}]*[{re.escape(FORMULA)}])")
_FORMULA = re.compile(f"'(?=[{UNSEEN}]*[{re.escape(SIGNS)}])")
_INSIDE = re.compile(f"{BEGINNING}'(?=[{re.escape(SIGNS)}])")
_PASSAGE = ("quote", "prefix", "suffix", "speech", "translation", "article", "article_url")

Row = list[str]


def read_table(text: str, path: Path, given: Mapping[str, str], *, marked: bool = False) -> Contents:
    """The rows of the table in ``text``; ``marked``: the file began with a byte order mark.

    ``given``: what columns hold that have names of their own (:func:`.columns.named`). Raises
    :class:`EnvironmentProblem` where the text is no table, or its columns are not known.
    """
    rows = _rows(text, path, _delimiter(text, given))
    _, header = next(rows, (0, []))
    keys = keys_of(header, given)
    # Of our two tables the one for spreadsheets has a mark, and the other has the text as it is.
    is_own = [name.strip() for name in header] == _OWN
    if is_own:
        keys |= {_OWN.index("url"): "check_url"}
    items = tuple(
        _item(f"row {number}", row, header, keys, is_own, marked) for number, row in rows if any(map(str.strip, row))
    )
    left = [name.strip() for number, name in enumerate(header) if number not in keys and name.strip()]
    return Contents(items, (PARTIAL,) if is_own else unread(left))


def _rows(text: str, path: Path, delimiter: str) -> Iterator[tuple[int, Row]]:
    """The rows with their numbers, as spreadsheets count them: the header's is 1."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, line = 0, 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            message = f"{path}: row {number + 1}, which begins in line {line}, cannot be read: {_in_words(problem)}"
            raise EnvironmentProblem(
                message, "export the sheet again; a quotation mark in a cell must be doubled"
            ) from problem
        number, line = number + 1, reader.line_num + 1
        if number > MOST_ROWS:
            raise EnvironmentProblem(f"{path} has more than {MOST_ROWS:,} rows", "split it, and import the parts")
        yield number, row


def _in_words(problem: csv.Error) -> str:
    said = str(problem)
    if "unexpected end" in said:
        return "a quotation mark is not closed"
    if "limit" in said:
        return f"a cell has more than {csv.field_size_limit():,} characters, or a quotation mark is not closed"
    return "something other than the end of the cell follows a closing quotation mark" if "expected" in said else said


def _delimiter(text: str, given: Mapping[str, str]) -> str:
    """The sign that parts the first row into the most columns that are known, else into the most columns."""
    rows = {sign: _first_row(text, sign) for sign in DELIMITERS}
    return max(DELIMITERS, key=lambda sign: (known(rows[sign], given), len(rows[sign])))


def _first_row(text: str, sign: str) -> Row:
    head = io.StringIO(text[:20_000], newline="")
    try:
        return next(csv.reader(head, delimiter=sign), [])
    except csv.Error:
        return []


def _item(
    place: str, row: Sequence[str], header: Sequence[str], keys: Mapping[int, str], is_own: bool, marked: bool
) -> Item:
    if len(row) > len(header) and any(map(str.strip, row[len(header) :])):
        why = (
            f"it has {len(row)} cells, and the first row {len(header)}: a cell with a comma in it needs quotation marks"
        )
        return Item(place, {}, refused=why)
    notes: list[str] = []
    values: dict[str, str] = {}
    for number, key in keys.items():
        cell = row[number] if number < len(row) else ""
        text = _as_written(cell, is_own, marked)
        if text != cell and not is_own:
            notes.append(f'the apostrophe before "{text[:20]}" was read as a text marker, and left out')
        if text.strip():
            values[key] = text.strip()
    passage = {key: values.pop(key, "") for key in _PASSAGE}
    author, url = values.pop("check_author", ""), values.pop("check_url", "")
    check = Check((author,) if author else (), url=url) if author or url or is_own else None
    quotation = Quotation(
        passage["quote"], passage["article"] or passage["article_url"], passage["prefix"], passage["suffix"],
        passage["speech"], {"translation": passage["translation"]} if passage["translation"] else {},
    )  # fmt: skip
    return Item(place, values, (quotation,) if quotation.words else (), tuple(notes), check=check)


def _as_written(cell: str, is_own: bool, marked: bool) -> str:
    """``cell`` without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    if is_own and not marked:
        return cell
    if not is_own:
        return cell[1:] if _FORMULA.match(cell) else cell
    return _INSIDE.sub(r"\1", cell[1:] if _PREFIXED.match(cell) else cell)
