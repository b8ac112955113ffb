from __future__ import annotations

from site_builder.load.files import Project
from site_builder.pages.actor_lists import FEW, MOST, ListView, shown
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
    return lookup, shown(lookup, actor)


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
