"""An export: files that a site publishes for programs, and how they are made.

To add one, write its module with an ``EXPORT``, put that into the list in :mod:`site_builder.exports.export`, and say
in docs/data.md what its files are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from site_builder.exports.sources import Provenance
from site_builder.page import Made
from site_builder.pages.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Material:
    """The input of every export."""

    lookup: Lookup
    """The site with its cross references."""
    pages: Sequence[Made]
    """All pages of the site."""
    made: Provenance
    """The sources of the site."""
    claims: Mapping[str, str]
    """Each published claim as JSON by id, made once for all files that have it."""
    files: Mapping[str, str]
    """The files of all exports, as each names its own."""


@dataclass(frozen=True, slots=True)
class Export:
    """Files that a site publishes for programs."""

    files: Mapping[str, str]
    """The media type of each by path; ``<id>`` and ``<n>`` stand for ids and numbers. docs/data.md tells each."""
    make: Callable[[Material], Mapping[str, bytes]]
    """The files by path from the site's root; a file with nothing to say may be left out."""
