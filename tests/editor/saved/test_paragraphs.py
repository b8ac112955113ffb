"""Printed lines as paragraphs."""

from __future__ import annotations

import pytest

from site_builder.editor.saved.lines import read_lines, usual_leading
from site_builder.editor.saved.paragraphs import join, paragraphs
from site_builder.editor.saved.pdf import read_pdf
from tests.editor.saved.pdfs import Words, lines, pdf
from tests.growth import grows_linearly


def read(*pages: list[Words]) -> str:
    sheets = read_pdf(pdf(*pages), "a.pdf").sheets
    found = [line for number, sheet in enumerate(sheets, 1) for line in read_lines(sheet, number)]
    return join(paragraphs(found, usual_leading(found))).text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (lines("The roads are safe, he said", "and nobody need worry. Then", "he left."), ["The roads are safe, he said\nand nobody need worry. Then\nhe left."]),
        (lines("The roads are safe, he said,", "all of them.", "Then he left the room, and a", "door closed."), ["The roads are safe, he said,\nall of them.", "Then he left the room, and a\ndoor closed."]),
        (lines("The roads are", "safe, he said, all of them", "are."), ["The roads are\nsafe, he said, all of them\nare."]),
        (lines("The roads are safe, he said.", "", "Then he left the room, a man"), ["The roads are safe, he said.", "Then he left the room, a man"]),
        ([*lines("The roads are safe, he said."), Words("Then he left the room, and", x=84, y=688), Words("so did a woman who was there.", y=676)], ["The roads are safe, he said.", "Then he left the room, and\nso did a woman who was there."]),
        ([Words("Roads are safe", y=730, size=16), *lines("The roads are safe, he said,", "and left.")], ["Roads are safe", "The roads are safe, he said,\nand left."]),
        (lines("HOST: Are they safe, all of", "MINISTER: They are, and you", "JOURNALIST: No."), ["HOST: Are they safe, all of", "MINISTER: They are, and you", "JOURNALIST: No."]),
        (lines("They build what is needed", "• roads of all kinds, which", "cars need", "• bridges for all of the us"), ["They build what is needed", "• roads of all kinds, which\ncars need", "• bridges for all of the us"]),
        ([*lines("Left column of the page and", "it runs on to the next, and"), *lines("goes on in the right column.", x=300)], ["Left column of the page and\nit runs on to the next, and\ngoes on in the right column."]),
        ([*lines("Left column of the page and", "here it ends."), *lines("Right column of the page.", x=300)], ["Left column of the page and\nhere it ends.", "Right column of the page."]),
        (lines("道路比以往更安全道路比以往", "更安全"), ["道路比以往更安全道路比以往更安全"]),
        (lines("도로는 안전하다고 장관이 말했", "다고 했다"), ["도로는 안전하다고 장관이 말했\n다고 했다"]),
        ([Words("שלום חברים כאן ועכשיו"[::-1], x=100), Words("ועוד"[::-1], x=185, y=688), Words("פסקה חדשה שנייה וארוך"[::-1], x=100, y=676)], ["שלום חברים כאן ועכשיו\nועוד", "פסקה חדשה שנייה וארוך"]),
    ],
)  # fmt: skip
def test_paragraphs_end_where_a_reader_sees_it(page: list[Words], expected: list[str]) -> None:
    assert read(page).removeprefix("\f").split("\n\n") == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("The roads are", "safe. He left.", "\fThe roads are\n\fsafe. He left."),
        ("The roads are safe.", "He left.", "\fThe roads are safe.\n\n\fHe left."),
        ("The infra-", "structure is safe.", "\fThe infra-\nstructure \fis safe."),
        ("The infra-", "structure", "\fThe infra-\nstructure\f"),
        ("He came from", "Minsk by car.", "\fHe came from\n\fMinsk by car."),
        ("道路比以往", "更安全", "\f道路比以往\f更安全"),
    ],
)
def test_a_sentence_runs_on_over_the_end_of_a_page(first: str, second: str, expected: str) -> None:
    assert read(lines(first), lines(second)) == expected


def test_each_line_knows_its_page() -> None:
    sheets = read_pdf(pdf(lines("One.", "", "Two is a long line"), [], lines("and runs on.")), "a.pdf").sheets
    found = [line for number, sheet in enumerate(sheets, 1) for line in read_lines(sheet, number)]
    joined = join(paragraphs(found, usual_leading(found)))
    assert joined.text == "\fOne.\n\nTwo is a long line\n\fand runs on."
    assert joined.lines == (1, 1, 1, 3)
    assert joined.marks == (1, 3)
    assert join([]).text == ""


@pytest.mark.parametrize("texts", [("One line of a few words",), ("A.", "Bc de fg", ""), ("道路",), ("a-", "b")])
def test_many_lines_take_time_in_step_with_their_number(texts: tuple[str, ...]) -> None:
    (sheet,) = read_pdf(pdf(lines(*texts * 40, y=800, leading=9)), "a.pdf").sheets
    some = read_lines(sheet, 1)

    def work(size: int) -> None:
        join(paragraphs(some * size, 9))

    assert grows_linearly(work, 3)


def test_no_lines_are_no_paragraphs() -> None:
    assert paragraphs([], 12.0) == []
