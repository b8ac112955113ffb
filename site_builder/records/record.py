"""The base of every kind of record: frozen, and validated with all faults at once.

With models.py and values.py, one of the modules that import pydantic.
"""

from __future__ import annotations

from collections.abc import Sized
from typing import Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

SizedT = TypeVar("SizedT", bound=Sized)
_NO_KEYS: set[str] = set()
"""The written keys of all records, never filled: they are frozen, and a copy gets a set of its own."""


class Record(BaseModel):
    """The base of all records: frozen, and no key but those that are named."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def model_post_init(self, _context: Any, /) -> None:
        """Drop pydantic's set of written keys: it is unused, and every record would keep one."""
        object.__setattr__(self, "__pydantic_fields_set__", _NO_KEYS)


def few(most: int) -> AfterValidator:
    """A list, or a record of ids or numbers, of at most so many items."""

    def check(values: SizedT) -> SizedT:
        if len(values) > most:
            what = "record" if isinstance(values, dict) else "list"
            context = {"why": f"the {what} has {len(values):,} items, more than {most:,}", "help": "shorten it"}
            raise PydanticCustomError("too-large", "{why}", context)
        return values

    return AfterValidator(check)


def _listed(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _or_alone(schema: dict[str, Any]) -> None:
    """Let ``schema``, of a list, accept an item without the list, too."""
    many = {key: schema.pop(key) for key in ("type", "items")}
    schema["anyOf"] = [many["items"], many]


OR_ALONE = (BeforeValidator(_listed), Field(json_schema_extra=_or_alone))
"""For a list: an item in its place counts as its only one. Faults of that item have its index, 0, in their path."""

R = TypeVar("R", bound=Record)

Fault = tuple[tuple[str | int, ...], str, dict[str, Any], str]
"""Path in the record, pydantic's error type, its context and its message."""


def validate(model: type[R], data: dict[str, Any]) -> tuple[R | None, list[Fault]]:
    """Type ``data`` as ``model``; returns the record, or None and all faults at once."""
    try:
        return model.model_validate(data), []
    except ValidationError as problem:
        return None, [
            (error["loc"], error["type"], error.get("ctx", {}), error["msg"])
            for error in problem.errors(include_url=False, include_input=False)
        ]
