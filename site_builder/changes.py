"""The difference between the cached results of two runs, so that only the difference is written to disk."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, is_dataclass
from functools import lru_cache
from typing import Any

from site_builder.facts import Question
from site_builder.trace import Memory

FACT, RESULT = "fact", "result"
Reference = tuple[str, str, Hashable]
"""A value that a memory already holds: fact or result, its name, and its subject."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The difference between two mappings."""

    changed: Mapping[Any, Any]
    """New keys, and keys with a new value."""
    gone: tuple[Any, ...]
    """Removed keys."""
    order: tuple[Any, ...] | None
    """All keys in order, unless the order is the old one with new keys at the end."""


@dataclass(frozen=True, slots=True)
class Change:
    """The difference between two memories; everything else stays."""

    facts: Mapping[str, Difference] = field(default_factory=dict)
    """By name."""
    traces: Mapping[str, Difference] = field(default_factory=dict)
    """By step."""
    pending: Mapping[str, AbstractSet[Question]] = field(default_factory=dict)
    """All that is pending after it."""


def since(before: Memory, after: Memory) -> Change:
    """The change from ``before`` to ``after``, the memory of a run that began with it. Compares by identity."""
    return Change(_differences(before.facts, after.facts), _differences(before.traces, after.traces), after.pending)


def changed(before: Memory, change: Change) -> Memory:
    """The memory ``before`` with ``change`` applied."""
    return Memory(_applied(before.facts, change.facts), _applied(before.traces, change.traces), change.pending)


def references(memory: Memory) -> dict[int, Reference]:
    """References to the records and other larger values in ``memory``, by identity."""
    return {id(value): reference for reference, value in _values(memory) if _is_record(value.__class__)}


@lru_cache
def _is_record(kind: Any) -> bool:
    return is_dataclass(kind)


def referred(memory: Memory, reference: Reference) -> Any:
    """The value in ``memory`` that ``reference`` names.

    Raises ``LookupError`` where it has none.
    """
    kind, name, key = reference
    return memory.facts[name][key] if kind == FACT else memory.traces[name][key].value


def _values(memory: Memory) -> Iterator[tuple[Reference, Any]]:
    for name, traces in memory.traces.items():
        for key, trace in traces.items():
            yield (RESULT, name, key), trace.value
    for name, facts in memory.facts.items():
        for key, value in facts.items():
            yield (FACT, name, key), value


def _differences(
    before: Mapping[str, Mapping[Any, Any]], after: Mapping[str, Mapping[Any, Any]]
) -> dict[str, Difference]:
    found = {name: _difference(before.get(name, {}), values) for name, values in after.items()}
    return {name: item for name, item in found.items() if item.changed or item.gone or item.order or name not in before}


_ABSENT = object()


def _difference(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Difference:
    if before is after:
        return Difference({}, (), None)
    changed = {key: value for key, value in after.items() if before.get(key, _ABSENT) is not value}
    gone = tuple(key for key in before if key not in after)
    kept = [key for key in before if key in after] if gone else list(before)
    kept += [key for key in changed if key not in before]
    return Difference(changed, gone, None if kept == list(after) else tuple(after))


def _applied(
    before: Mapping[str, Mapping[Any, Any]], differences: Mapping[str, Difference]
) -> dict[str, Mapping[Any, Any]]:
    return {**before, **{name: _made(before.get(name, {}), item) for name, item in differences.items()}}


def _made(before: Mapping[Any, Any], difference: Difference) -> dict[Any, Any]:
    made = {**before, **difference.changed}
    for key in difference.gone:
        del made[key]
    return {key: made[key] for key in difference.order} if difference.order is not None else made
