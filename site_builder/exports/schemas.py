"""JSON Schemas (2020-12) of the data of single pages and of all claims, published beside the data.

Written out by hand, so that a change of the data that its readers would notice is a change here as well: nothing is
allowed that is not named.
"""

from __future__ import annotations

import json
from typing import get_args

from site_builder.exports.kind import Export, Material
from site_builder.exports.records import VERSION, schema_file, schema_url
from site_builder.exports.schema_parts import DAY, DIGEST, EDTF, ID, IDS, URL, Schema, list_of, maybe, record, text
from site_builder.model import ActorKind, Attribution, SourceKind, Speech
from site_builder.relations import DESCRIPTION, RELATIONS
from site_builder.roles import ROLES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


_POSITION = {
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
    "items": False,
    "minItems": 2,
    "description": "Start and end (exclusive) in the article's text, in characters",
}
_EXACT = list_of({"type": "string"}, "The article's own words; more than one stretch where words are left out")
_SOURCES: Schema = {
    "type": "object",
    "description": "The articles that it quotes: each file, as in data/provenance.json, with its digest",
    "additionalProperties": DIGEST,
}
_PROVENANCE = record(
    "What it was made from",
    {"generator": text("The program and its version"), "sources": _SOURCES},
)
_FORMER = {**IDS, "description": "Ids under which it was published before"}

_PASSAGE = record(
    "A quotation in its place",
    {
        "article": record(
            "The source",
            {
                "id": ID,
                "title": text("The headline"),
                "publisher": text("Who published it"),
                "url": maybe(text("The article at its publisher", format="iri")),
                "sha256": DIGEST,
            },
        ),
        "exact": _EXACT,
        "positions": list_of(_POSITION, "One for each stretch"),
        "role": {"enum": list(ROLES)},
        "speech": {"enum": list(get_args(Speech))},
        "speaker": {"type": ["string", "null"], "description": "Id of who speaks; null: the article itself"},
        "translation": {"type": ["string", "null"]},
        "note": {"type": ["string", "null"]},
    },
)
_SCALE = maybe({**ID, "description": "Id of the earlier scale that it stands on; null for the one in use"})
_VALUE = {
    "type": ["integer", "null"],
    "minimum": 1,
    "maximum": 5,
    "description": "null where the scale gives no numbers",
}
_WAS = {
    "type": "object",
    "description": "How the claim read before: those of its parts that were changed",
    "properties": {
        "statement": {"type": "string"},
        "verdict": ID,
        "scale": {
            **ID,
            "description": "Id of the earlier scale that the verdict stands on; left out for the one in use",
        },
        "summary": {"type": "string"},
    },
    "additionalProperties": False,
}
_CLAIM: Schema = {
    "id": ID,
    "url": URL,
    "actor": record("Who made the claim", {"id": ID, "name": {"type": "string"}}),
    "statement": text("The claim in the editors' words"),
    "date": {
        **EDTF,
        "description": f"When it was made; of a position, when the article reports it. {EDTF['description']}",
    },
    "attribution": {
        "enum": list(get_args(Attribution)),
        "description": "statement: the actor said it; position: an article ascribes it to the actor",
    },
    "about": {**IDS, "description": "Actors it is about"},
    "accuses": {**IDS, "description": "Actors it accuses"},
    "topics": IDS,
    "verdict": record(
        "The rating",
        {
            "id": ID,
            "scale": _SCALE,
            "label": {"type": "string"},
            "meaning": text("What it means"),
            "value": _VALUE,
        },
    ),
    "summary": text("The rating's reason"),
    "assessment_html": {"type": ["string", "null"], "description": "How it was reached; links are in full"},
    "passages": {**list_of(_PASSAGE, "The words it rests on"), "minItems": 1},
    "relations": list_of(
        record(
            "To another claim",
            {
                "claim": ID,
                "kind": {"enum": list(RELATIONS), "description": DESCRIPTION},
                "note": {"type": ["string", "null"]},
            },
        ),
        "How it stands to other claims",
    ),
    "published": DAY,
    "modified": {**DAY, "description": "The day of the last correction, or of publication"},
    "checked_by": list_of({"type": "string"}, "Names of those who checked it"),
    "reviewed_by": list_of({"type": "string"}, "Names of those who reviewed the check"),
    "people": list_of(
        record(
            "Somebody who checked or reviewed it",
            {
                "id": ID,
                "name": {"type": "string"},
                "role": {"type": ["string", "null"]},
                "interests": {**IDS, "description": "Actors in whom the person declares an interest"},
            },
        ),
        "What the site says of them; nothing of those it knows by name alone",
    ),
    "asked": list_of(
        record(
            "Somebody who was asked for a reply",
            {
                "date": EDTF,
                "of": record("An actor, or by name somebody else", {"id": maybe(ID), "name": {"type": "string"}}),
                "answer": {"type": ["string", "null"], "description": "The answer, where one is on file"},
                "unanswered": {"type": "boolean", "description": "True where none came by publication"},
            },
        ),
        "Those who were asked for a reply, as far as the record says",
    ),
    "corrections": list_of(
        record("A correction", {"date": DAY, "change": text("What was wrong, and what it says now"), "was": _WAS}),
        "Oldest first",
    ),
    "former_ids": _FORMER,
}
_HEAD: Schema = {
    "$schema": text("Where the schema is", format="uri"),
    "version": {"const": VERSION, "description": "A change that breaks a reader raises it"},
    "provenance": _PROVENANCE,
}
_WITHDRAWN = {"id": ID, "url": URL, "withdrawn": DAY, "reason": text("Why it was withdrawn")}
_WITHDRAWN |= {"former_ids": _FORMER}
_ACTOR: Schema = {
    "id": ID,
    "url": URL,
    "name": {"type": "string"},
    "kind": {"enum": list(get_args(ActorKind))},
    "role": {"type": ["string", "null"]},
    "country": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2"},
    "also_known_as": list_of({"type": "string"}, "Other names"),
    "same_as": list_of({"type": "string", "format": "iri"}, "The actor elsewhere"),
    "summary_html": {"type": ["string", "null"], "description": "Links are in full"},
    "members": {**IDS, "description": "Actors whom it bundles"},
    "claims": {**IDS, "description": "Claims the actor made"},
    "claims_with_others": {**IDS, "description": "Claims of bundles to which the actor belongs"},
    "claims_about": {**IDS, "description": "Claims about the actor"},
    "accused_in": {**IDS, "description": "Claims that accuse the actor"},
    "former_ids": _FORMER,
}
_ARTICLE: Schema = {
    "id": ID,
    "url": URL,
    "title": text("The headline"),
    "publisher": text("Who published it"),
    "byline": list_of({"type": "string"}, "Who wrote it"),
    "agency": {"type": ["string", "null"]},
    "contributors": list_of({"type": "string"}, "Who contributed without being the author"),
    "published": EDTF,
    "original": maybe(text("The article at its publisher", format="iri")),
    "archived": maybe(text("A copy in a web archive", format="iri")),
    "language": text("BCP 47"),
    "source": {"enum": list(get_args(SourceKind))},
    "captions": list_of({"type": "string"}, "The captions of its pictures"),
    "note": {"type": ["string", "null"]},
    "sha256": {**DIGEST, "description": "SHA-256 of the article's file, in hexadecimal"},
    "passages": list_of(
        record(
            "A passage that claims rest on",
            {
                "anchor": text("The id of the passage on the article's page"),
                "exact": _EXACT,
                "positions": list_of(_POSITION, "One for each stretch"),
                "claims": IDS,
            },
        ),
        "In the order of the claims",
    ),
    "former_ids": _FORMER,
}
_ALL: Schema = {
    "title": text("The site"),
    "url": text("Its address", format="uri"),
    "language": text("BCP 47"),
    "publisher": text("Who answers for it"),
    "licence": {
        **record("The terms for the records", {"name": {"type": "string"}, "url": {"type": ["string", "null"]}}),
        "type": ["object", "null"],
    },
    "claims": list_of(record("A claim and its check", _CLAIM), "Every published claim"),
}


_SCHEMAS: dict[str, Schema] = {
    "claim": {
        "anyOf": [record("A claim and its check", _HEAD | _CLAIM), record("A withdrawn one", _HEAD | _WITHDRAWN)]
    },
    "actor": record("Somebody who says, or of whom something is said", _HEAD | _ACTOR),
    "article": record("A source", _HEAD | _ARTICLE),
    "claims": record("Every published claim of a site", _HEAD | _ALL),
}


def _files(material: Material) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for kind, body in _SCHEMAS.items():
        schema = {"$schema": _DIALECT, "$id": schema_url(material.lookup.site.base_url, kind), **body}
        files[schema_file(kind)] = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
    return files


EXPORT = Export({schema_file(kind): "application/schema+json" for kind in _SCHEMAS}, _files)
