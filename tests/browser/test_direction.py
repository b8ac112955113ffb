"""A site in a script from right to left that quotes articles in another: each quotation keeps its own direction."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from site_builder.build import Options, build
from site_builder.load.files import read_project
from tests.browser.conftest import ROOT, served
from tests.projects import edited

DIRECTIONS = "nodes => [...new Set(nodes.map(node => getComputedStyle(node).direction))]"
HIDDEN = """notes => notes.filter(note => {
  const [box, words] = [note, note.querySelector("q")].map(node => node.getBoundingClientRect());
  return words.left < box.left - 1 || words.right > box.right + 1;
}).length"""


@pytest.fixture(scope="module")
def arabic() -> Iterator[str]:
    result = build(edited(read_project(ROOT), "content/site.yaml", "language: en", "language: ar"), options=Options())
    assert result.files is not None, result.report
    with served(dict(result.files)) as url:
        yield url


@pytest.mark.parametrize("width", [390, 1280])
def test_a_passage_beside_the_text_is_cut_at_its_end(page: Page, arabic: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{arabic}articles/moscow-times-2020-06-25/")
    notes = page.locator(".margin-title")
    assert notes.count() > 20
    assert notes.locator("q").evaluate_all(DIRECTIONS) == ["ltr"]
    assert notes.evaluate_all(HIDDEN) == 0
    assert notes.locator("q").evaluate_all("all => all.filter(q => q.scrollWidth > q.clientWidth).length") > 5


def test_results_have_passages_and_headlines_in_their_own_direction(page: Page, arabic: str) -> None:
    page.goto(f"{arabic}search/#q=election")
    page.locator(".result").first.wait_for()
    assert page.locator(".excerpts a").evaluate_all(DIRECTIONS) == ["ltr"]
    assert page.locator(".excerpts li > span").evaluate_all(DIRECTIONS) == ["rtl"]
    page.goto("about:blank")  # or the results of before would be looked at
    page.goto(f"{arabic}search/#q=election&kind=article")
    page.locator(".result").first.wait_for()
    assert page.locator(".result [data-part=title]").evaluate_all(DIRECTIONS) == ["ltr"]


def test_a_date_in_latin_letters_begins_with_its_day(page: Page, arabic: str) -> None:
    page.goto(f"{arabic}claims/lukashenko-russia-poland-incite/")
    day, month = page.locator("time", has_text="25 June 2020").first.evaluate(
        """time => [[0, 2], [3, 7]].map(([start, end]) => {
          const range = document.createRange();
          range.setStart(time.firstChild, start);
          range.setEnd(time.firstChild, end);
          return range.getBoundingClientRect().left;
        })"""
    )
    assert day < month
