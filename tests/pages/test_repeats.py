"""How often a claim was made, on the page of each of those claims."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from site_builder.load.files import Project
from site_builder.pages.lookup import index
from site_builder.pages.repeats import MOST, repeats
from tests.link.test_site import linked, with_second
from tests.pages.test_actor_lists import many
from tests.pages.test_claim import made, words
from tests.projects import changed, edited
from tests.test_growth import seconds

Pairs = list[tuple[int, int]]


def related(count: int, pairs: Pairs, kind: str = "repeats") -> Project:
    """Ann makes ``count`` claims a day apart; of each of ``pairs`` the first is filed as a repetition of the second."""
    project = many(count)
    text = project.content["claims.yaml"].decode()
    head, *claims = text.split("  - id: claim-")
    for source in dict.fromkeys(source for source, _ in pairs):
        lines = "".join(f"      - {{claim: claim-{other}, kind: {kind}}}\n" for one, other in pairs if one == source)
        claims[source] += f"    relations:\n{lines}"
    return changed(project, {"claims.yaml": "  - id: claim-".join([head, *claims]).encode()})


@pytest.mark.parametrize(
    "pairs",
    [[(1, 0), (2, 1), (3, 2)], [(1, 0), (2, 0), (3, 0)], [(0, 1), (2, 1), (2, 3)], [(0, 3), (1, 3), (2, 3)]],
    ids=["a chain", "each of the first", "either end", "each of the last"],
)
def test_however_the_repetitions_are_filed_each_page_tells_all_of_them(pairs: Pairs) -> None:
    files = made(related(5, pairs))
    for number in range(4):
        page = files[f"claims/claim-{number}/index.html"]
        section = words(page[page.index('id="repeats"') :].partition("</section>")[0])
        assert "4 claims on file say this, this one included: by one speaker, 2010." in section
        days = [section.index(f"{day} May 2010") for day in range(1, 5)]
        assert days == sorted(days)
        assert section.count("this claim") == 1
        assert f"{number + 1} May 2010 : Ann Able (this claim)" in section
    assert "How often it is on file" not in files["claims/claim-4/index.html"]


def test_the_speakers_and_years_are_counted() -> None:
    project = edited(with_second(), "claims.yaml", "kind: denies", "kind: repeats")
    project = edited(project, "claims.yaml", "date: 2020-05-02\n    verdict", "date: 2019\n    verdict")
    page = words(made(project)["claims/roads-are-safe/index.html"])
    assert "2 claims on file say this, this one included: by 2 speakers, 2019–2020." in page
    assert "2019 : Bob Baker claims: The roads are old." in page


@pytest.mark.parametrize("kind", ["resembles", "supports", "denies"])
def test_what_is_no_repetition_is_not_counted(kind: str) -> None:
    assert "How often it is on file" not in made(related(2, [(1, 0)], kind))["claims/claim-0/index.html"]


def test_a_withdrawn_repetition_is_not_counted() -> None:
    project = edited(with_second("published: 2020-06-01"), "claims.yaml", "kind: denies", "kind: repeats")
    gone = "published: 2020-06-01\n    status: withdrawn\n    corrections: [{date: 2020-07-01, change: Wrong.}]\n"
    text = project.content["claims.yaml"].decode()
    at = text.rindex("published: 2020-06-01")
    project = changed(project, {"claims.yaml": f"{text[:at]}{gone}".encode()})
    assert "How often it is on file" not in made(project)["claims/roads-are-safe/index.html"]


@pytest.mark.parametrize("count", [MOST, MOST + 1, 40])
def test_of_many_the_first_and_those_nearest_in_time_are_listed(count: int) -> None:
    pairs = [(number, number * 7919 % 101 % number) for number in range(1, count)]
    lookup = index(linked(related(count, pairs)))
    for number in range(count):
        view = repeats(lookup, f"claim-{number}")
        assert view is not None
        assert (view.total, view.speakers, len(view.claims)) == (count, 1, MOST)
        places = [int(claim.url.split("-")[1].partition("/")[0]) for claim in view.claims]
        assert places == sorted(set(places))
        assert places[0] == 0
        assert number in places


def test_twice_the_repetitions_are_twice_the_work() -> None:
    def showing(count: int) -> Callable[[], object]:
        project = related(count, [(number, number - 1) for number in range(1, count)])
        text = re.sub(r"date: 20\d\d-", "date: 2010-", project.content["claims.yaml"].decode())
        lookup = index(linked(changed(project, {"claims.yaml": text.encode()})))
        claims = lookup.claims
        return lambda: [repeats(lookup, claim.id) for claim in claims]

    assert seconds(showing(1200)) < 12 * seconds(showing(200))
