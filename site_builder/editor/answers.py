"""Values from options, and from questions where an option is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from site_builder.errors import EnvironmentProblem

Wrong = Callable[[str], str]
"""The problem with an answer; nothing if it is fine."""
Ask = Callable[[str, str], str]
"""Question and default to answer."""
Tell = Callable[[str], object]
"""Shows a sentence to whoever answers."""
TRIES = 3
"""The number of times that a question is asked, or a file is read that somebody else is saving."""


class Answers:
    """The known values of a record; nothing is asked twice."""

    def __init__(self, flags: Mapping[str, str], ask: Ask | None, tell: Tell = lambda _: None) -> None:
        """``flags`` by key; raises :class:`EnvironmentProblem` for one that is no text.

        ``tell`` gets what happens with an answer that is still wrong when the question is not repeated any more.
        """
        for key, value in flags.items():
            if key != "from":  # the name of a file may be any bytes
                _text(key, value)
        self._flags = dict(flags)
        self._ask = ask
        self._tell = tell
        self._asked: set[str] = set()
        self._reasons: dict[str, str] = {}

    @property
    def given(self) -> Mapping[str, str]:
        """All that was given or answered so far, by flag."""
        return {key: value for key, value in self._flags.items() if value}

    @property
    def was_asked(self) -> bool:
        """True when anything was answered that was not given before."""
        return any(self._flags.get(key) for key in self._asked)

    def required(
        self, key: str, question: str, default: str = "", wrong: Wrong | None = None, *, needed: bool = True
    ) -> str:
        """The flag ``key``, or the answer to ``question``, which is asked again while it is ``wrong``.

        Nothing is an answer, too, where none is ``needed``.
        """
        value = self._flags.get(key, "")
        problem = self._reasons.pop(key, "") or (wrong(value) if value and wrong else "")
        is_open = not value and (needed or key not in self._flags)
        if self._ask and (problem or is_open):
            value = self._answer(self._ask, key, question, default, wrong, problem, needed=needed)
        value = value or default
        if not value and needed:
            where = "run the command again and answer" if self._ask else "run the command on a terminal, where it asks"
            raise EnvironmentProblem(f"--{key} is missing: {question}", f"give it with --{key}, or {where}")
        self._flags[key] = value
        return value

    def _answer(
        self, ask: Ask, key: str, question: str, default: str, wrong: Wrong | None, problem: str, *, needed: bool
    ) -> str:
        """The answer, after at most a few tries; the last one stands, for the check of the whole record to judge."""
        self._asked.add(key)
        value = ""
        for _ in range(TRIES):
            value = ask(f"{problem}\n{question}" if problem else question, default)
            problem = (_NO_TEXT if _is_no_text(value) else wrong(value) if wrong and value else "") or (
                "an answer is needed" if needed and not value else ""
            )
            if not problem:
                return value
        if _text(key, value):
            self._tell(f"{problem}\nthe answer stays for now; nothing is written before the whole record is right")
        return value

    def judged(self, key: str, question: str, wrong: Wrong) -> str:
        """The flag ``key``, where it was given; where it is ``wrong``, ``question`` is asked. Nothing leaves it out."""
        is_open = self._flags.get(key) or key in self._reasons
        return self.required(key, question, wrong=wrong, needed=False) if is_open else ""

    def reject(self, key: str, reason: str) -> bool:
        """Forget the answer to ``key``, so that it is asked for again with the ``reason``; False where none can be."""
        if self._ask is None or key not in self._flags:
            return False
        self._reasons[key] = reason
        del self._flags[key]
        return True

    def has(self, key: str) -> bool:
        """True when ``key`` was given or answered."""
        return bool(self._flags.get(key))

    def optional(self, key: str, default: str = "") -> str:
        """The flag ``key``; nobody is asked."""
        return self._flags.get(key, default)

    def ids(self, key: str, wrong: Wrong) -> list[str]:
        """The ids in the flag ``key``, which commas part; asked for again while one of them is ``wrong``."""

        def any_wrong(text: str) -> str:
            return next(filter(None, map(wrong, parted(text))), "")

        return parted(self.judged(key, f"{key}: ids, separated by commas", any_wrong))

    def choice(self, key: str, question: str, choices: Sequence[str]) -> int | None:
        """The number (from 0) of one of ``choices``; None when nobody can be asked."""
        if self._ask is None:
            return None
        listed = "".join(f"\n  {number}  {choice}" for number, choice in enumerate(choices, 1))
        problem = ""
        for _ in range(TRIES):
            answer = self._flags.get(key) or self._ask(f"{problem}{question}{listed}\nwhich", "")
            if answer.isdecimal() and 0 < int(answer) <= len(choices):
                self._flags[key] = answer
                return int(answer) - 1
            problem = f"write a number from 1 to {len(choices)}\n"
        return None


def parted(text: str) -> list[str]:
    """The ids in ``text``, which commas part."""
    return [part.strip() for part in text.split(",") if part.strip()]


_RETYPE = "set the terminal to UTF-8 and type it again"
_NO_TEXT = f"this is not text in UTF-8; {_RETYPE}"


def _is_no_text(value: str) -> bool:
    """True when ``value`` was not typed in the encoding that the system reads."""
    return any("\ud800" <= letter <= "\udfff" for letter in value)


def _text(key: str, value: str) -> str:
    """``value``, if it is text."""
    if _is_no_text(value):
        raise EnvironmentProblem(f"--{key} is not text in UTF-8", _RETYPE)
    return value
