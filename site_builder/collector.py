"""Switches off Python's cyclic garbage collector for work that makes millions of values and frees none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
