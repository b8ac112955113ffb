from __future__ import annotations

import json
import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from site_builder.output.searching.files import pack, unpack
from tests.browser.kinds import KINDS


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
    page.locator(".result", has_text="Clear attempts").locator(".excerpts a").first.click()
    page.wait_for_url(f"{base}claims/zakharova-outside-interference/#p-*")
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("Clear attempts at outside interference are observed")
    target.locator(".verified a").click()
    page.wait_for_url(f"{base}articles/press-tv-2020-08-13/#p-*")
    expect(page.locator("mark:target")).to_be_in_viewport()
    expect(page.locator("mark:target")).to_contain_text("Clear attempts at outside interference are observed")


def test_the_address_holds_the_search_and_back_returns_to_it(page: Page, base: str) -> None:
    page.goto(f"{base}search/#q=election&verdict=disputed&verdict=unsupported&sort=newest")
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
    page.goto(f"{base}search/#kind=claim&sort=oldest")
    expect(page.locator("[data-search-status]")).to_have_text("47 results")
    assert "2010" in page.locator(".result").first.inner_text()
    assert len(results(page)) == 10
    page.get_by_role("button", name="More results").click()
    expect(page.locator(".result")).to_have_count(20)
    expect(page.locator(".result").nth(10).locator("a").first).to_be_focused()
    page.get_by_label("Order").select_option("newest")
    expect(page.locator(".result").first).to_contain_text("30 August 2020")
    page.goto("about:blank")
    page.goto(f"{base}search/#publisher=Press+TV&kind=article")
    expect(page.locator("[data-search-status]")).to_have_text("2 results")


def test_the_facet_of_publishers_counts_the_claims_that_each_carried(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#kind=claim&publisher=Press+TV")
    expect(page.locator("[data-search-status]")).to_have_text("19 results")


def test_counts_of_facets_are_what_a_search_finds(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/")
    facets = page.locator(".facets label")
    rows = [
        (row.locator("input").get_attribute("name"), row.locator("input").get_attribute("value"), row.locator(".count"))
        for row in facets.all()
    ]
    wanted = [(name, value, int(count.text_content() or 0)) for name, value, count in rows]
    for name, value, count in wanted:
        page.goto(f"{at_root}search/#{name}={value}".replace(" ", "+"))
        text = "1 result" if count == 1 else f"{count} results"
        expect(page.locator("[data-search-status]")).to_have_text(text)


def test_states_that_help(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#q=zzzzqqqq&verdict=unsupported")
    expect(page.locator("[data-search-status]")).to_contain_text("Nothing found")
    page.get_by_role("button", name="Remove the filter: Unsupported").click()
    expect(page.locator(".chips")).to_be_hidden()
    expect(page.locator("#q")).to_be_focused()
    expect(page.get_by_role("link", name="All claims")).to_be_visible()


def test_a_listing_of_another_index_is_not_taken_for_this_one_s(browser: Browser, at_root: str) -> None:
    """A host may send a file as it was before the last publication."""
    context = browser.new_context()
    page = context.new_page()

    def older(route: Route) -> None:
        table = json.loads(unpack(route.fetch().body()))
        route.fulfill(body=pack(json.dumps({**table, "stamp": "0ld0ld"}).encode()))

    page.route("**/listing.bin", older)
    page.goto(f"{at_root}search/#q=election")
    expect(page.locator("[data-search-status]")).to_contain_text("could not be loaded")
    page.unroute("**/listing.bin")
    page.locator("#q").fill("mercenaries")
    expect(page.locator(".result").first).to_contain_text("mercenaries")
    context.close()


def test_a_bundle_that_cannot_be_loaded_is_said(browser: Browser, at_root: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/pagefind.js*", lambda route: route.abort())
    page.goto(f"{at_root}search/#q=election")
    expect(page.locator("[data-search-status]")).to_contain_text("could not be loaded")
    page.unroute("**/pagefind.js*")
    page.locator("#q").fill("mercenaries")
    expect(page.locator(".result").first).to_contain_text("mercenaries")
    expect(page.get_by_role("link", name="All claims")).to_be_visible()
    context.close()


def test_other_names(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#q=Minsk&kind=actor")
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
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base)
    page.locator("#q").fill("mercenaries")
    page.locator("#q").press("Enter")
    page.wait_for_url(f"{base}search/#q=mercenaries")
    expect(page.locator(".result").first).to_contain_text("The Kremlin dispatched mercenaries")
    assert not [url for url in asked if "mercenaries" in url.partition("#")[0]]


QUESTIONS = [
    ("what did the Kremlin say about meddling", "claims/peskov-not-meddling/"),
    ("how do I report an error", "contact/"),
    ("which claims did Press TV carry", "publishers/press-tv/"),
    ("who denies it", "claims/peskov-not-meddling/"),
    ("who denied meddling", "claims/peskov-not-meddling/"),
    ("did they say otherwise before", "contradictions/"),
    ("what did he say before", "contradictions/"),
    ("who said the opposite", "contradictions/"),
    ("did he contradict himself", "contradictions/"),
    ("how did the Kremlin react", "actors/russia/"),
    ("topics", "topics/"),
    ("publishers", "publishers/"),
    ("compare actors", "compare/"),
    ("kremlin denial", "claims/peskov-not-meddling/"),
    ("contradictions", "contradictions/"),
    ("balance", "balance/"),
    ("compare Lukashenko and Russia", "compare/alexander-lukashenko/russia/"),
    ("who denied that the vote was rigged?", "claims/government-rejects-rigging/"),
    ("what does Unsupported mean", "verdicts/unsupported/"),
    ("what does \u201cNot checkable\u201d mean?", "verdicts/not-checkable/"),
    ("how are corrections made", "corrections-policy/"),
    ("kremlin meddling", "claims/peskov-not-meddling/"),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_questions_are_answered_within_the_first_three(page: Page, at_root: str, question: str, answer: str) -> None:
    page.goto(f"{at_root}search/")
    page.locator("#q").fill(question)
    expect(page.locator(f".result:nth-child(-n+3) [data-part=title][href='{at_root}{answer}']")).to_be_visible()


def test_what_is_found_by_its_title_or_another_name_says_what_it_is(page: Page, at_root: str) -> None:
    lacking = {}
    for words in ("OSCE", "US", "NATO", "Kremlin", "EU", "Moscow Times", "disputed", "contradictions", "funding"):
        page.goto("about:blank")
        page.goto(f"{at_root}search/#q={words}")
        page.locator(".result").first.wait_for()
        for result in page.locator(".result").all():
            lines = result.locator(".excerpts li").all_inner_texts()
            kind = result.locator(".excerpt-kind").all_inner_texts()
            if (
                not lines
                or not all(kind)
                or any(text.strip() == label for text, label in zip(lines, kind, strict=True))
            ):
                lacking[words] = result.inner_text()
    assert lacking == {}
    page.goto(f"{at_root}search/#q=OSCE")
    first = page.locator(".result").first
    expect(first).to_contain_text("Organization for Security")
    expect(first.locator(".excerpts")).to_contain_text("Summary")
    assert re.search(r"\.$| …$", first.locator(".excerpts li").inner_text().strip())
    expect(first.locator("mark")).to_have_count(0)


def test_an_excerpt_says_what_it_is_and_begins_with_a_sentence(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#q=meddling&kind=claim")
    first = page.locator(".result").first
    expect(first.locator(".excerpts li").first).to_contain_text("The words")
    expect(first.locator(".excerpts")).to_contain_text("The verdict\u2019s reason")
    other = page.locator(".result", has_text="Puppeteers are behind").locator(".excerpts li").first
    expect(other).to_contain_text("Evidence and context: Russia")
    texts = page.locator(".excerpts li > :not(.excerpt-kind)").all_inner_texts()
    assert len(texts) > 8
    assert all(re.match(r"[\u201c\u2026]|\W*[A-Z\d]", text) for text in texts), texts
    found = page.locator(".excerpts mark").all_inner_texts()
    assert found
    assert [text for text in found if not re.fullmatch(r"\w|\w.*\w", text)] == []
    # A mark is drawn around words that the article has, and nothing is put behind the last of them.
    assert not [text for text in texts if text.startswith("\u201c") and not text.endswith("\u201d")]


def test_counts_follow_the_query_and_the_other_facets(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/")
    claims = page.locator(".facets label", has=page.locator("[name=kind][value=claim]")).locator(".count")
    sources = page.locator(".facets label", has=page.locator("[name=kind][value=article]")).locator(".count")
    disputed = page.locator(".facets label", has=page.locator("[value=disputed]")).locator(".count")
    expect(claims).to_have_text("47")
    page.locator("#q").fill("mercenaries")
    expect(page.locator("[data-search-status]")).to_have_text("4 results")
    expect(claims).to_have_text("1")
    expect(disputed).to_have_text("0")
    page.locator("[name=kind][value=claim]").check()
    expect(page.locator("[data-search-status]")).to_have_text("1 result")
    expect(sources).to_have_text("1")
    page.locator("#q").fill("")
    expect(claims).to_have_text("47")
    expect(disputed).to_have_text("6")


@pytest.mark.parametrize(
    "word",
    [
        "the",
        "of",
        "and",
        "is",
        "that",
        "to be",
        "everything",
        "all",
        "claim",
        "article",
        "negative",
        "e",
        "a",
        "\U00010000",
        "*",
        "%",
    ],
)
def test_no_word_finds_everything(page: Page, at_root: str, word: str) -> None:
    page.goto(f"{at_root}search/#kind=claim")
    expect(page.locator("[data-search-status]")).to_have_text("47 results")
    page.locator("#q").fill(word)
    expect(page.locator("[data-search-status]")).not_to_have_text("47 results")
    page.wait_for_function("!document.querySelector('[data-search]').hasAttribute('aria-busy')")
    found = re.match(r"\d+", page.locator("[data-search-status]").inner_text())
    assert found is None or int(found.group()) < 47


def test_words_that_are_too_common_are_said_to_be(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#q=to+be")
    expect(page.locator("[data-search-status]")).to_contain_text("Add another word")
    page.locator("#q").fill('"to be"')
    expect(page.locator(".result").first).to_be_visible()
    page.locator("#q").fill("About")
    expect(page.locator(".result [data-part=title]").first).to_have_attribute("href", f"{at_root}about/")


def test_the_query_is_in_no_request(page: Page, at_root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers.get('referer', '')}"))
    page.goto(f"{at_root}search/#q=soviet+space&actor=sergei-lavrov")
    expect(page.locator(".result").first).to_contain_text("post-Soviet space")
    page.locator(".result a").first.click()
    page.wait_for_url(f"{at_root}claims/**")
    assert not [line for line in asked if "soviet" in line.split("#")[0] or "actor=" in line]


SENT = """[...document.forms].map(form => {
  for (const field of form.elements) if (field.type === "checkbox") field.checked = true;
  return [...new FormData(form).keys()];
}).flat()"""
"""The names of what the page's forms send to the host: everything that can be chosen is."""


@pytest.mark.parametrize("kind", KINDS)
def test_no_form_sends_what_is_written_into_it(scriptless: Page, at_root: str, kind: str) -> None:
    asked: list[str] = []
    scriptless.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    scriptless.goto(at_root + kind)
    assert scriptless.evaluate(SENT) == []
    for field in scriptless.locator("input[type=search]").all():
        field.fill("secret")
        field.press("Enter")
        scriptless.wait_for_load_state()
    assert len(asked) > 1
    assert not [line for line in asked if "secret" in line]


def test_a_query_that_is_sent_before_the_script_listens_waits_for_it(browser: Browser, base: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    held: list[Route] = []
    page.on("request", lambda request: asked.append(request.url))
    page.route("**/search*.js", lambda route: held.append(route) if len(held) < 4 else route.continue_())
    page.goto(f"{base}search/", wait_until="commit")
    page.locator("#q").fill("mercenaries")
    page.locator("#q").press("Enter")
    until(page, lambda: len(held) == 4)
    assert page.evaluate(SENT) == []
    for route in held:
        route.continue_()
    expect(page.locator("[data-search-status]")).to_have_text("4 results")
    assert page.url == f"{base}search/#q=mercenaries"
    assert page.get_by_role("checkbox", name="Disputed").is_enabled()
    assert not [url for url in asked if "mercenaries" in url.partition("#")[0]]
    context.close()


def test_an_old_link_still_works_and_its_query_moves_behind_the_sign(page: Page, base: str) -> None:
    page.goto(f"{base}search/?q=mercenaries&kind=claim")
    expect(page.locator("[data-search-status]")).to_have_text("1 result")
    assert page.url == f"{base}search/#q=mercenaries&kind=claim"
    page.reload()
    expect(page.locator("[data-search-status]")).to_have_text("1 result")


def test_a_changed_address_is_a_new_search(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#q=mercenaries")
    expect(page.locator("[data-search-status]")).to_have_text("4 results")
    page.evaluate("location.hash = 'q=geopolitics'")
    expect(page.locator("#q")).to_have_value("geopolitics")
    expect(page.locator(".result").first).to_contain_text("geopolitics")


def until(page: Page, condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        page.wait_for_timeout(20)


def let_arrive(page: Page, held: list[Route]) -> None:
    """Send what was held, and wait until the page has had it and has drawn what it made of it."""
    for route in held:
        route.continue_()
    for route in held:
        response = route.request.response()
        assert response is not None
        response.finished()
    page.evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 50))")


def test_a_slow_rest_is_not_added_to_another_query(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#kind=claim")
    expect(page.locator("[data-search-status]")).to_have_text("47 results")
    held: list[Route] = []
    holding = True
    page.route("**/*.pf_fragment", lambda route: held.append(route) if holding else route.continue_())
    page.get_by_role("button", name="More results").click()
    until(page, lambda: len(held) == 10)
    holding = False
    page.locator("#q").fill("nuclear plant")
    expect(page.locator("[data-search-status]")).to_have_text("1 result")
    let_arrive(page, held)
    expect(page.locator(".result")).to_have_count(1)


def test_a_slow_answer_does_not_replace_a_later_one(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#q=mercenaries")
    expect(page.locator("[data-search-status]")).to_have_text("4 results")
    held: list[Route] = []
    holding = True
    page.route("**/*.pf_fragment", lambda route: held.append(route) if holding else route.continue_())
    page.locator("#q").fill("puppeteers")
    until(page, lambda: bool(held))
    holding = False
    page.locator("#q").fill("geopolitics")
    expect(page.locator(".result").first).to_contain_text("geopolitics")
    let_arrive(page, held)
    expect(page.locator(".result").first).to_contain_text("geopolitics")
    assert page.url.endswith("#q=geopolitics")


def test_filters_alone_ask_no_engine(page: Page, at_root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{at_root}search/#verdict=disputed")
    expect(page.locator("[data-search-status]")).to_have_text("6 results")
    assert not [url for url in asked if "pagefind.js" in url or ".pf_index" in url or ".pf_filter" in url]


def test_results_are_printed_with_the_words_that_were_looked_for(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}search/#q=meddling")
    page.locator(".result").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator(".result:visible").count() == page.locator(".result").count() > 5
    assert page.locator("#q").is_visible()
    assert not page.locator(".facets").is_visible()
