"""How work grows with the length of the input: lines of Python that run are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(call: Callable[[], object]) -> int:
    """How many lines (and functions) of Python run in ``call``: the same number on every machine."""
    count = 0

    def trace(_frame: FrameType, _event: str, _argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """True when twice the ``size`` takes at most two and a half times the lines."""
    return lines_run(lambda: work(2 * size)) <= 2.5 * lines_run(lambda: work(size))
