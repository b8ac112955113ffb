"""A progress bar for long builds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Self

LONG_BUILD = 500
"""Pages from which on a progress bar is worth a look."""


class Progress:
    """A bar for builds that take long, on a terminal, where the library for it is installed."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._bar: object = None
        self._advance: Callable[[int], object] = lambda _: None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        close = getattr(self._bar, "close", None)
        if close:
            close()

    def tell(self, done: int, total: int) -> None:
        """``done`` of ``total`` pages are rendered."""
        if not self._shown or total < LONG_BUILD:
            return
        if self._bar is None:
            try:
                from tqdm import tqdm
            except ImportError:
                self._shown = False
                return
            self._bar = bar = tqdm(total=total, unit="page", leave=False, file=sys.__stderr__)
            self._advance = lambda now: bar.update(now - bar.n)
        self._advance(done)
