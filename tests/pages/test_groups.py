from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from site_builder import urls
from site_builder.dates import parse_date
from site_builder.model import Relation
from site_builder.pages import groups
from tests.link.test_site import linked
from tests.projects import minimal

SITE = linked(minimal())
CLAIM = SITE.claims["roads-are-safe"]


def claim(id_: str, date: str = "2020-05-02", actor: str = "ann", about: tuple[str, ...] = ()) -> groups.Filing:
    return groups.filing(replace(CLAIM, id=id_, date=parse_date(date), actor=actor, about=about))


def by_id(*claims: groups.Filing) -> dict[str, groups.Filing]:
    return {one.id: one for one in claims}


def ids(claims: groups.Filings) -> list[str]:
    return [one.id for one in claims]


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (("2020-05-02", "2020-05-01"), "ba"),
        (("2020", "2020-01-01"), "ba"),
        (("2020-05", "2020-05-01"), "ba"),
        (("2020", "2020"), "ab"),
    ],
)
def test_the_earlier_comes_first_and_of_one_day_the_more_precise(dates: tuple[str, str], order: str) -> None:
    claims = [claim("a", dates[0]), claim("b", dates[1])]
    assert "".join(one.id for one in sorted(claims, key=groups.age)) == order


def test_the_years_of_some_claims() -> None:
    assert groups.years(()) is None
    years = groups.years((claim("a", "2019-12"), claim("b", "2020-05-02")))
    assert years is not None
    assert list(map(str, years)) == ["2019", "2020"]


def test_of_one_date_the_answered_claim_is_the_earlier() -> None:
    relation = Relation("a", "b", "denies", None)
    assert ids(groups.in_time(by_id(claim("a"), claim("b")), relation)) == ["b", "a"]
    assert ids(groups.in_time(by_id(claim("a", "2019"), claim("b")), relation)) == ["a", "b"]


def test_members_come_with_their_bundle_and_bundles_with_their_members() -> None:
    members: dict[str, tuple[str, ...]] = {"council": ("ann", "bob"), "board": ("bob",), "ann": (), "bob": ()}
    assert groups.bundles_of(members) == {"ann": ("council",), "bob": ("council", "board")}
    assert list(groups.with_members(("council", "ann"), members)) == ["council", "ann", "bob"]
    by_actor = {"council": [claim("a", "2020")], "board": [claim("b", "2019")]}
    assert ids(groups.joint(by_actor, ("council", "board", "none"))) == ["b", "a"]


def test_pairs_are_those_that_readers_see_side_by_side_oldest_first() -> None:
    claims = by_id(*(claim(id_, date) for id_, date in (("a", "2020"), ("b", "2019"), ("c", "2018"))))
    relations = (
        Relation("a", "b", "denies", None),
        Relation("b", "c", "denies", None),
        Relation("a", "c", "repeats", None),
    )
    pairs = groups.pairs(claims, relations)
    assert [(one.source, one.target) for one in pairs["denies"]] == [("b", "c"), ("a", "b")]
    assert "repeats" not in pairs
    assert pairs["contradicts"] == ()


def test_what_hangs_together_by_repetition_is_the_same() -> None:
    chain = (
        Relation("b", "a", "repeats", None),
        Relation("c", "b", "repeats", None),
        Relation("d", "a", "denies", None),
    )
    claims = tuple(claim(id_) for id_ in "abcd")
    same = groups.repeated(claims, chain)
    assert {id_: ids(some.claims) for id_, some in same.items()} == {key: ["a", "b", "c"] for key in "abc"}
    assert {id_: (some.place, some.speakers) for id_, some in same.items()} == {"a": (0, 1), "b": (1, 1), "c": (2, 1)}


def test_two_actors_are_compared_where_each_speaks_of_the_other() -> None:
    claims = (
        claim("a", actor="ann", about=("bob",)),
        claim("b", actor="bob", about=("ann", "cy")),
        claim("c", actor="cy", about=("cy",)),
        claim("d", actor="ann", about=("bob", "cy")),
        claim("e", actor="cy", about=("ann",)),
    )
    found = groups.compared(claims)
    assert {pair: tuple(map(ids, sides)) for pair, sides in found.items()} == {
        ("ann", "bob"): (["a", "d"], ["b"]),
        ("ann", "cy"): (["d"], ["e"]),
    }
    assert list(groups.compared(claims, most=1)) == [("ann", "bob")]


def test_a_withdrawn_claim_was_in_the_feeds_of_its_pages() -> None:
    gone = replace(claim("a"), withdrawn=True, topics=("roads",))
    found = groups.withdrawn((gone, claim("b")))
    pages = (urls.HOME, urls.actor("ann"), urls.topic("roads"))
    assert {page: ids(some) for page, some in found.items()} == {page: ["a"] for page in pages}


def test_a_publisher_s_articles_stand_oldest_first() -> None:
    article = SITE.articles["daily-2020-05-03"]
    older = replace(article, id="daily-2019", published=parse_date("2019"))
    made = replace(SITE, articles={article.id: article, older.id: older})
    assert groups.published(made) == {SITE.publishers["The Daily"]: ("daily-2019", "daily-2020-05-03")}


def test_a_change_of_words_alone_is_none_of_how_a_claim_is_filed() -> None:
    reworded = replace(CLAIM, statement="Other words.", summary="Another reason.", assessment=None)
    assert groups.filing(reworded) == groups.filing(CLAIM)
    changes: dict[str, Any] = {
        "verdict": "supported",
        "topics": (),
        "withdrawn": True,
        "former_ids": ("old",),
        "passages": (),
    }
    for key, value in changes.items():
        assert groups.filing(replace(CLAIM, **{key: value})) != groups.filing(CLAIM), key
