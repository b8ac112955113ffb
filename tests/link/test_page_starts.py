"""The pages of printed articles."""

from __future__ import annotations

from site_builder.link.site import link
from site_builder.load.records import load
from site_builder.model import Site
from tests.world.projects import project

TEXT = "The roads are safe.\n\nNobody believed it.\n\nThe roads are safe."


def site(pages: dict[str, str]) -> tuple[Site | None, list[str]]:
    """The site of an article with ``pages``, and what its diagnostics say."""
    records, _ = load(project(TEXT, "believed it", pages=pages))  # type: ignore[arg-type]
    linked, found = link(records)
    return linked, [f"{diagnostic.code}: {diagnostic.message}" for diagnostic in found]


def test_an_article_knows_where_its_pages_begin() -> None:
    linked, found = site({"3": "The roads", "2": "Nobody believed"})
    assert linked
    assert (linked.articles["world"].pages, found) == (((2, 21), (3, 42)), [])


def test_pages_that_are_not_found_are_told_each_for_itself() -> None:
    linked, found = site({"2": "nobody", "3": "Nobody", "4": "are safe", "5": "The roads"})
    assert linked
    assert linked.articles["world"].pages == ((3, 21), (4, 52))
    assert found == [
        "page-start: page 2 should begin with words that the text does not have",
        "page-start: page 5 should begin with words that the text does not have after the beginning of page 4",
    ]
