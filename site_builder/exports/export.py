"""Makes everything that a site publishes for programs, from the same cross references as its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.exports import annotations as web_annotations
from site_builder.exports import data, feeds, host, oembed, provenance, schemas, tables, twins
from site_builder.exports.kind import Export, Material
from site_builder.exports.records import claim_texts
from site_builder.exports.sources import Provenance
from site_builder.page import Made
from site_builder.pages.lookup import Lookup

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
FILES: Mapping[str, str] = {file: kind for export in EXPORTS for file, kind in export.files.items()}
"""The media type of each file by path, as the exports name them."""


def export(lookup: Lookup, pages: Sequence[Made], made: Provenance) -> dict[str, bytes]:
    """All files for programs by path; ``pages`` are those of the site, ``made`` is what it was made from."""
    material = Material(lookup, pages, made, claim_texts(lookup), FILES)
    return {file: content for one in EXPORTS for file, content in one.make(material).items()}
