"""Limits for templates: a template reads the values of its page, for a few seconds, and makes a page of limited size.

This is Jinja's immutable sandbox, with most checks made once, when a template is compiled, not each time a page is
rendered (:mod:`site_builder.output.generator`). A timer ends what takes too long (:mod:`site_builder.output.overtime`),
and the system refuses too much memory (:mod:`site_builder.output.memory`). A single step in Python is bounded by what
it works on (:mod:`site_builder.output.guarded`): texts, lists and numbers have a largest size, however deep they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Any, cast

import jinja2
from jinja2 import sandbox
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from site_builder.output.bounds import (
    MOST_BITS,
    MOST_TEXT,
    Meter,
    TooMuch,
    bound,
    check_braces,
    check_made,
    check_nested,
    check_number,
    check_part,
    check_percent,
    is_number,
    size_of,
    weight,
)
from site_builder.output.generator import COMPARE, GROW, REPEAT, Generator
from site_builder.output.guarded import (
    check_text,
    compared,
    counted,
    dictionary,
    looked_after,
    numbers_at_once,
    of_bounded,
)
from site_builder.output.imported import Imported

try:
    from markupsafe._speedups import _escape_inner as _escape_text
except ImportError:  # markupsafe without its part in C, or another version: as right, and slower
    _escape_text = escape

_FEW = 16
"""Parts that are joined before anybody asks how long they are."""
_LIGHT = frozenset(("absolute", "count", "date", "default", "first", "last", "length", "map", "safe", "truncate"))
"""Filters without checks: they make nothing larger, and a page uses them a hundred times."""
_FLAT = frozenset((str, int))
"""Kinds of keys that are as they are; most are."""
_CONTAINERS = (list, tuple, dict, set, frozenset, bytes)


def escaped(value: Any) -> str:
    """``value`` escaped; compiled templates call this for everything they print, which is mostly of three kinds."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is str:
        return _escape_text(value)
    if kind is int:
        return str(value)
    return escape(value if hasattr(kind, "__html__") else _printed(value))


def _printed(value: object) -> str:
    if isinstance(value, _CONTAINERS):  # a list of lists of lists can be longer than all memory
        raise TypeError(f"a {type(value).__name__} cannot be printed: print its parts, or join them")
    check_text(value)
    return str(value)


def _safe(value: object) -> Markup:
    check_text(value)
    return Markup(value)  # noqa: S704 – that is what the filter is for


def _joined(parts: Iterable[str]) -> str:
    """The ``parts`` as one text, where it is not too long."""
    every = parts if isinstance(parts, list) else list(parts)
    if len(every) > _FEW:
        bound(sum(map(len, every)))
    text = "".join(every)
    if len(text) > MOST_TEXT:
        bound(len(text))
    return text


class _Template(Imported):
    @classmethod
    def from_code(cls, environment: Any, *arguments: Any, **named: Any) -> jinja2.Template:
        """A template whose code escapes by :func:`escaped`, which is a third of the time of a page, and counts."""
        template = super().from_code(environment, *arguments, **named)
        template.root_render_func.__globals__.update(
            escape=escaped,
            str=_printed,
            str_join=lambda parts: _joined(list(map(_printed, parts))),
            markup_join=lambda parts: Markup(_joined(list(map(escaped, parts)))),  # noqa: S704 – each part is escaped
            step=environment.meter.step,
            template=template,
        )
        return template


class Sandbox(sandbox.ImmutableSandboxedEnvironment):
    """An environment for templates by strangers."""

    template_class = _Template
    code_generator_class = Generator
    concat = staticmethod(_joined)
    made = staticmethod(check_made)
    """Looks at each list that a template writes."""
    intercepted_binops = frozenset(("+", "-", "*", "**", "%"))
    known = jinja2.Environment.getattr
    """Looks up attributes about which there is no doubt."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.meter = Meter()
        for name in ("lipsum", "cycler", "joiner"):  # chance has no place in a page, and no template needs the others
            del self.globals[name]
        del self.filters["random"]
        self.globals["dict"] = dictionary
        self.filters["safe"] = _safe
        self.filters["map"] = counted(self.filters["map"], self.meter)
        for name, function in self.filters.items():
            if name not in _LIGHT:
                self.filters[name] = looked_after(name, function, self.meter)
        self.filters["format"] = numbers_at_once(self.filters["format"], self.meter)
        self.tests = {name: of_bounded(cast("Callable[..., Any]", test)) for name, test in self.tests.items()}

    @staticmethod
    def weighed(value: Any) -> Any:
        """``value``, if comparing it takes no longer than a page may."""
        check_nested(value)
        return value

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As the sandbox has it, with a key within bounds."""
        if type(argument) in _FLAT:
            try:
                return obj[argument]
            except (TypeError, LookupError):
                return super().getitem(obj, argument)
        check_nested(argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """True when a template may have this attribute of this object."""
        if attr in REPEAT or (attr in GROW and isinstance(obj, (str, bytes, int))):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Formatting, as the sandbox has it, and slow searches, both within bounds; None for any other method."""
        if isinstance(getattr(value, "__self__", None), (str, bytes)) and value.__name__ in COMPARE:
            return compared(value)
        made = super().wrap_str_format(value)
        if made is None:
            return None
        pattern: str = value.__self__
        fields = pattern.count("{")
        check_braces(pattern)

        def call(*arguments: Any, **named: Any) -> str:
            for part in (*arguments, *named.values()):
                check_text(part)
            known: dict[int, int] = {}
            longest = max((weight(part, known) for part in (*arguments, *named.values())), default=0)
            bound(len(pattern) + fields * longest)
            return made(*arguments, **named)

        return call

    def unsafe_undefined(self, obj: Any, attribute: str) -> jinja2.Undefined:
        """Refuse the attribute by name, with a filter to use instead, if there is one."""
        instead = f": use the filter {attribute}" if attribute in self.filters else ""
        message = f"templates cannot use {attribute} of a {type(obj).__name__}{instead}"
        return self.undefined(message, name=attribute, obj=obj, exc=SecurityError)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 – Jinja's
        """The result of an operator whose result can be far larger than its operands."""
        if operator == "+":
            if not is_number(left):
                bound(size_of(left) + size_of(right))
            return check_part(left + right)
        if operator == "-":
            if not (is_number(left) and is_number(right)) and isinstance(left - right, AbstractSet):
                raise TypeError("what is left of one list without another has no order: use the filter reject")
            return left - right
        if operator == "%":
            if isinstance(left, str):
                check_percent(left)
                for part in right if isinstance(right, tuple) else (right,):
                    check_text(part)
                bound(len(left) + left.count("%") * weight(right, {}))
            return left % right
        if operator == "**":
            if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > MOST_BITS:
                raise TooMuch(f"a number has more than {MOST_BITS:,} bits")
            return left**right
        if is_number(left) and is_number(right):
            product = left * right
            check_number(product)
            return product
        bound(size_of(left) * size_of(right))
        return check_part(left * right)
