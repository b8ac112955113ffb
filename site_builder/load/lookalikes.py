"""Finds misleading names: with a letter of another alphabet.

A search for the name would not find it, and two names that look the same would be two people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_builder.diagnostics import Diagnostic, at
from site_builder.records.entries import Entry
from site_builder.records.letters import odd_in_name
from site_builder.records.models import ActorRecord, ArticleRecord
from site_builder.records.record import Record

Path = tuple[str | int, ...]


def odd_actor(entry: Entry[ActorRecord]) -> Iterator[Diagnostic]:
    """A warning for each name of an actor with look-alike letters."""
    record = entry.record
    if record:
        others = ((("also_known_as", index), name) for index, name in enumerate(record.also_known_as))
        yield from _odd(entry, ((("name",), record.name), *others))


def odd_article(entry: Entry[ArticleRecord]) -> Iterator[Diagnostic]:
    """A warning for each name in an article's front matter with look-alike letters."""
    record = entry.record
    if record:
        authors = ((("byline", index), name) for index, name in enumerate(record.byline))
        yield from _odd(entry, ((("publisher",), record.publisher), *authors))


def _odd(entry: Entry[Record], names: Iterable[tuple[Path, str]]) -> Iterator[Diagnostic]:
    for path, name in names:
        odd = "" if name.isascii() else " and ".join(odd_in_name(name))
        if odd:
            message = f"the name has {odd}, which is misleading"
            yield at("look-alike", entry.span(*path), message, help="type the name again by hand, in one alphabet")
