"""Words that try to be markup, in every text of every record: nothing runs, and nothing leaves the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser

from site_builder.build import Options, build
from site_builder.load.files import Project
from tests.browser.conftest import served
from tests.exports.awkward import awkward
from tests.law.ground import ground
from tests.law.sources import Sources
from tests.tries import part

ATTACK = (
    """ "'><script>ran=1</script><img src=x onerror="ran=1"><svg onload=ran=1><a href="javascript:ran=1">x</a>"""
    """</title></style></script><iframe srcdoc="<script>parent.ran=1</script>"></iframe>{{ 7 * 7 }}<!-- ]]> `"""
)
MARKDOWN = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", ATTACK)
"""The same, to stand in a text of Markdown: HTML is an error there."""
_KEPT = frozenset(("quote", "prefix", "suffix", "speech", "pages", "was"))
"""Keys whose words must be those of an article, or what was published."""
_MARKED = frozenset(("assessment", "answer", "scope"))
"""Keys whose texts are Markdown."""
_PROSE = re.compile(r"^\S.*\s.*\S$", re.DOTALL)
"""A text, and no id, date, address or other notation; these are one word."""

FORGED = """() => ({
    ran: window.ran ?? 0,
    code: document.querySelectorAll("script:not([src], [type='application/ld+json'])").length,
    forged: document.querySelectorAll("[onerror], [onload], img[src=x], iframe[srcdoc], a[href^=javascript]").length,
})"""


def attacked(value: Any, key: str = "") -> Any:
    """``value`` with the attack behind every text below it."""
    if isinstance(value, dict):
        return {name: part if name in _KEPT else attacked(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [attacked(part, key) for part in value]
    if isinstance(value, str) and _PROSE.match(value):
        return value + (MARKDOWN if key in _MARKED else ATTACK)
    return value


def attacked_site(sources: Sources) -> Project:
    bodies = {name: f"{body}\n\nHe said: {MARKDOWN}\n" for name, body in sources.bodies.items()}
    records = {name: attacked(part) for name, part in sources.records.items()}
    return replace(sources, records=records, bodies=bodies).project


@pytest.fixture(scope="module", params=["records", "quotations"])
def site(request: pytest.FixtureRequest) -> Iterator[tuple[str, list[str]]]:
    project = attacked_site(ground()) if request.param == "records" else awkward()
    result = build(project, options=Options(exports=True))
    assert result.files is not None, result.report.diagnostics[:5]
    if request.param == "records":
        escaped = [name for name, data in result.files.items() if b"&lt;script&gt;ran=1" in data]
        assert len(escaped) > 150, "the attack did not reach the pages"
    with served(dict(result.files)) as url:
        # A page at a former address leads away at once.
        yield (
            url,
            sorted(
                name
                for name, data in result.files.items()
                if name.endswith(".html") and b'http-equiv="refresh"' not in data
            ),
        )


@pytest.mark.long
def test_nothing_runs_and_nothing_leaves_the_site(browser: Browser, site: tuple[str, list[str]]) -> None:
    url, pages = site
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(f"a dialog: {dialog.message}"))
    for name in part(pages, 3):
        page.goto(url + name, wait_until="domcontentloaded")
        assert page.evaluate(FORGED) == {"ran": 0, "code": 0, "forged": 0}, name
    page.goto(f"{url}search/#q=alert+onload", wait_until="networkidle")  # each site has one of the words
    assert page.locator(".result").count() > 0
    assert page.evaluate(FORGED) == {"ran": 0, "code": 0, "forged": 0}
    context.close()
    assert [address for address in asked if not address.startswith(url)] == []
