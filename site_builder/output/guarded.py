"""Filters, tests and methods within the bounds of a page: each looks at its arguments first, and at what it made.

Knows Python's values and the names of Jinja's filters; :mod:`~site_builder.output.sandbox` says which are guarded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

import jinja2
from jinja2 import filters, nodes, runtime

from site_builder.output.bounds import (
    Meter,
    TooMuch,
    bound,
    check_compared,
    check_made,
    check_nested,
    check_number,
    check_part,
    check_parts,
    check_percent,
    growth,
    has_text,
    is_number,
    weight,
)

_MOST_PLACES = 100
"""Decimal places of a rounded number."""
_NUMBERS = frozenset((int, float))
_SHORT = 32
"""Characters of a format: what it makes of one number has a few thousand characters."""
_FORMATS = 256
"""Formats that are remembered."""
_BY_CHARACTER = frozenset("batch list max min reverse slice sort sum unique".split())
"""Filters that take a text as a list of its characters."""
_OF_TEXTS = frozenset(
    "capitalize center e escape forceescape format indent join lower pprint replace string striptags title trim upper "
    "urlencode urlize wordcount wordwrap xmlattr".split()
)
"""Filters that make texts of their arguments."""


def check_text(value: object) -> None:
    """Raise ``TypeError`` for a value that has no text of its own."""
    if not has_text(value):
        raise TypeError(f"a {type(value).__name__} cannot be printed: it has no text; print one of its values")


def looked_after(name: str, function: Callable[..., Any], meter: Meter) -> Callable[..., Any]:
    """The filter ``function`` within bounds."""

    @wraps(function)
    def call(*arguments: Any, **named: Any) -> Any:
        meter.step()
        if name == "join":  # the checks read the parts, and a generator can be read once
            arguments, named = _of_attributes(*arguments, **named)
        values = [*arguments, *named.values()]
        if values and isinstance(values[0], (jinja2.Environment, nodes.EvalContext, runtime.Context)):
            del values[0]
        bound(growth(name, values))
        for value in values:
            check_parts(value, *((str,) if name in _BY_CHARACTER else ()))
        if name in _OF_TEXTS:
            for value in (
                (*values[0], *values[1:]) if name == "join" and isinstance(values[0], (list, tuple)) else values
            ):
                check_text(value)
        if name == "format" and isinstance(values[0], str):
            check_percent(values[0])
        if name == "round" and any(isinstance(value, int) and abs(value) > _MOST_PLACES for value in values[1:]):
            raise TooMuch(f"a number is rounded to at most {_MOST_PLACES} places")
        if name == "sum" and not all(is_number(value) for value in (*values[2:], named.get("start", 0))):
            raise TooMuch("sum adds numbers; for texts there is join")
        if name == "trim" and all(isinstance(value, str) for value in values[:2]) and len(values) > 1:
            check_compared(values[0], values[1])
        result = function(*arguments, **named)
        if isinstance(result, Iterator):  # what is not made yet is a step for each part
            return meter.counted(map(check_part, result))
        check_number(result)
        bound(len(result) if isinstance(result, str) else 0)
        check_parts(result)
        return check_part(result)

    return call


def numbers_at_once(function: Callable[..., Any], meter: Meter) -> Callable[..., Any]:
    """``function``, the filter ``format`` within bounds; a number in a short format needs fewer checks."""
    known: set[str] = set()

    @wraps(function)
    def call(pattern: Any, *arguments: Any, **named: Any) -> Any:
        if type(pattern) is str and len(arguments) == 1 and not named and type(arguments[0]) in _NUMBERS:
            if pattern not in known and len(pattern) <= _SHORT and len(known) < _FORMATS:
                check_percent(pattern)
                known.add(pattern)
            if pattern in known:
                meter.step()
                return pattern % arguments
        return function(pattern, *arguments, **named)

    return call


def _of_attributes(
    context: nodes.EvalContext, parts: Any, d: Any = "", attribute: Any = None
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The arguments of ``join`` with the values of the ``attribute`` in place of what has it."""
    if attribute is not None:
        parts = map(filters.make_attrgetter(context.environment, attribute), parts)
    if isinstance(parts, Iterator):
        parts = list(parts)
    return (context, parts, d), {}


def counted(function: Callable[..., Any], meter: Meter) -> Callable[..., Any]:
    """The lazy filter ``function``; each of its values is a step."""

    @wraps(function)
    def call(*arguments: Any, **named: Any) -> Any:
        return meter.counted(iter(function(*arguments, **named)))

    return call


def dictionary(*arguments: Any, **named: Any) -> dict[Any, Any]:
    """A dictionary, as the function ``dict`` makes it, within bounds."""
    for argument in arguments:
        check_nested(argument)
    made: dict[Any, Any] = check_made(dict(*arguments, **named))
    return made


def compared(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method of a text, for what it can compare within a page's time."""

    def call(*arguments: Any) -> Any:
        for argument in arguments:
            if isinstance(argument, (str, bytes)):
                check_compared(method.__self__, argument)  # type: ignore[attr-defined]
        return method(*arguments)

    return call


def of_bounded(function: Callable[..., Any]) -> Callable[..., Any]:
    """The test ``function``, which compares only values within bounds."""

    @wraps(function)
    def call(*arguments: Any) -> Any:
        for value in arguments if len(arguments) > 1 else ():
            check_nested(value)
        return function(*arguments)

    return call


def translated(function: Callable[..., str]) -> Callable[..., str]:
    """``function``, one of those that translate a text and put values into it, within bounds."""

    @jinja2.pass_context
    def call(context: runtime.Context, *texts: Any, **named: Any) -> str:
        known: dict[int, int] = {}
        values = (*texts, *named.values())
        for part in values:
            check_text(part)
        longest = max((weight(part, known) for part in values), default=0)
        for text in texts:
            if isinstance(text, str):
                check_percent(text)
                bound(len(text) + text.count("%") * longest)
        return function(context, *texts, **named)

    return call
