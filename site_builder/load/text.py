"""Decodes a file's bytes as text, or returns one diagnostic that says why it cannot."""

from __future__ import annotations

import codecs

from site_builder.diagnostics import Diagnostic, at
from site_builder.load.front import front_matter
from site_builder.load.markers import merge_conflict
from site_builder.records import bounds
from site_builder.records.characters import TOO_MANY_MARKS, crowded, without_separators
from site_builder.source import Source, Span

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(name: str, data: bytes) -> Source | Diagnostic:
    """The file ``name`` as text: UTF-8, with or without a byte order mark, in which no merge left its markers.

    A file that cannot be read has one fault; whatever else is wrong with it is seen when that is repaired.
    """
    if len(data) > bounds.FILE:
        message = f"the file has more than {bounds.FILE:,} bytes"
        return Diagnostic("too-large", message, name, help="split it, or remove what does not belong there")
    data = data.removeprefix(codecs.BOM_UTF8)
    if not data.strip():
        return Diagnostic("file-empty", "the file is empty", name, help="restore it, or remove it if it is not needed")
    try:
        source = Source(name, data.decode("utf-8"))
    except UnicodeDecodeError as problem:
        return _not_utf8(name, data, problem.start)
    if "\0" in source.text[:4]:
        return _not_utf8(name, data, data.index(0))
    if name.endswith(".md"):
        # Some readers of published files take these unseen signs for line ends: to a reader they are white space.
        source = Source(name, without_separators(source.text))
    front = front_matter(source.text) if name.endswith(".md") else None
    strict = len(source.text) if name.endswith(".yaml") else front.body if front else 0
    return merge_conflict(source, strict) or _long_line(source) or _crowded(source) or source


def _long_line(source: Source) -> Diagnostic | None:
    # Other signs than this end lines, too, and make them shorter.
    if len(source.text) <= bounds.LINE or max(map(len, source.text.split("\n"))) <= bounds.LINE:
        return None
    start = 0
    for line in source.text.splitlines(keepends=True):
        if len(line) > bounds.LINE + 2:
            message = f"the line has {len(line):,} characters, more than {bounds.LINE:,}"
            return at("too-large", Span(source, start, start + 1), message, help="break it into shorter lines")
        start += len(line)
    return None


def _crowded(source: Source) -> Diagnostic | None:
    place = crowded(source.text)
    if place is None:
        return None
    advice = "remove them: no letter in any script has so many"
    return at("too-large", Span(source, place, place + 1), TOO_MANY_MARKS, help=advice)


def _not_utf8(name: str, data: bytes, position: int) -> Diagnostic:
    source = Source(name, data.decode("utf-8", "replace"))
    before = len(data[:position].decode("utf-8"))
    advice = "open the file in the encoding it was saved in (often Windows-1252 or Windows-1251), and save it as UTF-8"
    if data.startswith(_UTF16) or data[position] == 0:
        advice = "this looks like UTF-16: save the file as UTF-8"
    message = f"the byte 0x{data[position]:02x} is not UTF-8"
    return at("file-encoding", Span(source, before, before + 1), message, help=advice)
