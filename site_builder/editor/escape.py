"""Adds the backslashes that turn article text back into text where it was read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.dialect.article import read
from site_builder.records.entries import Records
from site_builder.source import Span

_ROUNDS = 8
"""The number of times that an article is read again: where one sign is text, another may be in doubt."""


@dataclass(frozen=True, slots=True)
class Escaped:
    """One place at which backslashes were written."""

    file: str
    """The article's file."""
    position: tuple[int, int]
    """Line and column, from 1."""
    text: str
    """The text there now."""


def escape(records: Records) -> tuple[Mapping[str, tuple[str, str]], tuple[Escaped, ...]]:
    """The articles in ``records`` whose text is read as markup: old and new text by path, and each such place."""
    files: dict[str, tuple[str, str]] = {}
    done: list[Escaped] = []
    for _, text in records.articles:
        places, body = _escaped(text.body)
        if places:
            source = text.body.source
            files[source.name] = source.text, source.text[: text.body.start] + body + source.text[text.body.end :]
            done += places
    return files, tuple(done)


def _escaped(body: Span) -> tuple[list[Escaped], str]:
    """Each place of ``body`` that needs backslashes, and its text with them."""
    done: list[Escaped] = []
    text = body.text
    for _ in range(_ROUNDS):
        offsets = sorted({offset for fault in read(text).faults for offset in fault.escapes})
        if not offsets:
            break
        first_line = body.source.position(body.start)[0]
        done += (_place(body.source.name, text, first_line, offset) for offset in offsets)
        text = "".join(_with_backslashes(text, offsets))
    return sorted(done, key=lambda place: place.position), text


def _with_backslashes(text: str, offsets: list[int]) -> Iterator[str]:
    start = 0
    for offset in offsets:
        yield text[start:offset] + "\\"
        start = offset
    yield text[start:]


def _place(file: str, text: str, first_line: int, offset: int) -> Escaped:
    line_start = text.rfind("\n", 0, offset) + 1
    position = first_line + text.count("\n", 0, offset), offset - line_start + 1
    return Escaped(file, position, "\\" + text[offset])
