"""That the law fails for a program which lacks any one of the dependencies that it declares.

A quick run tries a few, each with the edit that tells; ``LAW=mutants`` (``make law-mutants``) tries all with every
edit.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice

import pytest

from site_builder.build import Memo
from tests.law.broken import BROKEN
from tests.law.building import Made, again, clean, first
from tests.law.catalogue import catalogue
from tests.law.ground import ground
from tests.law.mutants import DECLARING, Mutant, at_large, mutants
from tests.law.sources import Sources
from tests.law.whole import WHOLE, Edits

WAY = "preview"
VARIANTS = 3
"""In how many ways an edit is tried."""
ALL = os.environ.get("LAW") == "mutants"

Trial = tuple[str, int]
"""An edit by name, and which way of it."""

QUICK: Mapping[str, str] = {
    "pages.plan:_claim_inputs without *_related(lookup, claim)": "ClaimRecord.statement changed",
    "pages.plan:_article_inputs without *speakers": "ActorRecord.name changed",
    "link.claims:_answers without *record.about": "actor gone that about names",
    "load.records:load_again without file.data == data": "ActorRecord.name changed",
}
"""A few mutants, each with an edit that tells it."""

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


@cache
def expected(trial: Trial) -> tuple[Sources, Made] | None:
    """What an edit makes of the sources, and what a clean build makes of those; None where there is no such way."""
    name, number = trial
    after = next(islice(edits()[name](ground()), number, None), None)
    return None if after is None else (after, clean(after, WAY))


def killer(mutant: Mutant, trials: Iterable[Trial]) -> str | None:
    """The edit after which ``mutant`` is wrong, there or back again; "none" where it is before any, None where never.

    What does not build is built twice.
    """
    start = first(WAY)[0]
    wrong, memo = _again(mutant, ground(), start, Memo())
    if wrong:
        return "none"
    for trial in trials:
        step = expected(trial)
        if step is None:
            continue
        later = memo
        for sources, right in (*[step] * (1 if step[1].files else 2), (ground(), start)):
            wrong, later = _again(mutant, sources, right, later)
            if wrong:
                return trial[0]
    return None


def _again(mutant: Mutant, sources: Sources, right: Made, memo: Memo) -> tuple[bool, Memo]:
    """Whether ``mutant`` is wrong about ``sources``, and what it remembers."""
    with at_large(mutant):
        try:
            found, later = again(sources, memo, WAY)
        except (LookupError, AttributeError, TypeError, ValueError):
            return True, memo
    return bool(found.unlike(right)), later


def likely_first(mutant: Mutant) -> list[Trial]:
    """All trials, those first whose names share words with what ``mutant`` lacks: a few builds tell, not hundreds."""
    lacks = _words(mutant.lacks)
    trials = [(name, number) for number in range(VARIANTS) for name in edits()]
    return sorted(trials, key=lambda trial: (trial[1], trial[0] not in USUAL, -len(lacks & _words(trial[0]))))


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in re.findall(r"[a-z]+", re.sub("([A-Z])", r" \1", text).lower())}


def test_every_declaring_function_has_mutants() -> None:
    assert {mutant.function for mutant in mutants()} == set(DECLARING)


@pytest.mark.parametrize("name", QUICK)
def test_the_law_fails_for_a_few_mutants(name: str) -> None:
    mutant = next(mutant for mutant in mutants() if str(mutant) == name)
    assert killer(mutant, [(QUICK[name], 0)]) == QUICK[name]


def test_the_program_is_whole_again_after_a_mutant() -> None:
    mutant = mutants()[0]
    assert killer(mutant, []) is None
    found, _ = again(ground(), first(WAY)[1], WAY)
    assert found.unlike(first(WAY)[0]) == []


if ALL:

    @pytest.mark.parametrize("mutant", mutants(), ids=str)
    def test_the_law_fails_for_every_mutant(mutant: Mutant) -> None:
        found = killer(mutant, likely_first(mutant))
        assert found is not None, "no edit tells: one is missing, or what it lacks is no dependency"
