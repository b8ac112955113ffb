"""The base of every kind of record: frozen, and validated with all faults at once.

With models/ and values.py, one of the modules that import pydantic.
"""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
)
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

SizedT = TypeVar("SizedT", bound=Sized)
_NO_KEYS: set[str] = set()
"""The written keys of all records, never filled: they are frozen, and a copy gets a set of its own."""


class Record(BaseModel):
    """The base of all records: frozen, and no key but those that are named."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    compared: ClassVar[frozenset[str]] = frozenset()
    """Keys, at any depth, whose texts are looked for in an article."""
    printed: ClassVar[frozenset[str]] = frozenset()
    """Keys whose texts are an article's own."""

    def model_post_init(self, _context: Any, /) -> None:
        """Drop pydantic's set of written keys: it is unused, and every record would keep one."""
        object.__setattr__(self, "__pydantic_fields_set__", _NO_KEYS)


@dataclass(frozen=True, slots=True)
class few:  # noqa: N801 – it reads as a condition, among the types of values
    """A list, or a record of ids or numbers, of at most so many items: checked here, and told in schemas."""

    most: int
    """The number of items."""

    def _check(self, values: SizedT) -> SizedT:
        if len(values) > self.most:
            what = "record" if isinstance(values, dict) else "list"
            context = {"why": f"the {what} has {len(values):,} items, more than {self.most:,}", "help": "shorten it"}
            raise PydanticCustomError("too-large", "{why}", context)
        return values

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The type of the items, with the check after it (pydantic's protocol)."""
        return no_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema of the items, with the bound (pydantic's protocol)."""
        schema = handler(core)
        return schema | {"maxItems" if schema.get("type") == "array" else "maxProperties": self.most}


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
