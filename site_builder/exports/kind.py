"""An export: files that a site publishes for programs, and how they are made.

To add one, write its module with an ``EXPORT`` and put that into the list in :mod:`site_builder.exports.export`.
docs/data.md has its files from there (``make docs``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from site_builder.exports.records import as_json, claim_data
from site_builder.exports.sources import Provenance
from site_builder.page import Made
from site_builder.pages.lookup import Lookup

SITE, CLAIM, ACTOR, ARTICLE, TOPIC = "site", "claim", "actor", "article", "topic"


@dataclass(frozen=True)
class Subject:
    """The subject of a part of the exports: the site, or one claim, actor, article or topic."""

    lookup: Lookup
    """The site with its cross references."""
    id: str
    """Empty for the site."""

    @cached_property
    def text(self) -> str:
        """A published claim as JSON, made once for all files that have it."""
        return as_json(claim_data(self.lookup, self.lookup.site.claims[self.id]))


@dataclass(frozen=True, slots=True)
class Part:
    """The part that an export makes of one subject."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """The files about this subject alone, by path."""
    lines: Any = None
    """Its share of the files about all claims; None for nothing."""


@dataclass(frozen=True, slots=True)
class Material:
    """The material for the files about the whole site."""

    lookup: Lookup
    """The site with its cross references."""
    pages: Sequence[Made]
    """All pages of the site."""
    made: Provenance
    """The sources of the site."""
    lines: Sequence[Any]
    """What this export's parts say of all published claims, in their order."""
    files: Mapping[str, str]
    """The files of all exports, as each names its own."""


def _nothing(_: Material) -> dict[str, bytes]:
    return {}


@dataclass(frozen=True, slots=True)
class File:
    """A file of an export, or several that hold the same of different subjects, as docs/data.md describes it."""

    media_type: str
    """Its media type (RFC 6838), as hosts and descriptions of the data name it."""
    holds: str
    """What it holds, in a sentence."""
    form: str
    """Its form: the standard that it follows, or the file with its schema."""


@dataclass(frozen=True, slots=True)
class Export:
    """Files that a site publishes for programs."""

    files: Mapping[str, File]
    """Each by path; ``<id>`` and ``<n>`` stand for ids and numbers."""
    make: Callable[[Material], Mapping[str, bytes]] = _nothing
    """The files about the whole site by path from its root; a file with nothing to say may be left out."""
    parts: Mapping[str, Callable[[Subject], Part]] = field(default_factory=dict)
    """By kind of subject: a function for its part, in any process, and again only if something it read has changed."""


def subjects(lookup: Lookup) -> Iterable[tuple[str, str]]:
    """The kind and the id of everything that exports can make parts of."""
    site = lookup.site
    yield SITE, ""
    kinds = ((CLAIM, site.claims), (ACTOR, site.actors), (ARTICLE, site.articles), (TOPIC, site.topics))
    yield from ((kind, id_) for kind, ids in kinds for id_ in ids)
