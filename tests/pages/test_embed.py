from __future__ import annotations

import html
from dataclasses import replace

import pytest

from site_builder.dates import Date
from site_builder.i18n import ENGLISH, Words
from site_builder.link.site import link
from site_builder.load.records import load
from site_builder.model import Claim, Site
from site_builder.pages.embed import TALLEST, WIDTH, Embed, embed
from site_builder.pages.lookup import index
from site_builder.pages.views import ClaimView
from tests.pages.test_claim import made, words
from tests.projects import minimal


@pytest.fixture(scope="module")
def known() -> tuple[Site, Claim, ClaimView]:
    site, _ = link(load(minimal())[0])
    assert site is not None
    return site, site.claims["roads-are-safe"], index(site).views["roads-are-safe"]


def of(known: tuple[Site, Claim, ClaimView], statement: str, words: Words = ENGLISH) -> Embed:
    site, claim, view = known
    return embed(site, words, claim, replace(view, statement=statement))


def test_the_frame_names_the_card_and_its_size(known: tuple[Site, Claim, ClaimView]) -> None:
    made = of(known, "The roads are safe.")
    assert made.url == "https://example.org/claims/roads-are-safe/card/"
    assert f'src="{made.url}"' in made.html
    assert f'width="{WIDTH}" height="{made.height}"' in made.html


@pytest.mark.parametrize("odd", ['a "b" c', "a <b> c", "a & b", "it's", "\u202eabc"])
def test_no_word_leaves_its_attribute(known: tuple[Site, Claim, ClaimView], odd: str) -> None:
    made = of(known, odd)
    assert made.html.count("<") == made.html.count(">") == 2
    assert html.unescape(made.html.split(' title="')[1].split('"')[0]).removesuffix(".").endswith(odd)


def test_height_grows_with_words_and_ends(known: tuple[Site, Claim, ClaimView]) -> None:
    heights = [of(known, "word " * count).height for count in (1, 20, 30, 60, 90, 900)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-2] < heights[-1] == TALLEST


def test_letters_of_full_width_count_twice(known: tuple[Site, Claim, ClaimView]) -> None:
    assert of(known, "道" * 100).height > of(known, "a" * 100).height


def test_the_title_is_in_the_site_s_language(known: tuple[Site, Claim, ClaimView]) -> None:
    assert of(known, "x", Words("ru")).title.startswith("Проверка фактов: ")


def test_texts_that_do_not_fit_beside_each_other_have_a_line_each(known: tuple[Site, Claim, ClaimView]) -> None:
    site, claim, view = known
    heights = []
    for name in ("D" * 10, "D" * 70, "D" * 130):
        named = replace(site, publisher=replace(site.publisher, name=name))
        heights.append(embed(named, ENGLISH, claim, view).height)
    assert [height - heights[0] for height in heights] == [0, 20, 40]


def test_a_card_says_when_the_claim_was_checked(known: tuple[Site, Claim, ClaimView]) -> None:
    files = made(minimal())
    card = words(files["claims/roads-are-safe/card/index.html"])
    assert "Claimed: 2 May 2020 Checked: 1 June 2020" in card
    site, claim, view = known
    unknown = replace(claim, published=None)
    long = replace(site, publisher=replace(site.publisher, name="The Example Desk of Nowhere"))
    assert embed(long, ENGLISH, claim, view).height > embed(long, ENGLISH, unknown, view).height


def test_a_correction_has_room(known: tuple[Site, Claim, ClaimView]) -> None:
    site, claim, view = known
    long = replace(site, publisher=replace(site.publisher, name="The Example Desk of Nowhere"))
    corrected = replace(view, corrected=Date(2020, 7, 1))
    claim = replace(claim, published=None)
    assert embed(long, ENGLISH, claim, corrected).height > embed(long, ENGLISH, claim, view).height
