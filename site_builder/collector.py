"""Python's collector of cyclic garbage, kept out of work that makes millions of values of which none can go."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """While this lasts, nothing is collected: a collector would search all that is made again and again for nothing.

    Nor need it search them at once when it is over: they are set aside until somebody calls ``gc.unfreeze``.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
