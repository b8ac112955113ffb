"""Pairs side by side: a part for each kind, and what the front page may lead with."""

from __future__ import annotations

import re

import pytest

from site_builder.link.site import link
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.pages.contradictions import kind_view
from site_builder.pages.lookup import index
from site_builder.relations import RELATIONS
from tests.link.test_site import with_second
from tests.pages.test_claim import made, words
from tests.projects import edited


def related(kind: str) -> Project:
    return edited(with_second(), "claims.yaml", "kind: denies", f"kind: {kind}\n        note: Why it is so.")


@pytest.mark.parametrize("kind", RELATIONS)
def test_each_kind_says_what_it_means_and_stands_where_its_row_says(kind: str) -> None:
    files = made(related(kind))
    page, meaning = files["contradictions/index.html"], RELATIONS[kind]  # type: ignore[index]
    listed = words(page[page.index('id="kinds"') :])
    assert all(row.definition in listed for row in RELATIONS.values())
    before = words(page[: page.index('id="kinds"')])
    assert (f"{meaning.heading} {meaning.definition}" in before) == bool(meaning.heading)
    assert ("Why it is so." in before) == bool(meaning.heading)
    shown = words(files["claims/roads-are-safe/index.html"])
    assert f"{meaning.answered} Bob Baker , 2 May 2020" in shown
    assert ("What stands against it" in shown) == (meaning.side == "against")
    assert ("Differing accounts" in shown) == (meaning.side == "account")
    assert ("Read it together with" in shown) == (meaning.side == "alongside")


@pytest.mark.parametrize("kind", RELATIONS)
def test_the_front_page_leads_with_nothing_weaker_than_a_denial(kind: str) -> None:
    home = made(related(kind))["index.html"]
    assert ('class="pair' in home) == (kind in ("contradicts", "denies"))


def test_no_pair_is_called_a_contradiction_but_those_filed_as_one() -> None:
    files = made(related("differs"))
    for name, page in files.items():
        if name.endswith(".html") and name not in ("contradictions/index.html", "network/index.html"):
            assert not re.search(r">[^<]*contradict", page, re.IGNORECASE), name


def test_every_kind_has_a_name_also_where_its_pairs_never_stand_side_by_side() -> None:
    records = edited(with_second(), "content/site.yaml", "title: Minimal", "title: Minimal\nlanguage: ru")
    site, _ = link(load(records)[0])
    assert site is not None
    lookup = index(site)
    names = {id_: kind_view(lookup, id_).name for id_ in RELATIONS}
    assert names["denies"] == "Отрицания"
    assert names["supports"] == lookup.words.say(RELATIONS["supports"].phrase)
    assert all("\n" not in name for name in names.values())


def test_where_there_are_pairs_of_several_kinds_the_page_begins_with_links_to_them() -> None:
    one = with_second()
    also = "kind: denies\n      - claim: roads-are-safe\n        kind: differs"
    several = edited(one, "claims.yaml", "kind: denies", also)
    page = made(several)["contradictions/index.html"]
    links = re.findall(r'<li><a href="#(\w+)">([^<]+)</a></li>', page)
    assert links == [("denies", "Denials (1)"), ("differs", "Differing accounts (1)")]
    assert all(f'<h2 id="{id_}">' in page for id_, _ in links)
    assert 'href="#denies"' not in made(one)["contradictions/index.html"]
