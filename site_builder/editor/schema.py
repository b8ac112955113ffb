"""JSON Schemas of the records, with this project's own ids, for completion and checks in text editors.

JSON Schema 2020-12. Made from the record models that the builder itself uses; ids of actors, articles, topics,
verdicts, claims and pages are enumerated with their names (``enumDescriptions`` is what editors show beside them).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from site_builder.editor.save import all_or_nothing
from site_builder.errors import EnvironmentProblem
from site_builder.link.heads import heads
from site_builder.link.names import Names, collect
from site_builder.load.claim import MAY_COME_LATER
from site_builder.load.fence import Fence
from site_builder.records.entries import Records
from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord, SiteRecord
from site_builder.records.record import Record
from site_builder.records.values import ID_PATTERN, MAX_ID
from site_builder.workspace import Workspace

FOLDER = "schema"
CLAIMS, RECORD, SITE = "claims.schema.json", "record.schema.json", "site.schema.json"
ARTICLE = "article.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
REFERENCES = {
    ("ActorRecord", "members"): "actors",
    ("ClaimRecord", "actor"): "actors",
    ("ClaimRecord", "about"): "actors",
    ("ClaimRecord", "accuses"): "actors",
    ("ClaimRecord", "topics"): "topics",
    ("ClaimRecord", "verdict"): "verdicts",
    ("ClaimRecord", "scale"): "scales",
    ("WasRecord", "scale"): "scales",
    ("PassageRecord", "article"): "articles",
    ("PassageRecord", "speaker"): "actors",
    ("RelationRecord", "claim"): "claims",
    ("PersonRecord", "interests"): "actors",
    ("PoliciesRecord", "methodology"): "pages",
    ("PoliciesRecord", "corrections"): "pages",
    ("PoliciesRecord", "funding"): "pages",
    ("PoliciesRecord", "contact"): "pages",
}
"""The kind of record whose ids each key holds."""


def schemas(records: Records) -> dict[str, str]:
    """The schemas of a project's ``records`` by file name, as JSON text that ends with a line end."""
    names = collect(heads(records))
    files = {
        CLAIMS: _claims(names),
        RECORD: _record(names),
        SITE: _whole("content/site.yaml", SiteRecord, names),
        ARTICLE: _whole("The front matter of content/articles/<id>.md", ArticleRecord, names),
    }
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in files.items()}


def write(root: Path) -> list[Path]:
    """Write the schemas of the project in ``root``, those that differ; returns the files of all.

    Raises :class:`EnvironmentProblem` where one cannot be written; then all are as they were.
    """
    made = {root / FOLDER / name: text.encode() for name, text in schemas(Workspace.open(root).records).items()}
    with all_or_nothing() as put:
        for path, data in made.items():
            Fence(root).look(path)
            if not path.is_file() or path.read_bytes() != data:
                put(path, data)
    return list(made)


def renew(root: Path) -> str:
    """Write the schemas again after a record was added, if the project has any; returns what is to be told, or "".

    Otherwise an editor would underline the new id wherever it is used.
    """
    if not os.path.exists(root / FOLDER / CLAIMS):
        return ""
    try:
        write(root)
    except (EnvironmentProblem, OSError) as problem:
        why = problem.message if isinstance(problem, EnvironmentProblem) else problem
        return f"{FOLDER}/ does not offer the new record yet ({why}): run `site-builder schema`"
    return ""


def _claims(names: Names) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    for model in (ActorRecord, ClaimRecord):
        schema = _enumerated(_schema(model), model.__name__, names)
        definitions |= schema.pop("$defs", {})
        definitions[model.__name__] = schema
    _let_drafts_lack(definitions[ClaimRecord.__name__])
    return {
        "$schema": _DIALECT,
        "title": "claims.yaml",
        "type": ["object", "null"],
        "properties": {
            "actors": {
                "type": ["object", "null"],
                "propertyNames": {"pattern": f"^{ID_PATTERN}$", "maxLength": MAX_ID},
                "additionalProperties": {"$ref": "#/$defs/ActorRecord"},
            },
            "claims": {"type": ["array", "null"], "items": {"$ref": "#/$defs/ClaimRecord"}},
        },
        "additionalProperties": False,
        "$defs": definitions,
    }


def _record(names: Names) -> dict[str, Any]:
    """A file below ``claims/``: lists as in claims.yaml, or one record, which has its id from the file's name."""
    lists = _claims(names)
    definitions = lists["$defs"]
    actor, claim = (definitions[model.__name__] for model in (ActorRecord, ClaimRecord))
    alone = {
        "ActorAlone": {**actor, "properties": {"id": claim["properties"]["id"], **actor["properties"]}},
        "ClaimAlone": {**claim, "required": [], "else": {"required": list(MAY_COME_LATER)}},
    }
    return {
        "$schema": _DIALECT,
        "title": "claims/**/*.yaml",
        "if": {"anyOf": [{"required": ["actors"]}, {"required": ["claims"]}]},
        "then": {key: lists[key] for key in ("type", "properties", "additionalProperties")},
        "else": {
            "if": {"required": ["name"]},
            "then": {"$ref": "#/$defs/ActorAlone"},
            "else": {"$ref": "#/$defs/ClaimAlone"},
        },
        "$defs": definitions | alone,
    }


def _let_drafts_lack(claim: dict[str, Any]) -> None:
    """Require of a draft no more than its id."""
    is_draft = {"properties": {"status": {"const": "draft"}}, "required": ["status"]}
    claim["if"], claim["else"] = is_draft, {"required": claim["required"]}
    claim["required"] = [key for key in claim["required"] if key not in MAY_COME_LATER]


def _whole(title: str, model: type[Record], names: Names) -> dict[str, Any]:
    return {"$schema": _DIALECT, **_enumerated(_schema(model), model.__name__, names), "title": title}


def _schema(model: type[Record]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``model``: the records that are accepted, as far as a schema can say it.

    A key without a value is as good as absent, so that whatever may be absent may be null.
    """
    schema = model.model_json_schema(ref_template="#/$defs/{model}")
    for record in (schema, *schema.get("$defs", {}).values()):
        for name, value in record.get("properties", {}).items():
            if "patternProperties" in value:
                value["additionalProperties"] = False
            value.pop("default", None)
            value.pop("title", None)
            if name not in record.get("required", ()) and {"type": "null"} not in value.get("anyOf", ()):
                said = {"description": value.pop("description")}  # of the key, with a value or without one
                record["properties"][name] = {"anyOf": [value, {"type": "null"}], **said}
    return schema


def _enumerated(schema: dict[str, Any], name: str, names: Names) -> dict[str, Any]:
    """``schema`` (of the model ``name``) with the ids that its references may have."""
    for model, record in ((name, schema), *schema.get("$defs", {}).items()):
        for key, value in record.get("properties", {}).items():
            known = REFERENCES.get((model, key))
            if known:
                _restrict(value, _known(names, known))
    return schema


def _known(names: Names, kind: str) -> Mapping[str, str]:
    """The ids of a ``kind`` with their names; a verdict may be one of an earlier scale."""
    scales = names.scales
    if kind == "scales":
        return {id_: id_ for id_ in scales}
    known: Mapping[str, str] = getattr(names, kind)
    earlier = {step.id: step.label for scale in scales.values() for step in scale.verdicts}
    return {**earlier, **known} if kind == "verdicts" else known


def _restrict(value: dict[str, Any], known: Mapping[str, str]) -> None:
    for option in (*value.get("anyOf", ()), value):
        target = option.get("items", option)
        if target.get("pattern") == f"^{ID_PATTERN}$" and known:
            said = {key: target[key] for key in ("description",) if key in target}
            target.clear()
            target |= {"type": "string", "enum": list(known), "enumDescriptions": list(known.values()), **said}
