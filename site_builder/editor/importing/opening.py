"""Opens a file from elsewhere: its text and its format, or the reason why it cannot be read.

UTF-8 and UTF-16 are read. Nothing else is guessed: a wrong guess puts other letters into a quotation.
"""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path
from typing import Any

from site_builder.editor.saved.tokens import Start, Text, tokens
from site_builder.errors import EnvironmentProblem
from site_builder.load.given import read_given

MOST_BYTES = 32_000_000
"""The largest size of a file."""
_AS_CSV = "open it in the program that made it, and export the sheet as CSV (Google Sheets: File > Download > CSV)"
_BINARY: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a workbook or an archive (.xlsx, .ods, .zip)", _AS_CSV),
    (b"\xd0\xcf\x11\xe0", "a file of an old spreadsheet program (.xls)", _AS_CSV),
    (b"%PDF", "a PDF", "import the table or the data that it was made from"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_file(path: Path) -> bytes:
    """The bytes of the file at ``path``; raises :class:`EnvironmentProblem` where there are none, or too many."""
    data = read_given(path, MOST_BYTES, "name the file to import")
    if len(data) > MOST_BYTES:
        raise EnvironmentProblem(f"{path} has more than {MOST_BYTES:,} bytes", "split it, and import the parts")
    if not data.strip():
        raise EnvironmentProblem(f"{path} is empty", "export it again")
    return data


def text_of(data: bytes, path: Path) -> str:
    """``data`` as text without its byte order mark; raises :class:`EnvironmentProblem` where it is none."""
    for start, kind, remedy in _BINARY:
        if data.startswith(start):
            raise EnvironmentProblem(f"{path} is {kind}", remedy)
    codec = next((codec for mark, codec in _MARKS if data.startswith(mark)), _codec_without_mark(data))
    try:
        text = data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        line = len(re.findall(rb"\r\n?|\n", data[: problem.start])) + 1
        message = f"{path} is not text in {codec.upper()}: byte 0x{data[problem.start]:02x} in line {line}"
        raise EnvironmentProblem(message, "export it again in UTF-8 (Excel: CSV UTF-8)") from problem
    if "\0" in text:
        raise EnvironmentProblem(f"{path} is not a text: it has NUL bytes", f"import {_WANTED}")
    return text


_WANTED = "a CSV, JSON or a saved page with ClaimReview"


def _codec_without_mark(data: bytes) -> str:
    """UTF-16 that does not say so has a byte of zero beside each letter of the first words, in these files ASCII."""
    if len(data) > 3 and data[1] == 0 and data[0] and data[3] == 0:
        return "utf-16-le"
    return "utf-16-be" if len(data) > 3 and data[0] == 0 and data[1] and data[2] == 0 else "utf-8"


def json_of(text: str, path: Path) -> list[Any]:
    """The JSON values in ``text``: one, or those in the scripts of a page; raises :class:`EnvironmentProblem`."""
    parts = _in_page(text) if text.lstrip()[:1] == "<" else [text]
    if not parts:
        raise EnvironmentProblem(f"{path} is a page without JSON-LD", "save the page of a fact check, or its data")
    try:
        return [json.loads(part) for part in parts]
    except RecursionError:
        raise EnvironmentProblem(f"{path} is nested too deeply", "export it again: such data should not be") from None
    except json.JSONDecodeError as problem:
        message = f"{path} is not JSON: {problem.msg} in line {problem.lineno}, column {problem.colno}"
        raise EnvironmentProblem(message, "export it again; a CSV is imported with --from csv") from problem
    except ValueError as problem:  # a number with more digits than Python reads
        raise EnvironmentProblem(f"{path} is not valid JSON: {problem}", "export it again") from problem


def _in_page(text: str) -> list[str]:
    """The scripts of JSON-LD in a page."""
    found: list[str] = []
    inside = False
    for token in tokens(text):
        if isinstance(token, Start):
            inside = token.tag == "script" and "ld+json" in token.attrs.get("type", "").lower()
        elif isinstance(token, Text) and inside:
            found.append(token.text)
            inside = False
    return [part for part in found if part.strip()]


def kind_of(text: str) -> str:
    """``json`` for a text that begins as JSON or as a page does, else ``csv``."""
    return "json" if text.lstrip()[:1] in ("{", "[", "<") else "csv"
