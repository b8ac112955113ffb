"""Saves the time of freeing values: the cyclic garbage collector's, and that of a command's last values.

For work that makes millions of values and frees none.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Held:
    """Results that nobody frees."""

    at_once: bool = False
    values: list[object] = field(default_factory=list)


HELD = _Held()


def end_at_once() -> None:
    """Say that the process will end without freeing anything: from now on :func:`hold` keeps what it is given."""
    HELD.at_once = True


def hold(value: object) -> None:
    """Keep ``value``, the large result of a command, if the process ends at once; free it as usual if it goes on."""
    if HELD.at_once:
        HELD.values.append(value)


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Collect nothing in this context: the collector would search all new values again and again in vain.

    Afterwards the values stay frozen, so that it skips them, until ``gc.unfreeze`` is called.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
