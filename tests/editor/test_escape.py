from __future__ import annotations

from site_builder.editor.escape import escape
from tests.projects import ARTICLE, changed, checked, codes, minimal, records

FRONT = "---\ntitle: T\npublisher: P\npublished: 2020-05-03\n---\n"


def test_backslashes_are_written_where_text_is_read_as_markup() -> None:
    text = FRONT + "\r\nA\r\n\r\n1. Mai: a.\r\n2. Mai: b in C:\\_x.\r\n\r\n# 1 there\r\n"
    files, places = escape(records(changed(minimal(), {ARTICLE: text.encode()})))
    new = text.replace("1. ", "1\\. ").replace("2. ", "2\\. ").replace("\\_", "\\\\_").replace("# 1", "\\# 1")
    assert files == {ARTICLE: (text, new)}
    assert [(place.file, place.position, place.text) for place in places] == [
        (ARTICLE, (9, 2), "\\."),
        (ARTICLE, (10, 2), "\\."),
        (ARTICLE, (10, 16), "\\\\"),
        (ARTICLE, (12, 1), "\\#"),
    ]
    assert escape(records(changed(minimal(), {ARTICLE: new.encode()}))) == ({}, ())


def test_articles_without_doubt_stay() -> None:
    assert escape(records(minimal())) == ({}, ())
    assert codes(checked(minimal())) == []
