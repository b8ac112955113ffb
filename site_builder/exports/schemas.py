"""JSON Schemas (2020-12) of the data of single pages and of all claims, published beside the data.

Written out by hand, so that a change of the data that its readers would notice is a change here as well: nothing is
allowed that is not named.
"""

from __future__ import annotations

import json
from typing import get_args

from site_builder.exports.kind import Export, File, Material
from site_builder.exports.records import VERSION, schema_file, schema_url
from site_builder.exports.schema_claim import CLAIM, EXACT, FORMER, POSITION
from site_builder.exports.schema_parts import (
    DIGEST,
    URL,
    Schema,
    day,
    edtf,
    id_of,
    ids_of,
    list_of,
    maybe,
    maybe_text,
    one_of,
    record,
    text,
)
from site_builder.model import ActorKind, SourceKind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SOURCES: Schema = {
    "type": "object",
    "description": "The articles that it quotes: each file, as in data/provenance.json, with its digest",
    "additionalProperties": DIGEST,
}
_PROVENANCE = record(
    "What it was made from",
    {"generator": text("The program and its version"), "sources": _SOURCES},
)
HEAD: Schema = {
    "$schema": text("Where the schema is", format="uri"),
    "version": {"const": VERSION, "description": "A change that breaks a reader raises it"},
    "provenance": _PROVENANCE,
}
WITHDRAWN: Schema = {
    "id": id_of("The claim's id"),
    "url": URL,
    "withdrawn": day("The day on which it was withdrawn"),
    "reason": text("Why it was withdrawn"),
    "former_ids": FORMER,
}
ACTOR: Schema = {
    "id": id_of("The actor's id"),
    "url": URL,
    "name": text("The name, as the sources print it"),
    "kind": one_of(get_args(ActorKind), "What the actor is"),
    "role": maybe_text("Who the actor is, as the sources describe it"),
    "country": maybe(text("ISO 3166-1 alpha-2", pattern="^[A-Z]{2}$")),
    "also_known_as": list_of({"type": "string"}, "Other names"),
    "same_as": list_of({"type": "string", "format": "iri"}, "The actor elsewhere"),
    "summary_html": maybe_text("A short paragraph; links are in full"),
    "members": ids_of("Of a group or an organisation: the actors who belong to it"),
    "claims": ids_of("Claims the actor made"),
    "claims_with_others": ids_of("Claims of groups and organisations to which the actor belongs"),
    "claims_about": ids_of("Claims about the actor"),
    "accused_in": ids_of("Claims that accuse the actor"),
    "former_ids": FORMER,
}
ARTICLE: Schema = {
    "id": id_of("The article's id"),
    "url": URL,
    "title": text("The headline"),
    "publisher": text("Who published it"),
    "byline": list_of({"type": "string"}, "Who wrote it"),
    "agency": maybe_text("The news agency whose text it is"),
    "contributors": list_of({"type": "string"}, "Who contributed without being the author"),
    "published": edtf("When it was published"),
    "original": maybe(text("The article at its publisher", format="iri")),
    "archived": maybe(text("A copy in a web archive", format="iri")),
    "language": text("BCP 47"),
    "source": one_of(get_args(SourceKind), "What kind of source it is"),
    "captions": list_of({"type": "string"}, "The captions of its pictures"),
    "note": maybe_text("One line on provenance"),
    "sha256": DIGEST,
    "passages": list_of(
        record(
            "A passage that claims rest on",
            {
                "anchor": text("The id of the passage on the article's page"),
                "exact": EXACT,
                "positions": list_of(POSITION, "One for each stretch"),
                "claims": ids_of("The claims that rest on it"),
            },
        ),
        "In the order of the claims",
    ),
    "former_ids": FORMER,
}
ALL: Schema = {
    "title": text("The site"),
    "url": text("Its address", format="uri"),
    "language": text("BCP 47"),
    "publisher": text("Who answers for it"),
    "licence": {
        **record(
            "The terms for the records",
            {"name": text("What the terms are called"), "url": maybe_text("Where they can be read")},
        ),
        "type": ["object", "null"],
    },
    "claims": list_of(record("A claim and its check", CLAIM), "Every published claim"),
}


SCHEMAS: dict[str, Schema] = {
    "claim": {"anyOf": [record("A claim and its check", HEAD | CLAIM), record("A withdrawn one", HEAD | WITHDRAWN)]},
    "actor": record("Somebody who says, or of whom something is said", HEAD | ACTOR),
    "article": record("A source", HEAD | ARTICLE),
    "claims": record("Every published claim of a site", HEAD | ALL),
}


def _files(material: Material) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for kind, body in SCHEMAS.items():
        schema = {"$schema": _DIALECT, "$id": schema_url(material.lookup.site.base_url, kind), **body}
        files[schema_file(kind)] = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
    return files


_ABOUT = File("application/schema+json", "What the JSON may contain.", "JSON Schema 2020-12")
EXPORT = Export({schema_file(kind): _ABOUT for kind in SCHEMAS}, _files)
