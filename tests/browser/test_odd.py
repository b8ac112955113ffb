"""A site whose records are as odd as life: endless words and names, scripts of both directions, dates hardly known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from site_builder.build import Options, build
from site_builder.load.files import read_project
from tests.browser import tools
from tests.browser.conftest import served
from tests.browser.test_pages import unfold
from tests.browser.test_standards import judge
from tests.projects import ROOT, edited
from tests.tries import part

Odd = tuple[str, list[str]]
"""Where it is served, and its pages."""


@pytest.fixture(scope="module", params=["en", "ar"])
def odd(request: pytest.FixtureRequest) -> Iterator[Odd]:
    project = edited(
        read_project(ROOT / "tests" / "sites" / "odd"),
        "content/site.yaml",
        "language: en",
        f"language: {request.param}",
    )
    result = build(project, options=Options(exports=True))
    assert result.files is not None, result.report
    with served({f"sub/path/{name}": data for name, data in result.files.items()}) as url:
        pages = {name: data for name, data in result.files.items() if name.endswith(".html")}
        # Pages of former ids lead away before anything can be asked of them.
        yield (
            f"{url}sub/path/",
            sorted(name.removesuffix("index.html") for name in pages if b'"refresh"' not in pages[name]),
        )


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_odd_scrolls_sideways(page: Page, odd: Odd, width: int) -> None:
    url, names = odd
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for name in names:
        page.goto(url + name)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(name)
    assert wide == []
    assert len(names) >= 25


@pytest.mark.parametrize("width", [320, 1280])
def test_names_stay_within_their_picture(page: Page, odd: Odd, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in ("timeline/", "network/", "actors/long/"):
        page.goto(odd[0] + name)
        unfold(page)
        outside = page.evaluate(
            "[...document.querySelectorAll('svg.matrix, .matrix svg')].filter(svg => svg.getClientRects().length)"
            ".flatMap(svg => { const box = svg.getBoundingClientRect();"
            "  return [...svg.querySelectorAll('text')].filter(text => { const own = text.getBoundingClientRect();"
            "    return own.left < box.left - 1 || own.right > box.right + 1; }).map(text => text.textContent); })"
        )
        assert outside == []
        assert page.locator("svg text:visible").count() > 3


@pytest.mark.parametrize("odd", ["en"], indirect=True)
def test_a_name_of_another_direction_leaves_the_words_beside_it_where_they_are(page: Page, odd: Odd) -> None:
    page.goto(odd[0] + "claims/hebrew/")
    parts = page.locator(".claim-head .kicker :is(a, bdi, time)")
    places = parts.evaluate_all("parts => parts.map(part => part.getBoundingClientRect().left)")
    assert len(places) == 4  # the name, the role, the date, the publisher
    assert places == sorted(places)


@pytest.mark.long
def test_axe_finds_no_violation_in_odd_pages(browser: Browser, odd: Odd) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900}, bypass_csp=True)
    page = context.new_page()
    rules, found = tools.AXE.read_text(), []
    for name in part(odd[1], 2):
        page.goto(odd[0] + name)
        page.evaluate(rules)
        violations = page.evaluate("axe.run(document).then(result => result.violations)")
        found += [(name, rule["id"], node["html"]) for rule in violations for node in rule["nodes"]]
    context.close()
    assert found == []


def test_the_html_checker_finds_nothing_in_odd_pages(odd: Odd) -> None:
    said = judge(*(odd[0] + name for name in odd[1])).splitlines()
    # Words that are missing in a language stay English, and the checker sees it.
    assert [line for line in said if ": info:" not in line and "appears to be written in" not in line] == []
