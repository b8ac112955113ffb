from __future__ import annotations

import pytest

from site_builder.editor.saved.refused import refuse
from site_builder.errors import EnvironmentProblem


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1 hello}", "Rich Text Format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office format"),
        (b"PK\x03\x04" + b"." * 26 + b"mimetypeapplication/epub+zip", "an e-book"),
        (b"PK\x03\x04" + b"." * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument file"),
        (b"PK\x03\x04" + b"." * 26 + b"word/document.xml", "an office file"),
        (b"PK\x03\x04" + b"." * 26 + b"page.html", "a ZIP archive"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"RIFF....WEBP", "a picture"),
        (b"RIFF....WAVE", "a recording"),
        (b"\0\0\0\x18ftypmp42", "a recording"),
        (b"\0\0\0\x18ftypavif", "a picture"),
        (b"\x7fELF\x02", "a program"),
        (b"Received: from example.org", "an e-mail"),
        (b"WARC/1.0\r\n", "a WARC archive"),
        (b"plain\0text", "NUL bytes"),
    ],
)
def test_what_has_no_text_is_refused_by_its_kind(data: bytes, kind: str) -> None:
    with pytest.raises(EnvironmentProblem, match=kind) as caught:
        refuse(data, "saved")
    assert caught.value.message.startswith("saved is ")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!doctype html>",
        b"Received wisdom says",
        "Ünïcode".encode(),
        "\ufeff<p>".encode("utf-16-le"),
        b"<\0p\0>\0",
        b"BMW sold cars",
        b"MMXX",
    ],
)
def test_pages_and_texts_are_not(data: bytes) -> None:
    refuse(data, "saved")
