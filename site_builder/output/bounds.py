"""Limits on how long a page may take to render, and on how much text a template may make.

Knows values of Python and names of filters; knows nothing of Jinja. What a template prints must be the same in every
run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Sized
from string import Formatter
from time import thread_time
from types import MappingProxyType
from typing import Any

from site_builder.output import memory, overtime

MOST_SECONDS = 5.0
"""Seconds of processor time for one page; a long page takes a few hundredths."""
MOST_BITS = 10_000
"""Bits of a number: sums, products and quotients of larger ones would take a time that no check interrupts."""
MOST_TEXT = 16 << 20
"""Characters of a page, and of any text or list that goes into it."""
MOST_PARTS = 1 << 20
"""Parts of a list that a filter gets or makes: sorting more takes seconds."""
MOST_WRAPPED = 1 << 18
"""Characters and parts of what a slow filter gets: one that works word by word in Python, or copies its text often."""
_SHORTEST_LINK = 5
"""Characters of the shortest address that becomes a link, and the space behind it: ``a.de``."""
_MOST_INDENT = 16
_SLOW = frozenset(("pprint", "striptags", "urlize", "wordwrap"))
_STEPS = 127
"""Steps between two looks at the clock, where no timer looks; of the form 2ⁿ-1."""
MOST_COMPARED = 1 << 28
"""Characters that a search from the right, or a search for each of many characters, may compare in one step."""

_WIDENING = frozenset(("batch", "center", "indent", "slice", "wordwrap"))
"""Filters that add as much as a number, or a text beside the first, says."""
_VIEWS: Any = (type({}.keys()), type({}.values()), type({}.items()))
_MAPPINGS = (dict, MappingProxyType)
_HOLDING: Any = (list, tuple, set, frozenset, *_MAPPINGS, *_VIEWS)
"""Kinds that hold other values."""
_PRINTED = frozenset((int, float, bool, type(None), list, tuple, dict, bytes, range))
"""Kinds that are printed as Python writes them."""
_WIDE = re.compile(r"(?<!%)(?:%%)*%(?:\([^()]*\))?[-#0 +]*(?:\d{4}|\*|\d*\.(?:\d{4}|\*))")
"""A width or a precision in a format of Python's ``%``."""
_WIDE_FIELD = re.compile(r"\d{4}|\{")
"""The same in the specification of a field of ``str.format``."""


class TooMuch(Exception):
    """A template has taken longer, or made more, than a page may."""


class TooLong(TooMuch):
    """A page takes longer than it may; so will others."""

    def __init__(self) -> None:
        super().__init__(f"the page takes more than {MOST_SECONDS:g} seconds: does a loop or a macro never end?")


class Meter:
    """Ends a page when its time is over; looks at the clock as well, for systems and threads without a timer."""

    def __init__(self) -> None:
        self._begin()

    def start(self) -> None:
        """Begin a page."""
        self._begin()
        overtime.begin(self._until, TooLong)
        memory.limit()

    def stop(self) -> None:
        """End a page, however it ended."""
        overtime.end()
        memory.lift()

    def _begin(self) -> None:
        self._steps = 0
        self.page = object()
        self._until = thread_time() + MOST_SECONDS

    def step(self) -> None:
        """Raise :class:`TooMuch` when the page takes too long; called for each turn of a loop and each macro."""
        self._steps += 1
        if not self._steps & _STEPS:
            self.look()

    def look(self) -> None:
        """Raise :class:`TooLong` when the page has taken too long."""
        if thread_time() > self._until:
            raise TooLong

    def counted(self, values: Iterator[Any]) -> Iterator[Any]:
        """``values``, each of which is a step."""
        for value in values:
            self.step()
            yield value


def bound(size: int) -> None:
    """Raise :class:`TooMuch` if ``size`` (characters or parts) is more than a page may have."""
    if size > MOST_TEXT:
        raise TooMuch(f"a text or list is larger than {MOST_TEXT >> 20} MB")


def check_parts(value: object, *kinds: type) -> None:
    """Raise :class:`TooMuch` for a list, or a value of other ``kinds``, with more than :data:`MOST_PARTS` parts."""
    if isinstance(value, (*_HOLDING, range, *kinds)) and isinstance(value, Sized) and len(value) > MOST_PARTS:
        raise TooMuch(f"a list has more than {MOST_PARTS:,} parts")


def check_number(value: object) -> None:
    """Raise :class:`TooMuch` for a number with more than :data:`MOST_BITS` bits."""
    if isinstance(value, int) and value.bit_length() > MOST_BITS:
        raise TooMuch(f"a number has more than {MOST_BITS:,} bits")


def check_nested(value: object) -> None:
    """Raise :class:`TooMuch` for lists in lists that have more parts, written out, than a page may.

    Python compares two of them part by part, and so it reads one as a key.
    """
    if isinstance(value, _HOLDING):
        bound(weight(value, {}))


def check_made(value: Any) -> Any:
    """``value``, a list or the like that a template made; raises :class:`TooMuch` where it has more than a page may.

    Each level may hold the one below twice: after thirty of them nothing that Python does with the value would end.
    """
    if any(isinstance(part, _HOLDING) for part in _parts(value)):
        check_nested(value)
    return value


def check_part(value: Any) -> Any:
    """``value``, whatever it is; a list or the like as :func:`check_made` has it."""
    return check_made(value) if isinstance(value, _HOLDING) else value


def _parts(value: Any) -> Iterable[Any]:
    """What ``value`` holds: always the same objects, which are known by their identity."""
    held = value.mapping if isinstance(value, _VIEWS) else value
    return (*held.keys(), *held.values()) if isinstance(held, _MAPPINGS) else held


def check_compared(text: str | bytes, other: str | bytes) -> None:
    """Raise :class:`TooMuch` if Python compares each character of ``text`` with too many of ``other``."""
    if len(text) * len(other) > MOST_COMPARED:
        raise TooMuch("texts are too long for this search: it compares each character of one with all of the other")


def size_of(value: object) -> int:
    """The length of a text or list, the size of a number, else 1."""
    if isinstance(value, int):
        return max(abs(value), 1)
    return max(len(value), 1) if isinstance(value, (str, list, tuple, dict, range)) else 1


def weight(value: object, known: dict[int, int]) -> int:
    """Characters and parts that ``value`` has when it is written out; a list in many places counts in each.

    ``known`` has the weight of lists by identity, so that this takes no longer than the value is large.
    """
    if isinstance(value, (str, bytes)):
        return len(value)
    if not isinstance(value, _HOLDING):
        return 1
    if id(value) not in known:
        known[id(value)] = MOST_TEXT + 1  # until all of it is known: it may contain itself
        known[id(value)] = len(value) + sum(weight(part, known) for part in _parts(value))
    return known[id(value)]


def has_text(value: object, known: set[int] | None = None) -> bool:
    """False for what Python prints as its kind and its place in memory, or in an order that is another in each run.

    Such values have no text of their own: functions, macros, sets, iterators not yet made into a list, whole views; and
    so does what holds one of them. ``known`` has the identity of each list that was looked at.
    """
    kind = type(value)
    if kind is str:
        return True
    if isinstance(value, (list, tuple, dict)):
        known = set() if known is None else known
        if id(value) in known:
            return True
        known.add(id(value))
        return all(has_text(part, known) for part in _parts(value))
    if isinstance(value, _HOLDING):
        return False
    return kind.__str__ is not object.__str__ or kind in _PRINTED or hasattr(kind, "__html__")


def growth(name: str, values: Sequence[object]) -> int:
    """The largest size, in characters or parts, of the filter ``name`` on ``values``, its arguments."""
    known: dict[int, int] = {}
    weights = [weight(value, known) for value in values]
    total, first, others = sum(weights), values[0] if values else "", values[1:]
    texts = [other for other in others if isinstance(other, str)]
    if name == "replace" and isinstance(first, str) and len(texts) > 1:
        return len(first) + (first.count(texts[0]) if texts[0] else len(first) + 1) * len(texts[1])
    if name == "join":
        return total + (len(first) if isinstance(first, Sized) else 1) * sum(map(len, texts))
    if name == "format":
        return total + (first.count("%") if isinstance(first, str) else 0) * max(weights[1:], default=0)
    if name in _SLOW and total > MOST_WRAPPED:
        return MOST_TEXT + 1
    if name == "urlize":
        return total + (len(first) // _SHORTEST_LINK if isinstance(first, str) else 1) * sum(map(len, texts))
    if name == "tojson" and any(size_of(other) > _MOST_INDENT for other in others):
        raise TooMuch(f"JSON is indented by at most {_MOST_INDENT} characters")
    if name in _WIDENING:
        lines = len(first) if name == "wordwrap" and isinstance(first, str) else str.count(str(first), "\n") + 1
        widths = [abs(other) for other in others if isinstance(other, int)] if name != "wordwrap" else []
        return total + lines * (max(widths, default=0) + sum(map(len, texts)))
    return total


def is_number(value: object) -> bool:
    """True for a value that no bound concerns."""
    return isinstance(value, (int, float))


def check_percent(pattern: str) -> None:
    """Raise :class:`TooMuch` if a format of Python's ``%`` asks for a wide field."""
    if _WIDE.search(pattern):
        raise TooMuch("a width of more than three digits, or *, is no format")


def check_braces(pattern: str) -> None:
    """Raise :class:`TooMuch` if a format of ``str.format`` asks for a wide field."""
    if any(set(field or "") & {".", "["} for _, field, _, _ in Formatter().parse(pattern)):
        raise TypeError("a format takes values, and not what is in them: write {} and the value itself")
    if any(spec and _WIDE_FIELD.search(spec) for _, _, spec, _ in Formatter().parse(pattern)):
        raise TooMuch("a width of more than three digits, or one that is given, is no format")
