"""All edits, by name: each key of each kind of record changed, taken away and added; records, texts and the theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from tests.law.fields import Model, keys, optional, places
from tests.law.files import TEXTS, theme
from tests.law.ground import ground
from tests.law.sources import Sources
from tests.law.values import others, without
from tests.law.whole import WHOLE, Edits


def of_key(model: Model, key: str) -> Mapping[str, Edits]:
    """The edits of ``key`` in records of ``model``, by name."""
    name = f"{model.__name__}.{key}"
    found: dict[str, Edits] = {f"{name} changed": partial(_changed, model, key)}
    if optional(model, key):
        found[f"{name} removed"] = partial(_removed, model, key)
        sources = ground()
        if any(key not in sources.get(path) for path in places(sources, model)):
            found[f"{name} added"] = partial(_added, model, key)
    return found


@lru_cache(maxsize=1)
def catalogue() -> Mapping[str, Edits]:
    """Every edit, by name."""
    found: dict[str, Edits] = {}
    for model, key in keys():
        found |= of_key(model, key)
    return {**found, **WHOLE, **TEXTS, **theme(ground())}


def _changed(model: Model, key: str, sources: Sources) -> Iterator[Sources]:
    return _in_turn(others(sources, model, path, key) for path in places(sources, model) if key in sources.get(path))


def _added(model: Model, key: str, sources: Sources) -> Iterator[Sources]:
    return _in_turn(
        others(sources, model, path, key) for path in places(sources, model) if key not in sources.get(path)
    )


def _removed(model: Model, key: str, sources: Sources) -> Iterator[Sources]:
    for path in places(sources, model):
        if key in sources.get(path):
            yield from without(sources, model, path, key)


def _in_turn(many: Iterator[Iterator[Sources]]) -> Iterator[Sources]:
    """The first of each, then the second of each, and so on: another record tells more than another value."""
    waiting = list(many)
    while waiting:
        left = []
        for one in waiting:
            item = next(one, None)
            if item is not None:
                yield item
                left.append(one)
        waiting = left
