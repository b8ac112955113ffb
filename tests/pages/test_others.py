"""Whom an actor speaks of, and who speaks of the actor."""

from __future__ import annotations

import pytest

from site_builder.load.files import Project
from site_builder.pages.lookup import index
from site_builder.pages.others import FEW, MOST_LINES, MOST_NAMES, PER_LIST, OthersList, shown_others
from tests.link.test_site import linked, with_second
from tests.pages.test_actor_lists import many
from tests.pages.test_claim import made, words
from tests.projects import changed, edited


def people(named: list[str]) -> Project:
    """Ann makes a claim that accuses each of ``named``, one after another."""
    project = many(len(named))
    text = project.content["claims.yaml"].decode()
    records = "".join(f"  {id_}:\n    name: Person {id_}\n" for id_ in dict.fromkeys(named))
    text = text.replace("claims:\n", f"{records}claims:\n", 1)
    for id_ in named:
        text = text.replace("about: [bob]\n    accuses: [bob]", f"about: [{id_}]\n    accuses: [{id_}]", 1)
    return changed(project, {"claims.yaml": text.encode()})


def lists(project: Project, id_: str) -> tuple[OthersList, ...]:
    return shown_others(index(linked(project)), id_)


def test_each_end_has_the_claims_and_which_of_them_accuse() -> None:
    project = edited(many(2), "claims.yaml", "    accuses: [bob]\n", "")
    of, _ = lists(project, "ann")
    _, by = lists(project, "bob")
    for line, name in ((of.entries[0], "Bob Baker"), (by.entries[0], "Ann Able")):
        assert (line.actor.name, line.count, line.accusing) == (name, 2, 1)
        assert [said.accuses for said in line.claims] == [False, True]
        assert line.more is None
    page = made(project)["actors/ann/index.html"]
    assert "Bob Baker 2 claims, 1 of them an accusation" in words(page)
    assert "<summary><bdi>Bob Baker</bdi>" in page


def test_of_many_claims_the_newest_stand_here_and_all_have_a_page() -> None:
    files = made(many(FEW + 1))
    address = "actors/ann/speaks-of/bob/index.html"
    assert "What Ann Able says of Bob Baker" in words(files[address])
    assert files[address].count('class="card"') == FEW + 1
    for name in ("actors/ann/index.html", "actors/bob/index.html"):
        assert f"These are the newest {FEW}. All {FEW + 1} claims" in words(files[name])
        assert "speaks-of/bob/index.html" in files[name]
    assert "actors/ann/speaks-of/bob/index.html" not in made(many(FEW))


def test_a_claim_about_oneself_or_about_a_bundle_is_none_about_another() -> None:
    own = edited(with_second(), "claims.yaml", "about: [bob]", "about: [ann]")
    assert [item.total for item in lists(own, "ann")] == [0, 0]
    text = "  bob:\n    name: Bob Baker\n    kind: group\n    members: [dora]\n  dora: {name: Dora}\n"
    bundle = edited(with_second(), "claims.yaml", "  bob:\n    name: Bob Baker\n", text)
    assert [item.total for item in lists(bundle, "dora")] == [0, 0]
    assert [item.total for item in lists(bundle, "bob")] == [0, 1]


@pytest.mark.parametrize("more", [0, 1, 30])
def test_a_long_list_is_told_apart_by_name_and_is_no_ranking(more: int) -> None:
    named = [f"p{number:03d}" for number in range(MOST_LINES + more)]
    if more:
        named[0] = named[-1]  # the last by name is accused twice
    of, _ = lists(people(named), "ann")
    names = [entry.actor.name for entry in of.entries]
    assert names == sorted(names)
    assert of.total == len(set(named))
    if not more:
        assert len(names) == MOST_LINES
        assert of.more is None
        return
    assert len(names) == MOST_NAMES
    assert names[-1] == f"Person {named[-1]}"
    assert of.more == "actors/ann/speaks-of/index.html"
    assert not any(entry.claims for entry in of.entries)


def test_each_name_of_a_long_list_leads_to_its_claims() -> None:
    files = made(people([f"p{number:03d}" for number in range(MOST_LINES + 70)]))
    of, _ = lists(people([f"p{number:03d}" for number in range(MOST_LINES + 70)]), "ann")
    for entry in of.entries:
        file, _, anchor = entry.entry.partition("#")
        assert f'id="{anchor}"' in files[file]
    parts = [name for name in files if name.startswith("actors/ann/speaks-of/") and "/page/" in name]
    assert len(parts) == (MOST_LINES + 70 + PER_LIST // 2) // PER_LIST - 1


def test_who_speaks_of_nobody_and_of_whom_nobody_speaks_has_no_such_section() -> None:
    project = edited(with_second(), "claims.yaml", "    about: [bob]\n", "")
    assert "Who speaks of whom" not in made(project)["actors/ann/index.html"]
