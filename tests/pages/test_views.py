from __future__ import annotations

from dataclasses import replace

import pytest

from site_builder.dates import parse_date
from site_builder.editorial import Verdict
from site_builder.i18n import Words
from site_builder.pages.views import (
    SHAPES,
    actor_view,
    article_view,
    as_sentence,
    by_year,
    claim_view,
    in_words,
    lead,
    links,
    rating_in_words,
    told,
    verdict_views,
)
from tests.link.test_site import linked
from tests.projects import minimal

SITE = linked(minimal())
CLAIM = SITE.claims["roads-are-safe"]
ANN = actor_view(SITE.actors["ann"])
VERDICTS = verdict_views(SITE.verdicts.values())
VIEW = claim_view(SITE, CLAIM, ANN, VERDICTS[CLAIM.verdict], Words("en"))


def test_verdicts_of_one_tone_get_signs_of_different_outlines() -> None:
    scale = [Verdict(str(n), str(n), "D.", None, "negative" if n else "neutral") for n in range(SHAPES + 2)]
    shapes = [view.shape for view in verdict_views(scale).values()]
    assert shapes == [0, 0, 1, 2, 0]


def test_a_claim_is_told_with_who_makes_it() -> None:
    assert VIEW.title == "Ann Able claims: The roads are safe."
    assert VIEW.url == "claims/roads-are-safe/index.html"
    assert (VIEW.position, VIEW.corrected) == (False, None)


@pytest.mark.parametrize(
    ("change", "actor", "words"),
    [
        ({}, {}, "Ann Able claims:"),
        ({}, {"kind": "group"}, "Claim by Ann Able:"),
        ({"attribution": "position"}, {}, "Position of Ann Able:"),
        ({"passages": (replace(CLAIM.passages[0], speech="reported"),)}, {"name": "The Daily"}, "The Daily writes:"),
        ({}, {"name": "The Daily"}, "The Daily claims:"),
    ],
)
def test_a_statement_never_stands_bare(change: dict[str, object], actor: dict[str, str], words: str) -> None:
    claim = replace(CLAIM, **change)  # type: ignore[arg-type]
    assert lead(SITE, Words("en"), claim, replace(ANN, **actor)) == words


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("", ""),
        ("so", "so."),
        ("So.", "So."),
        ("So!", "So!"),
        ("“So.”", "“So.”"),
        ("he said “so.”", "he said “so.”"),
        ("真的。", "真的。"),
    ],
)
def test_a_phrase_ends_as_a_sentence(phrase: str, sentence: str) -> None:
    assert as_sentence(phrase) == sentence
    assert as_sentence(as_sentence(phrase)) == as_sentence(phrase)


def test_a_rating_says_what_it_means_why_and_what_it_rests_on() -> None:
    verdict = SITE.verdicts["disputed"]
    assert in_words(verdict) == f"{verdict.label} – {verdict.definition}"
    assert told(VIEW, "five articles") == f"{in_words(verdict)} {CLAIM.summary} five articles."
    assert rating_in_words(verdict, "Why", None) == f"{in_words(verdict)} Why."


def test_an_article_in_another_language_is_foreign() -> None:
    article = SITE.articles["daily-2020-05-03"]
    assert not article_view(article, "en").foreign
    assert article_view(article, "ru").foreign


def test_claims_stand_under_their_years_in_their_order() -> None:
    dated = [replace(VIEW, date=parse_date(date)) for date in ("2019-05", "2020", "2020-05-02", "2019")]
    assert [(str(year.year), len(year.claims)) for year in by_year(dated)] == [("2019", 1), ("2020", 2), ("2019", 1)]


def test_links_lead_to_files() -> None:
    (link,) = links([("claims/", "Claims")])
    assert (link.url, link.text) == ("claims/index.html", "Claims")
