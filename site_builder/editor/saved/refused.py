"""Recognises, by their first bytes, files that are neither page nor text, and suggests a remedy."""

from __future__ import annotations

import re

from site_builder.errors import EnvironmentProblem

COPY_WORDS = "open it, copy the article's words, and save them as a plain text in UTF-8 (.txt)"
_AS_TEXT = "open it in a word processor, and save it as plain text in UTF-8 (.txt) or as a web page (.html)"
_KINDS: tuple[tuple[bytes, str, str], ...] = (
    (rb"\{\\rtf", "a file in Rich Text Format (RTF)", _AS_TEXT),
    (rb"\xd0\xcf\x11\xe0", "a file in an old Office format (.doc, .xls, .msg)", _AS_TEXT),
    (rb"PK\x03\x04.{0,120}?mimetypeapplication/epub", "an e-book (EPUB)", COPY_WORDS),
    (rb"PK\x03\x04.{0,120}?mimetypeapplication/vnd\.oasis", "an OpenDocument file (.odt)", _AS_TEXT),
    (rb"PK\x03\x04.{0,4000}?(?:word/|\[Content_Types\])", "an office file (.docx)", _AS_TEXT),
    (rb"PK\x03\x04", "a ZIP archive", "unpack it, and name the page inside (.html)"),
    (rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd", "a compressed file", "unpack it first"),
    (
        rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|II\*\0|MM\0\*|BM.{4}\0\0\0\0|.{4}ftyp(?:avif|heic|mif1)",
        "a picture",
        "type the words that it shows into a text file, and say so in the article's note",
    ),
    (rb"ID3|OggS|RIFF.{4}WAVE|.{4}ftyp|\x1aE\xdf\xa3", "a recording", "transcribe what is said, and import the text"),
    (rb"\x7fELF|MZ|\xca\xfe\xba\xbe", "a program", "name a saved page or a text"),
    (rb"From \S+ .*\n|(?:Return-Path|Received|Delivered-To): ", "an e-mail", COPY_WORDS),
    (rb"WARC/1\.\d", "a WARC archive", "open the page in a replay program, and save it from there"),
)


def refuse(data: bytes, path: str) -> None:
    """Raise :class:`EnvironmentProblem` when ``data`` is of a kind that has no text to take."""
    start = data.lstrip(b"\xef\xbb\xbf\r\n\t ")[:5000]
    for pattern, kind, remedy in _KINDS:
        if re.match(pattern, start, re.DOTALL):
            raise EnvironmentProblem(f"{path} is {kind}, not a web page or a text", remedy)
    if b"\0" in data[:5000] and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        raise EnvironmentProblem(f"{path} is not a text: it has NUL bytes", "name a saved page or a text in UTF-8")
