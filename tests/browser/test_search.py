from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(params=["at_root", "under_a_path"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


def results(page: Page) -> list[str]:
    return page.locator(".result [data-part=title]").all_inner_texts()


def test_type_filter_and_follow_a_result_to_its_passage(page: Page, base: str) -> None:
    page.goto(f"{base}search/")
    page.locator("#q").press_sequentially("interference")
    expect(page.locator(".result").first).to_be_visible()
    before = len(results(page))
    expect(page.locator(".result mark").first).to_contain_text("nterfer")
    page.locator("summary", has_text="Speaker").click()
    page.get_by_role("checkbox", name="Maria Zakharova").check()
    expect(page.locator("[data-search-status]")).to_have_text("1 result")
    assert before > 2
    assert "q=interference" in page.url
    assert "actor=maria-zakharova" in page.url
    page.locator(".result", has_text="Clear attempts").locator(".sub-results a").first.click()
    page.wait_for_url(f"{base}claims/zakharova-outside-interference/#p-*")
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("Clear attempts at outside interference are observed")
    target.locator(".verified a").click()
    page.wait_for_url(f"{base}articles/press-tv-2020-08-13/#p-*")
    expect(page.locator("mark:target")).to_be_in_viewport()
    expect(page.locator("mark:target")).to_contain_text("Clear attempts at outside interference are observed")


def test_the_address_holds_the_search_and_back_returns_to_it(page: Page, base: str) -> None:
    page.goto(f"{base}search/?q=election&verdict=disputed&verdict=unsupported&sort=newest")
    expect(page.locator(".result").first).to_be_visible()
    assert page.locator("#q").input_value() == "election"
    assert page.get_by_role("checkbox", name="Disputed").is_checked()
    found = results(page)
    page.get_by_role("checkbox", name="Unsupported").uncheck()
    expect(page.locator(".chips button")).to_have_count(1)
    page.go_back()
    expect(page.locator(".chips button")).to_have_count(3)  # two filters, and "clear all"
    expect(page.locator(".result [data-part=title]")).to_have_text(found)
    page.locator(".result a").first.click()
    page.wait_for_url(f"{base}claims/**")
    page.go_back()
    expect(page.locator(".result [data-part=title]")).to_have_text(found)


def test_filters_alone_and_both_orders(page: Page, base: str) -> None:
    page.goto(f"{base}search/?kind=claim&sort=oldest")
    expect(page.locator("[data-search-status]")).to_have_text("47 results")
    assert "2010" in page.locator(".result").first.inner_text()
    assert len(results(page)) == 10
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".result")).to_have_count(20)
    expect(page.locator(".result").nth(10).locator("a").first).to_be_focused()
    page.get_by_label("Order").select_option("newest")
    expect(page.locator(".result").first).to_contain_text("30 August 2020")
    page.goto(f"{base}search/?publisher=Press+TV&kind=article")
    expect(page.locator("[data-search-status]")).to_have_text("2 results")


def test_counts_of_facets_are_what_a_search_finds(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/")
    facets = page.locator(".facets label")
    rows = [
        (row.locator("input").get_attribute("name"), row.locator("input").get_attribute("value"), row.locator(".count"))
        for row in facets.all()
    ]
    wanted = [(name, value, int(count.text_content() or 0)) for name, value, count in rows]
    for name, value, count in wanted:
        page.goto(f"{at_root}search/?{name}={value}".replace(" ", "+"))
        text = "1 result" if count == 1 else f"{count} results"
        expect(page.locator("[data-search-status]")).to_have_text(text)


def test_states_that_help(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/?q=zzzzqqqq&verdict=unsupported")
    expect(page.locator("[data-search-status]")).to_contain_text("Nothing found")
    page.get_by_role("button", name="Remove the filter: Unsupported").click()
    expect(page.locator(".chips")).to_be_hidden()
    expect(page.locator("#q")).to_be_focused()
    expect(page.get_by_role("link", name="All claims")).to_be_visible()


def test_a_bundle_that_cannot_be_loaded_is_said(browser: Browser, at_root: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/pagefind.js*", lambda route: route.abort())
    page.goto(f"{at_root}search/?q=election")
    expect(page.locator("[data-search-status]")).to_contain_text("could not be loaded")
    expect(page.get_by_role("link", name="All claims")).to_be_visible()
    context.close()


def test_other_names(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/?q=Minsk&kind=actor")
    expect(page.locator(".result").first).to_contain_text("Belarusian government")


def test_the_keyboard_leads_to_the_field_from_anywhere(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}claims/peskov-not-meddling/")
    page.keyboard.press("Control+k")
    page.wait_for_url(f"{at_root}search/")
    page.locator("h1").click()
    page.keyboard.press("Control+k")
    expect(page.locator("#q")).to_be_focused()
    page.goto(at_root)
    page.keyboard.press("Control+k")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("mercenaries/x")
    assert page.locator("#q").input_value() == "mercenaries/x"


def test_the_home_pages_form_leads_to_results(page: Page, base: str) -> None:
    page.goto(base)
    page.locator("#q").fill("mercenaries")
    page.locator("#q").press("Enter")
    expect(page.locator(".result").first).to_contain_text("The Kremlin dispatched mercenaries")
