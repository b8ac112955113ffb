from __future__ import annotations

import pytest

from site_builder.load.files import Project
from site_builder.pages.actor_lists import FEW, MOST, MOST_NAMES, ListView, actor_lists, shown
from site_builder.pages.lookup import Lookup, index
from tests.link.test_site import linked
from tests.projects import changed, minimal


def many(count: int, topics: str = "[roads]", about: str = "[bob]") -> Project:
    """Ann makes ``count`` claims about Bob, a day apart."""
    text = minimal().content["claims.yaml"].decode()
    head, _, record = text.partition("  - id: roads-are-safe\n")
    record = record.replace("[bob]", f"{about}\n    accuses: {about}").replace("[roads]", topics)
    claims = "".join(
        f"  - id: claim-{number}\n{record.replace('2020-05-02', f'20{10 + number // 28}-05-{1 + number % 28:02d}')}"
        for number in range(count)
    )
    return changed(minimal(), {"claims.yaml": f"{head}{claims}".encode()})


def lists(count: int, actor: str = "ann") -> tuple[Lookup, dict[str, ListView]]:
    lookup = index(linked(many(count)))
    person = lookup.site.actors[actor]
    return lookup, shown(actor_lists(lookup, person).values(), person)


def test_an_actor_of_few_claims_has_all_of_them() -> None:
    _, here = lists(MOST)
    assert here["claims"].total == len(here["claims"].entries) == MOST
    assert all(item.more is None for item in here.values())


def test_an_actor_of_more_has_the_newest_few_and_the_address_of_the_rest() -> None:
    lookup, here = lists(MOST + 1)
    claims = here["claims"]
    assert claims.total == MOST + 1
    assert claims.more == "actors/ann/claims/index.html"
    assert claims.title == "Claims by Ann Able"
    assert claims.entries == tuple(lookup.views[f"claim-{MOST - at}"] for at in range(FEW - 1, -1, -1))
    assert here["verdicts/disputed"].more == "actors/ann/verdicts/disputed/index.html"
    assert here["replies"].more is None  # there is none


def test_who_is_spoken_of_has_lists_too() -> None:
    _, here = lists(MOST + 1, "bob")
    assert here["about"].more == "actors/bob/about/index.html"
    assert here["claims"].total == 0
    (line,) = here["accused-by"].entries
    assert (line.actor.name, line.count) == ("Ann Able", MOST + 1)  # type: ignore[union-attr]


@pytest.mark.parametrize("more", [0, 1, 5])
def test_of_many_names_those_with_the_most_claims_are_shown_by_name(more: int) -> None:
    project = many(MOST_NAMES + more + 1)
    text = project.content["claims.yaml"].decode()
    named = [f"p{number:02d}" for number in range(MOST_NAMES + more)]
    named.append(named[-1])  # the last by name is accused twice
    people = "".join(f"  {id_}:\n    name: Person {id_}\n" for id_ in dict.fromkeys(named))
    text = text.replace("claims:\n", f"{people}claims:\n", 1)
    for id_ in named:
        text = text.replace("about: [bob]\n    accuses: [bob]", f"about: [{id_}]\n    accuses: [{id_}]", 1)
    lookup = index(linked(changed(project, {"claims.yaml": text.encode()})))
    ann = lookup.site.actors["ann"]
    here = shown(actor_lists(lookup, ann).values(), ann)["accuses"]
    names = [entry.actor.name for entry in here.entries]  # type: ignore[union-attr]
    assert names == sorted(names)
    assert names[-1] == f"Person {named[-1]}"
    assert (len(names), here.total) == (MOST_NAMES, MOST_NAMES + more)
    assert here.more == ("actors/ann/accuses/index.html" if more else None)
