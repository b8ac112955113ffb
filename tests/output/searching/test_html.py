from __future__ import annotations

from site_builder.output.searching.html import has_words, language, to_html, visible
from site_builder.search import SearchEntry, SearchSection
from tests.output.searching.entries import plain


def test_the_page_for_the_engine_is_escaped() -> None:
    html = to_html(SearchEntry("x/", "en", "<b>", (SearchSection('"><b', "<u><i>"),), (("f", '"x"'),)))
    for danger in ("<b>", "<i>", "<u>", '"><b'):
        assert danger not in html


def test_what_nobody_sees_parts_no_words() -> None:
    assert visible("Bela\u200brus\ufeff") == "Belarus"
    assert visible("a\u200db\u00ad") == "a\u200db\u00ad"
    assert "Belarus" in to_html(plain("Bela\u200brus"))


def test_regional_codes_have_a_base_language() -> None:
    assert [language(plain("x", language=code)) for code in ("en-GB", "RU", "zh-Hant-TW")] == ["en", "ru", "zh"]


def test_a_page_of_signs_has_no_words() -> None:
    assert not has_words(plain("?!", "… — 😀"))
    assert has_words(plain("?!", "… 5"))
    assert has_words(plain("ы"))
