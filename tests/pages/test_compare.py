"""Two actors who speak of each other, side by side."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from site_builder.load.files import Project
from site_builder.pages.groups import compared, filing
from site_builder.pages.others import FEW
from tests.link.test_site import linked, with_second
from tests.pages.test_actor_lists import many
from tests.pages.test_claim import made, words
from tests.projects import changed, edited

PAGE = "compare/ann/bob/index.html"
BACK = """\
  - id: ann-is-wrong
    actor: bob
    statement: Ann is wrong.
    date: 2019
    about: [ann]
    topics: [roads]
    verdict: disputed
    summary: It is his word.
    passages:
      - article: daily-2020-05-03
        quote: the roads are old
    published: 2020-06-01
"""


def both(count: int = 1) -> Project:
    """Ann makes ``count`` claims that accuse Bob, and Bob makes one about Ann."""
    project = many(count)
    return changed(project, {"claims.yaml": project.content["claims.yaml"] + BACK.encode()})


def test_the_page_has_what_each_says_of_the_other_whom_they_accuse_on_what_and_when() -> None:
    page = words(made(both())[PAGE])
    assert "Ann Able and Bob Baker" in page
    assert "What Ann Able says of Bob Baker Ann Able , Minister : 1 claim, 2010, 1 of them an accusation" in page
    assert "What Bob Baker says of Ann Able Bob Baker : 1 claim, 2019" in page
    assert "The roads are safe. Disputed" in page
    assert "Ann is wrong. Disputed" in page
    assert "Whom each accuses Accused Ann Able Bob Baker Bob Baker 1 of 1 0 of 1" in page
    assert "Topics Topic Ann Able Bob Baker Roads 1 of 1 1 of 1" in page
    assert "Bob Baker on Ann Able" in page  # the picture
    assert "%" not in page


def test_a_pair_has_one_address_and_both_actors_and_the_list_lead_to_it() -> None:
    files = made(both())
    assert [name for name in files if name.startswith("compare/")] == ["compare/index.html", PAGE]
    for name in ("actors/ann/index.html", "actors/bob/index.html"):
        assert 'href="../../compare/ann/bob/index.html"' in files[name]
    assert "Ann Able and Bob Baker 1 claim by Ann Able, 1 claim by Bob Baker" in words(files["compare/index.html"])
    assert "compare/index.html" in files["index.html"]


@pytest.mark.parametrize("about", ["    about: [bob]\n", ""], ids=["of himself", "of nobody"])
def test_who_does_not_speak_back_is_not_compared(about: str) -> None:
    project = edited(both(), "claims.yaml", "    about: [ann]\n", about)
    files = made(project)
    assert not [name for name in files if name.startswith("compare/")]
    assert not [name for name, text in files.items() if "compare/" in text]


def test_a_long_side_shows_the_newest_and_leads_to_the_rest() -> None:
    page = made(both(50))[PAGE]
    assert f"These are the newest {FEW}. All 50 claims" in words(page)
    assert "actors/ann/speaks-of/bob/index.html" in page
    assert "A number counts the claims" in words(page)
    assert len(page) < 40_000


def test_claims_of_one_day_need_no_picture() -> None:
    project = edited(both(), "claims.yaml", "date: 2019", "date: 2010-05-01")
    assert 'id="timeline"' not in made(project)[PAGE]


def test_long_tables_have_the_rows_with_most_claims_by_name() -> None:
    topics = "".join(f"  t{number:02d}: {{label: Topic {number:02d}}}\n" for number in range(40))
    project = edited(both(), "content/site.yaml", "topics:\n", f"topics:\n{topics}")
    filed = ", ".join(f"t{number:02d}" for number in range(40))
    project = edited(project, "claims.yaml", "topics: [roads]", f"topics: [{filed}]")
    page = words(made(project)[PAGE])
    shown = re.findall(r"Topic (\d\d) 1 of 1 0 of 1", page)
    assert shown == sorted(shown)
    assert "30 of 41 rows, those with the most claims." in page


def test_of_many_pairs_those_with_the_most_claims_have_a_page() -> None:
    site = linked(with_second())
    ann, bob = filing(site.claims["roads-are-safe"]), filing(site.claims["roads-are-old"])
    claims = tuple(
        replace(claim, id=f"{claim.id}-{number}", actor=f"{claim.actor}-{number}", about=(f"{other}-{number}",))
        for number in range(5)
        for claim, other in [(ann, "bob")] * (1 + (number == 3)) + [(bob, "ann")]
    )
    assert list(compared(claims)) == [(f"ann-{number}", f"bob-{number}") for number in range(5)]
    assert list(compared(claims, 2)) == [("ann-0", "bob-0"), ("ann-3", "bob-3")]
    assert list(compared((), 2)) == []
