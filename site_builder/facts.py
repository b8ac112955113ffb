"""Facts that record who reads them: the only way in which a step learns anything."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, Generic, Protocol, TypeVar

K = TypeVar("K", bound=Hashable)
V_co = TypeVar("V_co", covariant=True)

Question = tuple[str, Hashable]
"""The name of some facts, and the subject that they are about."""
EVERY = "*"
"""The subject of a question for all facts of a name, in order. No id has this form."""


class Reader(Protocol):
    """Whoever runs the steps."""

    asked: set[Question] | None
    """The questions that the current step has asked; None between steps."""


class Facts(Mapping[K, V_co], Generic[K, V_co]):
    """Facts that record each read by a step. The absence of a fact counts as an answer too."""

    __slots__ = ("_facts", "_name", "_questions", "_reader")

    def __init__(self, reader: Reader, name: str, facts: Mapping[K, V_co]) -> None:
        self._reader = reader
        self._name = name
        self._facts = facts
        self._questions: dict[Hashable, Question] = {}

    def _note(self, key: Hashable) -> None:
        asked = self._reader.asked
        if asked is not None:
            question = self._questions.get(key)
            if question is None:
                question = self._questions[key] = (self._name, key)
            asked.add(question)

    def __getitem__(self, key: K) -> V_co:
        self._note(key)
        return self._facts[key]

    def get(self, key: Any, default: Any = None) -> Any:
        """The fact, or ``default`` where there is none."""
        self._note(key)
        return self._facts.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return key in self._facts

    def __iter__(self) -> Iterator[K]:
        self._note(EVERY)
        return iter(self._facts)

    def __len__(self) -> int:
        self._note(EVERY)
        return len(self._facts)

    def items(self) -> Any:
        """All facts with their keys, in order."""
        self._note(EVERY)
        return self._facts.items()

    def values(self) -> Any:
        """All facts, in order."""
        self._note(EVERY)
        return self._facts.values()
