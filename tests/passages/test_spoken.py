from __future__ import annotations

import pytest

from site_builder.passages.document import Document, read_document
from site_builder.passages.spoken import Spoken, spoken, stretches
from site_builder.source import Source, Span
from tests.growth import lines_run


def document(text: str, language: str = "en") -> Document:
    return read_document(Span(Source("a.md", text), 0, len(text)), language=language)[0]


def cited(text: str, *quotes: str) -> list[tuple[int, int]]:
    return [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]


TEXT = 'He said: "The roads are safer than ever." She said: "That is not so." It is a "mess".'


@pytest.mark.parametrize(
    ("quotes", "uncited"),
    [
        ((), 10),
        (("The roads are safer than ever",), 4),
        (("roads are safer",), 7),
        (("safer than ever", "are safer"), 6),
        (("He said",), 10),
        ((TEXT,), 0),
        (('ever." She said: "That',), 8),
        (("oads",), 9),
    ],
)
def test_words_that_no_passage_touches_are_counted(quotes: tuple[str, ...], uncited: int) -> None:
    assert spoken(document(TEXT), cited(TEXT, *quotes)) == Spoken(10, uncited)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Nothing is said here.", "en", 0),
        ("„Die Straßen sind sicher“, sagte er.", "de", 4),
        ("« Les routes sont sûres », dit-il.", "fr", 4),
        ("— Дороги теперь безопасны, — сказал он.", "ru", 3),
        ("他说：「道路是安全的。」", "zh", 3),
        ('A "mess" and a "real mess".', "en", 0),
        ('"It costs 5.5 million, not $5."', "en", 6),
    ],
)
def test_speech_of_many_languages(text: str, language: str, words: int) -> None:
    assert spoken(document(text, language), ()).words == words


def test_a_stretch_has_no_marks_around_it() -> None:
    found = list(stretches(document(TEXT)))
    assert [TEXT[one.start : one.end] for one in found] == ["The roads are safer than ever.", "That is not so."]


def test_many_passages_take_no_more_than_their_number() -> None:
    def work(n: int) -> None:
        text = '"One two three four." ' * n
        made = document(text)
        _ = made.speech
        spoken(made, [(at, at + 3) for at in range(1, len(text), 22)])

    assert lines_run(lambda: work(400)) <= 2.5 * lines_run(lambda: work(200))
