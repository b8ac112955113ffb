"""Building blocks of the schemas."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
"""A JSON Schema."""


def text(description: str, **more: object) -> Schema:
    """A text with its ``description``; ``more`` are further keywords."""
    return {"type": "string", "description": description, **more}


def maybe(schema: Schema) -> Schema:
    """``schema``, or null."""
    return {**schema, "type": [schema["type"], "null"]}


def list_of(items: Schema, description: str) -> Schema:
    """A list of ``items``."""
    return {"type": "array", "items": items, "description": description}


def record(description: str, properties: Schema) -> Schema:
    """An object with all of ``properties`` and no other."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
IDS = {"type": "array", "items": ID}
DIGEST = text("SHA-256, in hexadecimal", pattern="^[0-9a-f]{64}$")
URL = text("Where its page is", format="uri")
DAY = text("A day", format="date")
EDTF = text("EDTF, level 1: a day, a month or a year, with ~ (approximate) or ? (uncertain); ../ before it: by then")
