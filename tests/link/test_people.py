"""Who checked and who reviewed: ids and names, how many a site asks for, and interests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.link.heads import heads
from site_builder.link.people import unreviewed
from site_builder.load.files import Project
from site_builder.load.records import load
from tests.growth import grows_linearly
from tests.link.test_site import linked
from tests.projects import checked, codes, edited, minimal
from tests.test_growth import seconds

PEOPLE = """people:
  cora-cole: {name: Cora Cole, role: Fact-checker}
  dan-dole: {name: Dan Dole, interests: [bob]}
  eve-ely: {name: Eve Ely, interests: [the-able]}
"""
BUNDLE = "actors:\n  the-able:\n    name: The Ables\n    kind: group\n    members: [ann]\n"


def project(keys: str = "", site: str = "", people: str = PEOPLE) -> Project:
    """The minimal site with people, more of ``site`` and the ``keys`` of a claim."""
    made = edited(minimal(), "content/site.yaml", "title: Minimal\n", f"title: Minimal\n{people}{site}")
    made = edited(made, "claims.yaml", "actors:\n", BUNDLE)
    lines = "".join(f"    {key}\n" for key in keys.split("; ") if key)
    return edited(made, "claims.yaml", "    published: 2020-06-01\n", f"    published: 2020-06-01\n{lines}")


def told(keys: str, site: str = "", people: str = PEOPLE) -> list[str]:
    return codes(checked(project(keys, site, people)))


RULE = "review: {people: 2, since: 2020-06-01}\n"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ["too-few-people"]),
        ("checked_by: [cora-cole]", ["too-few-people"]),
        ("reviewed_by: [cora-cole, Cora Cole]", ["too-few-people"]),
        ("checked_by: [cora-cole]; reviewed_by: [Fay Foe]", []),
        ("checked_by: [cora-cole, Fay Foe]", []),
        ("checked_by: [cora-cole]; reviewed_by: [cora-cole]", ["reviewed-by-checker"]),
        ("checked_by: [Cora Cole]; reviewed_by: [cora-cole]", ["reviewed-by-checker"]),
        ("checked_by: [cora-cole, Fay Foe]; reviewed_by: [Fay Foe]", ["reviewed-by-checker"]),
        ("checked_by: [Fay Foe]; reviewed_by: [fay-foe]", ["unknown-person"]),
        ("checked_by: [Fay Foe, fay foé]", ["too-few-people"]),
        ("checked_by: [Fay Foe]; reviewed_by: [Fay  FOE]", ["reviewed-by-checker"]),
        ("checked_by: [cora-cole, CORA COLE]", ["too-few-people"]),
    ],
)
def test_a_check_needs_as_many_people_as_the_site_says(keys: str, expected: list[str]) -> None:
    assert told(keys, RULE) == expected


@pytest.mark.parametrize("name", ["Cora Cole", "cora  cole", "Córa Cole."])
def test_two_ids_of_one_person_count_once_and_are_told(name: str) -> None:
    people = f"{PEOPLE}  cora: {{name: {name}}}\n"
    assert told("", "", people) == ["people-alike"]
    assert told("checked_by: [cora-cole, cora]", RULE, people) == ["too-few-people", "people-alike"]
    assert told("checked_by: [cora-cole]; reviewed_by: [cora]", RULE, people) == ["reviewed-by-checker", "people-alike"]
    assert told("checked_by: [Fay Foe]; reviewed_by: [cora]", RULE, people) == ["people-alike"]


def test_names_without_letters_are_not_all_one() -> None:
    people = PEOPLE + "  one: {name: '†'}\n  two: {name: '‡'}\n"
    assert told("checked_by: [one, two]", RULE, people) == []


@pytest.mark.parametrize("since", ["2020-06-02", "2021-01-01"])
def test_what_was_published_before_is_left_alone(since: str) -> None:
    assert told("checked_by: [Fay]; reviewed_by: [Fay]", RULE.replace("2020-06-01", since)) == []


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_draft_and_a_withdrawn_claim_need_nobody(status: str) -> None:
    reason = "; corrections: [{date: 2020-07-01, change: It was wrong.}]"
    assert told(f"status: {status}{reason}", RULE) == []


def test_without_a_rule_anybody_may_do_both_or_nobody() -> None:
    assert told("checked_by: [cora-cole]; reviewed_by: [cora-cole]") == told("") == []


@pytest.mark.parametrize(
    ("keys", "told_of"),
    [
        ("checked_by: [dan-dole]", "Dan Dole has an interest in Bob Baker, whom this claim is about"),
        ("reviewed_by: [Dan Dole]; status: draft", "Dan Dole has an interest in Bob Baker, whom this claim is about"),
        ("reviewed_by: [cora-cole, eve-ely]", "Eve Ely has an interest in Ann Able, who made this claim"),
    ],
)
def test_an_interest_is_a_warning_that_names_both(keys: str, told_of: str) -> None:
    (found,) = checked(project(keys)).report.diagnostics
    assert (found.code, found.message) == ("conflict-of-interest", told_of)
    assert found.notes[0].message == "the interest is declared here"


def test_an_interest_is_told_once_for_each_person_and_actor() -> None:
    assert told("checked_by: [dan-dole]; reviewed_by: [dan-dole, Dan Dole]") == ["conflict-of-interest"]


def test_an_interest_is_in_an_actor() -> None:
    assert told("", people=PEOPLE.replace("[bob]", "[bobby]")) == ["unknown-actor"]


def test_a_site_without_people_takes_any_name() -> None:
    assert told("reviewed_by: [reuters, A. Reader]", people="") == []


def test_a_name_that_is_a_person_s_is_that_person() -> None:
    claim = linked(project("checked_by: [Cora Cole, cora-cole]; reviewed_by: [A. Reader, A. Reader]"))
    assert claim.claims["roads-are-safe"].checked_by == ("cora-cole",)
    assert claim.claims["roads-are-safe"].reviewed_by == ("A. Reader",)


def reviewing(made: Callable[[int], Project], *sizes: int) -> Callable[[int], object]:
    """The check of people in the project that is ``made`` in ``sizes``; reading it is not counted."""
    known = {size: heads(load(made(size))[0]) for size in sizes}
    return lambda size: unreviewed(known[size])


def test_twice_the_people_and_claims_are_twice_the_work() -> None:
    """Who is who is not looked through anew for every name."""

    def made(size: int) -> Project:
        ids = [f"p{i}" for i in range(size)]
        people = "people:\n" + "".join(f"  {id_}: {{name: N {id_}, interests: [bob]}}\n" for id_ in ids)
        return project(f"checked_by: [{', '.join(ids)}]; reviewed_by: [N p0]", RULE, people)

    check = reviewing(made, 200, 1000)
    assert seconds(lambda: check(1000)) < 12 * seconds(lambda: check(200))


def test_interests_in_many_actors_are_looked_up() -> None:
    def made(size: int) -> Project:
        ids = [f"a{i}" for i in range(size)]
        people = f"people:\n  dan-dole: {{name: Dan, interests: [{', '.join(ids)}]}}\n"
        about = ", ".join(f"b{i}" for i in range(size))
        return edited(project("checked_by: [dan-dole]", "", people), "claims.yaml", "about: [bob]", f"about: [{about}]")

    assert grows_linearly(reviewing(made, 100, 200), 100)
