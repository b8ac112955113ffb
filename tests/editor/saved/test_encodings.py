from __future__ import annotations

import codecs

import pytest

from site_builder.editor.saved import labels
from site_builder.editor.saved.encodings import decode_page, decode_text
from site_builder.errors import EnvironmentProblem


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("iso-8859-1", "cp1252", "“roads” – it’s café €"),
        ("ASCII", "cp1252", "“roads”"),
        ("latin1", "cp1252", "naïve…"),
        ("gb2312", "gb18030", "朱镕基说：“道路”"),
        ("tis-620", "cp874", "ถนน “ปลอดภัย”"),
        ("iso-8859-9", "cp1254", "Işık “ğ”"),
        ("iso-8859-11", "cp874", "“ถนน”"),
        ("ks_c_5601-1987", "cp949", "도로는 안전하다 똠방"),
        ("shift_jis", "cp932", "①道路は～安全"),
        ("windows-1251", "cp1251", "Мінск ў"),
        ("koi8-r", "koi8-r", "Минск"),
        ("x-mac-cyrillic", "mac_cyrillic", "Минск"),
        ("big5", "big5hkscs", "道路比以往更安全"),
        ("ISO-8859-2", "iso8859-2", "Łódź"),
        ("logical", "iso8859-8", "שלום"),
    ],
)
def test_labels_mean_what_browsers_read_them_as(label: str, codec: str, words: str) -> None:
    for meta in (f"<meta charset={label}>", f"<meta http-equiv=Content-Type content='text/html; charset={label}'>"):
        assert decode_page(f"<html>{meta}<p>".encode("ascii") + words.encode(codec)).text.endswith(f"<p>{words}")
    assert decode_page(words.encode(codec), named=label).text == words


def test_every_label_has_a_codec_that_python_knows() -> None:
    for label in ("utf8", "866", "l2", "cyrillic", "greek8", "visual", "x-sjis", "unicodefffe", "koi8-ru", "dos-874"):
        assert codecs.lookup(labels.codec(label) or "")
    assert labels.codec(" UTF-8\n") == "utf-8"
    assert labels.codec("utf-7") is None


def test_letters_that_python_reads_otherwise_are_mended() -> None:
    assert decode_page(b"<meta charset=koi8-u>\xae\xbe").text.endswith("ўЎ")
    assert decode_page(b"<meta charset=euc-jp>\xa1\xc1\xad\xa1").text.endswith("～①")


def test_what_decides_comes_in_order() -> None:
    meta = "<meta charset=windows-1251>"
    assert decode_page(codecs.BOM_UTF8 + f"{meta}Мінск".encode()).text == f"{meta}Мінск"
    for encoding in ("utf-16-le", "utf-16-be"):
        mark = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
        assert decode_page(mark + "<p>Мінск".encode(encoding)).text == "<p>Мінск"
        assert decode_page("<p>Мінск".encode(encoding)).text == "<p>Мінск"
    assert decode_page("<p>Мінск".encode("koi8-u"), named="koi8-u").text == "<p>Мінск"
    comment = "<!-- <meta charset=utf-8> --><script>'<meta charset=utf-8>'</script>"
    assert decode_page(f"{comment}{meta}Мінск".encode("cp1251")).text.endswith("Мінск")
    assert decode_page("<?xml version='1.0' encoding='windows-1251'?><html>Мінск".encode("cp1251")).text.endswith(
        "Мінск"
    )
    assert decode_page("<meta charset=utf-16>é".encode()).text.endswith("é")


@pytest.mark.parametrize(
    ("language", "codec"), [("be", "cp1251"), ("pl", "iso8859-2"), ("zh-TW", "big5hkscs"), ("fr", "cp1252")]
)
def test_a_page_that_names_nothing_is_utf8_or_in_the_old_encoding_of_its_language(language: str, codec: str) -> None:
    words = {"be": "Мінск", "pl": "Łódź", "zh-TW": "道路", "fr": "été"}[language]
    page = f"<html lang={language}><p>{words}"
    assert decode_page(page.encode()) == decode_page(codecs.BOM_UTF8 + page.encode())
    old = decode_page(page.encode(codec))
    assert old.text == page
    assert "names no encoding" in old.notes[0]


def test_a_page_that_is_utf8_whatever_it_says_is_read_as_utf8() -> None:
    found = decode_page("<meta charset=iso-8859-1>Łódź".encode())
    assert found.text.endswith("Łódź")
    assert found.notes == ("it says iso-8859-1 but is UTF-8, and was read as UTF-8",)


def test_what_is_no_character_is_marked_in_a_page_and_refused_in_a_text() -> None:
    assert decode_page(b"<meta charset=utf-8>caf\xe9!").text.endswith("caf\ufffd!")
    with pytest.raises(EnvironmentProblem, match="byte 0xe9 in line 3 is not a character"):
        decode_text(b"a\r\nb\rcaf\xe9", "a.txt")
    with pytest.raises(EnvironmentProblem, match="which browsers do not read"):
        decode_page(b"<meta charset=hz-gb-2312>\xff")
    assert decode_text("Мінск".encode("utf-16"), "a.txt") == "Мінск"
