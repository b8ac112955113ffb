"""A digest of a planned page: two plans with the same digest are rendered the same.

A page that lists claims is planned after every edit, and its claims are mostly those of before. So what several pages
show of a claim is digested once, and found by its value from then on, also by later builds of the same process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from site_builder.page import Page
from site_builder.pages.quotes import QuoteView
from site_builder.pages.views import ClaimView

MOST_KNOWN = 200_000
"""Views whose digests are known at one time: a hundred bytes each."""
_SHARED = (ClaimView, QuoteView)


def fingerprint(around: str, page: Page) -> str:
    """SHA-256 in hexadecimal of ``page`` and of ``around``, a text for its surroundings."""
    return _digest(f"{around}{_written(page)}")


def _written(value: Any) -> str:
    """``value`` as text: different values are different texts, as far as their own ``repr`` tells them apart."""
    kind: Any = type(value)
    if kind in _SHARED:
        return _known(value)
    if kind is tuple:
        return f"({','.join(map(_written, value))})"
    names = _names(kind)
    if names:
        return f"{kind.__name__}({','.join([_written(getattr(value, name)) for name in names])})"
    return repr(value)


@lru_cache(MOST_KNOWN)
def _known(view: Hashable) -> str:
    return _digest(repr(view))


@lru_cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass; nothing for another class."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
