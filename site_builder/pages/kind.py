"""A kind of page: the subjects that have such pages, and how the pages are made.

To add one, write its module with a ``KIND`` and put that into the list in :mod:`site_builder.pages.kinds`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from site_builder.page import Page
from site_builder.pages.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page."""

    name: str
    """Its name, in the program's explanation of why a page was made again."""
    subjects: Callable[[Lookup], Iterable[str]]
    """Ids of the subjects that have such pages, in their order."""
    make: Callable[[Lookup, str], Iterable[Page]]
    """The pages of a subject, made of nothing but answers of the lookup."""


def once(_: Lookup) -> Iterable[str]:
    """The subject of pages that a site has once."""
    return ("",)
