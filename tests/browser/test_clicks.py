"""Five questions that readers bring, each answered two clicks from the home page, on a desktop and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

MEDDLING = "Russia is not meddling, and is not going to meddle, in the electoral processes of any country"
QUESTIONS = {
    "what did the Kremlin say about meddling": (
        [MEDDLING],
        "claims/peskov-not-meddling/",
        "isn't meddling, and isn't going to meddle in the electoral processes of any country",
    ),
    "how do I report an error": (["Report an error"], "contact/", "report an error"),
    "which claims did Press TV carry": (["Publishers", "Press TV"], "publishers/press-tv/", "What it carried"),
    "who denies it": (
        ["People in Poland and people inciting from Russia are interfering"],
        "claims/lukashenko-russia-poland-incite/",
        "The Kremlin flatly denied allegations",
    ),
    "did they say otherwise before": (
        ["Alexander Lukashenko", "Differing accounts"],
        "actors/alexander-lukashenko/",
        "The two give different accounts of the same matter",
    ),
}
"""The links to follow, where they lead, and words of the answer that are then on the screen or below."""


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("width", [390, 1280])
def test_a_question_is_answered_within_two_clicks(page: Page, at_root: str, width: int, question: str) -> None:
    links, address, answer = QUESTIONS[question]
    assert len(links) <= 2
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(at_root)
    for name in links:
        page.locator("a, summary").filter(has_text=name).filter(visible=True).first.click()
    assert page.url.partition("#")[0] == at_root + address
    expect(page.locator("main").get_by_text(answer).first).to_be_visible()


def test_a_publisher_s_page_has_all_the_claims_that_it_counts(page: Page, at_root: str) -> None:
    page.goto(f"{at_root}publishers/press-tv/")
    expect(page.locator("main").get_by_text("19 claims are taken from its articles")).to_be_visible()
    links = page.locator(".claim-lines a:has(.lead-in)").evaluate_all("links => links.map(link => link.href)")
    assert len(set(links)) == 19  # one of them stands in two articles
