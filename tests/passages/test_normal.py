from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.passages.normal import WIDEST, normalise, normalise_quote


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("“It’s” — said…", '"It\'s" - said...'),
        ("a\u00a0b\t\r\n c", "a b c"),
        ("co\u00adop\u200bera\ufefftion", "cooperation"),
        ("cafe\u0301", "café"),
        ("e\u200d\u0301", "é"),  # dropped first, composed then
        ("„Zitat“ «guillemets» ‹x›", '"Zitat" "guillemets" \'x\''),
        ("п’ять пʼять", "п'ять п'ять"),
        ("\u1112\u1161\u11ab", "한"),
        ("ﬁ ² Ⅳ", "ﬁ ² Ⅳ"),  # compatibility forms are letters of their own
        ("5 − 3 ‑ 2", "5 - 3 - 2"),
        ("′ ″ ´ ` ʻ", "′ ″ ´ ` ʻ"),  # alone they are no apostrophes; the okina never is
        ("isn´t isn`t isn′t isn‵t ´tis", "isn't isn't isn't isn't 'tis"),
        ("6′2″ is 5′", "6'2\" is 5'"),
        ("ג׳ורג׳ צה״ל בית־ספר", "ג'ורג' צה\"ל בית-ספר"),
        ("", ""),
    ],
)
def test_what_compares_equal(text: str, normal: str) -> None:
    assert normalise(text).text == normal


def test_each_character_knows_where_it_came_from() -> None:
    text = "x“a \n b”…e\u0301y"
    normal = normalise(text)
    assert normal.text == 'x"a b"...éy'
    assert [text[slice(*normal.original(index, index + 1))] for index in range(len(normal.text))] == (
        ["x", "“", "a", " \n ", "b", "”", "…", "…", "…", "e\u0301", "y"]
    )


def test_a_character_is_not_cut() -> None:
    normal = normalise("wait… what")
    assert not normal.is_whole(0, 5)  # "wait." is not "wait…"
    assert normal.is_whole(0, 7)


@pytest.mark.parametrize(
    ("text", "start", "end", "whole"),
    [
        ("Carolinus", 4, 9, False),
        ("Putin's", 0, 5, False),
        ("post-Soviet", 0, 4, False),
        ("wait… (he", 0, 4, True),
        ("3.14", 0, 1, False),
        ("東京都", 1, 2, True),
        ("Minsk–Moscow", 0, 5, True),
        ("Minsk-Moscow", 0, 5, False),
        ("The long road from there to Minsk–Moscow", 28, 33, True),
        ("The long road from there to Minsk-Moscow", 28, 33, False),
        ("The long way... from there to Minsk…Moscow", 30, 35, True),
        ("10\u00a0000", 3, 6, False),
        ("10 \u00a0000", 3, 6, True),
        ("10\n000", 3, 6, True),
        ("x (5) y", 3, 4, True),
        ("x -5 y", 3, 4, False),
        ("x -5 y", 2, 4, True),
        ('x "$5 y', 4, 5, False),
        ("isn't", 0, 3, False),
        ("x (a) y", 3, 4, True),
        ("(-5", 1, 3, True),
        ("カタカナ", 1, 3, True),
        ("ภาษาไทย", 2, 4, True),
        ("e\u0323\u0302a", 0, 1, False),
    ],
)
def test_word_boundaries(text: str, start: int, end: int, whole: bool) -> None:
    assert normalise(text).is_whole(start, end) is whole


@pytest.mark.parametrize("blank", list("\t\n\r\x0b\x0c \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"))
def test_white_space_is_a_space_and_never_nothing(blank: str) -> None:
    for text in (f"a{blank}b", f"a{blank}{blank}b", f"a {blank}b", f"a{blank} b"):
        assert normalise(text).text == normalise_quote(text) == "a b"


@pytest.mark.parametrize("blank", list("\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"))
def test_rare_white_space_is_a_space_too(blank: str) -> None:
    assert normalise(f"a{blank}b").text == normalise_quote(f"a{blank}b") == "a b"


@pytest.mark.parametrize("code", [0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF])
def test_what_nobody_sees_is_dropped(code: int) -> None:
    assert normalise(f"a{chr(code)}b").text == normalise_quote(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize(
    ("plain", "printed"),
    [('"', "“”„‟«»〝〞〟＂״❝❞❠⹂"), ("'", "‘’‚‛‹›ʼ＇׳՚❛❜❟"), ("-", "‐‑‒–—―−⸺⸻﹘﹣－־"), ("...", "…")],
)
def test_every_typographic_sign_has_its_plain_form(plain: str, printed: str) -> None:
    for sign in printed:
        assert normalise(f"a {sign} b").text == normalise_quote(f"a {sign} b") == f"a {plain} b"


@pytest.mark.parametrize("other", list("&/\\|*_~·•‣¬°§¿¡†′″ˮ`´^=+±×÷<>"))
def test_other_signs_stay(other: str) -> None:
    assert normalise(f"a {other} b").text == normalise_quote(f"a {other} b") == f"a {other} b"


def test_small_letters_stand_where_the_letters_stood() -> None:
    normal = normalise("İSTANBUL Roads")
    assert len(normal.lowered) == len(normal.text)
    assert normal.lowered[9:] == "roads"
    assert normalise("Old ROADS").lowered == "old roads"


def test_every_character_composes_as_the_standard_says() -> None:
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        apart = unicodedata.normalize("NFD", letter)
        if apart != letter and not 0xD800 <= code < 0xE000:
            text = f"a{apart}b"
            assert normalise(text).text == normalise_quote(unicodedata.normalize("NFC", text)), f"U+{code:04X}"


@given(st.text())
def test_the_quick_way_and_the_way_with_offsets_agree(text: str) -> None:
    normal = normalise(text)
    assert normal.text.strip(" ") == normalise_quote(text)
    assert len(normal.starts) == len(normal.ends) == len(normal.text)
    assert all(0 <= start < end <= len(text) for start, end in zip(normal.starts, normal.ends, strict=True))
    assert list(normal.starts) == sorted(normal.starts)


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


def test_a_word_without_an_end_is_not_looked_through() -> None:
    normal = normalise("a" * 100_000)
    assert normal.whole(50_000, 50_001) == (50_000 - WIDEST, 50_001 + WIDEST)
    assert normalise("one two").whole(1, 5) == (0, 7)
