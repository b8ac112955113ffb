"""What PDFium reads of a page, and the files that it cannot read."""

from __future__ import annotations

import hashlib
from importlib import util

import pytest

from site_builder.editor.saved.pdf import Sheet, is_pdf, read_pdf
from site_builder.errors import EnvironmentProblem
from tests.editor.saved.pdfs import Words, lines, pdf

UPWARDS, DOWNWARDS, OVERHEAD = (0, 1, -1, 0), (0, -1, 1, 0), (-1, 0, 0, -1)


def sheet(*words: Words, page: str = "", **reads: str) -> Sheet:
    (only,) = read_pdf(pdf(words, page=page, reads=reads), "a.pdf").sheets
    return only


def text(sheet: Sheet) -> str:
    return "".join(sign.text for sign in sheet.signs)


def test_a_sign_knows_its_character_and_its_place() -> None:
    first, second = sheet(Words("ab", x=72, y=700, size=10)).signs
    assert (first.text, first.left, first.base, first.height) == ("a", 72, 700, 10)
    assert (second.text, second.left, round(second.right)) == ("b", 77, 82)


@pytest.mark.parametrize(
    ("shape", "reads", "expected"),
    [
        ("X", "ﬁ", "fi"),
        ("X", "ﬃ", "ffi"),
        ("X", "ﬓ", "մն"),
        ("X", "ﻻ", "لا"),
        ("X", "fi", "fi"),
        ("X", "𝒳", "𝒳"),
        ("X", "½", "½"),
        ("X", "²", "²"),
        ("X", "\u00a0", " "),
        ("X", "\ufffd", "\ufffd"),
        ("X", "\x01", "\ufffd"),
        ("X", "\ue000", "\ue000"),
        ("X", "", "\ufffd"),
    ],
)
def test_ligatures_come_out_as_letters_and_what_has_no_character_as_lost(shape: str, reads: str, expected: str) -> None:
    assert text(sheet(Words(f"a{shape}b"), **{shape: reads})) == f"a{expected}b"


def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen() -> None:
    assert text(sheet(*lines("infra-", "structure"))) == "infra-structure"
    assert text(sheet(*lines("infra\u00ad", "structure"))) == "infra-structure"
    assert text(sheet(*lines("AB-", "CD"))) == "AB-CD"


def test_words_that_no_reader_of_the_page_sees_are_set_apart() -> None:
    page = sheet(Words("Seen words"), Words("beside", x=700, y=500), Words("unpainted", y=600, visible=False))
    assert text(page).strip() == "Seen words"
    assert page.unseen == (("hidden", "beside"), ("hidden", "unpainted"))
    assert not page.recognised
    cropped = sheet(Words("Seen words"), Words("below", y=50), page="/CropBox [0 100 595 842]")
    assert (text(cropped).strip(), cropped.unseen) == ("Seen words", (("hidden", "below"),))


def test_words_that_were_recognised_in_a_picture_are_read_and_said() -> None:
    page = sheet(Words("From a picture", visible=False), Words("Stamp", y=50))
    assert page.recognised
    assert text(page).replace("\n", " ") == "From a picture Stamp"
    assert page.unseen == ()


@pytest.mark.parametrize(
    ("rotate", "turn", "step"), [(90, UPWARDS, (12, 0)), (180, OVERHEAD, (0, 12)), (270, DOWNWARDS, (-12, 0))]
)
def test_a_page_is_read_as_it_is_turned(rotate: int, turn: tuple[int, int, int, int], step: tuple[int, int]) -> None:
    words = (Words("one two", 300, 300, turn=turn), Words("three", 300 + step[0], 300 + step[1], turn=turn))
    page = sheet(*words, Words("no", 400, 600), page=f"/Rotate {rotate}")
    assert text(page).split() == ["one", "two", "three"]
    places = [sign.base for sign in page.signs if sign.text in ("o", "t", "r")]
    assert places == sorted(places, reverse=True)
    assert page.unseen == (("sideways", "no"),)


def test_what_the_document_says_of_itself_is_kept() -> None:
    information = {"Title": "Дарогі", "Author": "Ann Able", "CreationDate": "D:20200503101112Z"}
    read = read_pdf(pdf([Words("a")], info=information, catalogue="/Lang (be-BY)"), "a.pdf")
    assert (read.title, read.author, read.created, read.language) == (
        "Дарогі",
        "Ann Able",
        "D:20200503101112Z",
        "be-BY",
    )
    bare = read_pdf(pdf([Words("a")]), "a.pdf")
    assert (bare.title, bare.author, bare.created, bare.language) == ("", "", "", "")


def test_a_pdf_is_known_by_its_first_bytes() -> None:
    assert is_pdf(b"%PDF-1.7\n", "")
    assert is_pdf(b"\xef\xbb\xbf\n%PDF-1.7\n", ".txt")
    assert is_pdf(b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n", ".pdf")
    assert not is_pdf(b"A text on %PDF-1.7\n", ".txt")
    assert not is_pdf(b"<html><p>Not found", ".pdf")


@pytest.mark.parametrize("cut", [20, 300, 900])
def test_a_file_that_is_not_all_there_is_refused(cut: int) -> None:
    with pytest.raises(EnvironmentProblem, match="damaged or incomplete PDF") as caught:
        read_pdf(pdf([Words("The roads are safe.")])[:cut], "a.pdf")
    assert caught.value.remedy == "download it again from the publisher"


def test_a_file_that_only_says_it_is_a_pdf_is_refused() -> None:
    with pytest.raises(EnvironmentProblem, match="is a damaged or incomplete PDF"):
        read_pdf(b"%PDF-1.7\nwords\n%%EOF\n", "a.pdf")


def test_a_locked_file_is_refused_with_what_to_do() -> None:
    # The standard security handler, revision 2 (ISO 32000, 7.6): no key opens what these entries stand for.
    numbers = hashlib.sha256(b"x").hexdigest()
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{numbers}> /U <{numbers}> >> /ID [<{'00' * 16}> <{'00' * 16}>]"
    with pytest.raises(EnvironmentProblem, match="opens only with a password") as caught:
        read_pdf(pdf([Words("Secret")], trailer=locked), "a.pdf")
    assert "print it to a new PDF" in caught.value.remedy


def test_without_pypdfium2_the_refusal_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(util, "find_spec", lambda _: None)
    with pytest.raises(EnvironmentProblem, match="pypdfium2, which reads PDFs, is not installed") as caught:
        read_pdf(pdf([Words("a")]), "a.pdf")
    assert caught.value.remedy.startswith("install it (site-builder's extra `pdf` brings it), or open it, copy")
