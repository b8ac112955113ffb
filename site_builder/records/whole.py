"""Makes a whole record or list, to paste, of a value that stands in its place.

Whoever pastes it and fills in what is written as … must get a valid record: each value is tried before it is advised.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.records.record import Fault, Record, validate
from site_builder.records.scalars import scalar

OPEN = "…"
"""What an editor has to fill in."""
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})\b\W*")
_PLAIN = re.compile(r"[A-Za-z0-9]([\w./:~?=-]*[\w/~?=])?")
_NOT_ALONE = frozenset(("scale",))
"""Keys that only say something about another one."""
_MOST = 4
"""Records that are offered, where a value can belong to several keys."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a value of the right type."""

    record: type[Record] | None = None
    """The kind of record that belongs there, or in the list there."""
    owner: type[Record] | None = None
    """The kind of record that has the place."""
    key: str | int = ""
    """The place's key in it."""

    @property
    def keys(self) -> list[str]:
        """The keys that the record there may have."""
        return list(self.record.model_fields) if self.record else []


def as_record(model: type[Record], text: str) -> list[str]:
    """``text`` as a ``model``, in braces: one for each key to which it may well belong."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    values = dict.fromkeys(required, OPEN)
    day = _DAY.match(text)
    if day and required[:1] == ["date"] and len(text) > day.end():
        rest = text[day.end() :]
        return [
            _braces(values | {"date": day[1]} | {key: flow(rest) for key in _takers(model, required[1:], rest)[:1]})
        ]
    takers = _takers(model, required or [key for key in model.model_fields if key not in _NOT_ALONE], text)
    if required:
        return [_braces(values | {key: flow(text) for key in takers[:1]})]
    return [_braces({key: flow(text)}) for key in takers[:_MOST]] or [_braces({next(iter(model.model_fields)): OPEN})]


def _takers(model: type[Record], keys: Sequence[str], text: str) -> list[str]:
    """Those of ``keys`` that take ``text``: if some take ids, days or addresses alone, only these."""
    takers = [key for key in keys if not _faults(model, key, text)]
    return [key for key in takers if _faults(model, key, "Any words.")] or takers


def _faults(model: type[Record], key: str, value: object) -> list[Fault]:
    """The faults of ``value`` as the value of ``key`` alone."""
    return [fault for fault in validate(model, {key: value})[1] if fault[0][:1] == (key,)]


def as_list(place: Place, items: Sequence[str]) -> str:
    """Advice to write ``items`` as the list at ``place``, with each as it must be."""
    written = []
    for item in items:
        faults = _faults(place.owner, str(place.key), [item]) if place.owner else []
        help_ = str(faults[0][2].get("help", "")) if faults else ""
        better = help_.removeprefix("write ")
        if faults and (better == help_ or " " in better or not better):
            return f"write a list, [one, two]{f'; {help_}' if help_ else ''}"
        written.append(better or item)
    return f"write [{', '.join(written)}]"


def flow(text: str) -> str:
    """``text`` as a scalar between braces or brackets, where a comma would end it."""
    if _PLAIN.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False) if set(text) & set(",[]{}?") else scalar(text)


def _braces(values: dict[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in values.items())}}}"
