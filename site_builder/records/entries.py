"""Typed records with their position in a file: the loading stage hands them to the linking stage.

Knows nothing of how the files were read or how records refer to each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from site_builder.passages.document import HeadText
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord, PageRecord, SiteRecord
from site_builder.records.nodes import Node, as_written, find
from site_builder.records.written import Written
from site_builder.source import Source, Span

R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R_co]):
    """One record of the project and its place."""

    id: str
    """Its id: written in the record, the key above it, or the file's stem."""
    id_span: Span
    """The place for a message about the record as a whole."""
    record: R_co | None
    """None when the record has faults, or is a draft that lacks something; its id still counts as known, so that one
    mistake makes one message."""
    written: Written | Node = field(compare=False)
    """Its place; the tree itself where the record has faults, because all of it is looked through."""
    draft: bool = False
    """Whether it is a claim that has no page yet, whole or not."""

    @classmethod
    def of(cls, id_: str, id_span: Span, record: R_co | None, node: Node, *, draft: bool = False) -> Entry[R_co]:
        """The entry of ``record``, which was read from the tree ``node``."""
        return cls(id_, id_span, record, Written(node.source, node.start, node.end) if record else node, draft)

    def moved(self, source: Source, by: int) -> Entry[R_co]:
        """The same record without faults in ``source``, where it stands ``by`` characters further on."""
        place, written = self.id_span, self.written
        return Entry(
            self.id,
            Span(source, place.start + by, place.end + by),
            self.record,
            Written(source, written.start + by, written.end + by),
            self.draft,
        )

    @property
    def node(self) -> Node:
        """Its tree; of a record without faults it is read from the file again."""
        return self.written.node if isinstance(self.written, Written) else self.written

    def span(self, *path: str | int) -> Span:
        """The place of ``path`` inside the record, or the nearest that exists."""
        return find(self.node, as_written(self.node, path))[0]


@dataclass(frozen=True, slots=True)
class Text:
    """A record with a Markdown body: an article or a page."""

    body: Span
    """The Markdown after the front matter, in its file."""
    sha256: str = ""
    """Of the file's bytes, in hexadecimal."""
    heads: tuple[HeadText, ...] = ()
    """The texts of an article's front matter that can be cited."""


@dataclass(frozen=True, slots=True)
class Everything(Generic[R_co]):
    """Everything the editors wrote, typed, in the order of the files; of claims all, or what some checks need."""

    site: Entry[SiteRecord] | None
    actors: tuple[Entry[ActorRecord], ...]
    claims: tuple[Entry[R_co], ...]
    articles: tuple[tuple[Entry[ArticleRecord], Text], ...]
    pages: tuple[tuple[Entry[PageRecord], Text], ...]
    unknown: frozenset[str] = frozenset()
    """Kinds of records (``actor``, ``claim`` …) of which some have unknown ids: no message says that one of such a kind
    is missing."""
    static: frozenset[str] = frozenset()
    """Paths of the files that are published as they are."""

    def language(self, article: Entry[ArticleRecord]) -> str:
        """The language of ``article`` (BCP 47): its own or the site's; empty where neither is known."""
        own = article.record.language if article.record else None
        return own or (self.site.record.language if self.site and self.site.record else "")


Records = Everything[ClaimRecord]
"""Everything the editors wrote."""
