from __future__ import annotations

import pytest

from site_builder.output.searching.document import Anchor, ended, is_word_end, read, unaskable, unreadable
from site_builder.output.searching.html import TITLE_WEIGHT
from site_builder.search import SearchEntry, SearchSection
from tests.output.searching.entries import entry, plain


def test_a_page_as_the_engine_reads_it() -> None:
    document = read(
        SearchEntry(
            url="claims/x/",
            language="en-GB",
            title="The  title",
            sections=(
                SearchSection("reason", "A “reason”\n of words ", 3),
                SearchSection("p-1", "quoted."),
                SearchSection("p-2", "more (words)", 6),
            ),
            shown=(("topic", "b"), ("kind", " claim"), ("topic", "a")),
            facets=(("kind", "claim"),),
            date="2020-05-01",
        )
    )
    assert " ".join(document.words) == "The title. A “reason” of words quoted. more (words)."
    assert document.runs == ((TITLE_WEIGHT, 2), (3, 4), (1, 1), (6, 2))
    assert document.anchors == (Anchor("reason", 2), Anchor("p-1", 6), Anchor("p-2", 7))
    assert document.filters == {"kind": ["claim"], "topic": ["b", "a"]}
    assert document.meta == {"title": "The title"}
    assert (document.url, document.language) == ("/claims/x/", "en")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("", ""),
        ("word", "word."),
        ("word ", "word "),
        ("word.", "word."),
        ("слово", "слово."),
        ("100", "100."),
        ("(so)", "(so)."),
        ("5$", "5$."),
        ("so*", "so*."),
        ("“so”", "“so”"),
        ('"so"', '"so"'),
        ("it's'", "it's'"),
        ("m²", "m²"),
        ("Ⅷ", "Ⅷ."),
        ("Ⓐ", "Ⓐ."),
        ("में", "में."),
        ("e\u0301", "e\u0301."),
        ("北京", "北京."),
        ("😀", "😀"),
        ("50%", "50%"),
    ],
)
def test_a_block_that_ends_in_a_word_gets_a_full_stop(text: str, result: str) -> None:
    assert ended(text) == result


def test_ends_are_single_characters() -> None:
    assert is_word_end("_")
    assert not is_word_end("-")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"url": "claims/c1/"}, "two pages have the address claims/c1/"),
        ({"language": "zh-Hans"}, "only the search engine knows the words of the language zh-Hans"),
        ({"language": "unknown"}, "only the search engine knows"),
        ({"title": "\u200b"}, "there is no title"),
        ({"shown": (("a", "x ___PAGEFIND_y"),)}, "something that is no text"),
        ({"shown": (("auto_title", "x"),)}, "a name or an address of a part is none"),
        ({"language": "th"}, "only the search engine knows"),
        ({"title": " "}, "there is no title"),
        ({"sections": (SearchSection("a", "a\x1cb"),)}, "a text has control characters"),
        ({"shown": (("a,b", "x"),)}, "a name or an address of a part is none"),
        ({"shown": (("a", "x &amp; y"),)}, "has a character reference"),
        ({"shown": (("a", "\ufeffx"),)}, "something that is no text"),
        ({"sections": (SearchSection("a b", "x"),)}, "a name or an address of a part is none"),
    ],
)
def test_what_the_engine_would_read_otherwise_is_left_to_it(changed: dict[str, object], reason: str) -> None:
    fields = {name: getattr(entry(2), name) for name in SearchEntry.__dataclass_fields__}
    odd = SearchEntry(**{**fields, **changed})
    assert reason in str(unreadable([entry(1), odd], [odd]))


def test_usual_pages_are_read() -> None:
    for pages in [entry(number) for number in range(9)], [plain("Fish & chips &amp; more", "R&D; \u200b <b>")]:
        assert unreadable(pages, pages) is None


@pytest.mark.parametrize("word", ["___PAGEFIND_ANCHOR___h2:0:x", "x___END_PAGEFIND_WEIGHT___", "a\x00b", "\x7f"])
def test_marks_and_controls_are_no_words(word: str) -> None:
    assert unaskable(["usual", word])


def test_odd_words_can_be_asked() -> None:
    assert unaskable(["PAGEFIND", "___", "a\u200db", "\u00ad", "😀", "e\u0301"]) is None
