"""Quotations at the edges of words, from an article to the report."""

from __future__ import annotations

import pytest

from site_builder.editor.find import find
from site_builder.editor.fix import fixes
from site_builder.link.texts import Texts
from tests.projects import records
from tests.world.projects import diagnostics, project


def codes(text: str, *quotes: str) -> list[str]:
    return [diagnostic.code for diagnostic in diagnostics(text, *quotes)]


def test_british_single_marks() -> None:
    text = (
        "He called it ‘unacceptable’ on Monday. ‘It’s the ministers’ fault,’ she said. "
        "'All roads are bad,' he added. ‘The rest is fine.’"
    )
    quotes = ("It’s the ministers’ fault", "unacceptable", "All roads are bad", "The rest is fine")
    assert codes(text, *quotes) == []
    assert [match.exact for quote in quotes for match in find(Texts(records(project(text))), quote)] == [True] * 4


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("It was a non-violent march.", "violent march", "non-violent march"),
        ("At −5 degrees it stopped.", "5 degrees", "−5 degrees"),
        ("At −.5 degrees it stopped.", "5 degrees", "−.5 degrees"),
        ("At about ~-5 degrees it stopped.", "5 degrees", "~-5 degrees"),
        ("At −½ degree it stopped.", "½ degree", "−½ degree"),
        ("It cost $.50 then.", "50 then", "$.50 then"),
        ("It cost $5 then.", "5 then", "$5 then"),
        ("It cost 1,7 million then.", "7 million then", "1,7 million then"),
    ],
)
def test_a_sign_that_turns_the_sense_stays_with_its_word(text: str, quote: str, whole: str) -> None:
    (diagnostic,) = diagnostics(text, quote)
    assert diagnostic.code == "quote-cuts-word"
    assert diagnostic.help is not None
    assert whole in diagnostic.help
    assert codes(text, whole) == []
    assert fixes(records(project(text, quote))) == []
    assert [match.exact for match in find(Texts(records(project(text))), quote)] == [False]


def test_an_accent_that_was_typed_for_an_apostrophe() -> None:
    assert codes("The minister said “it isn´t safe, we don`t know”.", "it isn't safe, we don't know") == []
