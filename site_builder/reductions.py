"""Pickles this program's values as a call of their class.

Python pickles a frozen dataclass with slots by functions that look its fields up each time; a call of the class takes
less than half of that, both to write and to read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

Reduce = Callable[[Any], Any]


class Reductions(dict[type, Reduce]):
    """A pickler's dispatch table: for each class, the function that reduces a value."""

    def __missing__(self, kind: type) -> Reduce:
        if issubclass(kind, type):
            raise KeyError(kind)  # a class itself is pickled by its name
        found = _call(kind) if is_dataclass(kind) and "__slots__" in vars(kind) else None
        return self.setdefault(kind, found or _usual)


def _usual(value: Any) -> Any:
    return value.__reduce_ex__(5)


def _call(kind: type) -> Reduce | None:
    """A function that reduces a dataclass to a call with its fields; None if that would make another value."""
    every = fields(kind)
    if not every or hasattr(kind, "__post_init__") or not all(field.init and not field.kw_only for field in every):
        return None
    names = [field.name for field in every]
    get = attrgetter(*names)
    if len(names) == 1:
        return lambda value: (kind, (get(value),))
    return lambda value: (kind, get(value))
