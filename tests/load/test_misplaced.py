from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from site_builder.load.misplaced import ignored
from tests.projects import ARTICLE, changed, checked, minimal


def _told(files: dict[str, bytes | None], strays: Mapping[str, str]) -> list[tuple[str, str, str | None]]:
    project = replace(changed(minimal(), files), strays=strays)
    return [(each.code, each.file, each.help) for each in checked(project).report.diagnostics]


@pytest.mark.parametrize("there", ["content/daily.md", "articles/daily.md"])
def test_a_cited_article_in_the_wrong_place_is_told_once(there: str) -> None:
    advice = f"move {there} to {ARTICLE}"
    assert _told({ARTICLE: None}, {there: ARTICLE}) == [("file-missing", there, advice)]


@pytest.mark.parametrize("ending", [".MD", ".markdown", ".txt", ".md.txt"])
def test_so_is_one_with_the_wrong_ending(ending: str) -> None:
    there = ARTICLE.removesuffix(".md") + ending
    told = _told({ARTICLE: None, there: minimal().content[ARTICLE]}, {})
    assert told == [("file-missing", there, f"rename {there} to {ARTICLE}")]


def test_one_that_nobody_cites_is_a_warning() -> None:
    there, place = "content/other.md", "content/articles/other.md"
    assert _told({}, {there: place}) == [("file-ignored", there, f"move {there} to {place}")]


def test_a_file_that_is_missing_lies_under_another_name() -> None:
    told = _told({"claims.yaml": None}, {"Claims.yaml": "claims.yaml"})
    assert ("file-missing", "claims.yaml", "rename Claims.yaml to claims.yaml") in told
    assert [code for code, *_ in told].count("file-ignored") == 0


def test_a_folder_with_many_files_is_told_once() -> None:
    told = _told({}, {f"images/{number}.png": f"static/images/{number}.png" for number in range(9)})
    assert told == [("file-ignored", "images/0.png", "move them to static/images")]


def test_a_template_is_told_what_was_meant() -> None:
    told = _told({}, {"templates/hmoe.html": "templates/home.html"})
    assert told == [("file-ignored", "templates/hmoe.html", "rename templates/hmoe.html to templates/home.html")]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("claims/2021.yml", "rename it to claims/2021.yaml"),
        ("claims/a.yaml.txt", "rename it to claims/a.yaml"),
        ("claims/a.csv", "move it elsewhere"),
        ("content/articles/a.markdown", "rename it to content/articles/a.md, or move it elsewhere"),
        ("content/pages/2020/a.txt", "move it to content/pages/a.md: folders below content/pages are not read"),
        ("content/articles/a.pdf", "move it out of the project, and make an article of it"),
        ("content/articles/a.png", "give it the ending .md, or move it elsewhere"),
    ],
)
def test_what_to_do_with_a_file_that_is_not_read(name: str, advice: str) -> None:
    assert (ignored(name).help or "").startswith(advice)
