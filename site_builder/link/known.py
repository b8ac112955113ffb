"""The claims that editors wrote, each under its own key; records who reads which record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.records.entries import Entry
from site_builder.records.models import ClaimRecord
from site_builder.trace import Asker

Key = str | tuple[str, int]
"""An id, with the number of claims before that had it already: an id that is taken twice is a fault, not an end."""


@dataclass(frozen=True, slots=True)
class ClaimRecords:
    """All claims, published or not, in the order of the files."""

    entries: Mapping[Key, Entry[ClaimRecord]]
    """With their places, which change with every line: for messages alone."""
    records: Mapping[Key, ClaimRecord | None]
    """Their contents; None for one that has a fault."""

    @classmethod
    def of(cls, entries: Iterable[Entry[ClaimRecord]], asker: Asker) -> ClaimRecords:
        """``entries`` under their keys; ``asker`` records who reads their contents."""
        listed = list(entries)
        numbered: dict[Key, Entry[ClaimRecord]] = {entry.id: entry for entry in listed}
        if len(numbered) < len(listed):
            numbered = dict(_numbered(listed))
        return cls(numbered, asker.facts("claim record", {key: entry.record for key, entry in numbered.items()}))


def _numbered(entries: Iterable[Entry[ClaimRecord]]) -> Iterator[tuple[Key, Entry[ClaimRecord]]]:
    times: Counter[str] = Counter()
    for entry in entries:
        before = times[entry.id]
        yield (entry.id, before) if before else entry.id, entry
        times[entry.id] += 1
