"""Records what each step reads, and runs a step again only if something that it read has changed.

A step is a function of a subject that reads everything else from mappings of facts, and these mappings record who reads
what. A later run compares the facts with those of the previous run, and runs each step again that read a changed one.
Results become facts for the next steps; an equal result counts as unchanged.

Nobody can forget a dependency, because there is no other way to read anything. (Recorded as in build systems with
verifying traces: Mokhov, Mitchell, Peyton Jones, "Build systems à la carte", 2018.) Knows nothing of claims or pages.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import eq
from typing import Any, TypeVar

from site_builder.facts import EVERY, Facts, Question

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Trace:
    """The result of a step for a subject, with the questions that it asked."""

    value: Any
    """The result."""
    asked: frozenset[Question]
    """Everything that the step read."""


Spread = Callable[[Callable[[Sequence[Any]], list[Any]], Sequence[Any]], list[Any]]
"""Runs work on items in any number of processes, and returns the results in the order of the items."""


def alone(work: Callable[[Sequence[Any]], list[Any]], items: Sequence[Any]) -> list[Any]:
    """Runs all of the work in this process."""
    return work(items)


@dataclass(frozen=True, slots=True)
class Memory:
    """The state that one run leaves to the next."""

    facts: Mapping[str, Mapping[Any, Any]] = field(default_factory=dict)
    """The facts of each name, as they were last given."""
    traces: Mapping[str, Mapping[Any, Trace]] = field(default_factory=dict)
    """The traces of each step, by subject."""
    pending: Mapping[str, AbstractSet[Question]] = field(default_factory=dict)
    """By step: the changes since its traces were made, where runs ended before they came to it."""
    results: Mapping[str, tuple[Mapping[Any, Trace], Mapping[Any, Any]]] = field(default_factory=dict, compare=False)
    """By step: the results in some traces. They count while the step has these very traces, and are not stored."""


class Asker:
    """One run: records what each step reads, and runs the steps that must run."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._before = memory or Memory()
        self._facts: dict[str, Mapping[Any, Any]] = {}
        self._traces: dict[str, Mapping[Any, Trace]] = {}
        self._results: dict[str, tuple[Mapping[Any, Trace], Mapping[Any, Any]]] = {}
        self._changed: set[Question] = set()
        self.asked: set[Question] | None = None
        """The questions that the current step has asked; None between steps."""
        self.reasons: dict[str, dict[Any, Question | None]] = {}
        """By step: each subject that was made in this run, and an answer that had changed; None for a new one."""

    def facts(self, name: str, facts: Mapping[K, V], same: Callable[[V, V], object] = eq) -> Mapping[K, V]:
        """Offer ``facts`` under ``name``; returns the mapping through which steps read them.

        A fact that is the ``same`` as it was before is the very value of before.
        """
        before = self._before.facts.get(name)
        # Nobody changes the results of a step.
        is_result = any(facts is results for _, results in self._results.values())
        kept: Mapping[K, V] = facts if is_result else dict(facts)
        if before is None:
            self._changed.add((name, EVERY))
        elif kept is not before:
            # Mostly nothing has changed, and most values are the very ones of before.
            others = [key for key, value in kept.items() if before.get(key, _ABSENT) is not value]
            changed = {key for key in others if not _is_same(before.get(key, _ABSENT), kept[key], same)}
            if changed or list(kept) != list(before):
                kept = {**kept, **{key: before[key] for key in others if key not in changed}}
                changed.update(key for key in before if key not in kept)
                self._changed.update((name, key) for key in (*changed, EVERY))
            else:
                kept = before
        self._facts[name] = kept
        return Facts(self, name, kept)

    def step(
        self,
        name: str,
        subjects: Iterable[K],
        make: Callable[[K], V],
        keep: Callable[[V], bool] = lambda _: True,
        spread: Spread = alone,
    ) -> Mapping[K, V]:
        """The result of ``make`` for each of ``subjects``; an earlier one from the same answers stays.

        Results that are not to be kept are made again in every run. ``spread`` may share the work.
        """
        changed = self._changed.union(self._before.pending.get(name, ()))
        known: Mapping[K, Trace] = self._before.traces.get(name, {})
        of, results = self._before.results.get(name, ({}, {}))
        subjects = list(subjects)
        if subjects != list(known):
            known = {subject: known.get(subject, _NONE) for subject in subjects}
        is_untouched = changed.isdisjoint
        missing = [subject for subject, trace in known.items() if trace is _NONE or not is_untouched(trace.asked)]
        reasons = {subject: _first(changed & known[subject].asked) for subject in missing}
        self.reasons[name] = {**self.reasons.get(name, {}), **reasons}

        def work(some: Sequence[K]) -> list[Trace]:
            return [self._made(make, subject) for subject in some]

        made = dict(zip(missing, spread(work, missing) if missing else (), strict=True))
        traces = {**known, **made} if made else known
        if of is not known:
            results = {subject: trace.value for subject, trace in traces.items()}
        elif made:
            results = {**results, **{subject: trace.value for subject, trace in made.items()}}
        dropped = {subject for subject, trace in made.items() if not keep(trace.value)}
        if dropped:
            traces = {subject: trace for subject, trace in traces.items() if subject not in dropped}
        else:
            self._results[name] = traces, results
        self._traces[name] = traces
        return results

    def derived(self, step: str, make: Callable[[], Mapping[str, Mapping[Any, Any]]]) -> dict[str, Mapping[Any, Any]]:
        """Offer facts that ``make`` derives from others, by name; those of the last run stay if it read the same.

        As :meth:`step`, with one subject whose result is kept as facts alone. Raises ``ValueError`` if ``make`` returns
        other names than in the last run: nobody records who reads that a name is not there.
        """
        trace = self._before.traces.get(step, {}).get("")
        changed = self._changed.union(self._before.pending.get(step, ()))
        if trace is not None and changed.isdisjoint(trace.asked):
            self._traces[step] = {"": trace}
            self._facts |= {name: self._before.facts[name] for name in trace.value}
            return {name: Facts(self, name, self._facts[name]) for name in trace.value}
        self.reasons[step] = {"": _first(changed & trace.asked) if trace else None}
        made = self._made(lambda _: make(), "")
        if trace and {*trace.value} != {*made.value}:
            raise ValueError(f"{step} always derives facts of the same names")
        offered = {name: self.facts(name, facts) for name, facts in made.value.items()}
        self._traces[step] = {"": Trace(tuple(offered), made.asked)}
        return offered

    def before(self, step: str, subject: Hashable) -> Any:
        """The last run's result of ``step`` for ``subject``, or None. A hint only, not recorded as read."""
        trace = self._before.traces.get(step, {}).get(subject)
        return trace.value if trace else None

    def _made(self, make: Callable[[K], object], subject: K) -> Trace:
        self.asked = set()
        try:
            value = make(subject)
            return Trace(value, frozenset(self.asked))
        finally:
            self.asked = None

    def reason(self, step: str, subject: Hashable) -> Question | None:
        """The first of the changes for which ``step`` made something of ``subject`` again; None for a new subject."""
        reason = self.reasons.get(step, {}).get(subject)
        while reason is not None:
            earlier = self.reasons.get(reason[0], {}).get(reason[1])
            if earlier is None:
                break
            reason = earlier
        return reason

    def memory(self) -> Memory:
        """The state for the next run. A step that this run did not reach keeps its results and learns of changes."""
        before = self._before
        left = {name: traces for name, traces in before.traces.items() if name not in self._traces}
        pending = {name: self._changed.union(before.pending.get(name, ())) for name in left}
        return Memory({**before.facts, **self._facts}, {**left, **self._traces}, pending, self._results)


def told(question: Question) -> str:
    """``question`` in words, to explain why something was made again."""
    name, subject = question
    if subject == EVERY:
        return f"all: {name}"
    parts = subject if isinstance(subject, tuple) else (subject,)
    return " ".join((name, *map(str, parts))).strip()


_NONE = Trace(None, frozenset())
"""The trace of a subject that was never made."""


def _is_same(was: Any, value: Any, same: Callable[[Any, Any], object]) -> bool:
    return was is not _ABSENT and type(was) is type(value) and bool(same(was, value))


def _first(questions: AbstractSet[Question]) -> Question | None:
    """The first of ``questions`` by name, whatever their subjects are; one for everything comes last; None of none."""
    return min(questions, default=None, key=lambda question: (question[1] == EVERY, question[0], str(question[1])))
