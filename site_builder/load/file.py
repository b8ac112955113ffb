"""The content of one file of records."""

from __future__ import annotations

from dataclasses import dataclass, field

from site_builder.diagnostics import Diagnostic, at
from site_builder.records.entries import Entry, Text
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord, PageRecord, SiteRecord
from site_builder.records.nodes import Node
from site_builder.records.parser import parse
from site_builder.source import Source, Span


@dataclass(frozen=True, slots=True)
class FileRecords:
    """The records of one file, and its faults."""

    found: tuple[Diagnostic, ...] = ()
    site: Entry[SiteRecord] | None = None
    actors: tuple[Entry[ActorRecord], ...] = ()
    claims: tuple[Entry[ClaimRecord], ...] = ()
    articles: tuple[tuple[Entry[ArticleRecord], Text], ...] = ()
    pages: tuple[tuple[Entry[PageRecord], Text], ...] = ()
    unknown: frozenset[str] = frozenset()
    """Kinds of records (``actor``, ``claim`` …) that the file has under ids that are not known; each has a fault."""
    one_by_one: bool = field(default=False, compare=False)
    """Whether each claim was read from its own piece of the text, and none from two."""


def tree(source: Source, start: int = 0, end: int | None = None) -> tuple[Node | None, list[Diagnostic]]:
    """The YAML of ``source`` between two offsets; a file without any has that as its fault."""
    node, faults = parse(source, start, end)
    if node is None and not faults:
        place = Span(source, start, start)
        faults = [at("file-empty", place, "the file has only comments", help="write the keys, or remove the file")]
    return node, faults
