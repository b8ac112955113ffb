"""Flags, and answers where there is no flag."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from site_builder.errors import EnvironmentProblem

Wrong = Callable[[str], str]
"""What is wrong with an answer; nothing when it will do."""
Ask = Callable[[str, str], str]
"""Question and default to answer."""
TRIES = 3
"""How often a question is asked, and a file that somebody else is saving is read again."""


class Answers:
    """What is known of a record; nothing is asked twice."""

    def __init__(self, flags: Mapping[str, str], ask: Ask | None) -> None:
        self._flags = dict(flags)
        self._ask = ask

    def required(self, key: str, question: str, default: str = "", wrong: Wrong | None = None) -> str:
        """The flag ``key``, or the answer to ``question``, which is asked again while it is ``wrong``."""
        value = self._flags.get(key, "")
        asked = question
        for _ in range(TRIES if self._ask and not value else 0):
            value = self._ask(asked, default) if self._ask else ""
            problem = (wrong(value) if wrong and value else "") or ("" if value else "an answer is needed")
            if not problem:
                break
            asked = f"{problem}\n{question}"
        value = value or default
        if not value:
            raise EnvironmentProblem(f"{question} is missing", f"give it with --{key}")
        self._flags[key] = value
        return value

    def has(self, key: str) -> bool:
        """True when ``key`` was given or answered."""
        return bool(self._flags.get(key))

    def optional(self, key: str, default: str = "") -> str:
        """The flag ``key``; nobody is asked."""
        return self._flags.get(key, default)

    def ids(self, key: str) -> list[str]:
        """The ids in the flag ``key``, which commas part."""
        return [part.strip() for part in self._flags.get(key, "").split(",") if part.strip()]

    def choice(self, key: str, question: str, choices: Sequence[str]) -> int | None:
        """The number (from 0) of one of ``choices``; None when nobody can be asked."""
        if self._ask is None:
            return None
        listed = "".join(f"\n  {number}  {choice}" for number, choice in enumerate(choices, 1))
        answer = self._flags.get(key) or self._ask(f"{question}{listed}\nwhich", "")
        if not answer.isdecimal() or not 0 < int(answer) <= len(choices):
            return None
        self._flags[key] = answer
        return int(answer) - 1
