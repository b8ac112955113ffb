"""Counts for each kind of facts how often it is the only reason for a step to run again.

``python -m tests.law.reasons`` makes each edit once, there and back, in each way. A kind that is never the only reason
changes only together with other facts that the same steps read: without its notes no page would be stale.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from unittest.mock import patch

from site_builder import trace
from tests.law.broken import BROKEN
from tests.law.building import WAYS, again, first
from tests.law.catalogue import catalogue
from tests.law.ground import ground
from tests.law.mutants import names
from tests.law.whole import Edits

_STEP, _DERIVED = trace.Asker.step, trace.Asker.derived


def reasons(edits: Mapping[str, Edits], ways: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """For each kind of facts: how often it was the only reason, and how often it was one of the reasons."""
    alone: Counter[str] = Counter()
    among: Counter[str] = Counter()

    def count(asker: Any, name: str, subjects: Iterable[Any]) -> None:
        changed = asker._changed.union(asker._before.pending.get(name, ()))
        traces = asker._before.traces.get(name, {})
        for made in (traces[subject] for subject in subjects if subject in traces):
            kinds = {kind for kind, _ in changed & made.asked}
            among.update(kinds)
            alone.update(kinds if len(kinds) == 1 else ())

    def counted(
        asker: Any, name: str, subjects: Iterable[Any], make: Callable[[Any], Any], *more: Any, **named: Any
    ) -> Any:
        subjects = list(subjects)
        count(asker, name, subjects)
        return _STEP(asker, name, subjects, make, *more, **named)

    def derived(asker: Any, name: str, make: Callable[[], Any]) -> Any:
        count(asker, name, ("",))
        return _DERIVED(asker, name, make)

    with patch.multiple(trace.Asker, step=counted, derived=derived):
        for way in ways:
            memo = first(way)[1]
            for edit in edits.values():
                after = next(iter(edit(ground())), None)
                if after is not None:
                    again(ground(), again(after, memo, way)[1], way)
    return alone, among


def main() -> None:
    """Print a line for each kind of facts, the rarest first."""
    alone, among = reasons({**catalogue(), **BROKEN}, sorted(WAYS))
    for name in sorted(names(), key=lambda name: alone[name]):
        sys.stdout.write(f"{alone[name]:6} of {among[name]:6} {name}\n")


if __name__ == "__main__":
    main()
