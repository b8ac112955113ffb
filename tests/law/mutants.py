"""The program with one kind of question taken away at a time, to see whether the law notices.

A step notes whatever it asks for. A mutant does not note what is asked of the facts of one name: its steps take an
earlier result for good although such a fact has changed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from site_builder import facts
from tests.law.building import WAYS, first

SELDOM = frozenset({"name in unknown", "unknown addresses", "claims made in", "name in last_used"})
"""Facts that are asked for only where a record that is named is not there, a good verdict has evidence, or an earlier
scale has a verdict that the one in use lacks."""


def names() -> list[str]:
    """The names of all facts that some build asks for."""
    asked = {
        question[0]
        for way in WAYS
        for traces in first(way)[1].memory.traces.values()
        for made in traces.values()
        for question in made.asked
    }
    return sorted(asked | SELDOM)


@contextmanager
def deaf_to(name: str) -> Iterator[None]:
    """While this holds, nobody notes who asks for the facts of this ``name``."""
    note = facts.Facts._note

    def deaf(self: Any, key: Hashable) -> None:
        if self._name != name:
            note(self, key)

    with patch.object(facts.Facts, "_note", deaf):
        yield
