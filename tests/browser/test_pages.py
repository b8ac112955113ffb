from __future__ import annotations

import html
import re
from itertools import pairwise
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.link.site import link
from site_builder.load.files import read_project
from site_builder.load.records import load
from site_builder.model import Passage, Site
from site_builder.passages.fragment import text_directive
from tests.browser.conftest import ROOT, served_to
from tests.browser.kinds import KINDS
from tests.passages.documents import document


@pytest.fixture(scope="module")
def site() -> Site:
    records, _ = load(read_project(ROOT))
    site, _ = link(records)
    assert site is not None
    return site


def lands_on(page: Page, passage: Passage) -> None:
    """The browser shows ``passage``, and all of its words are marked as those that were looked for."""
    expect(page.locator(":target")).to_be_in_viewport()
    marked = page.locator(f"mark[data-passages~='{passage.anchor}']")
    expect(marked.first).to_have_class(page_class("is-target"))
    shown = "".join(marked.all_text_contents())
    assert "".join(shown.split()) == "".join("".join(passage.exact).split())


def test_each_quotation_lands_on_its_marked_passage(page: Page, at_root: str, site: Site) -> None:
    visited = 0
    for article in site.articles:
        page.goto(f"{at_root}articles/{article}/")
        for claim in site.claims.values():
            for passage in () if claim.withdrawn else claim.passages:
                if passage.article == article:
                    page.evaluate("anchor => { location.hash = anchor }", passage.anchor)
                    lands_on(page, passage)
                    visited += 1
    assert visited >= 38


def test_each_claim_leads_to_its_passages(page: Page, at_root: str, site: Site, files: dict[str, bytes]) -> None:
    tried = set()
    for claim in site.claims.values():
        html_ = files[f"claims/{claim.id}/index.html"].decode()
        for passage in () if claim.withdrawn else claim.passages:
            assert f'articles/{passage.article}/index.html#{passage.anchor}"' in html_
            if passage.article not in tried:
                tried.add(passage.article)
                page.goto(f"{at_root}claims/{claim.id}/")
                page.locator(f".quote a[href$='#{passage.anchor}']").first.click()
                page.wait_for_url(f"{at_root}articles/{passage.article}/#{passage.anchor}")
                lands_on(page, passage)
    assert len(tried) == len(site.articles)


def page_class(name: str) -> re.Pattern[str]:
    return re.compile(rf"(^|\s){name}(\s|$)")


HEAD = "<!doctype html><meta charset=utf-8><title>x</title>"
"""Of a page that is made for a test."""
ICON = {"favicon.ico": b""}
"""What a browser asks for beside such a page."""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways(page: Page, at_root: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    wide = []
    for kind in KINDS:
        page.goto(at_root + kind)
        if page.evaluate(OVERFLOW) > 0:
            wide.append(kind)
    assert wide == []


def test_every_page_opens_from_disk_and_links_on(page: Page, on_disk: str) -> None:
    hrefs = "links => links.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
    for kind in KINDS:
        if kind == "404.html":
            continue
        page.goto(f"{on_disk}{kind}index.html")
        assert page.locator("h1").count() == 1, kind
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)", kind
        found = page.locator("a[href]").evaluate_all(hrefs)
        assert found or kind.endswith("/card/"), kind
        for href in found:
            leads = href.startswith(("http", "mailto:")) or ".html" in href or "/data/" in href
            assert leads or href.endswith(".json"), (kind, href)


def test_every_page_reads_without_javascript(scriptless: Page, at_root: str) -> None:
    for kind in KINDS:
        scriptless.goto(at_root + kind)
        assert scriptless.locator("h1").inner_text(), kind
        assert scriptless.locator("main a").count() > 0, kind
        assert scriptless.get_by_text("undefined").count() == 0, kind


def test_search_without_javascript_offers_the_lists(scriptless: Page, at_root: str) -> None:
    scriptless.goto(f"{at_root}search/?q=election")
    expect(scriptless.locator("noscript p", has_text="needs JavaScript")).to_be_visible()
    scriptless.get_by_role("link", name="All claims").click()
    expect(scriptless.get_by_role("heading", level=1)).to_have_text("Claims")


def test_the_file_name_leaves_the_address(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}claims/index.html")
    page.wait_for_url(f"{at_root}claims/")
    page.locator(".card-statement a").first.click()
    assert not page.url.endswith("index.html")


def test_headings_do_not_skip_a_level(page: Page, at_root: str) -> None:
    for kind in KINDS:
        page.goto(at_root + kind)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]"
            ".filter(heading => heading.checkVisibility()).map(heading => +heading.tagName[1])"
        )
        assert levels[0] == 1, kind
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), (kind, levels)


def test_the_keyboard_reaches_the_content_first(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}claims/lukashenko-puppeteers/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


@pytest.mark.parametrize(("width", "size", "other"), [(1280, "wide", "narrow"), (320, "narrow", "wide")])
def test_a_picture_is_drawn_for_the_width_and_its_signs_lead_to_claims(
    page: Page, at_root: str, width: int, size: str, other: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{at_root}network/")
    expect(page.locator(f".matrix-{size}")).to_be_visible()
    expect(page.locator(f".matrix-{other}")).to_be_hidden()
    sign = page.locator(f".matrix-{size} a:has(use)").first
    box = sign.bounding_box()
    assert box is not None
    assert box["width"] >= 23.5
    assert box["height"] >= 23.5
    name = sign.get_attribute("aria-label") or ""
    sign.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.split(": ", 1)[1])
    assert not page.url.endswith("index.html")


def unfold(page: Page) -> None:
    """Open every part of an actor's page that is a click in."""
    for fold in page.locator(".fold > summary").all():
        fold.click()


@pytest.mark.parametrize("width", [390, 1280])
def test_an_actor_s_claims_come_before_pictures_and_contradictions(page: Page, at_root: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{at_root}actors/alexander-lukashenko/")
    expect(page.locator(".matrix:visible")).to_have_count(0)
    claims = page.locator("#made").bounding_box()
    assert claims is not None
    assert claims["y"] < 844
    folds = page.locator(".fold")
    assert folds.count() >= 3
    for fold in folds.all():
        box = fold.bounding_box()
        assert box is not None
        assert box["y"] > claims["y"]
    page.get_by_role("heading", name="Timeline").click()
    expect(page.locator(".matrix:visible")).to_have_count(1)


HEADINGS = """[...document.querySelectorAll("main h2")].filter(each => each.checkVisibility()).map(each => {
  const fold = each.closest("details.fold");
  return [each.textContent, Boolean(fold), fold?.open ?? false];
})"""
"""The headings that are shown, whether each is that of a fold, and whether that is open."""


def test_what_follows_an_actor_s_own_claims_is_a_click_in(scriptless: Page, at_root: str) -> None:
    scriptless.set_viewport_size({"width": 390, "height": 664})
    scriptless.goto(f"{at_root}actors/alexander-lukashenko/")
    shown = scriptless.evaluate(HEADINGS)
    assert len(shown) > 5
    assert [folded for _, folded, _ in shown[:2]] == [False, False]  # the claims, and their verdicts
    assert [(name, folded, is_open) for name, folded, is_open in shown[2:] if not folded or is_open] == []
    assert scriptless.evaluate("document.documentElement.scrollHeight") < 5500
    scriptless.get_by_role("link", name="about this actor").click()
    expect(scriptless.locator("#about")).to_be_in_viewport()
    scriptless.emulate_media(media="print")
    for part in ("#about", "#replies"):
        expect(scriptless.locator(part).get_by_role("link").last).to_be_visible()


def test_of_an_actor_without_claims_nothing_that_others_said_is_folded(scriptless: Page, at_root: str) -> None:
    scriptless.goto(f"{at_root}actors/nato/")
    assert scriptless.locator("#about").is_visible()


PHONES = [(390, 844), (390, 664), (360, 640)]
"""Viewports in CSS pixels: a phone without and with its browser's bars, and a small one."""


@pytest.mark.parametrize(("width", "height"), PHONES)
def test_a_claim_s_verdict_words_and_denial_are_on_a_phone_s_first_two_screens(
    page: Page, at_root: str, site: Site, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    denied = 0
    for claim in site.claims.values():
        if claim.withdrawn:
            continue
        page.goto(f"{at_root}claims/{claim.id}/")
        answered = page.locator(".counter blockquote").count() > 0
        denied += answered
        for part in (".rating", ".words blockquote", ".counter blockquote")[: 2 + answered]:
            box = page.locator(part).first.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 2 * height, (claim.id, part)
    assert denied >= 6


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_s_menu_is_one_line_and_the_keyboard_reaches_all_of_it(
    scriptless: Page, at_root: str, width: int
) -> None:
    scriptless.set_viewport_size({"width": width, "height": 664})
    scriptless.goto(f"{at_root}claims/lukashenko-puppeteers/")
    links = scriptless.get_by_role("navigation", name="Main").get_by_role("link")
    assert links.count() > 7
    tops = [box["y"] for link in links.all() if (box := link.bounding_box())]
    assert len(set(tops)) == 1
    header = scriptless.locator(".site-header").bounding_box()
    assert header is not None
    assert header["height"] < 110
    scriptless.locator(".site-title a").focus()
    for each in links.all():
        scriptless.keyboard.press("Tab")
        expect(each).to_be_focused()
        expect(each).to_be_in_viewport(ratio=0.5)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 390])
def test_search_is_in_sight_on_a_phone_wherever_the_menu_stands(
    browser: Browser, at_root: str, width: int, direction: str
) -> None:
    # Only the page's own scripts are off: turning it round takes one.
    page = browser.new_page(viewport={"width": width, "height": 664})
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{at_root}claims/lukashenko-puppeteers/")
    page.evaluate("direction => { document.documentElement.dir = direction; }", direction)
    menu = page.get_by_role("navigation", name="Main")
    search = menu.get_by_role("link", name="Search")
    for part in (0, 0.5, 1):
        menu.locator("ul").evaluate(
            "(menu, [part, side]) => menu.scrollTo(side * part * 9999, 0)", [part, 1 if direction == "ltr" else -1]
        )
        box = search.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        assert page.evaluate("at => document.elementFromPoint(...at).textContent", middle) == "Search"
    page.close()


def test_a_link_opens_what_is_folded(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}actors/alexander-lukashenko/")
    page.get_by_role("navigation", name="On file").get_by_role("link", name="Timeline").click()
    expect(page.locator(".matrix:visible")).to_be_in_viewport()


def test_selecting_an_article_s_text_takes_its_own_words_only(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}articles/press-tv-2020-08-30/")
    assert page.locator(".margin-note").count() > 3
    select = "() => { getSelection().selectAllChildren(document.querySelector('.text')); return `${getSelection()}`; }"
    selected = " ".join(page.evaluate(select).split())
    assert len(selected) > 500
    notes = [" ".join(note.split()) for note in page.locator(".margin-note li").all_text_contents()]
    assert notes
    assert not [note for note in notes if note in selected]


def test_a_copied_text_says_where_words_are_left_out(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}articles/moscow-times-2020-06-25/")
    gaps = page.locator(".gap")
    assert gaps.count() == 4
    select = "() => { getSelection().selectAllChildren(document.querySelector('.text')); return `${getSelection()}`; }"
    selected = page.evaluate(select)
    assert selected.count("[…]") == gaps.count()
    assert "left out" not in selected
    expect(gaps.first).to_match_aria_snapshot("- paragraph: 48 words left out")
    page.emulate_media(media="print")
    assert re.fullmatch(r"\d+ words left out", gaps.first.inner_text().strip())


@pytest.mark.parametrize("kind", ["timeline/", "network/", "actors/alexander-lukashenko/"])
def test_the_table_says_what_the_picture_shows(page: Page, at_root: str, kind: str) -> None:
    page.goto(at_root + kind)
    unfold(page)
    page.get_by_text("The same as a table").click()
    totals = page.locator(".picture-table tbody td.count").all_text_contents()
    assert sum(map(int, totals)) == page.locator(".matrix-wide a:has(use)").count()


def test_the_words_of_a_picture_stay_inside_it(page: Page, at_root: str) -> None:
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for kind in ("timeline/", "network/", "actors/alexander-lukashenko/", "actors/dmitry-peskov/"):
            page.goto(at_root + kind)
            unfold(page)
            outside = page.evaluate(
                "[...document.querySelectorAll('.matrix text')].filter(text => { const svg = "
                "text.closest('svg').getBoundingClientRect(), box = text.getBoundingClientRect();"
                "return box.width && (box.right > svg.right + 1 || box.left < svg.left - 1); })"
                ".map(text => text.textContent)"
            )
            assert outside == [], (kind, width)


def test_citing_and_sharing_ask_nobody(browser: Browser, at_root: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{at_root}claims/lukashenko-puppeteers/")
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/claims/lukashenko-puppeteers/"
    page.get_by_text("Cite this page").click()
    page.get_by_role("button", name="Copy: BibTeX").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@misc{lukashenko-puppeteers,")
    assert copied == page.get_by_role("group", name="BibTeX").text_content()
    mail = page.get_by_role("link", name="Send by e-mail").get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=Alexander%20Lukashenko")
    context.close()


def test_nothing_scrolls_sideways_when_text_is_twice_as_large(page: Page, at_root: str) -> None:
    page.set_viewport_size({"width": 640, "height": 800})
    wide = []
    for kind in KINDS:
        page.goto(at_root + kind)
        page.evaluate(
            "new CSSStyleSheet().replace('html { font-size: 212.5% }').then(s => document.adoptedStyleSheets.push(s))"
        )
        if page.evaluate(OVERFLOW) > 0:
            wide.append(kind)
    assert wide == []


def test_everything_can_be_reached_with_the_keyboard_and_is_seen(page: Page, at_root: str) -> None:
    for kind in ("claims/lukashenko-puppeteers/", "network/", "search/"):
        page.goto(at_root + kind)
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href], button, input, select, summary')]"
            ".filter(item => item.checkVisibility() && !item.closest('details:not([open]) > :not(summary)')).length"
        )
        reached = 0
        for _ in range(wanted + 20):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                "(() => { const item = document.activeElement; if (item === document.body) return null;"
                "const style = getComputedStyle(item);"
                "return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; })()"
            )
            if seen is None:
                break
            assert seen, page.evaluate("document.activeElement.outerHTML")
            reached += 1
        assert reached >= wanted, (kind, reached, wanted)


def test_a_browser_is_led_to_the_passage_at_the_publisher(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 800, "height": 600})
    for id_ in ("moscow-times-2020-06-25", "press-tv-2020-08-30"):
        article = site.articles[id_]
        # Far apart, so that only one can be in sight.
        parts = (f"<p>{html.escape(part)}</p>" for part in article.document.text.split("\n\n"))
        paragraphs = ("<br>" * 40).join(("", *parts, ""))
        page_ = f"{HEAD}<h1>{html.escape(article.title)}</h1>{paragraphs}"
        with served_to(page, {"index.html": page_.encode(), **ICON}) as url:
            for claim in list(site.claims.values()):
                for passage in claim.passages[:1]:
                    if passage.article != id_:
                        continue
                    place = (passage.parts[0][0], passage.parts[-1][1])
                    directive = text_directive(article.document, place, article.title)
                    assert directive is not None
                    page.goto("about:blank")  # or the browser would stay where it is
                    page.goto(f"{url}#:~:text={directive}")
                    words = unquote(directive.split(",")[0])
                    expect(page.locator("p", has_text=words).first).to_be_in_viewport()


@pytest.mark.parametrize(
    ("text", "nth", "words"),
    [
        ("He said the vote was free.\n\nShe said the vote was free, too.", 1, "the vote was free"),
        ("He said: “The vote was free.”\n\nShe said: “The vote was free, but not fair.”", 1, "The vote was free"),
        ("The vote was free.\n\nThe vote was free, she said.", 1, "The vote was free"),
        ("The head of it, he said.\n\nAnother thing.", 0, "The head of it"),
        (
            "Głos był wolny\ni sprawiedliwy, powiedział prezydent kraju, który nie ma innego.",
            0,
            "Głos był wolny\ni sprawiedliwy",
        ),
        ("He said it[^1] clearly to us.\n\n[^1]: Or so.", 0, "He said it clearly to us"),
    ],
)
def test_a_browser_tells_look_alikes_apart(page: Page, text: str, nth: int, words: str) -> None:
    made = document(text + "\n")
    start = made.text.index(words)
    for _ in range(nth):
        start = made.text.index(words, start + 1)
    directive = text_directive(made, (start, start + len(words)), "The head of it all")
    assert directive is not None
    parts = (
        "".join(p if isinstance(p, str) else html.escape(made.text[slice(*p)]) for p in block.pieces)
        for block in made.blocks
    )
    paragraphs = ("<br>" * 80).join(("", *parts, ""))
    page_ = f"{HEAD}<h1>The head of it all</h1>{paragraphs}"
    with served_to(page, {"index.html": page_.encode(), **ICON}) as url:
        page.set_viewport_size({"width": 800, "height": 600})
        page.goto(f"{url}#:~:text={directive}")
        block = made.block_at(start)
        expect(page.locator("p").nth(block)).to_be_in_viewport()
        assert page.evaluate("scrollY") > 0


def test_two_claims_stand_beside_each_other_on_paper_too(page: Page, at_root: str) -> None:
    page.set_viewport_size({"width": 720, "height": 1000})
    page.goto(f"{at_root}contradictions/")
    rows = "nodes => nodes.map(node => new Set([...node.children].map(side => side.getBoundingClientRect().top)).size)"
    assert set(page.locator(".sides").evaluate_all(rows)) == {2}
    page.emulate_media(media="print")
    assert set(page.locator(".sides").evaluate_all(rows)) == {1}


PHONE = 390
"""Pixels across."""


def test_corrections_are_short_until_one_is_opened(page: Page, at_root: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    page.goto(f"{at_root}corrections/")
    entries = page.locator(".corrections .cards > li")
    total = page.evaluate("document.documentElement.scrollHeight")
    assert total <= 220 * entries.count()
    assert page.locator(".readings:visible").count() == 0
    entry = entries.filter(has=page.locator(".readings")).first
    entry.locator("summary").click()
    expect(entry.locator(".readings")).to_be_visible()
    shown = "node => node.scrollHeight <= node.clientHeight + 1"
    assert entry.locator(".cut").evaluate(shown)


def test_the_definition_beside_a_verdict_is_set_like_other_small_text(page: Page, at_root: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{at_root}claims/lukashenko-puppeteers/")
    meaning = page.locator(".rating .meaning")
    lines, size = meaning.evaluate(
        """node => [[...node.getClientRects()].map(line => line.top), parseFloat(getComputedStyle(node).fontSize)]"""
    )
    assert len(lines) > 2
    # The first line is beside the verdict, which is larger.
    assert max(b - a for a, b in pairwise(lines[1:])) < 1.6 * size


def test_numbers_of_tables_that_follow_each_other_stand_below_each_other(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}actors/")
    rights = page.locator("table.list").evaluate_all(
        """tables => tables.map(table => [...table.querySelectorAll("thead .count")].map(
          cell => Math.round(cell.getBoundingClientRect().right)))"""
    )
    assert len(rights) > 2
    assert {tuple(ends) for ends in rights} == {tuple(rights[0])}


def test_what_an_actor_says_on_the_claims_of_others_is_no_wider_than_a_list(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}actors/western-countries-and-opposition/")
    widths = page.locator(".relation").evaluate_all("all => all.map(item => item.getBoundingClientRect().width)")
    assert widths
    assert max(widths) <= page.locator(".year").first.evaluate("node => node.getBoundingClientRect().width")
