from __future__ import annotations

import pytest

from site_builder.link.publishers import alike, publisher_ids
from site_builder.load.files import Project
from site_builder.load.records import load
from tests.growth import grows_linearly
from tests.projects import changed, checked, codes, minimal

Article = tuple[str, str]


def project(*articles: Article, language: str = "en") -> Project:
    """The minimal project with further articles: name of the publisher and date of each."""
    files: dict[str, bytes | None] = {
        f"content/articles/more-{number}.md": (
            f'---\ntitle: More\npublisher: "{name}"\npublished: {date}\nlanguage: {language}\n---\nNothing new.\n'
        ).encode()
        for number, (name, date) in enumerate(articles)
    }
    return changed(minimal(), files)


def ids(*articles: Article, language: str = "en") -> list[str]:
    records, faults = load(project(*articles, language=language))
    assert faults == []
    found = publisher_ids(records)
    return [found[name] for name, _ in articles]


@pytest.mark.parametrize(
    ("name", "language", "id_"),
    [
        ("Press TV", "en", "press-tv"),
        ("Le Figaró", "fr", "le-figaro"),
        ("Le Figaro\u0301", "fr", "le-figaro"),
        ("Süddeutsche Zeitung", "de", "sueddeutsche-zeitung"),
        ("Газета.Ru", "ru", "gazeta-ru"),
        ("Голос України", "uk", "holos-ukrainy"),
        ("Наша Ніва", "be", "nasha-niva"),
        ("L’Équipe", "fr", "l-equipe"),
        ("الجزيرة", "ar", "aljzyra"),
        ("新华社", "zh", "xinhuashe"),
        ("24/7", "en", "24-7"),
        ("★", "en", "publisher"),
    ],
)
def test_an_id_is_the_name_in_latin_letters(name: str, language: str, id_: str) -> None:
    assert ids((name, "2021"), language=language) == [id_]


def test_one_name_has_one_id_whatever_its_articles_are_written_in() -> None:
    assert ids(("Zürcher", "2021"), ("Zürcher", "2020")) == ["zurcher", "zurcher"]


def test_names_that_give_one_id_are_numbered_the_oldest_article_first() -> None:
    assert ids(("DAILY!", "2021"), ("Daily", "2020"), ("daily", "2022")) == ["daily-2", "daily", "daily-3"]


def test_a_number_is_not_given_that_is_a_name() -> None:
    assert ids(("News", "2020"), ("news", "2021"), ("News 2", "2022")) == ["news", "news-3", "news-2"]


def test_names_without_a_spelling_are_numbered_and_no_fault() -> None:
    assert ids(("★", "2020"), ("☆", "2021")) == ["publisher", "publisher-2"]
    assert list(alike(load(project(("★", "2020"), ("☆", "2021")))[0])) == []


def test_a_very_long_name_is_cut_and_still_has_room_for_a_number() -> None:
    long = "a" * 200
    one, two = ids((long, "2020"), (long.upper(), "2021"))
    assert two == f"{one}-2"
    assert len(two) <= 80


@pytest.mark.parametrize("other", ["The daily", "the daily", "The “Daily”", "Thé Daily", "THE-DAILY"])
def test_editors_are_told_of_two_spellings_and_the_site_builds(other: str) -> None:
    result = checked(project((other, "2021")))
    assert codes(result) == ["publishers-alike"]
    assert result.files is not None
    assert {"publishers/the-daily/index.html", "publishers/the-daily-2/index.html"} <= result.files.keys()


@pytest.mark.parametrize("other", ["The Daily", "The Daily News", "Daily", "The Daily 2"])
def test_other_names_are_others(other: str) -> None:
    assert codes(checked(project((other, "2021"), (other, "2022")))) == []


def test_twice_the_names_with_one_id_are_twice_the_work() -> None:
    known = {size: load(project(*((f"Daily{'!' * i}", "2020") for i in range(size))))[0] for size in (100, 200)}
    assert grows_linearly(lambda size: publisher_ids(known[size]), 100)
