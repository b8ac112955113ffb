"""Keys: those that a record may have, and suggestions for an unknown key.

By its letters where they only look different, else by its likeness, else by what people call it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, get_origin

from site_builder.diagnostics import did_you_mean
from site_builder.records.letters import odd_letters, plain
from site_builder.records.record import Record

_MARKS = "\"'“”„‟«»‹›‘’‚`*-– \u00a0"
_OTHER_NAMES = {
    "articles": "article", "source": "article", "text": "quote change", "quotation": "quote", "claim": "statement",
    "rating": "verdict", "reason": "summary change", "author": "byline checked_by", "authors": "byline checked_by",
    "headline": "title", "lang": "language", "link": "url", "name": "title", "who": "actor of", "speaker": "actor",
    "claimant": "actor", "day": "date", "date": "published", "draft": "status", "state": "status",
    "published_on": "published", "tags": "topics", "tag": "topics", "category": "topics", "categories": "topics",
    "sources": "passages", "quotes": "passages", "quotations": "passages", "evidence": "passages",
    "analysis": "assessment", "explanation": "assessment", "checker": "checked_by", "fact_checker": "checked_by",
    "newspaper": "publisher", "outlet": "publisher", "wikipedia": "same_as", "wikidata": "same_as",
    "website": "url same_as", "pictures": "images", "previews": "images", "share_images": "images", "image": "images",
}  # fmt: skip
"""Names that people give a key without having looked it up; of several keys, the first that the record has."""
_NOTHING_LIKE = frozenset(("image", "picture", "photo"))
"""Names that mean no other key, however near they look."""


@cache
def record_keys() -> frozenset[str]:
    """Every key that a record of some kind has."""
    models = [Record]
    for model in models:
        models += model.__subclasses__()
    return frozenset(name for model in models for name in model.model_fields) | {"actors", "claims"}


def keys_at(model: type[Record], path: tuple[str | int, ...]) -> list[str]:
    """The keys that the record at ``path`` inside a ``model`` may have, for suggestions."""
    found = record_at(model, path)
    return list(found.model_fields) if found else []


def record_at(model: type[Record], path: tuple[str | int, ...]) -> type[Record] | None:
    """The kind of record that belongs at ``path`` inside a ``model``, or of those that its list has."""
    current: Any = model
    for step in path:
        record = _record_in(current)
        if isinstance(step, str) and get_origin(current) is not dict:
            fields = record.model_fields if record else {}
            current = fields[step].annotation if step in fields else None
        else:
            current = record
    return _record_in(current)


def _record_in(annotation: Any) -> type[Record] | None:
    """The record class inside ``X | None``, ``tuple[X, ...]`` or ``dict[str, X]``, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        inner = _record_in(part)
        if inner is not None:
            return inner
    return None


def meant(key: str, known: Sequence[str]) -> str | None:
    """The one of ``known`` that ``key`` is another way to write, or None."""
    folded = plain(key).strip(_MARKS).casefold().replace("-", "_").replace(" ", "_")
    if folded in known:
        return folded
    for other in _OTHER_NAMES.get(folded, "").split():
        if other in known:
            return other
    if folded in _NOTHING_LIKE:
        return None
    near = did_you_mean(folded or key, known)
    return near.split('"')[1] if near else None


def advice(key: str, near: str) -> str:
    """Advice for somebody who wrote ``key`` and meant ``near``."""
    odd = odd_letters(key)
    if odd and plain(key).casefold() == near:
        return f"write {near}: the look-alike here has {' and '.join(odd)}"
    return f'did you mean "{near}"?'
