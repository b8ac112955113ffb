"""What has changed from one memory of a run to the next, so that only that need be written."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, is_dataclass
from typing import Any

from site_builder.trace import Memory, Question

FACT, RESULT = "fact", "result"
Reference = tuple[str, str, Hashable]
"""A value that a memory has already: whether it is a fact or a result, of which name, and whose."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What makes one mapping of another."""

    changed: Mapping[Any, Any]
    """What is new, or another value."""
    gone: tuple[Any, ...]
    """Keys that are there no more."""
    order: tuple[Any, ...] | None
    """All keys, where their order is not that of before with what is new at its end."""


@dataclass(frozen=True, slots=True)
class Change:
    """What makes one memory of another; what is not named stays."""

    facts: Mapping[str, Difference] = field(default_factory=dict)
    """By name."""
    traces: Mapping[str, Difference] = field(default_factory=dict)
    """By step."""
    pending: Mapping[str, AbstractSet[Question]] = field(default_factory=dict)
    """All that is pending after it."""


def since(before: Memory, after: Memory) -> Change:
    """What makes ``after``, the memory of a run that began with ``before``, of it. Compares by identity."""
    return Change(_differences(before.facts, after.facts), _differences(before.traces, after.traces), after.pending)


def changed(before: Memory, change: Change) -> Memory:
    """The memory that ``change`` makes of ``before``."""
    return Memory(_applied(before.facts, change.facts), _applied(before.traces, change.traces), change.pending)


def references(memory: Memory) -> dict[int, Reference]:
    """What ``memory`` has of records and other larger values, by identity."""
    return {id(value): reference for reference, value in _values(memory) if is_dataclass(value)}


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
