from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.passages.document import Document
from site_builder.passages.highlight import Marking, mark
from tests.growth import lines_run
from tests.passages.documents import document

ARTICLE = document("One *two three* four [five](https://example.org/) <six> & seven.\n\nEight nine ten.\n\nEleven.\n")


def marking(name: str, *words: str) -> Marking:
    starts = [(ARTICLE.text.index(part), part) for part in words]
    return Marking(name, tuple((start, start + len(part)) for start, part in starts))


def visible(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def marked(html: str, name: str) -> str:
    """The text in all marks that name ``name``."""
    found = re.findall(r'<mark([^>]*)data-passages="([^"]*)">([^<]*)</mark>', html)
    return "".join(text for _, names, text in found if name in names.split()).replace("&lt;", "<").replace("&gt;", ">")


def test_a_passage_is_marked_in_place_with_its_anchor() -> None:
    first, second, third = mark(ARTICLE, [marking("p-a", "Eight nine")])
    assert (
        second.html
        == '<p><mark id="p-a" data-number="1" class="passage" data-passages="p-a">Eight nine</mark> ten.</p>'
    )
    assert (first.cited, second.cited, third.cited) == (False, True, False)
    assert second.anchors == ("p-a",)
    assert [block.words for block in (first, second, third)] == [8, 3, 1]


def test_markup_and_marks_do_not_cross() -> None:
    first, *_ = mark(ARTICLE, [marking("p-a", "One two")])
    assert first.html.startswith(
        '<p><mark id="p-a" data-number="1" class="passage" data-passages="p-a">One </mark>'
        '<em><mark class="passage" data-passages="p-a">two'
    )
    assert first.html.count('id="p-a"') == 1


def test_overlapping_passages_are_told_apart() -> None:
    first, *_ = mark(ARTICLE, [marking("p-a", "One two three"), marking("p-b", "three four"), marking("p-c", "three")])
    assert marked(first.html, "p-a") == "One two three"
    assert marked(first.html, "p-b") == "three four"
    assert marked(first.html, "p-c") == "three"
    assert 'class="passage depth-3"' in first.html
    assert first.anchors == ("p-a", "p-b", "p-c")
    assert [first.html.count(f'id="{name}"') for name in ("p-a", "p-b", "p-c")] == [1, 1, 1]


def test_a_passage_over_paragraphs_and_one_with_elisions() -> None:
    blocks = mark(ARTICLE, [marking("p-a", "seven.\n\nEight"), marking("p-b", "One", "Eleven")])
    assert marked("".join(block.html for block in blocks), "p-a") == "seven.Eight"
    assert marked("".join(block.html for block in blocks), "p-b") == "OneEleven"
    assert [block.anchors for block in blocks] == [("p-b", "p-a"), (), ()]


def test_text_is_escaped() -> None:
    first, *_ = mark(ARTICLE, [marking("p-a", "<six> & seven")])
    assert "<six>" not in first.html
    assert marked(first.html, "p-a").replace("&amp;", "&") == "<six> & seven"


@st.composite
def markings(draw: st.DrawFn) -> list[Marking]:
    spans = draw(st.lists(st.tuples(st.integers(0, len(ARTICLE.text)), st.integers(1, 30)), max_size=8))
    return [
        Marking(f"p-{number}", ((start, min(start + length, len(ARTICLE.text))),))
        for number, (start, length) in enumerate(spans)
        if start < len(ARTICLE.text)
    ]


def article_text(made: Document) -> str:
    return "".join(made.text[block.start : block.end] for block in made.blocks)


@given(markings())
def test_marks_never_change_the_text(chosen: list[Marking]) -> None:
    blocks = mark(ARTICLE, chosen)
    assert "".join(visible(block.html) for block in blocks) == article_text(ARTICLE)
    html = "".join(block.html for block in blocks)
    for passage in chosen:
        ((start, end),) = passage.parts
        expected = "".join(
            ARTICLE.text[max(start, block.start) : min(end, block.end)]
            for block in ARTICLE.blocks
            if block.start < end and block.end > start
        )
        assert marked(html, passage.anchor).replace("&amp;", "&") == expected


def test_passages_are_numbered_in_the_order_in_which_they_begin() -> None:
    markings = [marking("p-c", "Eleven"), marking("p-b", "three four"), marking("p-a", "three")]
    blocks = mark(ARTICLE, markings)
    page = "".join(block.html for block in blocks)
    assert [anchor for block in blocks for anchor in block.anchors] == ["p-b", "p-a", "p-c"]
    assert 'id="p-b" data-number="1,2"' in page
    assert 'id="p-c" data-number="3"' in page


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_twice_the_passages_in_twice_the_text_are_twice_the_work(end: str) -> None:
    def work(size: int) -> int:
        made = document("".join(f"Sentence number {n} says a thing.{end}" for n in range(size)))
        markings = [
            Marking(f"p{n}", ((at := made.text.index(f"number {n} says"), at + 10),)) for n in range(0, size, 2)
        ]
        return lines_run(lambda: mark(made, markings))

    assert work(800) < 2.2 * work(400)
