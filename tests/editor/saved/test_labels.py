from __future__ import annotations

import codecs

import pytest

from site_builder.editor.saved import labels
from site_builder.editor.saved.labels import codec, fallback


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("utf-8", "utf-8"),
        (" UTF8\n", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("latin1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("gb2312", "gbk"),
        ("tis-620", "cp874"),
        ("iso-8859-9", "cp1254"),
        ("koi8-r", "koi8-r"),
        ("cyrillic", "iso8859-5"),
    ],
)
def test_a_label_means_what_browsers_take_it_for(label: str, name: str) -> None:
    found = codec(label)
    assert found is not None
    assert codecs.lookup(found).name == codecs.lookup(name).name or found == "gb18030"


@pytest.mark.parametrize("label", ["", "utf-9", "rot13", "latin 1"])
def test_what_the_standard_does_not_know_is_none(label: str) -> None:
    assert codec(label) is None


@pytest.mark.parametrize(
    ("language", "name"),
    [("ru", "cp1251"), ("ru-BY", "cp1251"), ("pl", "iso8859-2"), ("zh", "gb18030"), ("zh-TW", "big5hkscs"), ("ja", "cp932"),
     ("en", "cp1252"), ("", "cp1252"), ("xx", "cp1252")],
)  # fmt: skip
def test_a_page_without_a_label_is_read_by_its_language(language: str, name: str) -> None:
    assert fallback(language) == name


def test_python_has_every_codec_of_the_table() -> None:
    assert len(labels._CODECS) > 200
    for name in {*labels._CODECS.values(), *labels._BY_LANGUAGE.values()}:
        codecs.lookup(name)
