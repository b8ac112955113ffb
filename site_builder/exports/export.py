"""Makes everything that a site publishes for programs, from the same cross references as its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from site_builder.contents import Content, Output
from site_builder.exports import annotations as web_annotations
from site_builder.exports import data, feeds, host, oembed, provenance, schemas, tables, twins
from site_builder.exports.kind import CLAIM, Export, Material, Subject, subjects
from site_builder.exports.sources import Provenance
from site_builder.page import Made
from site_builder.pages.lookup import Lookup
from site_builder.parallel import spread

EXPORTS: tuple[Export, ...] = (
    host.EXPORT,
    feeds.EXPORT,
    data.EXPORT,
    twins.EXPORT,
    tables.EXPORT,
    web_annotations.EXPORT,
    oembed.EXPORT,
    schemas.EXPORT,
    provenance.EXPORT,
)
FILES: Mapping[str, str] = {path: file.media_type for export in EXPORTS for path, file in export.files.items()}
"""The media type of each file by path, as the exports name them."""
STEP = "data"
"""The name of the step that makes the parts."""
WORTH_A_PROCESS = 500
"""Subjects below which starting processes takes longer than it saves."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that all exports make of one subject."""

    files: tuple[Output, ...]
    """The files about it alone."""
    lines: Mapping[int, Any]
    """Its share of the files about all claims, by the number of the export."""


def export(
    lookup: Lookup,
    pages: Sequence[Made],
    made: Provenance,
    keep: Callable[[bytes], Content] = lambda data: data,
    jobs: int = 1,
) -> dict[str, Content]:
    """All files for programs by path.

    ``pages`` are those of the site, ``made`` has its sources. Up to ``jobs`` processes make the parts, and
    give files about one subject to ``keep``.
    """
    share = partial(spread, jobs=jobs, worth_it=WORTH_A_PROCESS)
    parts = lookup.step(STEP, subjects(lookup), lambda known, subject: _parts(known, subject, keep), spread=share)
    files: dict[str, Content] = {file.file: file.content for part in parts.values() for file in part.files}
    for number, one in enumerate(EXPORTS):
        lines = [parts[CLAIM, claim.id].lines.get(number) for claim in lookup.claims]
        files |= one.make(Material(lookup, pages, made, lines, FILES))
    return files


def _parts(lookup: Lookup, subject: tuple[str, str], keep: Callable[[bytes], Content]) -> Parts:
    kind, id_ = subject
    about = Subject(lookup, id_)
    parts = {number: one.parts[kind](about) for number, one in enumerate(EXPORTS) if kind in one.parts}
    files = (Output(path, keep(data)) for part in parts.values() for path, data in part.files.items())
    return Parts(tuple(files), {number: part.lines for number, part in parts.items() if part.lines is not None})
