"""Rewrites near misses among quotations to the article's own text, and touches nothing else in the file.

A quotation is rewritten only if it can mean just one thing (``editor/sure.py``), and only if the source has no second
passage like it. Everything else is left to the editor. Knows text and records; writes no file.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from site_builder.editor.sure import is_sure
from site_builder.link.texts import Texts
from site_builder.passages.anchor import Found, NotFound, anchor
from site_builder.passages.document import Document
from site_builder.passages.nearest import Near, beginning, nearest
from site_builder.passages.whole import anchored
from site_builder.records.entries import Entry, Records
from site_builder.records.models import ClaimRecord, PassageRecord
from site_builder.records.nodes import Node, Scalar, node_at
from site_builder.records.parser import parse
from site_builder.records.scalars import scalar
from site_builder.records.written import Written
from site_builder.source import Source


@dataclass(frozen=True, slots=True)
class Fix:
    """A quotation that the article has in slightly other form."""

    scalar: Scalar
    """The scalar: its position and its present text."""
    passage: Node
    """The passage that it belongs to."""
    claim: str
    """Id of its claim."""
    article: str
    """Id of its article."""
    quote: str
    """The article's own text, on one line."""


def fixes(records: Records) -> list[Fix]:
    """Every near miss in ``records`` that can be rewritten with certainty, in the order of the files."""
    documents = Texts(records)
    return [fix for entry in records.claims for fix in _of_claim(entry, documents)]


def _of_claim(entry: Entry[ClaimRecord], documents: Mapping[str, Document]) -> Iterator[Fix]:
    for index, record in enumerate(entry.record.passages if entry.record else ()):
        document = documents.get(record.article)
        better = _better(document, record) if document else None
        passage = node_at(entry.node, ("passages", index)) if better else None
        quote = node_at(passage, ("quote",)) if passage else None
        if better and passage and isinstance(quote, Scalar):
            yield Fix(quote, passage, entry.id, record.article, better)


def _better(document: Document, record: PassageRecord) -> str | None:
    """The source's text in place of ``record``'s quotation, when there is just one candidate and it is sure."""
    if not isinstance(anchored(document, record.quote, record.prefix, record.suffix), NotFound):
        return None
    if beginning(record.quote):
        return None  # the words behind it were compared with nothing
    near = nearest(document, record.quote)
    words = _sure_words(document, record.quote, near)
    if near is None or words is None:
        return None
    other = nearest(document, record.quote, without=near.place)
    if _sure_words(document, record.quote, other) not in (None, words):
        return None
    found = anchor(document, words, record.prefix, record.suffix)
    return words if isinstance(found, Found) and found.context_agrees else None


def _sure_words(document: Document, quote: str, near: Near | None) -> str | None:
    words = " ".join(document.text[slice(*near.place)].split()) if near else ""
    return words if near and is_sure(quote, words, document.language) else None


@dataclass(frozen=True, slots=True)
class Repair:
    """The repairs for a project."""

    files: Mapping[str, tuple[str, str]]
    """Old and new text by path, of the files that change."""
    done: tuple[Fix, ...]
    """The rewritten quotations, in the order of the files."""


def repair(records: Records) -> Repair:
    """Rewrite every near miss in ``records`` that is sure, in memory."""
    by_source: dict[str, list[Fix]] = {}
    for fix in fixes(records):
        by_source.setdefault(fix.scalar.source.name, []).append(fix)
    files: dict[str, tuple[str, str]] = {}
    done: list[Fix] = []
    for name, wanted in by_source.items():
        source = wanted[0].scalar.source
        text, written = rewritten(source, wanted)
        if written:
            files[name] = source.text, text
            done += written
    return Repair(files, tuple(done))


def rewritten(source: Source, wanted: list[Fix]) -> tuple[str, list[Fix]]:
    """The text of ``source`` with as many of ``wanted`` (all in that file) as can be written; and those.

    Each scalar keeps its style: plain, quoted or block. What would change more than its quotation is not written: each
    passage is read again by itself, and in the end the file, once.
    """
    done: list[Fix] = []
    parts: list[str] = []
    since = 0
    for fix in sorted(wanted, key=lambda fix: fix.scalar.start):
        start, end = fix.scalar.start, fix.scalar.end
        ways = _ways(source.text[start:end], fix.quote, source, start)
        written = next((way for way in ways if _fits(fix, way)), None)
        if written is not None:
            parts += (source.text[since:start], written)
            since = end
            done.append(fix)
    text = "".join((*parts, source.text[since:]))
    return (text, done) if _reads_as(text, source, [fix.quote for fix in done]) else (source.text, [])


def _ways(raw: str, quote: str, source: Source, start: int) -> Iterator[str]:
    """The scalar ``raw`` with another text: in its own style, and where that cannot be, in quotes."""
    line_end = "\r\n" if "\r\n" in raw else "\n"
    if raw[:1] in "|>":
        yield _block(raw, quote, line_end)
        return
    lines = raw.splitlines()
    below = next((line for line in lines[1:] if line.strip()), "")
    indent = below[: len(below) - len(below.lstrip())]
    first = source.position(start)[1] - 1
    width = max(first + len(lines[0]), *map(len, lines[1:])) if len(lines) > 1 else 0

    def folded(text: str) -> str:
        if not width:
            return text
        wrapped = textwrap.wrap(
            " " * first + text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        )
        return line_end.join(wrapped).lstrip(" ")

    if raw[:1] == "'":
        yield "'" + folded(quote.replace("'", "''")) + "'"
    elif raw[:1] == '"':
        yield '"' + folded(json.dumps(quote, ensure_ascii=False)[1:-1]) + '"'
    elif scalar(quote) == quote:
        yield folded(quote)
    else:
        yield scalar(quote)
    yield json.dumps(quote, ensure_ascii=False)


def _block(raw: str, quote: str, line_end: str) -> str:
    lines = raw.splitlines(keepends=True)
    body = [line for line in lines[1:] if line.strip()]
    last = max(index for index, line in enumerate(lines) if line.strip()) if body else 0
    if not body:
        return raw
    indent = re.match(r"[ ]*", body[0])[0]  # type: ignore[index]
    width = max(60, *(len(line.rstrip("\r\n")) for line in body)) - len(indent)
    wrapped = textwrap.wrap(quote, width, break_long_words=False, break_on_hyphens=False)
    after = "".join(lines[last + 1 :])
    ending = line_end if lines[last].endswith(("\n", "\r")) else ""
    return lines[0] + line_end.join(indent + line for line in wrapped) + ending + after


def _fits(fix: Fix, way: str) -> bool:
    """True when the passage of ``fix`` with ``way`` as its quotation has the new words, and is as it was otherwise."""
    source, start, end = fix.passage.source, fix.passage.start, fix.passage.end
    line = source.line_start(source.position(start)[0])
    text = source.text[line : fix.scalar.start] + way + source.text[fix.scalar.end : end]
    passage = Written(Source(source.name, text), start - line, len(text)).node
    return _texts(fix.passage, passage) == [fix.quote]


def _reads_as(attempt: str, before: Source, quotes: list[str]) -> bool:
    """True when ``attempt`` differs from ``before`` only in some scalars, which are ``quotes`` now, in order."""
    new, faults = parse(Source(before.name, attempt))
    old, _ = parse(before)
    return not faults and new is not None and old is not None and _texts(old, new) == quotes


def _texts(old: Node, new: Node) -> list[str]:
    """The texts in ``new`` that are others than in ``old``, each on one line."""
    return [" ".join(text.split()) for text in _differences(old.data(), new.data())]


def _differences(old: object, new: object) -> Iterator[str]:
    """The texts in ``new`` that are others than in ``old``; an empty one for every other difference."""
    if isinstance(old, dict) and isinstance(new, dict) and list(old) == list(new):
        for key, value in old.items():
            yield from _differences(value, new[key])
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from _differences(one, other)
    elif old != new:
        yield new if isinstance(new, str) and isinstance(old, str) else ""
