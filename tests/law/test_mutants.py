"""That the law fails for a program which does not note what is asked of any one kind of facts.

A quick run tries a few, each with the edit that tells; ``LAW=mutants`` (``make law-mutants``) tries all with every
edit.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice

import pytest

from site_builder.build import Memo
from tests.law.broken import BROKEN
from tests.law.building import WAYS, Made, again, clean, first
from tests.law.catalogue import catalogue
from tests.law.ground import ground
from tests.law.mutants import deaf_to, names
from tests.law.sources import Sources
from tests.law.whole import WHOLE, Edits

VARIANTS = 3
"""In how many ways an edit is tried."""
ALL = os.environ.get("LAW") == "mutants"

Trial = tuple[str, str, int]
"""The way of building, an edit by name, and which way of it."""

QUICK: Mapping[str, str] = {
    "view of claim": "ClaimRecord.statement changed",
    "view of actor": "ActorRecord.name changed",
    "name in actors": "actor gone that about names",
    "file": "ActorRecord.name changed",
}
"""A few kinds of facts, each with an edit that tells."""

USUAL = (
    "ClaimRecord.statement changed", "ActorRecord.name changed", "ArticleRecord.title changed",
    "SiteRecord.title changed", "SiteRecord.language changed",
    *(name for name in WHOLE if name.startswith("actor that only")),
)  # fmt: skip
"""Edits that tell many mutants."""


@lru_cache(maxsize=1)
def edits() -> Mapping[str, Edits]:
    """Those after which the site builds, and those after which it does not."""
    return {**catalogue(), **BROKEN}


@lru_cache(maxsize=100)  # a whole site each
def expected(trial: Trial) -> tuple[Sources, Made] | None:
    """What an edit makes of the sources, and what a clean build makes of those; None where there is no such way."""
    way, name, number = trial
    after = next(islice(edits()[name](ground()), number, None), None)
    return None if after is None else (after, clean(after, way))


def killer(facts: str, trials: Iterable[Trial]) -> str | None:
    """The edit after which a program deaf to ``facts`` is wrong, there or back again; None where it never is.

    What does not build is built twice.
    """
    memos: dict[str, Memo] = {}
    for trial in trials:
        way, name, _ = trial
        start = first(way)[0]
        if way not in memos:
            wrong, memos[way] = _again(facts, way, ground(), start, Memo())
            assert not wrong, "a first build needs no notes"
        step = expected(trial)
        if step is None:
            continue
        later = memos[way]
        for sources, right in (*[step] * (1 if step[1].files else 2), (ground(), start)):
            wrong, later = _again(facts, way, sources, right, later)
            if wrong:
                return name
    return None


def _again(facts: str, way: str, sources: Sources, right: Made, memo: Memo) -> tuple[bool, Memo]:
    """Whether the program that is deaf to ``facts`` is wrong about ``sources``, and what it remembers."""
    with deaf_to(facts):
        try:
            found, later = again(sources, memo, way)
        except (LookupError, AttributeError, TypeError, ValueError):
            return True, memo
    return bool(found.unlike(right)), later


def likely_first(facts: str) -> list[Trial]:
    """All trials, those first whose names share words with ``facts``: a few builds tell, not hundreds."""
    wanted = _words(facts)
    trials = [
        (way, name, number) for number in range(VARIANTS) for way in sorted(WAYS, reverse=True) for name in edits()
    ]
    return sorted(trials, key=lambda trial: (trial[2], trial[1] not in USUAL, -len(wanted & _words(trial[1]))))


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"[a-z]+", re.sub("([A-Z])", r" \1", text).lower())}


def test_every_kind_of_facts_is_asked_for() -> None:
    """Facts that nobody asks for would be given for nothing."""
    given = {name for way in WAYS for name in first(way)[1].memory.facts}
    assert given == set(names())


@pytest.mark.parametrize("facts", QUICK)
def test_the_law_fails_for_a_few_mutants(facts: str) -> None:
    assert killer(facts, [("preview", QUICK[facts], 0)]) == QUICK[facts]


def test_the_program_is_whole_again_after_a_mutant() -> None:
    assert killer(names()[0], []) is None
    found, _ = again(ground(), first("preview")[1], "preview")
    assert found.unlike(first("preview")[0]) == []


if ALL:

    @pytest.mark.parametrize("facts", names())
    def test_the_law_fails_for_every_mutant(facts: str) -> None:
        found = killer(facts, likely_first(facts))
        assert found is not None, "no edit tells: one is missing, or nothing rests on these facts"
