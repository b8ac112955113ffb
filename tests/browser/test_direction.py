"""A site in a script from right to left that quotes articles in another: each quotation keeps its own direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from site_builder.build import Options, build
from site_builder.load.files import read_project
from tests.browser.conftest import ROOT, served
from tests.projects import edited, minimal

DIRECTIONS = "nodes => [...new Set(nodes.map(node => getComputedStyle(node).direction))]"
HIDDEN = """notes => notes.filter(note => {
  const [box, words] = [note, note.querySelector("q")].map(node => node.getBoundingClientRect());
  return words.left < box.left - 1 || words.right > box.right + 1;
}).length"""

STATEMENT = "الطرق آمنة ونزيهة."
END = """node => {
  const text = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let last;
  while (text.nextNode()) if (text.currentNode.data.trim()) last = text.currentNode;
  const end = last.data.trimEnd().length;
  const [letter, stop] = [end - 2, end - 1].map(start => {
    const range = document.createRange();
    range.setStart(last, start);
    range.setEnd(last, start + 1);
    return range.getBoundingClientRect();
  });
  return [last.data.trimEnd().slice(-1), stop.left < letter.left ? "left" : "right"];
}"""
"""The last sign of an element's text, and on which side of the letter before it stands."""


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


@pytest.fixture(scope="module")
def quoting() -> Iterator[str]:
    """An English site with a statement, and a speaker, in Arabic."""
    project = edited(minimal(), "claims.yaml", "statement: The roads are safe.", f"statement: {STATEMENT}")
    result = build(edited(project, "claims.yaml", "name: Ann Able", "name: أحمد السالم"), options=Options())
    assert result.files is not None, result.report
    with served(dict(result.files)) as url:
        yield url


@pytest.mark.parametrize(
    ("address", "selector"),
    [
        ("", ".card-statement a"),
        ("claims/", ".card-statement a"),
        ("claims/roads-are-safe/", "h1"),
        ("claims/roads-are-safe/card/", "h1"),
        ("articles/daily-2020-05-03/", ".margin-note li > a"),
        ("search/#q=roads&kind=claim", ".result [data-part=title]"),
    ],
)
def test_a_statement_from_right_to_left_ends_on_its_left(page: Page, quoting: str, address: str, selector: str) -> None:
    page.goto(quoting + address)
    page.locator(selector).first.wait_for()
    assert page.locator(selector).first.evaluate(END) == [".", "left"]


def test_a_result_names_its_speaker_before_the_day(page: Page, quoting: str) -> None:
    page.goto(f"{quoting}search/#q=roads&kind=claim")
    meta = page.locator(".result [data-part=meta]").first
    meta.wait_for()
    edges = """node => [...node.childNodes].map(child => {
      const range = document.createRange();
      range.selectNodeContents(child);
      return range.getBoundingClientRect().left;
    })"""
    lefts = meta.evaluate(edges)
    assert len(lefts) == 3
    assert lefts == sorted(lefts)


@pytest.mark.parametrize(
    ("address", "selector"),
    [
        ("claims/lukashenko-russia-poland-incite/", ".ruling .meaning"),
        ("claims/lukashenko-russia-poland-incite/", ".scope"),
        ("claims/lukashenko-russia-poland-incite/card/", ".small"),
        ("claims/", ".lead"),
        ("balance/", "section > p"),
        ("network/", ".page > p"),
        ("contradictions/", "section > p"),
    ],
)
def test_english_words_in_a_page_from_right_to_left_end_on_their_right(
    page: Page, arabic: str, address: str, selector: str
) -> None:
    """There are no Arabic words of the interface: the English ones read as English, and begin where the page does."""
    page.goto(arabic + address)
    sentence = page.locator(selector).filter(has_text=re.compile(r"\.\s*$")).first
    assert sentence.evaluate(END) == [".", "right"]
    assert sentence.evaluate("node => getComputedStyle(node).textAlign") == "right"
