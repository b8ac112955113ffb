"""Problems in the content, as values.

Every stage returns the diagnostics it found; nothing is raised or printed here. :mod:`site_builder.codes` says what
each code means; :mod:`site_builder.reporting` formats diagnostics for a terminal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import islice

from site_builder.codes import CODES, Severity
from site_builder.source import Span


@dataclass(frozen=True, slots=True)
class Note:
    """A second place, or a second sentence, that explains a diagnostic."""

    message: str
    """One sentence."""
    span: Span | None = field(default=None, compare=False)
    """The place it speaks of, shown as a line of source."""
    marks: tuple[tuple[int, int], ...] = field(default=(), compare=False)
    """Offsets in the span's source to underline instead of the whole span (the words that differ)."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, at one place, under one code."""

    code: str
    """A key of :data:`site_builder.codes.CODES`."""
    message: str
    """The fault, in one sentence without a full stop."""
    file: str
    """The file's path from the project's root."""
    span: Span | None = None
    """The place in that file; none when the file itself is the problem."""
    notes: tuple[Note, ...] = ()
    """Other places to look at, and explanations."""
    help: str | None = None
    """The remedy, where possible the exact text to paste."""

    @property
    def severity(self) -> Severity:
        """``error`` stops a build, ``warning`` does not."""
        return CODES[self.code].severity

    @property
    def position(self) -> tuple[int, int]:
        """Line and column from 1; (1, 1) without a span."""
        return self.span.source.position(self.span.start) if self.span else (1, 1)


def at(code: str, span: Span, message: str, *, notes: tuple[Note, ...] = (), help: str | None = None) -> Diagnostic:
    """A diagnostic that points at ``span``."""
    return Diagnostic(code, message, span.source.name, span, notes, help)


@dataclass(frozen=True, slots=True)
class Report:
    """All diagnostics of one run, in file and line order, none twice."""

    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        """Sort ``diagnostics`` by file, place and code, and drop repetitions: the last stays, whose help knows most."""
        unique = {(d.file, d.position, d.code, d.message): d for d in diagnostics}
        return cls(tuple(unique[key] for key in sorted(unique)))

    @property
    def errors(self) -> int:
        """The number of errors: they stop the build."""
        return sum(d.severity == "error" for d in self.diagnostics)

    @property
    def warnings(self) -> int:
        """The number of warnings: they do not stop the build."""
        return len(self.diagnostics) - self.errors

    @property
    def ok(self) -> bool:
        """True when nothing stops the build."""
        return self.errors == 0


_SLIP = 0.8
"""The likeness from which on a value of few is meant."""
FEW = 8
"""The largest number of values that advice lists whole."""
CLOSE = 0.75
"""The likeness, of 1, from which on one of a closed set is meant: a slip of the finger, and no other word."""
_NOT = ("un", "in", "im", "ir", "il", "non", "not", "dis", "mis", "anti", "no")
"""Beginnings that make the opposite of a word."""
MANY = 200
"""The largest number of candidates that are all compared; of more, only those that begin or end alike are."""


def choose(word: str, known: Collection[str]) -> str:
    """Advice for ``word``, which is none of the ``known`` values of a closed set.

    Of few it lists all: the most similar may well mean the opposite, as "direct" does where somebody wrote "indirect".
    """
    # A slip of a letter or two; of two words that deny each other neither is advised.
    near = get_close_matches(word.casefold(), {name.casefold(): name for name in known}, n=2, cutoff=_SLIP)
    alike = [name for name in known if name.casefold() in near and not _opposite(word, name)]
    if len(alike) == 1 and len(near) == 1:
        return f'did you mean "{alike[0]}"?'
    if len(known) > FEW:
        near = get_close_matches(word, [name for name in known if not _opposite(word, name)], n=1, cutoff=CLOSE)
        return f'did you mean "{near[0]}"?' if near else f"write one of them, such as {', '.join(list(known)[:FEW])}"
    return f"{'write one of these' if len(known) > 1 else 'there is only this one'}: {', '.join(known)}"


def _opposite(one: str, other: str) -> bool:
    """True when one of the two is the other with a beginning that denies it."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return long.endswith(short) and long.removesuffix(short).rstrip("-_ ") in _NOT


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """``did you mean "x"?`` for the most similar of ``known``, or None when none is near."""
    near = most_similar(word, known)
    return f'did you mean "{near}"?' if near else None


def most_similar(word: str, known: Iterable[str]) -> str | None:
    """The most similar of ``known``, or None when none is near; never the opposite.

    A part that is a whole id's end or beginning counts as near: people forget first names and prefixes.
    """
    candidates = [name for name in known if not _opposite(word, name)]
    if len(candidates) > MANY:
        # Each comparison takes microseconds, and there may be as many words as candidates.
        start, end, length = word[:3], word[-3:], len(word)
        alike = (name for name in candidates if name.startswith(start) or name.endswith(end))
        candidates = list(islice((name for name in alike if abs(len(name) - length) <= 4), MANY))
    near = [name for name in candidates if name.casefold() == word.casefold()]
    near = near or get_close_matches(word, candidates, n=1, cutoff=0.6)
    if not near and len(word) >= 4:
        near = sorted((c for c in candidates if word in c or (len(c) >= 4 and c in word)), key=len)
    return near[0] if near else None
