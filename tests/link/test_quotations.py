from __future__ import annotations

from collections.abc import Iterator

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.link import quotations
from site_builder.passages.anchor import MOST_ELISIONS
from site_builder.passages.occurrences import occurrences
from site_builder.passages.whole import anchored
from tests.projects import ARTICLE, changed, checked, edited, minimal

QUOTE = "quote: the roads are safer than ever"
FRONT = "---\ntitle: Minister on roads\npublisher: The Daily\npublished: 2020-05-03\n---\n"


def fault(quote: str, article: str = "") -> Diagnostic:
    """What is said of ``quote`` (in double quotes) in the minimal project, or in one with another ``article``."""
    project = edited(minimal(), "claims.yaml", QUOTE, f'quote: "{quote}"')
    if article:
        project = changed(project, {ARTICLE: (FRONT + article).encode()})
    (diagnostic,) = [found for found in checked(project).report.diagnostics if found.code.startswith("quote-")]
    return diagnostic


def test_of_a_long_quotation_the_help_says_how_much_was_compared() -> None:
    none = fault("zebras " * 500)
    assert none.help == (
        "nothing similar was found (only the first 993 characters of the quotation were compared): check `article:`"
    )
    near = fault("the roads are sofer than ever " * 100, "the roads are safer than ever " * 200 + "\n")
    assert near.notes[0].message == "the nearest passage is here"
    assert near.help == (
        "only the first 999 characters of the quotation were compared: copy the words from the article again, or quote "
        "less"
    )


def test_of_a_long_article_the_help_says_what_was_compared() -> None:
    assert (fault("zebras quickly jumped", "It rained. " * 20_000 + "\n").help or "").startswith(
        "nothing similar was found (in such a long article only the parts that share words with it were compared)"
    )


def test_an_article_without_the_first_words_is_not_searched(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    searched: list[str] = []

    def counted(document, quote, *beside):  # type: ignore[no-untyped-def]
        searched.append(quote)
        return anchored(document, quote, *beside)

    monkeypatch.setattr(quotations, "anchored", counted)
    others = {f"content/articles/other-{n}.md": (FRONT + f"Nothing {n}.\n").encode() for n in range(30)}
    has_it = {"content/articles/weekly.md": (FRONT + "A thing that somebody else said.\n").encode()}
    project = edited(minimal(), "claims.yaml", QUOTE, "quote: A thing that somebody else said")
    (found,) = checked(changed(project, {**others, **has_it})).report.diagnostics
    assert found.help == "write `article: weekly`"
    assert len(searched) == 2


def test_the_article_is_looked_through_once_for_a_quotation(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was three times: for a second place, for places beside a prefix, and for the id of the passage."""
    looked: list[str] = []

    def counted(text: str, part: str, start: int = 0) -> Iterator[int]:
        looked.append(part)
        return occurrences(text, part, start)

    monkeypatch.setattr("site_builder.passages.places.occurrences", counted)
    assert checked(edited(minimal(), "claims.yaml", QUOTE, "quote: roads are safer")).report.ok
    assert looked == ["roads are safer"]


def test_of_very_many_places_none_is_told_from_all_others() -> None:
    """A prefix that only one of them has is looked for among a few; of many the editor quotes more words."""
    for count, advised in ((quotations.MOST_PLACES, True), (quotations.MOST_PLACES + 1, False)):
        found = fault("old roads", " ".join(f"word{number} old roads." for number in range(count)) + "\n")
        assert found.message == f"the quotation occurs {count} times in daily-2020-05-03"
        assert ("add `prefix: " in (found.help or "")) is advised


def test_too_many_elisions_are_told_with_their_limit() -> None:
    words = [f"word{number}" for number in range(MOST_ELISIONS + 2)]
    project = edited(minimal(), "claims.yaml", QUOTE, f"quote: {' […] '.join(words)}")
    project = changed(project, {ARTICLE: (FRONT + " ".join(words) + ".\n").encode()})
    (found,) = checked(project).report.diagnostics
    assert (found.code, found.message) == ("too-large", "the quotation has 201 elisions, more than 200")
    assert found.help == "file its parts as several passages"
