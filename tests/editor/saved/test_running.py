"""Running heads and page numbers."""

from __future__ import annotations

import pytest

from site_builder.editor.saved.lines import Line
from site_builder.editor.saved.running import in_words, running_lines
from tests.growth import grows_linearly

TEXT = ("The minister said.", "Nobody believed.")


def line(text: str, page: int, base: float, height: float = 10) -> Line:
    return Line(text, page, 72, 72 + 5 * len(text), base, height, 5)


def document(*edges: tuple[tuple[str, float], ...]) -> list[Line]:
    """For each page the lines at its edges (text and place), around a text of its own."""
    return [
        one
        for page, some in enumerate(edges, 1)
        for one in [
            *(line(text, page, base) for text, base in some),
            *(line(f"{text} {'abcdefgh'[page]}", page, 700 - 12 * n) for n, text in enumerate(TEXT)),
        ]
    ]


def left_out(lines: list[Line]) -> list[tuple[int, str]]:
    return [(one.page, one.text) for one in lines if one in running_lines(lines, 12)]


@pytest.mark.parametrize(
    ("edges", "kept"),
    [
        ([(("The Daily", 800), ("1", 30)), (("The Daily", 800), ("2", 30))], []),
        ([(("The Daily", 712),), (("The Daily", 712),)], []),
        ([(("The Daily, 3 May 2020 | 4", 800),), (("The Daily, 3 May 2020 | 5", 800),)], []),
        ([(("Page 1 of 2", 30),), (("Page 2 of 2", 30),)], []),
        ([(), (("The Daily", 800),), (("The Daily", 800),)], []),
        ([(("A", 800),), (("B", 800),), (("A", 800),), (("B", 800),)], []),
        ([(("The Daily", 810), ("Politics", 800)), (("The Daily", 810), ("Politics", 800))], []),
        ([(("1", 30),)], []),
        ([(("In 2019", 800),), (("In 2020", 800),)], []),
        ([(("12 roads", 800),), (("40 roads", 800),)], ["12 roads", "40 roads"]),
        ([(("The Daily", 800),), (("The Weekly", 800),)], ["The Daily", "The Weekly"]),
        ([(("The Daily", 800),), (("The Daily", 780),)], ["The Daily", "The Daily"]),
        ([(("1998", 30),)], ["1998"]),
        ([(("So it is.", 712),), (("So it is.", 712),), (), ()], ["So it is.", "So it is."]),
    ],
)  # fmt: skip
def test_what_repeats_or_counts_at_the_edges_is_no_text(
    edges: list[tuple[tuple[str, float], ...]], kept: list[str]
) -> None:
    lines = document(*edges)
    gone = left_out(lines)
    assert [one.text for one in lines if (one.page, one.text) not in gone and not one.text.startswith(TEXT)] == kept
    assert all(not text.startswith(TEXT) for _, text in gone)


def test_a_page_is_never_left_without_words() -> None:
    assert left_out([line("Same words", 1, 700), line("Same words", 2, 700)]) == []
    pages = [line(text, page, base) for page in (1, 2) for text, base in (("A", 700), ("B", 688), ("C", 676))]
    assert left_out(pages) == [(1, "A"), (1, "B"), (2, "A"), (2, "B")]


def test_the_editor_is_told_what_was_left_out() -> None:
    lines = document(*((("The Daily, no. 7", 800), (str(page), 30)) for page in (1, 2, 3)))
    assert in_words(running_lines(lines, 12)) == [
        "  running head: “The Daily, no. 7” (3 pages)",
        "  page numbers (3 pages)",
    ]


def test_many_pages_take_time_in_step_with_their_number() -> None:
    def read(size: int) -> None:
        running_lines([line(f"{text} {page}", page, base) for page in range(size) for text, base in
                       (("Head", 800), ("A", 700), ("B", 688), ("C", 30))], 12)  # fmt: skip

    assert grows_linearly(read, 60)
