"""What the help says of a quotation that is not in its article, so that it can be used."""

from __future__ import annotations

import pytest

from site_builder.editor.fix import fixes
from tests.projects import records
from tests.world.projects import diagnostics, project

TEXT = "The Minister of Roads said on Saturday that “the roads are safer than ever” in the north."


def help_for(text: str, quote: str) -> str:
    (diagnostic,) = diagnostics(text, quote)
    assert diagnostic.code == "quote-not-found"
    assert fixes(records(project(text, quote))) == []
    return diagnostic.help or ""


@pytest.mark.parametrize("left_out", ["...", "…", "(…)", "(...)", "[..]", ". . ."])
def test_words_left_out_in_another_notation(left_out: str) -> None:
    advice = help_for(TEXT, f"The Minister of Roads said {left_out} “the roads are")
    quote = "The Minister of Roads said […] “the roads are"
    assert advice == f'write […] where words are left out: quote: "{quote}"'
    assert diagnostics(TEXT, quote) == []


def test_and_one_of_the_parts_is_wrong() -> None:
    advice = help_for(TEXT, "The Minister of Roads said ... the roads are saver")
    assert advice.startswith("write […] where words are left out; the article has: quote: ")
    assert advice.endswith('"The Minister of Roads said […] the roads are safer"')


def test_dots_of_the_article_s_own_are_no_elision() -> None:
    advice = help_for("He said: we... we will newer do it again, never.", "we... we will never do it again")
    assert advice.startswith("the article has: quote: ")
    assert "[…]" not in advice


def test_a_letter_of_another_alphabet_is_named() -> None:
    advice = help_for("The ministеr said the roads are safe.", "The minister said the roads are safe")
    assert "е (U+0435 CYRILLIC SMALL LETTER IE) where the quotation has e (U+0065 LATIN SMALL LETTER E)" in advice
    assert "ministеr" in advice


@pytest.mark.parametrize(
    ("quote", "lacking"),
    [
        ("Honestly the roads are safer than ever", "Honestly"),
        ("the roads are safer than bridges were", "bridges were"),
        ("Perhaps the roads are safer than ever, indeed", "Perhaps indeed"),
    ],
)
def test_words_are_not_offered_without_the_first_and_the_last(quote: str, lacking: str) -> None:
    assert help_for(TEXT, quote) == f"the article does not have: {lacking}"
