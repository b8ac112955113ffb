"""How much a test tries: a part in ``make test``, all of it in ``make long``.

``make long`` runs the tests that are marked ``long``, with ``LONG=all``. A test that tries a part is marked so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, ParamSpec, TypeVar

import pytest
from hypothesis import HealthCheck, settings

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

PART = 6
"""``make test`` tries one in so many, where a test does not say how many."""


def tries(all_: int, some: int | None = None) -> int:
    """``all_`` in ``make long``, else ``some``, or its share."""
    if os.environ.get("LONG") == "all":
        return all_
    return some or -(-all_ // PART)


def part(items: Sequence[T], one_in: int) -> Sequence[T]:
    """All of ``items`` in ``make long``, else one in so many, the first among them. Mark the test ``long``."""
    return items if os.environ.get("LONG") == "all" else items[::one_in]


def examples(all_: int, some: int | None = None, **more: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let Hypothesis try as many examples as :func:`tries` says; ``more`` are settings of its own."""

    def marked(test: Callable[P, R]) -> Callable[P, R]:
        return pytest.mark.long(settings(max_examples=tries(all_, some), **more)(test))

    return marked


def of_a_busy_machine() -> None:
    """Let no example fail for the time that it takes, or that its making takes: the machine may be busy."""
    ignored = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
    settings.register_profile("busy", deadline=None, suppress_health_check=ignored)
    settings.load_profile("busy")
