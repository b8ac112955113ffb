"""Judged by tools that are not ours: axe-core's accessibility rules, and the W3C's Nu HTML checker."""

from __future__ import annotations

import gzip
import subprocess

import pytest
from playwright.sync_api import Browser

from tests.browser import tools
from tests.browser.kinds import KINDS

SEARCHED = "search/?q=plot"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_violation(browser: Browser, at_root: str, scheme: str, width: int) -> None:
    rules = tools.AXE.read_text()
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
        page.evaluate(rules)
        violations = page.evaluate("axe.run(document).then(result => result.violations)")
        found += [
            (kind, rule["id"], node["html"], node["failureSummary"]) for rule in violations for node in rule["nodes"]
        ]
    context.close()
    assert found == []


def test_axe_sees_a_violation(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<img src='x.png'>")
    page.evaluate(tools.AXE.read_text())
    assert "image-alt" in page.evaluate("axe.run(document).then(r => r.violations.map(rule => rule.id))")
    page.close()


_DATA_BLOCK = "Inline script violates Content Security Policy (meta tag)"


def judge(*what: str) -> str:
    """What the checker says of URLs or files: nothing when it finds neither error nor warning.

    It takes blocks of data (JSON-LD) for scripts, which a content policy would have to allow. Browsers do not run them
    and block none: ``test_policy.py`` asks one.
    """
    java = tools.java()
    if java is None:
        pytest.skip(f"the HTML checker did not run: {tools.JAVA_ADVICE}")
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
