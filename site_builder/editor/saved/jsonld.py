"""Reads a page's statements about itself in JSON-LD, in the terms of schema.org's ``Article``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from site_builder.editor.saved.tokens import referenced

_STORIES = re.compile(r"(?:Article|Posting|Report|Review)$")
_DEEPEST = 12
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")

Fields = dict[str, list[str]]
"""Names as in ``metadata.py``, each with the values that were found, best first."""


def fields(scripts: Sequence[str]) -> Fields:
    """The fields that the page's JSON-LD ``scripts`` give for its story."""
    objects = [found for script in scripts for found in _objects(_load(script))]
    named = {str(found["@id"]): found for found in objects if "@id" in found and len(found) > 1}
    stories = [found for found in objects if _is_a(found, _STORIES)]
    pages = [found for found in objects if _is_a(found, re.compile(r"(?:WebPage|CreativeWork)$"))]
    sites = [found for found in objects if _is_a(found, re.compile(r"WebSite$"))]
    best = [found for found in stories if "headline" in found or "datePublished" in found][:1] or stories[:1]
    result: Fields = {}
    for found in (*best, *pages[:1]):
        publisher = _names(found.get("publisher"), named)
        for key, values in {
            "title": _texts(found.get("headline") or (found.get("name") if found in best else None)),
            "authors": _names(found.get("author") or found.get("creator"), named),
            "published": _texts(found.get("datePublished")),
            "publisher": publisher,
            "language": _names(found.get("inLanguage"), named),
            "url": _texts(found.get("url")) + _texts(found.get("mainEntityOfPage"), "@id"),
        }.items():
            result.setdefault(key, []).extend(values)
    for found in sites[:1]:
        result.setdefault("publisher", []).extend(_texts(found.get("name")))
    return result


def _load(script: str) -> Any:
    text = _WRAPPING.sub("", script).strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in ``value``, outer ones first, not looked for deeper than articles put them."""
    level = [value]
    for _ in range(_DEEPEST):
        yield from (found for found in level if isinstance(found, dict))
        level = [inner for found in level for inner in _inner(found)]


def _inner(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return (inner for inner in value.values() if isinstance(inner, dict | list))
    return value if isinstance(value, list) else ()


def _is_a(found: dict[str, Any], kinds: re.Pattern[str]) -> bool:
    types = found.get("@type")
    return any(kinds.search(str(kind)) for kind in (types if isinstance(types, list) else [types]))


def _texts(value: Any, key: str = "name") -> list[str]:
    """The texts in ``value``: itself, those of a list, or under ``key`` of an object."""
    if isinstance(value, str):
        return [referenced(_TAG.sub("", value))]  # many programs write the words as they stand in HTML
    if isinstance(value, list):
        return [text for item in value[:50] for text in _texts(item, key) if not isinstance(item, list)]
    return _texts(value.get(key)) if isinstance(value, dict) and not isinstance(value.get(key), dict) else []


def _names(value: Any, named: dict[str, dict[str, Any]]) -> list[str]:
    """The names in ``value``, which may stand elsewhere under an ``@id``."""
    names: list[str] = []
    for item in value[:50] if isinstance(value, list) else [value]:
        known = named.get(str(item.get("@id")), item) if isinstance(item, dict) and "name" not in item else item
        if isinstance(known, dict) and "name" not in known and "familyName" in known:
            names.append(f"{known.get('givenName', '')} {known['familyName']}".strip())
        else:
            names += _texts(known)
    return names
