from __future__ import annotations

from site_builder.output.searching import vocabulary
from site_builder.output.searching.document import read
from site_builder.output.searching.engine import bundles
from site_builder.output.searching.vocabulary import Form, Vocabulary, pages, questions
from tests.output.searching.entries import entry, plain


def learned(words: list[str], language: str = "en") -> Vocabulary:
    asked = {language: words}
    return vocabulary.read(bundles([pages(asked)])[0], asked)[language]


def test_all_words_are_asked_once() -> None:
    asked = questions([read(entry(1)), read(entry(2)), read(plain("Слово слова", language="ru"))])
    assert list(asked) == ["en", "ru"]
    assert asked["ru"] == ["Слово", "слова", "слова."]
    assert len(set(asked["en"])) == len(asked["en"])
    assert {"roads", "1", "1."} <= set(asked["en"])


def test_the_engine_says_how_words_are_found() -> None:
    words = ["Elections,", "e-mail", "café", "Łódź", "WKWebView", "$5m", "CO₂", "—", "don’t", "I’m😀"]
    forms = learned(words)
    assert list(forms) == words
    assert forms["Elections,"] == (Form("elect", None, part=False),)
    assert set(forms["e-mail"]) == {Form("email", None, part=False), Form("mail", None, part=False)}
    assert forms["café"] == (Form("cafe", "café", part=False),)
    assert forms["Łódź"] == (Form("łodz", "łódź", part=False),)
    assert [form.stem for form in forms["WKWebView"] if form.part] == ["view", "web", "wk"]
    assert forms["—"] == ()
    assert Form("😀", None, part=False) in forms["I’m😀"]


def test_parts_that_are_alike_are_told_each() -> None:
    assert sorted(form.part for form in learned(["well-well"])["well-well"]) == [False, True, True]


def test_each_language_has_its_own_stems() -> None:
    assert learned(["выборов"], "ru")["выборов"] == (Form("выбор", None, part=False),)
    assert learned(["выборов"], "en")["выборов"] == (Form("выборов", None, part=False),)


def test_more_words_than_a_page_takes() -> None:
    words = sorted(f"word{number}" for number in range(vocabulary.PAGE * 2 + 5))
    assert len(pages({"en": words})) == 3
    forms = learned(words)
    assert all(forms[word][0].stem == word for word in words[:: vocabulary.PAGE // 7])
    assert len(forms[words[vocabulary.PAGE]]) > 0
    assert len(forms[words[-1]]) > 0
