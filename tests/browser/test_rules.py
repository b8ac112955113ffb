"""Every selector of the theme's style sheets selects something on a page of sites that between them have everything."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from site_builder.build import Options, build
from site_builder.load.files import Project
from tests import theme
from tests.pages.planned import crowd
from tests.pages.test_drafts import project as with_draft
from tests.projects import ARTICLE, edited, minimal
from tests.test_theme import ASSETS, GIVEN, pages, texts

STATES = re.compile(r"::[\w-]+|:(?:hover|focus(?:-visible|-within)?|active|visited|target|checked|disabled|empty)\b")
LEFT = """([texts, selectors]) => {
  const left = new Set(selectors);
  for (const text of texts) {
    const page = new DOMParser().parseFromString(text.replaceAll("<template", "<div"), "text/html");
    for (const selector of left) if (page.querySelector(selector)) left.delete(selector);
  }
  return [...left];
}"""


def plain(selector: str) -> str:
    """``selector`` without states, and without classes that only scripts give."""
    given = GIVEN - pages().classes
    bare = re.sub(r"\.([\w-]+)", lambda found: "" if found[1] in given else found[0], STATES.sub("", selector))
    return bare.replace(":not()", "").strip()


def wordy() -> Project:
    """A project with a claim that was made in many words."""
    words = "the roads are safer than ever"
    long = f"{words}, {'and safer, ' * 30}as I say"
    return edited(edited(minimal(), ARTICLE, words, long), "claims.yaml", words, long)


@pytest.fixture(scope="module")
def looked_at(browser: Browser, files: dict[str, bytes], at_root: str) -> list[str]:
    """Pages of seven sites, and a page of results."""
    made = dict(files)
    for project, drafts in ((crowd(), False), (wordy(), False), (with_draft(), True)):
        result = build(project, options=Options(exports=True, index=False, drafts=drafts))
        assert result.files is not None, result.report
        made |= {f"{len(made)}/{name}": data for name, data in result.files.items()}
    page = browser.new_page()
    page.goto(f"{at_root}search/#q=meddling&kind=claim&verdict=unsupported")
    page.locator(".excerpts li").nth(1).wait_for()
    results = page.content()
    page.close()
    return [results, *texts().values(), *(made[name].decode() for name in made if name.endswith(".html"))]


@pytest.mark.parametrize("name", sorted(path.name for path in ASSETS.glob("*.css")))
def test_each_selector_selects_something(page: Page, looked_at: list[str], name: str) -> None:
    selectors = {plain(each) for each in theme.selectors((ASSETS / name).read_text())} - {""}
    assert len(selectors) > 5
    page.goto("about:blank")
    assert page.evaluate(LEFT, [looked_at, [*sorted(selectors), ".search .tally"]]) == [".search .tally"]
