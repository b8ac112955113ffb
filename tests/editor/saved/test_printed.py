"""A PDF as an article, word for word."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from site_builder.editor.saved.article import Saved
from site_builder.editor.saved.read import read_saved
from site_builder.errors import EnvironmentProblem
from tests.editor.saved.pdfs import Words, lines, pdf
from tests.growth import grows_linearly
from tests.passages.documents import document


def read(*pages: Sequence[Words], **told: str) -> Saved:
    return read_saved(pdf(*pages, info=told), "a.pdf")


def words(saved: Saved) -> list[str]:
    return [words for _, words in saved.paragraphs]


def page(number: int, *texts: str) -> list[Words]:
    """A page with a running head and its number."""
    return [Words("The Daily, 3 May 2020", y=800), *lines(*texts), Words(str(number), x=300, y=30)]


def test_two_pages_become_their_paragraphs() -> None:
    saved = read(
        page(1, "The minister said that the infra-", "structure is safe, and nobody", "need worry.", "A well-known infrastructure of a"),
        page(2, "thousand roads was built in the man-", "ner of old."),
    )  # fmt: skip
    assert words(saved) == [
        "The minister said that the infrastructure is safe, and nobody need worry.",
        "A well-known infrastructure of a thousand roads was built in the man-ner of old.",
    ]
    assert saved.pages == (("2", "thousand roads was built in the man-ner"),)
    assert saved.notes == (
        "read 2 pages; left out:",
        "  running head: “The Daily, 3 May 2020” (2 pages)",
        "  page numbers (2 pages)",
        "words broken at line ends kept their hyphen; check which are one word: page 2: man-ner",
    )


def test_a_word_that_is_broken_over_two_pages_belongs_to_the_first() -> None:
    saved = read(page(1, "Infrastructure is what we call the infra-"), page(2, "structure of roads and bridges."))
    assert words(saved) == ["Infrastructure is what we call the infrastructure of roads and bridges."]
    assert saved.pages == (("2", "of roads and bridges."),)


def test_pages_without_words_are_said_and_counted() -> None:
    saved = read([], lines("The roads are safe."), [], [], lines("So they are."))
    assert saved.pages == (("2", "The roads are safe."), ("5", "So they are."))
    assert saved.notes[-1] == "pages 1, 3, 4 have no words; what a picture shows there is not in the article"
    assert read(lines("Safe."), []).notes[-1].startswith("page 2 has no words;")


def test_headings_are_known_by_their_size() -> None:
    saved = read([Words("Roads * safe", y=740, size=16), *lines("The minister said that roads are safe.")])
    assert saved.paragraphs == (("h", "Roads * safe"), ("p", "The minister said that roads are safe."))
    assert saved.markdown.startswith("## Roads \\* safe\n\n")


def test_what_the_pdf_says_of_itself_is_proposed() -> None:
    saved = read(
        lines("Safe."),
        Title="Microsoft Word - Roads are safe",
        Author="Ann Able",
        CreationDate="D:20200503101112+02'00'",
    )
    metadata = saved.metadata
    assert (metadata.title, metadata.byline, metadata.published) == ("Roads are safe", ("Ann Able",), "2020-05-03")
    assert saved.notes[-1] == "the PDF was made on 2020-05-03; check that it was published on that day"


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - roads_final3.docx", "report.indd", "Document1", " "])
def test_what_programs_write_is_no_title(title: str) -> None:
    assert (
        read(lines("Safe."), Title=title, Author="jsmith2", CreationDate="yesterday").metadata
        == read(lines("Safe.")).metadata
    )


def test_a_scan_is_refused() -> None:
    with pytest.raises(EnvironmentProblem, match="a PDF without text: a scan, or pictures of pages") as caught:
        read([], [])
    assert "compare it with the pictures word by word" in caught.value.remedy


@pytest.mark.parametrize("lost", ["\ufffd", "\ue000", "\x01"])
def test_a_shape_without_a_character_is_refused_with_its_page(lost: str) -> None:
    with pytest.raises(EnvironmentProblem, match=r"on page 2: …He met the caf� owner…") as caught:
        read(lines("Safe."), lines(f"He met the caf{lost} owner"))
    assert caught.value.remedy.startswith("look for the article as a web page")
    head = [Words(f"Daily {lost}", y=800)]
    assert words(read([*head, *lines("One.")], [*head, *lines("Two.")])) == ["One.", "Two."]


def test_what_a_reader_does_not_see_is_left_out_and_said() -> None:
    saved = read([*lines("Seen words."), Words("Unseen words", y=600, visible=False)])
    assert words(saved) == ["Seen words."]
    assert saved.notes == ("read 1 page; left out:", "  hidden from the page's readers: “Unseen words” (page 1)")
    scanned = read([Words("Words of a scan.", visible=False)])
    assert words(scanned) == ["Words of a scan."]
    assert "the words of page 1 were recognised by OCR" in scanned.notes[-1]


TEXTS = [
    ("* a _b_ [c](d) `e` <f> &amp; #1 1. Mai “The roads", "are safe,” he said – “all 1,200 of them.” ‘Why?’", "5 % of them, £3, €4."),
    ("Міністр сказаў: «Дарогі больш бяспечныя, чым", "калі-небудзь». Ніхто не паверыў."),
    ("Der Verkehrsminister sagte, „die Straßen seien", "sicher“, und ging. Straßenverkehrs- und Bauamt."),
    ("部长说：“道路比以往更安全。”没有人相信他的话", "他走了。"),
    ("장관은 “도로가 안전하다”고 말했다. 아무도 믿지", "않았다."),
    ("ถนนปลอดภัยรัฐมนตรีกล่าวไม่มีใครเชื่อ", "เขาเดินออกไป"),
]  # fmt: skip


@pytest.mark.parametrize("texts", TEXTS)
def test_the_article_reads_as_the_pdf_did(texts: tuple[str, ...]) -> None:
    saved = read(lines(*texts))
    between = "" if texts[0][-1] > "\u0e00" and not "가" <= texts[0][-1] <= "힣" else " "
    assert document(saved.markdown + "\n").text == between.join(texts)


def test_many_pages_take_time_in_step_with_their_number() -> None:
    def work(size: int) -> None:
        read(
            *(
                page(number, f"The road to {chr(64 + number) * 3} is safe,", "all of it.")
                for number in range(1, size + 1)
            )
        )

    assert grows_linearly(work, 8)
