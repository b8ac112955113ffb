"""Reads JSON values from elsewhere, which may have any type: returns a text or an object if there is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Object = dict[str, Any]


def text(value: Any) -> str:
    """A text, or the ``name`` or ``@value`` of an object; nothing for anything else."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return text(value.get("name")) or text(value.get("@value"))
    return text(value[0]) if isinstance(value, list) and len(value) == 1 else ""


def objects(value: Any) -> list[Object]:
    """The objects in ``value``: itself, or the items of a list."""
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, dict)]


def first(value: Any) -> Object:
    """The first object in ``value``, or one without keys."""
    return next(iter(objects(value)), {})


def kinds(value: Object) -> set[str]:
    """The types (``@type``) of an object without the addresses and prefixes before their names."""
    named = value.get("@type", value.get("type"))
    names = named if isinstance(named, list) else [named]
    return {name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)}


def below(values: Any) -> Iterator[Object]:
    """Every object in ``values``, at any depth, in the order of the file."""
    waiting = [values]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += reversed(list(value.values()))
        elif isinstance(value, list):
            waiting += reversed(value)
