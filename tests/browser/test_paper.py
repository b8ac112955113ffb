"""Pages as they are printed."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

SHOWN = "all => all.map(item => item.checkVisibility())"


def sheets(page: Page) -> int:
    return len(re.findall(rb"/Type /Page\b", page.pdf(format="A4")))


def test_corrections_are_printed_whole_on_few_sheets(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}corrections/")
    assert 1 <= sheets(page) <= 5
    page.emulate_media(media="print")
    seen = "all => all.filter(item => item.checkVisibility({contentVisibilityAuto: true})).length"
    for part in (".cut", ".readings del", ".readings ins"):
        assert page.locator(part).evaluate_all(seen) == page.locator(part).count() > 20, part
    cut = "all => all.filter(item => getComputedStyle(item).webkitLineClamp !== 'none' && "
    cut += "getComputedStyle(item).display !== 'inline').length"
    assert page.locator(".cut").evaluate_all(cut) == 0


def test_a_printed_page_says_where_to_report_an_error(page: Page, at_root: str) -> None:
    for kind in ("", "claims/lukashenko-puppeteers/", "corrections/"):
        page.goto(at_root + kind)
        assert page.get_by_text("https://example.org/contact/").evaluate_all(SHOWN) == [False], kind
        page.emulate_media(media="print")
        assert page.get_by_text("https://example.org/contact/").evaluate_all(SHOWN) == [True], kind
        links = page.get_by_role("link", name="Report an error").count()
        assert links == 1, kind
        assert page.locator("button:visible").count() == 0, kind
        page.emulate_media(media="screen")


def test_search_prints_its_results_and_not_its_filters(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#q=meddling")
    expect(page.locator(".result").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".result").first).to_be_visible()
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.get_by_role("heading", name="Browse instead")).to_be_hidden()


def test_what_is_folded_is_printed(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}actors/alexander-lukashenko/")
    page.emulate_media(media="print")
    for part in ("#timeline .matrix-wide", "#accusations", ".fold .rated li >> nth=0", ".rated p >> nth=0"):
        assert page.locator(part).evaluate("element => element.checkVisibility({contentVisibilityAuto: true})"), part
        assert (page.locator(part).bounding_box() or {"height": 0})["height"] > 15, part


def test_no_entry_of_the_corrections_is_cut_by_the_end_of_a_sheet(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}corrections/")
    page.emulate_media(media="print")
    breaks = page.locator(".corrections .cards > li").evaluate_all(
        "all => all.map(item => getComputedStyle(item).breakInside)"
    )
    assert set(breaks) == {"avoid"}


def test_no_sheet_has_nothing_but_the_foot(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}timeline/")
    assert sheets(page) == 1


def test_verdicts_of_an_actor_begin_on_the_sheet_of_the_claims(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}actors/press-tv/")
    assert sheets(page) == 2


def test_short_tables_are_not_cut_by_the_end_of_a_sheet(page: Page, at_root: str) -> None:
    for kind, table in (("", ".counted"), ("", ".tally"), ("balance/", ".list"), ("verdicts/disputed/", ".scale")):
        page.goto(at_root + kind)
        page.emulate_media(media="print")
        breaks = page.locator(table).evaluate_all("all => all.map(item => getComputedStyle(item).breakInside)")
        assert set(breaks) == {"avoid"}, (kind, table)


def test_whom_an_actor_speaks_of_has_the_width_of_the_page_if_it_stands_alone(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}actors/press-tv/")
    page.emulate_media(media="print")
    widths = "all => all.map(side => side.clientWidth / side.parentElement.clientWidth)"
    (share,) = page.locator("#accusations .side").evaluate_all(widths)
    assert share == 1


def test_printed_sheets_have_margins_of_their_own(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}claims/lukashenko-puppeteers/")
    margins = page.evaluate(
        """() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])
          .filter(rule => rule instanceof CSSPageRule).map(rule => rule.style.marginLeft)"""
    )
    assert margins == ["1.6cm"]


def test_printed_claims_of_the_front_page_stand_apart(page: Page, at_root: str) -> None:
    page.set_viewport_size({"width": 720, "height": 1000})
    page.goto(at_root)
    page.emulate_media(media="print")
    ends = page.locator(".grid .card-verdict").evaluate_all(
        "all => all.map(item => item.getBoundingClientRect().bottom)"
    )
    tops = page.locator(".grid > li").evaluate_all("all => all.map(item => item.getBoundingClientRect().top)")
    assert len(set(tops)) > 1
    assert all(top - max(end for end in ends if end < top) > 8 for top in tops if top > min(ends))
    after = page.get_by_role("link", name="All 47 claims").bounding_box()
    assert after is not None
    assert after["y"] - max(ends) > 10
    # A verdict stands by its own words, not by the next claim's.
    above = page.locator(".grid .brief-source").evaluate_all(
        "all => all.map(item => item.getBoundingClientRect().bottom)"
    )
    below = page.locator(".grid .card-verdict").evaluate_all("all => all.map(item => item.getBoundingClientRect().top)")
    assert max(top - end for top, end in zip(below, above, strict=True)) < 10
