from __future__ import annotations

import pytest

from site_builder.editor.saved.hyphens import join_words
from site_builder.editor.saved.plain import read_plain
from tests.growth import grows_linearly


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\nline.\n\n\n  Two # lines.\n", ["One line.", "Two # lines."]),
        ("One.\r\rTwo\rlines.\r", ["One.", "Two lines."]),
        ("One.\r\n\r\nTwo\r\nlines.", ["One.", "Two lines."]),
        ("One.\u2029Two\u2028lines.\x0bx\x85y", ["One.", "Two lines. x y"]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        ("HOST: Are they\nsafe?\nMINISTER: Yes.", ["HOST: Are they safe?", "MINISTER: Yes."]),
        ("HOST: Well, I\nMINISTER: Yes.", ["HOST: Well, I", "MINISTER: Yes."]),
        ("Q: Why?\nA: So.", ["Q: Why?", "A: So."]),
        (
            "Ann Able: Why?\nBob O’Baker: So.\n[Applause] He stood.",
            ["Ann Able: Why?", "Bob O’Baker: So.", "[Applause] He stood."],
        ),
        ("МІНІСТР: Так.\nЖурналіст: Чаму?", ["МІНІСТР: Так.", "Журналіст: Чаму?"]),
        ("– Why? he asked.\n— So.", ["– Why? he asked.", "— So."]),
        ("He told the\nMinister: no.\nThey met", ["He told the Minister: no. They met"]),
        ("The roads\fare safe.\fNew page.", ["The roads are safe.", "New page."]),
        ("The roads\n\n12\n\fare safe.", ["The roads are safe."]),
        ("A.\n\nPage 1 of 2\n\nB.\n\nPage 2 of 2\n", ["A.", "B."]),
        ("In all\n12\nroads were", ["In all 12 roads were"]),
        ("co\u00adop and inter\u00ad\nnational", ["coop and international"]),
    ],
)
def test_paragraphs_speakers_and_pages(text: str, expected: list[str]) -> None:
    assert list(read_plain(text).paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "joined", "unsure"),
    [
        ("the infra-\nstructure. Infrastructure is", "the infrastructure. Infrastructure is", []),
        ("a well-\nknown and well-known", "a well-known and well-known", []),
        ("the informa-\n  tion", "the information", []),
        ("COVID-\n19, 2019-\n2020, Anglo-\nSaxon", "COVID-19, 2019-2020, Anglo-Saxon", []),
        ("one\nthe infra-\nstructure\nand man-\nhole", "one\nthe infra-structure\nand man-hole", [(2, "infra-structure"), (4, "man-hole")]),
        ("said -\nthen", "said -\nthen", []),
        ("инфра-\nструктура, инфраструктура", "инфраструктура, инфраструктура", []),
        ("infra\u2010\nstructure, infrastructure", "infrastructure, infrastructure", []),
    ],
)  # fmt: skip
def test_words_are_joined_where_that_is_sure(text: str, joined: str, unsure: list[tuple[int, str]]) -> None:
    assert join_words(text) == (joined, unsure)


def test_the_editor_is_told_of_words_that_are_not_sure() -> None:
    notes = read_plain("a\n\ninfra-\nstructure\n" + "man-\nhole " * 9).notes
    assert notes[0].startswith("words broken at line ends kept their hyphen")
    assert "line 3: infra-structure" in notes[0]
    assert notes[0].endswith("2 more")
    assert read_plain("1\n\na\n\n2\n\nb\n").notes == ("left out 2 lines with a page number",)


@pytest.mark.parametrize("torn", ["a-\n", "\f ", "1\n", "a\n", "\n ", "Aa Bb Cc\n", "A: b\n"])
def test_texts_take_time_in_step_with_their_length(torn: str) -> None:
    assert grows_linearly(lambda size: read_plain(torn * size), 200)
