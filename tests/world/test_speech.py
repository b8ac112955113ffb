"""Direct speech in the marks of many languages, from an article to the claim's page."""

from __future__ import annotations

import pytest

from site_builder.build import Options, build
from site_builder.editor.find import find
from site_builder.link.site import link
from site_builder.link.texts import Texts
from site_builder.load.records import load
from tests.projects import checked, codes, edited, records
from tests.world.projects import diagnostics, project


def is_direct(text: str, quote: str, language: str = "en") -> bool:
    """Whether check and quote agree that the words are direct speech, and which."""
    found = [diagnostic.code for diagnostic in diagnostics(text, quote, direct=True, language=language)]
    found = [code for code in found if code != "no-interface-language"]
    assert found in ([], ["quote-not-direct"])
    (match,) = find(Texts(records(project(text, language=language))), quote)
    assert match.exact
    assert (match.passage.get("speech") == "direct") == (found == [])
    return found == []


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("sv", "Ministern sade: ”Vägarna är säkra och breda” i går.", "Vägarna är säkra och breda"),
        ("fi", "Ministeri sanoi: »Tiet ovat turvallisia» eilen.", "Tiet ovat turvallisia"),
        ("de", "Der Minister: »Die Wege sind sicher«, und ging.", "Die Wege sind sicher"),
        ("pl", "Minister: „Drogi są bezpieczne”, i wyszedł.", "Drogi są bezpieczne"),
        ("ja", "大臣は「道路は安全だ」と述べた。", "道路は安全だ"),
        ("zh-Hant", "部長說：『橋很安全。』", "橋很安全"),
        ("he", "השר אמר: ״הדרכים בטוחות״ אתמול", "הדרכים בטוחות"),
        ("ru", "— Дороги безопасны, — сказал он.", "Дороги безопасны"),
        ("en", "‘We will build roads.\n\n‘We will also fix them,’ he said.", "We will build roads"),
        ("en", "‘We will build roads.\n\n‘We will also fix them,’ he said.", "We will also fix them"),
        ("en", "> “We will build roads.\n>\n> “We will fix them,” he said.", "We will build roads"),
    ],
)
def test_the_speaker_s_words_are_direct(language: str, text: str, quote: str) -> None:
    assert is_direct(text, quote, language)


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        ("en", "He called it “a mess and left.\n\nThe roads were dry. Bob said nothing.", "Bob said nothing"),
        ("en", "> He called it “a mess and left.\n>\n> Bob said nothing.", "Bob said nothing"),
        ("en", "- He called it “a mess\n- Bob said nothing", "Bob said nothing"),
        ("en", "He called it ‘a mess and left.\n\nBob said nothing to ‘them’.", "Bob said nothing"),
        ("en", 'A 6" pipe lay there. Bob said nothing about a 5" pipe.', "Bob said nothing"),
        ("en", "In the '20s Bob said nothing to the boys' club.", "Bob said nothing"),
        ("ru", "— Да, — сказал он. Дороги пусты.", "сказал он"),
        ("ru", "— Да, — сказал он. Дороги пусты.", "Дороги пусты"),
        ("sv", "– Ja, säger ministern.", "säger ministern"),
    ],
)
def test_the_narrator_s_words_are_not(language: str, text: str, quote: str) -> None:
    assert not is_direct(text, quote, language)


def test_behind_an_unclosed_mark_the_next_quotation_is_read_right() -> None:
    text = "He called it “a mess and left.\n\nBob said nothing.\n\nEve said “the bridges are new” too."
    assert is_direct(text, "the bridges are new")
    assert not is_direct(text, "Bob said nothing")


def test_the_site_s_language_counts_where_the_article_names_none() -> None:
    made = project("– Drogi są bezpieczne – powiedział.", "Drogi są bezpieczne", direct=True)
    first = checked(made)
    assert codes(first) == ["quote-not-direct"]
    polish = edited(made, "content/site.yaml", "title:", "language: pl\ntitle:")
    assert "quote-not-direct" not in codes(checked(polish))
    # … and again when a build is kept in memory.
    assert "quote-not-direct" not in codes(build(polish, memo=first.memo, options=Options(search=False)))


def test_what_was_evened_has_a_name() -> None:
    site, _ = link(load(project("The minister said “it isn´t safe”.", "it isn't safe"))[0])
    assert site is not None
    (passage,) = site.claims["world"].passages
    assert passage.evened == ("quotation-marks",)
