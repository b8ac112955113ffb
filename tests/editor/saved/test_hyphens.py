from __future__ import annotations

import pytest

from site_builder.editor.saved.hyphens import join_words, places
from tests.fuzzing.trial import bounded


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("no informa-\ntion at all", "no information at all"),
        ("soft\N{SOFT HYPHEN}\nware", "software"),
        ("a well-\nknown man, so well-known", "a well-known man, so well-known"),
        ("the elec-\ntion; an election", "the election; an election"),
        ("COVID-\n19", "COVID-19"),
        ("Anglo-\nSaxon", "Anglo-Saxon"),
        ("die Regie-\nrung", "die Regie-rung"),
        ("die Verhand-\nlungen und Verhandlungen", "die Verhandlungen und Verhandlungen"),
        ("no break - here\nat all", "no break - here\nat all"),
        ("незави-\nсимость", "незави-симость"),
    ],
)
def test_a_broken_word_is_joined_where_that_is_sure(text: str, joined: str) -> None:
    assert join_words(text)[0] == joined


def test_what_is_not_sure_keeps_its_hyphen_and_is_told_with_its_line() -> None:
    text, unsure = join_words("one\ntwo re-\nsign three\nfour co-\nop")
    assert text == "one\ntwo re-sign three\nfour co-op"
    assert unsure == [(2, "re-sign"), (4, "co-op")]
    assert list(places(unsure)) == ["line 2: re-sign", "line 4: co-op"]
    assert list(places(unsure, "page")) == ["page 2: re-sign", "page 4: co-op"]


def test_of_many_the_first_are_told() -> None:
    told = list(places([(number, "re-sign") for number in range(1, 12)]))
    assert told[-2:] == ["line 8: re-sign", "3 more"]


def test_a_page_s_end_inside_a_word_is_a_line_end() -> None:
    assert join_words("an informa-\n\f\ntion")[0] == "an information"


@pytest.mark.parametrize("text", ["a" * 300_000, "a-" * 150_000, "a-\n" * 100_000, "a" * 200_000 + "-\nb"])
def test_a_word_of_any_length_is_read_at_once(text: str) -> None:
    with bounded(5):
        join_words(text)
