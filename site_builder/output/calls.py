"""Calls in templates: macros and functions are called at once, and the results of some macros are remembered.

Jinja asks every object several times which hidden argument it wants, and a page makes seventy calls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from jinja2 import nodes, runtime
from jinja2.utils import internalcode, missing
from markupsafe import Markup

from site_builder.output.imported import is_stateless

_KEYS = frozenset((str, Markup, int, bool, type(None)))
"""Kinds of arguments with which a macro's text is remembered."""


def _changes(value: object) -> bool:
    """True for a value that can be another one at the next call: a loop, a namespace, an iterator, a list."""
    return isinstance(value, (Iterator, list, dict, set)) or type(value).__module__.startswith("jinja2")


class Remember:
    """Calls a macro once for each value: lists show the same claim on a dozen pages.

    A result is bound to the very macro and value, which are kept, so that no other can take their place. A macro that a
    page's own template defines knows that page, and one that keeps something from call to call makes another text each
    time: neither is remembered.
    """

    def __init__(self) -> None:
        self._results: dict[tuple[object, ...], tuple[object, str]] = {}
        self._before: dict[tuple[object, ...], tuple[object, str]] = {}
        self._macros: dict[object, Any] = {}

    def age(self) -> None:
        """End a build: keep the results that it used for the next one, and drop all others."""
        self._before, self._results = self._results, {}

    def __call__(self, macro: Any, value: object, *arguments: object) -> str:
        """The text of ``macro`` for ``value``; raises ``TypeError`` for what is no macro."""
        if not isinstance(macro, runtime.Macro):
            raise TypeError(
                f"remember calls a macro, and not a {type(macro).__name__}: {{{{ remember(macro, value) }}}}"
            )
        code = macro._func.__code__
        same = is_stateless(macro) and self._macros.setdefault(code, macro) is macro and not _changes(value)
        if not same or not _KEYS.issuperset(map(type, arguments)):
            return str(macro(value, *arguments))
        # 1 and true are equal, and are written in two ways; so are a text and one that needs no escaping.
        key = (code, id(value), *arguments, *map(type, arguments))
        known = self._results.get(key)
        if known is None:
            known = self._before.get(key) or (value, macro(value, *arguments))
            self._results[key] = known
        return known[1]


_PLAIN = frozenset((BuiltinFunctionType, FunctionType, MethodType, Remember))
"""Kinds of which every object is called as it is, unless it has a mark of its own."""


class Context(runtime.Context):
    """The values that a template sees."""

    @internalcode
    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What ``function`` returns, with the hidden argument that it wants."""
        kind = type(function)
        if kind is not runtime.Macro and (kind not in _PLAIN or hasattr(function, "jinja_pass_arg")):
            return super().call(function, *args, **kwargs)
        if kwargs:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
        try:
            if kind is runtime.Macro:
                return _expanded(function, self.eval_ctx, args, kwargs)
            return function(*args, **kwargs)
        except StopIteration:
            return self.environment.undefined("a function that was called has nothing more to return")


@internalcode
def _expanded(macro: Any, context: nodes.EvalContext, arguments: tuple[Any, ...], named: dict[str, Any]) -> str:
    """The text of ``macro``."""
    lacking = macro._argument_count - len(arguments)
    if named or lacking < 0 or macro.caller or macro.catch_kwargs or macro.catch_varargs:
        made: str = macro(context, *arguments, **named)
        return made
    text: str = macro._func(*arguments, *(missing,) * lacking)
    return str.__new__(Markup, text) if context.autoescape else text
