"""The record models taken apart: which kinds of record there are, where each stands in a project, which keys it has.

Read from the models themselves, so that a new key is here before anybody thinks of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from site_builder.records.models import ActorRecord, ArticleRecord, ClaimRecord, PageRecord, SiteRecord
from site_builder.records.record import Record
from tests.law.sources import ARTICLES, CLAIMS, PAGES, SITE, Path, Sources

Model = type[Record]


def roots(sources: Sources) -> Iterator[tuple[Model, Path, str]]:
    """Each record that stands by itself: its model, its place and its id; the site has none."""
    for id_ in sources.get((CLAIMS, "actors")):
        yield ActorRecord, (CLAIMS, "actors", id_), id_
    for index, claim in enumerate(sources.get((CLAIMS, "claims"))):
        yield ClaimRecord, (CLAIMS, "claims", index), claim["id"]
    yield SiteRecord, (SITE,), ""
    for model, folder in ((ArticleRecord, ARTICLES), (PageRecord, PAGES)):
        for name in sources.names(folder):
            yield model, (name,), name.removeprefix(folder).removesuffix(".md")


def places(sources: Sources, model: Model) -> list[Path]:
    """Where the records of ``model`` stand, those first whose record others name most."""
    words = str(sources.records).split("'")
    found = [
        (-words.count(id_), place) for root, path, id_ in roots(sources) for place in _below(sources, root, path, model)
    ]
    return [place for _, place in sorted(found, key=lambda pair: pair[0])]


def models() -> list[Model]:
    """Every kind of record, the outer ones first."""
    found: dict[Model, None] = {}
    waiting: list[Model] = [ActorRecord, ClaimRecord, SiteRecord, ArticleRecord, PageRecord]
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            inner = (record_in(field.annotation) for field in model.model_fields.values())
            waiting += [one for one in inner if one]
    return list(found)


def keys() -> list[tuple[Model, str]]:
    """Every key of every kind of record."""
    return [(model, key) for model in models() for key in model.model_fields]


def optional(model: Model, key: str) -> bool:
    """True when a record may lack ``key``."""
    return not model.model_fields[key].is_required()


def record_in(annotation: Any) -> Model | None:
    """The model in ``X``, ``X | None``, ``tuple[X, ...]`` or ``dict[str, X]``, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((model for part in get_args(annotation) if (model := record_in(part))), None)


def shape(annotation: Any) -> str:
    """one, many (a list) or named (a mapping)."""
    origins = {get_origin(annotation), *(get_origin(part) for part in get_args(annotation))}
    return "many" if tuple in origins else "named" if dict in origins else "one"


def _below(sources: Sources, root: Model, path: Path, wanted: Model) -> Iterator[Path]:
    """The places of ``wanted`` at ``path`` and below, where a record of ``root`` stands."""
    if root is wanted:
        yield path
        return
    for key, field in root.model_fields.items():
        inner, value = record_in(field.annotation), sources.get((*path, key))
        if inner is None or value is None:
            continue
        steps: dict[str, list[Path]] = {
            "one": [()],
            "many": [(index,) for index in range(len(value))] if isinstance(value, list) else [()],
            "named": [(name,) for name in value],
        }
        for step in steps[shape(field.annotation)]:
            yield from _below(sources, inner, (*path, key, *step), wanted)
