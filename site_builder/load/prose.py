"""Reads a file with front matter and a text: an article or a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from site_builder.diagnostics import Diagnostic, at
from site_builder.load.file import tree
from site_builder.load.front import front_matter, is_opened
from site_builder.load.text import read_text
from site_builder.passages.document import HeadText
from site_builder.records.characters import name_of, no_text
from site_builder.records.decode import decode
from site_builder.records.entries import Entry, Text
from site_builder.records.hiding import in_text
from site_builder.records.models import ArticleRecord
from site_builder.records.nodes import Node, find, head
from site_builder.records.record import Record
from site_builder.records.values import is_id, suggest_id
from site_builder.source import Source, Span

R = TypeVar("R", bound=Record)

_FENCED = re.compile(r"```")
_DASHES = re.compile(r"[-‐‑‒–—―−]+[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"\w+:(?= |$)", re.MULTILINE)
_HEADS = ("title", "subtitle", "captions")
"""Keys of an article whose words can be cited; each has a text or a list of texts."""

Read = tuple[tuple[Entry[R], Text], tuple[Diagnostic, ...]]
"""The record with its text, and their faults."""


def read_prose(name: str, data: bytes, model: type[R], what: str) -> Read[R]:
    """The file ``name`` as a ``model`` and its text; ``what`` names it in messages ("an article").

    A file that cannot be read has an entry without a record: its id is known, and nobody misses it.
    """
    stem = PurePosixPath(name).stem
    found = [] if is_id(stem) else [_bad_name(stem, name)]
    source = read_text(name, data)
    if isinstance(source, Diagnostic):
        return broken(stem, Source(name, "")), (source, *found)
    front = front_matter(source.text)
    if front is None:
        return broken(stem, source), (*found, _without_front_matter(source))
    body = Span(source, front.body, len(source.text))
    node, faults = tree(source, front.start, front.end)
    found += _body_faults(body, what)
    found += faults
    if node is None:
        return broken(stem, source), tuple(found)
    record, faults = decode(model, node, what)
    if not model.printed:
        found += in_text(body.text, body)  # an article's text is looked at as its readers see it
    entry = Entry.of(stem, head(node), record, node)
    heads = tuple(_heads(record, node)) if isinstance(record, ArticleRecord) else ()
    return (entry, Text(body, hashlib.sha256(data).hexdigest(), heads)), (*found, *faults)


def _heads(record: ArticleRecord, node: Node) -> Iterator[HeadText]:
    """Words of the front matter that can be cited; their places are kept, because every proof has them at hand."""
    for key in _HEADS:
        value = getattr(record, key)
        if isinstance(value, str):
            yield key, value, find(node, (key,))[0]
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            yield key, item, find(node, (key, index))[0]


def _bad_name(stem: str, name: str) -> Diagnostic:
    better = suggest_id(stem)
    advice = f"rename the file to {better}.md" if better else "rename the file: use lowercase a-z, digits and hyphens"
    return Diagnostic("file-name", f'"{stem}" cannot be an id', name, help=advice)


def _without_front_matter(source: Source) -> Diagnostic:
    opened = is_opened(source.text)
    message = "the front matter is not closed by a line ---" if opened else "the file must begin with front matter"
    advice = "a line ---, the keys (title: …), a line ---, then the text"
    if not opened and is_opened(source.text.lstrip()):
        advice = "remove what stands above the first line ---, even where it is empty"
    elif source.text.startswith("+++"):
        advice = f"write YAML in place of TOML: {advice}"
    elif not opened and _FENCED.match(source.text):
        advice = "remove the line that begins with ```: the first line is ---"
    elif not opened and _DASHES.match(source.text):
        advice = "write exactly three hyphens as the first line: ---"
    elif not opened and _KEY.match(source.text):
        advice = "write a line --- above the first key"
    return at("front-matter", _top(source), message, help=advice)


def _body_faults(body: Span, what: str) -> list[Diagnostic]:
    source = body.source
    if not body.text.strip():
        return [at("file-empty", _top(source), f"{what} without text", help="write the text after the second line ---")]
    odd = no_text(body.text)
    if odd is None:
        return []
    place = Span(source, body.start + odd.start(), body.start + odd.end())
    return [at("file-encoding", place, f"the character {name_of(odd[0])} is not text", help="remove it")]


def broken(stem: str, source: Source) -> tuple[Entry[R], Text]:
    """A file that could not be read: its id is known, and nobody misses it."""
    top, end = _top(source), len(source.text)
    return Entry(stem, top, None, Node(source, top.start, top.end)), Text(Span(source, end, end))


def _top(source: Source) -> Span:
    return Span(source, 0, len(source.line_text(1)))
