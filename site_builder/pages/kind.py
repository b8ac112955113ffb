"""A kind of page: the subjects that have such pages, and how the pages are made.

To add one, write its module with a ``KIND`` and put that into the list in :mod:`site_builder.pages.kinds`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from site_builder.page import Page
from site_builder.pages.lookup import Lookup
from site_builder.pages.paging import Part

S = TypeVar("S", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page."""

    name: str
    """Its name, in the program's explanation of why a page was made again."""
    subjects: Callable[[Lookup], Iterable[str]]
    """Ids of the subjects that have such pages, in their order."""
    make: Callable[[Lookup, str], Iterable[Page]]
    """The pages of a subject, made of nothing but answers of the lookup."""


@dataclass(frozen=True, slots=True)
class ListKind(Generic[S]):
    """A kind of page that shows a part of a list. An edit makes only those parts again that show what it changed."""

    name: str
    """Its name, in the program's explanation of why a page was made again."""
    subjects: Callable[[Lookup], Iterable[S]]
    """Ids of the subjects that have such lists, in their order."""
    parts: Callable[[Lookup, S], Iterable[Part[Any]]]
    """The parts of a subject's lists. Their entries are ids and other values that hold no words of records."""
    make: Callable[[Lookup, S, Part[Any]], Page]
    """The page of a part of a subject's list, made of nothing but answers of the lookup."""


def with_parts(lookup: Lookup, kinds: Iterable[Kind | ListKind[Any]]) -> Lookup:
    """``lookup`` with the parts of all lists of ``kinds``."""
    found: dict[tuple[str, str], tuple[Any, Part[Any]]] = {}
    for kind in kinds:
        if isinstance(kind, ListKind):
            lists = lookup.step(f"parts: {kind.name}", kind.subjects(lookup), _parts_of(kind))
            found |= {(kind.name, part.permalink): (id_, part) for id_, parts in lists.items() for part in parts}
    return replace(lookup, parts=lookup.asker.facts("part of list", found))


def _parts_of(kind: ListKind[S]) -> Callable[[Lookup, S], tuple[Part[Any], ...]]:
    return lambda lookup, id_: tuple(kind.parts(lookup, id_))


def once(_: Lookup) -> Iterable[str]:
    """The subject of pages that a site has once."""
    return ("",)
