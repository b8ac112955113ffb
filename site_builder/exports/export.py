"""Everything that a site publishes for programs, made of the same cross references as its pages."""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.exports.annotations import annotation_file
from site_builder.exports.data import data_files
from site_builder.exports.feeds import feeds
from site_builder.exports.host import host_files
from site_builder.exports.oembed import oembed_files
from site_builder.exports.provenance import Provenance, provenance_file
from site_builder.exports.records import claim_texts
from site_builder.exports.schemas import schemas
from site_builder.exports.tables import tables
from site_builder.exports.twins import twins
from site_builder.page import Made
from site_builder.pages.lookup import Lookup


def export(lookup: Lookup, pages: Sequence[Made], made: Provenance) -> dict[str, bytes]:
    """All files for programs by path; ``pages`` are those of the site, ``made`` is what it was made from."""
    base_url = lookup.site.base_url
    claims = claim_texts(lookup)
    return {
        **host_files(lookup, pages),
        **feeds(lookup),
        **data_files(lookup, claims),
        **twins(lookup, claims),
        **tables(lookup),
        **annotation_file(lookup),
        **oembed_files(lookup),
        **schemas(base_url),
        **provenance_file(made, base_url),
    }
