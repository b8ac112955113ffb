"""The tables of docs/data.md: files from the registry of exports, and keys of the data files from their schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docs.regions import table
from site_builder.exports.export import EXPORTS
from site_builder.exports.kind import File
from site_builder.exports.provenance import FIELDS
from site_builder.exports.schema_claim import CLAIM
from site_builder.exports.schemas import ACTOR, ALL, ARTICLE, HEAD, WITHDRAWN
from site_builder.exports.tables import COLUMNS

Schema = dict[str, Any]
_FORMATS = {"date": "day", "uri": "web address", "iri": "web address"}
_PATTERNS = {"^[0-9a-f]{64}$": "SHA-256", "^[a-z0-9]+(-[a-z0-9]+)*$": "id", "^[A-Z]{2}$": "country code"}
_TYPES = {"string": "text", "integer": "whole number", "boolean": "`true` or `false`", "object": "record"}


def parts() -> dict[str, str]:
    """The regions of docs/data.md by name."""
    head = ("key", "value", "meaning")
    of = {"Head": HEAD, "Claim": CLAIM, "Withdrawn": WITHDRAWN, "Actor": ACTOR, "Article": ARTICLE, "All": ALL}
    keys = {name: table(head, list(_rows(properties, ""))) for name, properties in of.items()}
    columns = [(f"`{name}`", "text" if kind == "string" else kind, said) for name, kind, said in COLUMNS]
    return keys | {
        "Files": table(("file", "media type", "what it holds", "form"), list(_files())),
        "Columns": table(("column", "type", "meaning"), columns),
        "Provenance": table(head, [(f"`{name}`", kind, said) for name, kind, said in FIELDS]),
    }


def _files() -> Iterator[tuple[str, ...]]:
    """A row for each export's file; files that hold the same of different subjects share one."""
    paths: dict[File, list[str]] = {}
    for export in EXPORTS:
        for path, file in export.files.items():
            paths.setdefault(file, []).append(path)
    for file, names in paths.items():
        yield ", ".join(f"`{name}`" for name in names), f"`{file.media_type}`", file.holds, file.form


def _rows(properties: Mapping[str, Schema], prefix: str) -> Iterator[tuple[str, ...]]:
    """A row for each key, and for the keys of the records that it holds."""
    for name, schema in properties.items():
        yield f"`{prefix}{name}`", _value(schema), schema["description"]
        inner = schema.get("items")
        if isinstance(inner, dict) and "properties" in inner:
            yield from _rows({} if inner["properties"] is CLAIM else inner["properties"], f"{prefix}{name}[].")
        elif "properties" in schema:
            yield from _rows(schema["properties"], f"{prefix}{name}.")


def _value(schema: Schema) -> str:
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{choice}`" for choice in schema["enum"])
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if "array" in types:
        return f"list of {_items(schema)}"
    if "additionalProperties" in schema and isinstance(schema["additionalProperties"], dict):
        return f"mapping from text to {_value(schema['additionalProperties'])}"
    named = _FORMATS.get(schema.get("format", "")) or _PATTERNS.get(schema.get("pattern", ""))
    bounds = f" from {schema['minimum']} to {schema['maximum']}" if "maximum" in schema else ""
    words = [f"{named or _TYPES[one]}{bounds}" for one in types if one != "null"]
    return " or ".join([*words, *(["`null`"] if "null" in types else [])])


def _items(schema: Schema) -> str:
    if "prefixItems" in schema:
        return f"{len(schema['prefixItems'])} whole numbers"
    inner = schema["items"]
    if inner.get("type") == "array":
        return f"lists of {_items(inner)}"
    several = {"text": "texts", "id": "ids", "record": "records", "web address": "web addresses"}
    return several[_value(inner)]
