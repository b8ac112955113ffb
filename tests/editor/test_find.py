from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.editor.find import MOST_EXACT, Finder, find
from site_builder.link.site import link
from site_builder.link.texts import Texts
from site_builder.load.records import load
from site_builder.passages import context
from site_builder.passages.anchor import MOST_ELISIONS
from site_builder.passages.document import Document
from site_builder.passages.normal import Place
from tests.growth import grows_linearly
from tests.projects import ARTICLE, checked, codes, edited, minimal, records, written


def test_the_very_words_are_found_with_what_a_claim_needs() -> None:
    (match,) = find(Texts(records(minimal())), "THE ROADS".lower() + " are safer than ever")
    assert (match.article, match.file, match.line, match.exact) == ("daily-2020-05-03", ARTICLE, 6, True)
    assert match.yaml() == "- article: daily-2020-05-03\n  quote: the roads are safer than ever\n  speech: direct"


def test_each_place_is_told_from_the_others_and_the_yaml_is_valid() -> None:
    matches = find(Texts(records(minimal())), "The roads".lower())
    assert len(matches) == 2
    project = minimal()
    passages = "".join(f"{match.yaml(6)}\n" for match in matches)
    project = edited(project, "claims.yaml", "    published:", passages + "    published:")
    assert codes(checked(project)) == []
    site, _ = link(load(project)[0])
    assert site is not None
    assert len({passage.parts for passage in site.claims["roads-are-safe"].passages}) == 3


def test_what_is_nowhere_is_not_offered_under_other_words() -> None:
    texts = Texts(records(minimal()))
    assert find(texts, "nowhere at all") == []
    assert find(texts, "the bridges are open to Tuesday") == []


def test_without_the_very_words_the_nearest_are_offered() -> None:
    (match,) = find(Texts(records(minimal())), "the roads are saver then ever")
    assert not match.exact
    assert match.words == "the roads are safer than ever"
    assert find(Texts(records(minimal())), "zzz qqq xxx") == []


def test_words_behind_an_elision_are_not_lost_where_those_before_it_stand_twice() -> None:
    matches = find(Texts(records(minimal())), "the roads are […] Baker")
    assert [match.words for match in matches] == ["the roads are […] Baker"] * 2
    passages = "".join(f"{match.yaml(6)}\n" for match in matches)
    project = edited(minimal(), "claims.yaml", "    published:", passages + "    published:")
    assert codes(checked(project)) == []
    (match,) = find(Texts(records(minimal())), "the roads are safer […] Baker")
    assert match.words == "the roads are safer […] Baker"


def test_elisions_are_found() -> None:
    (match,) = find(Texts(records(minimal())), "the roads are safer […] in the north")
    assert match.exact


def test_of_words_that_stand_everywhere_some_places_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    project = edited(minimal(), ARTICLE, "The roads, he added", "Icy. " * (MOST_EXACT + 50) + "The roads, he added")
    assert len(find(Texts(records(project)), "Icy")) == MOST_EXACT
    assert main(["quote", "Icy", "--project", str(written(project.content, tmp_path))]) == 0
    assert f"only the first {MOST_EXACT} places" in capsys.readouterr().err


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Where the words before a place are looked at, each time."""
    found: list[int] = []
    before = context._before

    def counted(document: Document, place: Place) -> str:
        found.append(place[0])
        return before(document, place)

    monkeypatch.setattr(context, "_before", counted)
    return found


def test_the_places_of_words_with_an_elision_are_told_apart_together(looks: list[int]) -> None:
    many = "".join(f"Number {i} is icy and cold. " for i in range(200))
    texts = Texts(records(edited(minimal(), ARTICLE, "The roads, he added", f"{many}The roads, he added")))
    assert len(find(texts, "is icy […] cold")) == MOST_EXACT
    assert len(looks) < 5 * 200


def test_as_many_elisions_as_there_may_be_in_an_article_that_has_each_part_a_thousand_times() -> None:
    def work(n: int) -> None:
        texts = Texts(
            records(edited(minimal(), ARTICLE, "The roads, he added", "a b " * 2 * n + "The roads, he added"))
        )
        assert find(texts, " […] ".join(["a", "b"] * (MOST_ELISIONS // 2)))

    assert grows_linearly(work, 300)


def test_what_tells_places_apart_is_worked_out_once_for_all_who_look_for_the_same_words(looks: list[int]) -> None:
    project = edited(minimal(), ARTICLE, "The roads, he added", "Icy. " * 500 + "The roads, he added")
    finder = Finder(Texts(records(project)))
    for _ in range(20):
        spots = finder.spots("Icy", among=["daily-2020-05-03"])
        assert len(spots) == MOST_EXACT + 1
        assert finder.match(spots[0]).words == "Icy"
    assert len(looks) < 600
