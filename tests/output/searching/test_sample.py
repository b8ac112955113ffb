from __future__ import annotations

from site_builder.output.searching.document import read
from site_builder.output.searching.sample import BY_LOT, UNUSUAL, sample
from site_builder.output.searching.vocabulary import questions
from site_builder.search import SearchEntry
from tests.output.searching.entries import plain

ODD = plain("E-mail", "ann@example.org said: naïve WKWebView, CO₂, $5m and 1,000", url="odd/")


def pages(count: int) -> list[SearchEntry]:
    return [plain("Title of plain", "a text", url=f"{number}/") for number in range(count)]


def drawn(found: list[SearchEntry], new: list[SearchEntry] | None = None, lot: bytes = b"lot") -> list[str]:
    documents = list(map(read, found if new is None else new))
    return [entry.url for entry in sample(found, lot, documents, questions(documents))]


def test_few_pages_are_all_tried() -> None:
    assert drawn(pages(5)) == ["0/", "1/", "2/", "3/", "4/"]
    assert drawn([]) == []


def test_the_same_site_has_the_same_sample_and_another_site_another() -> None:
    many = pages(900)
    assert len(drawn(many)) == BY_LOT + UNUSUAL
    assert drawn(many) == drawn(pages(900))
    assert drawn(many) != drawn(many, lot=b"other")


def test_new_pages_with_unusual_words_are_tried() -> None:
    many = pages(900)
    many[417] = ODD
    assert "odd/" in drawn(many)
    assert "odd/" not in drawn(many, [])
    assert len(drawn(many, [])) == BY_LOT


def test_a_new_page_is_tried_whatever_its_words() -> None:
    many = pages(900)
    for number in (5, 600):
        assert f"{number}/" in drawn(many, [many[number]])


def test_every_language_is_tried() -> None:
    many = pages(900)
    many[500] = plain("Слово", language="ru", url="ru/")
    assert "ru/" in drawn(many, [])
