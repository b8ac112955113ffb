from __future__ import annotations

from dataclasses import replace

from site_builder.model import Relation
from site_builder.pages.groups import filing
from site_builder.pages.references import listed, quoted, related
from tests.pages.test_lookup import lookup


def test_who_said_what_about_whom() -> None:
    made = lookup()
    assert [claim.id for claim in made.by_actor["bob"]] == ["roads-are-old"]
    assert [claim.id for claim in made.about["bob"]] == ["roads-are-safe"]
    assert [claim.id for claim in made.by_topic["roads"]] == ["roads-are-safe"]
    cited = [claim.id for claim, _ in made.cited["daily-2020-05-03"]]
    assert cited == ["roads-are-safe", "roads-are-old"]  # in the order of the article


def test_a_withdrawn_claim_is_in_no_list_but_that_of_its_feeds() -> None:
    made = lookup()
    filings = {id_: filing(claim) for id_, claim in made.site.claims.items()}
    gone = replace(filings["roads-are-safe"], withdrawn=True)
    lists = listed({**filings, gone.id: gone}, {"ann": (), "bob": ()})
    assert {name: dict(lists[name]) for name in ("place", "claims on", "claims that accuse")} == {
        "place": {"roads-are-old": 0},
        "claims on": {},
        "claims that accuse": {},
    }
    assert lists["withdrawn claims of"]["actors/ann/"] == (gone,)


def test_words_of_somebody_else_on_a_claim_are_listed_under_the_speaker() -> None:
    made = lookup()
    claim = made.filings["roads-are-safe"]
    passage = replace(made.site.claims[claim.id].passages[0], speaker="bob", role="denial")
    lists = quoted((claim,), {claim.id: (passage,)})
    assert dict(lists["words of"]) == {"bob": ((claim, passage),)}
    assert dict(lists["passages of"]) == {passage.article: ((claim, passage),)}


def test_relations_are_listed_under_both_ends_in_pairs_and_in_chains() -> None:
    made = lookup()
    one, other = "roads-are-old", "roads-are-safe"
    relations = (Relation(one, other, "denies", None), Relation(one, other, "repeats", None))
    lists = related(made.filings, made.claims, relations)
    assert lists["relations of"] == {one: relations, other: relations}
    assert lists["pairs"]["denies"] == relations[:1]
    assert {id_: len(same.claims) for id_, same in lists["claims that repeat"].items()} == {one: 2, other: 2}
