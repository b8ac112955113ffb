"""JSON Schemas (2020-12) of the data of single pages and of all claims, published beside the data.

Written out by hand, so that a change of the data that its readers would notice is a change here as well: nothing is
allowed that is not named.
"""

from __future__ import annotations

import json
from typing import Any, get_args

from site_builder.exports.kind import Export, Material
from site_builder.exports.records import VERSION, schema_file, schema_url
from site_builder.model import ActorKind, Attribution, SourceKind, Speech
from site_builder.relations import DESCRIPTION, RELATIONS
from site_builder.roles import ROLES

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _text(description: str, **more: object) -> Schema:
    return {"type": "string", "description": description, **more}


def _maybe(schema: Schema) -> Schema:
    """``schema``, or null."""
    return {**schema, "type": [schema["type"], "null"]}


def _list(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def _record(description: str, properties: Schema) -> Schema:
    """An object with all of ``properties`` and no other."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_IDS = {"type": "array", "items": _ID}
_DIGEST = _text("SHA-256, in hexadecimal", pattern="^[0-9a-f]{64}$")
_URL = _text("Where its page is", format="uri")
_DAY = _text("A day", format="date")
_EDTF = _text("EDTF, level 1: a day, a month or a year, with ~ (approximate) or ? (uncertain); ../ before it: by then")
_POSITION = {
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
    "items": False,
    "minItems": 2,
    "description": "Start and end (exclusive) in the article's text, in characters",
}
_EXACT = _list({"type": "string"}, "The article's own words; more than one stretch where words are left out")
_SOURCES: Schema = {
    "type": "object",
    "description": "The articles that it quotes: each file, as in data/provenance.json, with its digest",
    "additionalProperties": _DIGEST,
}
_PROVENANCE = _record(
    "What it was made from",
    {"generator": _text("The program and its version"), "sources": _SOURCES},
)
_FORMER = {**_IDS, "description": "Ids under which it was published before"}

_PASSAGE = _record(
    "A quotation in its place",
    {
        "article": _record(
            "The source",
            {
                "id": _ID,
                "title": _text("The headline"),
                "publisher": _text("Who published it"),
                "url": _maybe(_text("The article at its publisher", format="iri")),
                "sha256": _DIGEST,
            },
        ),
        "exact": _EXACT,
        "positions": _list(_POSITION, "One for each stretch"),
        "role": {"enum": list(ROLES)},
        "speech": {"enum": list(get_args(Speech))},
        "speaker": {"type": ["string", "null"], "description": "Id of who speaks; null: the article itself"},
        "translation": {"type": ["string", "null"]},
        "note": {"type": ["string", "null"]},
    },
)
_VALUE = {
    "type": ["integer", "null"],
    "minimum": 1,
    "maximum": 5,
    "description": "null where the scale gives no numbers",
}
_WAS = {
    "type": "object",
    "description": "How the claim read before: those of its parts that were changed",
    "properties": {"statement": {"type": "string"}, "verdict": _ID, "summary": {"type": "string"}},
    "additionalProperties": False,
}
_CLAIM: Schema = {
    "id": _ID,
    "url": _URL,
    "actor": _record("Who made the claim", {"id": _ID, "name": {"type": "string"}}),
    "statement": _text("The claim in the editors' words"),
    "date": {
        **_EDTF,
        "description": f"When it was made; of a position, when the article reports it. {_EDTF['description']}",
    },
    "attribution": {
        "enum": list(get_args(Attribution)),
        "description": "statement: the actor said it; position: an article ascribes it to the actor",
    },
    "about": {**_IDS, "description": "Actors it is about"},
    "accuses": {**_IDS, "description": "Actors it accuses"},
    "topics": _IDS,
    "verdict": _record(
        "The rating", {"id": _ID, "label": {"type": "string"}, "meaning": _text("What it means"), "value": _VALUE}
    ),
    "summary": _text("The rating's reason"),
    "assessment_html": {"type": ["string", "null"], "description": "How it was reached; links are in full"},
    "passages": {**_list(_PASSAGE, "The words it rests on"), "minItems": 1},
    "relations": _list(
        _record(
            "To another claim",
            {
                "claim": _ID,
                "kind": {"enum": list(RELATIONS), "description": DESCRIPTION},
                "note": {"type": ["string", "null"]},
            },
        ),
        "How it stands to other claims",
    ),
    "published": _DAY,
    "modified": {**_DAY, "description": "The day of the last correction, or of publication"},
    "checked_by": _list({"type": "string"}, "Names of those who checked it"),
    "reviewed_by": _list({"type": "string"}, "Names of those who reviewed the check"),
    "people": _list(
        _record(
            "Somebody who checked or reviewed it",
            {
                "id": _ID,
                "name": {"type": "string"},
                "role": {"type": ["string", "null"]},
                "interests": {**_IDS, "description": "Actors in whom the person declares an interest"},
            },
        ),
        "What the site says of them; nothing of those it knows by name alone",
    ),
    "corrections": _list(
        _record("A correction", {"date": _DAY, "change": _text("What was wrong, and what it says now"), "was": _WAS}),
        "Oldest first",
    ),
    "former_ids": _FORMER,
}
_HEAD: Schema = {
    "$schema": _text("Where the schema is", format="uri"),
    "version": {"const": VERSION, "description": "A change that breaks a reader raises it"},
    "provenance": _PROVENANCE,
}
_WITHDRAWN = {"id": _ID, "url": _URL, "withdrawn": _DAY, "reason": _text("Why it was withdrawn")}
_WITHDRAWN |= {"former_ids": _FORMER}
_ACTOR: Schema = {
    "id": _ID,
    "url": _URL,
    "name": {"type": "string"},
    "kind": {"enum": list(get_args(ActorKind))},
    "role": {"type": ["string", "null"]},
    "country": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2"},
    "also_known_as": _list({"type": "string"}, "Other names"),
    "same_as": _list({"type": "string", "format": "iri"}, "The actor elsewhere"),
    "summary_html": {"type": ["string", "null"], "description": "Links are in full"},
    "members": {**_IDS, "description": "Actors whom it bundles"},
    "claims": {**_IDS, "description": "Claims the actor made"},
    "claims_with_others": {**_IDS, "description": "Claims of bundles to which the actor belongs"},
    "claims_about": {**_IDS, "description": "Claims about the actor"},
    "accused_in": {**_IDS, "description": "Claims that accuse the actor"},
    "former_ids": _FORMER,
}
_ARTICLE: Schema = {
    "id": _ID,
    "url": _URL,
    "title": _text("The headline"),
    "publisher": _text("Who published it"),
    "byline": _list({"type": "string"}, "Who wrote it"),
    "agency": {"type": ["string", "null"]},
    "contributors": _list({"type": "string"}, "Who contributed without being the author"),
    "published": _EDTF,
    "original": _maybe(_text("The article at its publisher", format="iri")),
    "archived": _maybe(_text("A copy in a web archive", format="iri")),
    "language": _text("BCP 47"),
    "source": {"enum": list(get_args(SourceKind))},
    "captions": _list({"type": "string"}, "The captions of its pictures"),
    "note": {"type": ["string", "null"]},
    "sha256": {**_DIGEST, "description": "SHA-256 of the article's file, in hexadecimal"},
    "passages": _list(
        _record(
            "A passage that claims rest on",
            {
                "anchor": _text("The id of the passage on the article's page"),
                "exact": _EXACT,
                "positions": _list(_POSITION, "One for each stretch"),
                "claims": _IDS,
            },
        ),
        "In the order of the claims",
    ),
    "former_ids": _FORMER,
}
_ALL: Schema = {
    "title": _text("The site"),
    "url": _text("Its address", format="uri"),
    "language": _text("BCP 47"),
    "publisher": _text("Who answers for it"),
    "licence": {
        **_record("The terms for the records", {"name": {"type": "string"}, "url": {"type": ["string", "null"]}}),
        "type": ["object", "null"],
    },
    "claims": _list(_record("A claim and its check", _CLAIM), "Every published claim"),
}


_SCHEMAS: dict[str, Schema] = {
    "claim": {
        "anyOf": [_record("A claim and its check", _HEAD | _CLAIM), _record("A withdrawn one", _HEAD | _WITHDRAWN)]
    },
    "actor": _record("Somebody who says, or of whom something is said", _HEAD | _ACTOR),
    "article": _record("A source", _HEAD | _ARTICLE),
    "claims": _record("Every published claim of a site", _HEAD | _ALL),
}


def _files(material: Material) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for kind, body in _SCHEMAS.items():
        schema = {"$schema": _DIALECT, "$id": schema_url(material.lookup.site.base_url, kind), **body}
        files[schema_file(kind)] = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
    return files


EXPORT = Export({schema_file(kind): "application/schema+json" for kind in _SCHEMAS}, _files)
