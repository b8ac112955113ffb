from __future__ import annotations

import pytest

from site_builder.editor.saved.blocks import read_blocks
from site_builder.editor.saved.furniture import hint
from site_builder.editor.saved.phrases import is_correction, is_furniture
from site_builder.editor.saved.story import leave_out
from site_builder.editor.saved.tree import Element, parse
from tests.growth import grows_linearly

SENTENCE = "The minister said on Monday that the roads in the north of the country are safer than they have ever been. "


def split(page: str) -> tuple[list[str], dict[str, str]]:
    """The words that are kept, and why the others are not."""
    root = parse(page)
    words = read_blocks(root, {})
    reasons = leave_out(words, root)
    pairs = list(zip(words.blocks, reasons, strict=True))
    return [block.words for block, why in pairs if not why], {block.words: why for block, why in pairs if why}


def paragraphs(count: int, name: str = "P") -> str:
    return "".join(f"<p>{name}{number}. {SENTENCE}</p>" for number in range(count))


def numbers(kept: list[str]) -> list[str]:
    return [words.partition(".")[0] for words in kept]


def test_the_story_is_where_the_prose_is() -> None:
    teasers = "".join(f"<article><h3>Other {n}</h3><p>{SENTENCE[:40]}.</p></article>" for n in range(4))
    kept, left = split(
        f"<div id=top><a href=/>Home</a></div><div><h1>Head</h1>{paragraphs(20)}</div><div>{teasers}</div>"
    )
    assert numbers(kept) == ["Head", *(f"P{n}" for n in range(20))]
    assert left["Other 1"] == left["Home"] == "outside the story"


@pytest.mark.parametrize("tag", ["article", "main", "div role=main", "section"])
def test_an_element_that_calls_itself_the_story_and_is_not_is_not_trusted(tag: str) -> None:
    end = tag.split()[0]
    lead = f"<{tag}><h1>Head</h1><p>Lead. {SENTENCE}</p></{end}>"
    kept, _ = split(f"<div>{lead}<div class=body>{paragraphs(16)}</div></div>")
    assert numbers(kept)[-16:] == [f"P{n}" for n in range(16)]


def test_parts_of_a_story_stay_together() -> None:
    parts = f"<div class='part a'>{paragraphs(20, 'A')}</div><div class='part b'>{paragraphs(3, 'B')}</div>"
    kept, _ = split(f"<div>{parts}<p>The last words of the story stand alone, beside its parts.</p></div>")
    assert numbers(kept)[::20] == ["A0", "B0"]
    assert kept[-1].startswith("The last words")


def test_an_article_with_the_headline_is_the_story_even_beside_a_longer_ticker() -> None:
    ticker = f"<div>{paragraphs(40, 'T')}</div>"
    kept, _ = split(f"<div><article><h1>Head</h1>{paragraphs(12)}</article>{ticker}</div>")
    assert numbers(kept) == ["Head", *(f"P{n}" for n in range(12))]


def test_the_leads_of_a_story_are_kept_and_its_lines_are_not() -> None:
    top = f"<h1>Head</h1><p class=lead>Lead. {SENTENCE}</p><div class=meta-line>4 May 2020, 10:15</div><div>By Ann Able</div>"
    kept, left = split(f"<div><header>{top}</header><div>{paragraphs(12)}</div></div>")
    assert numbers(kept)[:2] == ["Head", "Lead"]
    assert set(left) == {"4 May 2020, 10:15", "By Ann Able"}


@pytest.mark.parametrize(
    ("box", "why"),
    [
        ("<div class=comments>", "comments"),
        ("<section id=disqus_thread>", "comments"),
        ("<nav>", "navigation"),
        ("<div role=navigation>", "navigation"),
        ("<div class='block share-bar'>", "share bar"),
        ("<div class=relatedPosts>", "other stories"),
        ("<aside class=read-also>", "aside"),
        ("<div id=newsletter-signup>", "newsletter box"),
        ("<div class='c-Cookie__notice'>", "cookie notice"),
        ("<div data-component=ad-slot>", "advertisement"),
        ("<div class=paywall>", "login"),
    ],
)
def test_what_calls_itself_something_else_is_left_out(box: str, why: str) -> None:
    end = box[1:].split()[0].rstrip(">")
    kept, left = split(f"<article>{paragraphs(6)}{box}<p>Boxed. {SENTENCE}</p></{end}>{paragraphs(6, 'Q')}</article>")
    assert numbers(kept) == [*(f"P{n}" for n in range(6)), *(f"Q{n}" for n in range(6))]
    assert list(left.values()) == [why]


@pytest.mark.parametrize(
    "box", ["<div class=related>", "<aside>", "<nav>", "<div id=comments>", "<div class='has-ads'>"]
)
def test_no_hint_takes_the_story_away(box: str) -> None:
    kept, _ = split(f"{box}<h1>Head</h1>{paragraphs(12)}")
    assert len(kept) == 13


def test_the_publishers_correction_is_kept_wherever_it_stands() -> None:
    note = "Correction: this article was amended on 4 May 2020; it gave the wrong year."
    for box in ("<footer class=related>", "<div class=promo>", "<aside>", "<nav>", "<div>"):
        kept, _ = split(f"<article><h1>Head</h1>{paragraphs(12)}</article>{box}<p>{note}</p>")
        assert kept[-1] == note


@pytest.mark.parametrize(
    "box", ["<div class=article-correction>", "<aside id=editorsNote>", "<p class='c-clarification'>"]
)
def test_a_box_that_calls_itself_a_correction_is_kept_too(box: str) -> None:
    kept, _ = split(f"<article><h1>Head</h1>{paragraphs(12)}</article><div class=promo>{box}The year was wrong.")
    assert kept[-1] == "The year was wrong."


def test_a_paragraph_that_is_a_link_and_a_sentence_is_kept() -> None:
    kept, left = split(
        f"<article>{paragraphs(3)}<p><a href=a>{SENTENCE}</a></p><p><a href=b>Snow in May</a></p></article>"
    )
    assert kept[-1] == SENTENCE.strip()
    assert left == {"Snow in May": "links"}


def test_lists_of_links_and_headings_above_them_are_left_out() -> None:
    links = "<h3>Related stories</h3><ul><li><a href=a>One other story</a></li><li><a href=b>Two</a></li></ul>"
    kept, left = split(f"<article>{paragraphs(6)}{links}<p>After. {SENTENCE}</p></article>")
    assert numbers(kept)[-1] == "After"
    assert left["Two"] == "links"
    assert left["Related stories"] == "stock phrase"
    linked = "<ul><li>The <a href=a>first</a> point that the minister made on Monday.</li></ul>"
    assert (
        "The first point that the minister made on Monday." in split(f"<article>{paragraphs(3)}{linked}</article>")[0]
    )


def test_a_line_that_comes_again_and_again_is_kept_once() -> None:
    kept, left = split(f"<article>{paragraphs(12)}" + "<div>Weather map</div>" * 4)
    assert kept.count("Weather map") == 1
    assert left == {"Weather map": "repeated line"}


def test_a_small_page_is_all_story_but_for_what_says_it_is_not() -> None:
    page = (
        "<p>One.</p><figure><table><tr><td>12 deaths</table></figure><div>Two.</div><div class=share><p>Tell all</div>"
    )
    kept, left = split(page)
    assert kept == ["One.", "12 deaths", "Two."]
    assert left == {"Tell all": "share bar"}


@pytest.mark.parametrize(
    ("classes", "label"),
    [("no-comments", ""), ("article-body", ""), ("article-comments", "comments"), ("adapt", ""), ("header-ad", "advertisement"),
     ("shareholder", ""), ("has-sidebar", ""), ("RelatedStories", "other stories"), ("download", "")],
)  # fmt: skip
def test_classes_are_read_word_by_word(classes: str, label: str) -> None:
    assert hint(Element("div", {"class": classes})) == label


def test_a_paragraph_called_a_teaser_is_the_lead() -> None:
    assert hint(Element("p", {"class": "teaser"})) == ""
    assert hint(Element("p", {"class": "byline"})) == "byline"
    assert hint(Element("article", {"class": "related"})) == "other stories"
    assert hint(Element("article", {"class": "sidebar-right nav"})) == ""


@pytest.mark.parametrize(
    "words", ["Advertisement", "Share this story", "Read more: snow in May", "3 comments", "© 2020 X", "Реклама"]
)
def test_standing_phrases_are_known(words: str) -> None:
    assert is_furniture(words)


@pytest.mark.parametrize(
    "words",
    ["Share prices fell.", "Reading is fun.", "Home is where they sleep.", "Print media are in decline.", "No."],
)
def test_sentences_are_no_standing_phrases(words: str) -> None:
    assert not is_furniture(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Correction: the year was wrong in this story.", True), ("This article was amended on 4 May 2020.", True),
     ("Уточнение: в тексте был неверно указан год.", True), ("Berichtigung: Das Jahr war falsch angegeben.", True),
     ("* Editor’s note: the name has been changed.", True), ("Corrections officers were on strike on Monday.", False),
     ("Correct as this may be, it is late for roads.", False)],
)  # fmt: skip
def test_corrections_are_known(words: str, expected: bool) -> None:
    assert is_correction(words) is expected


@pytest.mark.parametrize(
    "torn",
    [
        f"<p>{SENTENCE}",
        f"<div>{SENTENCE}",
        f"<div class=ad>{SENTENCE}",
        f"<section><p>{SENTENCE}</section>",
        f"<aside>{SENTENCE}",
        f"<nav><p>{SENTENCE}",
    ],
)
def test_the_story_is_found_in_time_in_step_with_the_page(torn: str) -> None:
    assert grows_linearly(lambda size: split(torn * size), 60)
