"""Judged by tools that are not ours: axe-core's accessibility rules, and the W3C's Nu HTML checker."""

from __future__ import annotations

import gzip
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from site_builder.build import Options, build
from site_builder.load.files import Project, read_project
from tests.browser import tools
from tests.browser.conftest import ROOT, served
from tests.browser.kinds import CROWDED, KINDS
from tests.pages.planned import crowd, planned
from tests.tries import part

SEARCHED = "search/?q=plot"
JUDGED = "axe.run(document).then(result => result.violations)"
OPENED = """(() => {
  const folded = [...document.querySelectorAll("details:not([open])")];
  for (const details of folded) details.open = true;
  return folded.length;
})()"""
"""Opens all details, and says how many were folded."""


@pytest.fixture(scope="module")
def crowded() -> Iterator[str]:
    result = build(crowd(), options=Options(exports=True, index=False))
    assert result.files is not None, result.report
    with served(dict(result.files)) as url:
        yield url


def templates(project: Project, addresses: tuple[str, ...]) -> tuple[set[str], set[str]]:
    """The templates of all pages of ``project``, and those of the pages at ``addresses``."""
    pages = planned(project)
    return {page.template for page in pages}, {page.template for page in pages if page.permalink in addresses}


def test_every_template_of_a_page_is_judged_here() -> None:
    shipped, looked_at = templates(read_project(ROOT), KINDS)
    large, looked_at_large = templates(crowd(), CROWDED)
    own = {path.name for path in (ROOT / "templates").glob("*.html")} - {"base.html", "list.html"}
    assert shipped | large == own
    # A redirect leads away before anybody can look at it; the HTML checker reads it.
    assert own - looked_at - looked_at_large == {"redirect.html"}


def violations(page: Page) -> list[tuple[str, str, str]]:
    """What axe-core finds in ``page``, as it is and with all that is folded opened: rule, element, how to mend it."""
    page.evaluate(tools.AXE.read_text())
    found = page.evaluate(JUDGED)
    if page.evaluate(OPENED):
        found += page.evaluate(JUDGED)
    return [(rule["id"], node["html"], node["failureSummary"]) for rule in found for node in rule["nodes"]]


@pytest.mark.long
@pytest.mark.parametrize("width", part([320, 1280], 2))
def test_axe_finds_no_violation_in_long_lists(browser: Browser, crowded: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    found = []
    for name in CROWDED:
        page.goto(crowded + name)
        assert page.locator("h1").count() == 1, name
        found += [(name, *each) for each in violations(page)]
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, name
    context.close()
    assert found == []


def test_the_html_checker_finds_nothing_in_long_lists(crowded: str) -> None:
    assert [line for line in judge(*(crowded + name for name in CROWDED)).splitlines() if ": info:" not in line] == []


@pytest.mark.long
@pytest.mark.parametrize(("width", "scheme"), part([(320, "dark"), (320, "light"), (1280, "light"), (1280, "dark")], 2))
def test_axe_finds_no_violation(browser: Browser, at_root: str, scheme: str, width: int) -> None:
    # The policy that keeps foreign scripts out keeps axe out as well; nothing else is relaxed.
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    found = []
    for kind in (*KINDS, SEARCHED):
        page.goto(at_root + kind)
        if kind == SEARCHED:
            page.locator("[data-search-results] > li").first.wait_for()
        found += [(kind, *each) for each in violations(page)]
    context.close()
    assert found == []


def test_axe_sees_a_violation(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<img src='x.png'>")
    page.evaluate(tools.AXE.read_text())
    assert "image-alt" in page.evaluate("axe.run(document).then(r => r.violations.map(rule => rule.id))")
    page.set_content("<title>x</title><details><summary>More</summary><img src='x.png'></details>")
    assert "image-alt" in [rule for rule, _, _ in violations(page)]
    page.close()


_DATA_BLOCK = "Inline script violates Content Security Policy (meta tag)"


def judge(*what: str) -> str:
    """What the checker says of URLs or files: nothing when it finds neither error nor warning.

    It takes blocks of data (JSON-LD) for scripts, which a content policy would have to allow. Browsers do not run them
    and block none: ``test_policy.py`` asks one.
    """
    java = tools.java()
    if java is None:
        pytest.fail(f"the HTML checker cannot run: {tools.JAVA_ADVICE}")
    command = [
        java,
        "-Xss4m",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
        "-jar",
        str(tools.VNU),
        "--stdout",
        "--exit-zero-always",
        "--format",
        "gnu",
    ]
    said = subprocess.run([*command, *what], capture_output=True, text=True, check=True).stdout
    return "".join(line for line in said.splitlines(keepends=True) if _DATA_BLOCK not in line)


def test_the_html_checker_finds_neither_error_nor_warning(files: dict[str, bytes], at_root: str) -> None:
    pages = [at_root + name for name in files if name.endswith(".html")]
    assert len(pages) > 80
    said = [line for line in judge(*pages).splitlines() if ": info:" not in line]
    assert said == []


def test_the_html_checker_sees_an_error(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = tmp_path_factory.mktemp("html") / "x.html"
    page.write_text("<!doctype html><html lang=en><title>x</title><p><div></p>")
    assert "error" in judge(str(page))


def test_a_claim_page_with_its_style_is_at_most_14_kilobytes(files: dict[str, bytes]) -> None:
    style = next(data for name, data in files.items() if name.startswith("assets/style-"))
    pages = [data for name, data in files.items() if name.startswith("claims/") and name.endswith("index.html")]
    assert len(gzip.compress(style)) + max(len(gzip.compress(page)) for page in pages) <= 14 * 1024
