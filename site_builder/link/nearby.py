"""Suggests a known id for an unknown one.

A file may name as many unknown ids as there are known ones, so the known ones are not all looked through for each:
how they begin and end, and what they are called, is indexed when the first is looked for. Knows words only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice

from site_builder.diagnostics import most_similar

FEW = 50
"""The largest number of ids that are all compared; of more only those that begin or end alike and are about as long."""
EDGE = 3
"""Letters that count as the beginning or the end."""
LONGER = 4
"""Letters by which an id may be longer or shorter."""


class Nearby:
    """The ids of one kind and the names that readers know."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels

    def hint(self, wanted: str) -> str | None:
        """A suggestion for ``wanted``, which is not a known id; None if nothing is similar."""
        if near := self.near(wanted):
            return f'did you mean "{near}"?'
        # Editors write the name where the id belongs: ``actor: Alexander Lukashenko``.
        named = self.called(wanted)
        return f'write the id, "{named}"' if named else None

    def called(self, name: str) -> str | None:
        """The id that readers know by ``name``; None where there is none."""
        return self._by_label.get(name.casefold())

    def near(self, wanted: str) -> str | None:
        """The id most like ``wanted``; None where none is near."""
        few = len(self._labels) <= FEW
        return most_similar(wanted, self._labels if few else islice(dict.fromkeys(self._alike(wanted)), FEW))

    def _alike(self, wanted: str) -> Iterator[str]:
        for more in sorted(range(-LONGER, LONGER + 1), key=abs):
            for edge in _edges(wanted):
                yield from islice(self._by_edge.get((edge, len(wanted) + more), ()), FEW)

    @cached_property
    def _by_edge(self) -> Mapping[tuple[str, int], list[str]]:
        found = defaultdict(list)
        for id_ in self._labels:
            for edge in _edges(id_):
                found[edge, len(id_)].append(id_)
        return found

    @cached_property
    def _by_label(self) -> Mapping[str, str]:
        return {label.casefold(): id_ for id_, label in reversed(list(self._labels.items()))}


def _edges(id_: str) -> tuple[str, str]:
    return f"{id_[:EDGE]}*", f"*{id_[-EDGE:]}"
