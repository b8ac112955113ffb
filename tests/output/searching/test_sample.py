from __future__ import annotations

from site_builder.output.searching.document import Document, read
from site_builder.output.searching.sample import BY_LOT, UNUSUAL, sample
from site_builder.output.searching.vocabulary import questions
from tests.output.searching.entries import plain


def documents(count: int, word: str = "plain") -> list[Document]:
    return [read(plain(f"Title of {word}", "a text", url=f"{number}/")) for number in range(count)]


def drawn(found: list[Document]) -> list[int]:
    return sample(found, questions(found))


def test_few_pages_are_all_tried() -> None:
    assert drawn(documents(5)) == [0, 1, 2, 3, 4]
    assert drawn([]) == []


def test_the_same_site_has_the_same_sample_and_another_site_another() -> None:
    many = documents(900)
    assert BY_LOT <= len(drawn(many)) <= BY_LOT + UNUSUAL
    assert drawn(many) == drawn(documents(900))
    assert drawn(many) != drawn(documents(900, "other"))


def test_pages_with_unusual_words_are_tried() -> None:
    many = documents(900)
    many[417] = read(plain("E-mail", "ann@example.org said: naïve WKWebView, CO₂, $5m and 1,000", url="odd/"))
    assert 417 in drawn(many)


def test_every_language_is_tried() -> None:
    many = documents(900)
    many[500] = read(plain("Слово", language="ru", url="ru/"))
    assert 500 in drawn(many)
