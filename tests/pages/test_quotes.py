from __future__ import annotations

from dataclasses import replace

import pytest

from site_builder.model import Site
from site_builder.pages.quotes import claiming_quote, original, quote_view
from tests.link.test_site import linked
from tests.projects import ARTICLE, edited, minimal

CLAIM = "roads-are-safe"


def site(front: str = "") -> Site:
    return linked(edited(minimal(), ARTICLE, "publisher:", f"{front}publisher:") if front else minimal())


def test_a_quotation_has_all_that_a_reader_needs_to_find_it() -> None:
    made = site()
    passage = made.claims[CLAIM].passages[0]
    view = quote_view(made, passage)
    assert view.url == f"articles/daily-2020-05-03/index.html#{passage.anchor}"
    assert view.paragraphs == (("the roads are safer than ever",),)
    assert (view.paragraph, view.head, view.length) == (1, "", 29)
    text = made.articles[passage.article].document.text
    assert text[slice(*view.place)] == "the roads are safer than ever"
    assert view.speaker is not None
    assert view.speaker.name == "Ann Able"
    assert view.article.title == "Minister on roads"


def test_marks_are_drawn_around_direct_speech_that_does_not_bring_its_own() -> None:
    made = site()
    passage = made.claims[CLAIM].passages[0]
    assert quote_view(made, passage).marked
    assert not quote_view(made, replace(passage, speech="reported")).marked
    assert not quote_view(made, replace(passage, exact=("“the roads",))).marked


def test_elisions_and_paragraphs_stay_as_they_are() -> None:
    made = site()
    passage = replace(made.claims[CLAIM].passages[0], exact=("one\n\ntwo", "three"))
    assert quote_view(made, passage).paragraphs == (("one",), ("two", "three"))


def test_words_of_the_headline_stand_in_no_paragraph() -> None:
    made = linked(
        edited(minimal(), "claims.yaml", "the roads are safer than ever\n        speech: direct", "Minister on roads")
    )
    view = quote_view(made, made.claims[CLAIM].passages[0])
    assert (view.paragraph, view.head) == (0, "title")


def test_a_claim_is_quoted_with_the_first_words_that_make_it() -> None:
    made = site()
    claim = made.claims[CLAIM]
    other = replace(claim.passages[0], role="denial", exact=("other",))
    assert claiming_quote(made, replace(claim, passages=(other, *claim.passages))) == quote_view(
        made, claim.passages[0]
    )


@pytest.mark.parametrize(
    ("front", "url"),
    [
        ("", None),
        ("url: https://daily.example/roads\n", "https://daily.example/roads#:~:text="),
        ("url: https://daily.example/roads.pdf\n", "https://daily.example/roads.pdf"),
    ],
)
def test_the_publisher_s_page_is_opened_at_the_passage(front: str, url: str | None) -> None:
    made = site(front)
    found = original(made, made.claims[CLAIM].passages[0])
    assert found == url if url is None else found is not None and found.startswith(url)
