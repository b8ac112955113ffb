"""Building blocks of the schemas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]
"""A JSON Schema."""


def text(description: str, **more: object) -> Schema:
    """A text with its ``description``; ``more`` are further keywords."""
    return {"type": "string", "description": description, **more}


def maybe_text(description: str) -> Schema:
    """A text, or null."""
    return maybe(text(description))


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


def id_of(description: str) -> Schema:
    """An id, and whose it is."""
    return text(description, pattern="^[a-z0-9]+(-[a-z0-9]+)*$")


def ids_of(description: str) -> Schema:
    """A list of ids, and whose they are."""
    return list_of(ID, description)


def one_of(choices: Iterable[str], description: str) -> Schema:
    """One of some words."""
    return {"enum": list(choices), "description": description}


ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
DIGEST = text("SHA-256 of the article's file, in hexadecimal", pattern="^[0-9a-f]{64}$")
URL = text("Where its page is", format="uri")
_EDTF = "EDTF, level 1: a day, a month or a year, with ~ (approximate) or ? (uncertain); ../ before it: by then"


def day(description: str) -> Schema:
    """A day."""
    return text(description, format="date")


def edtf(description: str) -> Schema:
    """A date that may be less than a day, or uncertain."""
    return text(f"{description}. {_EDTF}")
