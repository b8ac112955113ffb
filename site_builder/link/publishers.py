"""Gives each publisher's name an id, so that the publisher's page has an address.

Publishers have no records; their ids are made of their names. Two names that are spelled alike in a–z get numbers,
except the one with the oldest article, so that an address stays when a newer article comes. Editors are warned,
because the two are mostly one publisher written in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from site_builder import urls
from site_builder.diagnostics import Diagnostic, Note, at
from site_builder.records.entries import Entry, Everything
from site_builder.records.models import ArticleRecord
from site_builder.records.values import MAX_ID, suggest_id

NAMELESS = "publisher"
"""The id of a name with a letter that has no spelling in a–z."""
_ROOM = 6
"""Characters kept for a number after an id."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A publisher's name where its oldest article has it."""

    name: str
    entry: Entry[ArticleRecord]
    id: str
    """Its id, before another name's is looked at."""


def publisher_ids(records: Everything[Any]) -> dict[str, str]:
    """The id of each publisher by its name as the articles print it."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    named = list(_oldest_first(records))
    bases = {item.id for item in named}
    last: dict[str, int] = {}
    for item in named:
        id_, number = item.id, last.get(item.id, 1)
        # An id made of a name alone does not serve as another name's numbered id.
        while id_ in taken or (number > 1 and id_ in bases):
            number += 1
            id_ = f"{item.id}-{number}"
        last[item.id] = number  # of many names with one id, none tries the numbers of those before it
        taken.add(id_)
        ids[item.name] = id_
    return ids


def alike(records: Everything[Any]) -> Iterator[Diagnostic]:
    """A warning for each name that differs from an older one only in letters and signs that an id leaves out."""
    ids = publisher_ids(records)
    first: dict[str, _Named] = {}
    for item in _oldest_first(records):
        other = first.setdefault(item.id, item)
        if other is item or item.id == NAMELESS:
            continue
        message = f'"{item.name}" and "{other.name}" count as two different publishers'
        pages = f"{urls.publisher(ids[other.name])} and {urls.publisher(ids[item.name])}"
        advice = f"if they are one, write {other.name} in every article; if not, their pages are {pages}"
        note = Note("the other name is here", other.entry.span("publisher"))
        yield at("publishers-alike", item.entry.span("publisher"), message, notes=(note,), help=advice)


def _oldest_first(records: Everything[Any]) -> Iterator[_Named]:
    """Each name once, that of the oldest article first."""
    site = records.site.record if records.site else None
    language = site.language if site else ""
    entries = [(entry, entry.record) for entry, _ in records.articles if entry.record]
    seen: set[str] = set()
    for entry, record in sorted(entries, key=lambda pair: (pair[1].published.order, pair[0].id)):
        if record.publisher not in seen:
            seen.add(record.publisher)
            id_ = suggest_id(record.publisher, record.language or language, MAX_ID - _ROOM)
            yield _Named(record.publisher, entry, id_ or NAMELESS)
