"""After any edit, and back, a build that remembers gives what a build gives that does not.

A quick run tries each edit once, in chains that keep their memo. With ``LAW=whole`` (``make law``) each edit is tried
by itself in several ways, there and back, as preview and as published.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest

from site_builder.build import Memo, Options, build
from site_builder.load.files import read_project
from tests.law.building import WAYS, Made, again, clean, first, made
from tests.law.catalogue import catalogue
from tests.law.ground import ground
from tests.law.sources import Sources, read
from tests.projects import ROOT

WHOLE = os.environ.get("LAW") == "whole"
TRIES = 60
"""How many ways of an edit are tried until one builds."""
CHAIN = 10
"""Edits in a chain."""
VARIANTS = 2
"""In how many ways the whole run tries an edit."""

NAMES = list(catalogue())
# Neighbours in the catalogue change the same record: what the one makes anew, the other would not show as stale.
CHAINS = [NAMES[start :: len(NAMES) // CHAIN] for start in range(len(NAMES) // CHAIN)]


def building(name: str, way: str) -> Iterator[tuple[Sources, Made]]:
    """The ways of an edit that build, each with its clean build."""
    for tried, after in enumerate(catalogue()[name](ground())):
        if tried == TRIES:
            return
        expected = clean(after, way)
        if expected.files is not None:
            yield after, expected


@pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain[0])
def test_every_edit_in_a_chain(chain: list[str]) -> None:
    """Each edit takes the place of the one before it; of five chains one is built as published, one with drafts."""
    way = ("published", "drafts", "preview", "preview", "preview")[CHAINS.index(chain) % 5]
    start, memo = first(way)
    for name in chain:
        after, expected = next(building(name, way), (None, None))
        assert after is not None, f"no way of this edit builds: {name}"
        assert expected is not None
        found, memo = again(after, memo, way)
        assert found.unlike(expected) == [], name
    assert again(ground(), memo, way)[0].unlike(start) == [], "back again"


if WHOLE:

    @pytest.mark.parametrize("way", WAYS)
    @pytest.mark.parametrize("name", NAMES)
    def test_every_edit_there_and_back(name: str, way: str) -> None:
        start, memo = first(way)
        tried = 0
        for (after, expected), _ in zip(building(name, way), range(VARIANTS), strict=False):
            found, later = again(after, memo, way)
            assert found.unlike(expected) == [], f"variant {tried}"
            assert again(ground(), later, way)[0].unlike(start) == [], f"variant {tried}, back again"
            tried += 1
        assert tried


def test_the_shipped_site_and_the_same_in_other_words() -> None:
    """The files as they lie there, then the same records in JSON, then more of them."""
    shipped = read_project(ROOT)
    way = "preview"
    result = build(shipped, options=WAYS[way])
    assert result.files is not None
    taken = read(shipped)
    found, memo = again(taken, result.memo, way)
    assert found.unlike(clean(taken, way)) == []
    found, memo = again(ground(), memo, way)
    assert found.unlike(first(way)[0]) == []
    assert made(build(shipped, memo, WAYS[way])).unlike(made(result)) == []


def test_a_build_that_fails_is_followed_by_one_that_is_right() -> None:
    """Each edit that does not build, then one that does, then none."""
    start, memo = first("preview")
    broken = ground().write(ground().names("content/articles/")[0], "Nothing of what is cited.\n")
    found, memo = again(broken, memo, "preview")
    assert found.files is None
    assert found.unlike(clean(broken, "preview")) == []
    after, expected = next(building("ActorRecord.name changed", "preview"))
    found, memo = again(after, memo, "preview")
    assert found.unlike(expected) == []
    assert again(ground(), memo, "preview")[0].unlike(start) == []


def test_a_template_that_fails_is_followed_by_one_that_is_right() -> None:
    start, memo = first("preview")
    theme = {**ground().theme, "claim.html": ground().theme["claim.html"] + b"{% if %}"}
    broken = replace(ground(), theme=theme)
    found, memo = again(broken, memo, "preview")
    assert found.files is None
    assert found.unlike(clean(broken, "preview")) == []
    assert again(ground(), memo, "preview")[0].unlike(start) == []


def test_one_memo_serves_every_kind_of_build() -> None:
    """What is asked for may change from build to build as the sources do."""
    asked = [
        *WAYS.values(),
        Options(search=False),
        Options(index=False, base_url="https://mirror.example/x/"),
        Options(index=False, base_url="https://mirror.example/x/", exports=True, hashed=False),
        *WAYS.values(),
    ]
    after = next(catalogue()["ActorRecord.name changed"](ground()))
    memo = Memo()
    for number, options in enumerate(asked):
        project = (after, ground())[number % 2].project
        result = build(project, memo, options)
        assert made(result).unlike(made(build(project, options=options))) == [], options
        memo = result.memo


def test_an_index_is_as_fresh_as_its_entries() -> None:
    """With its index too; the engine is slow, so once."""
    options = replace(WAYS["published"], index=True)
    after = next(catalogue()["ClaimRecord.statement changed"](ground()))
    before = build(ground().project, options=options)
    assert made(build(after.project, before.memo, options)).unlike(made(build(after.project, options=options))) == []
