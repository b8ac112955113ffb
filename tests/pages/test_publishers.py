"""Who published the articles, and what each carried."""

from __future__ import annotations

import re

import pytest

from site_builder.pages.publishers import PER_ENTRY
from tests.link.test_publishers import project
from tests.link.test_site import with_second
from tests.pages.test_actor_lists import many
from tests.pages.test_claim import made, words
from tests.projects import ARTICLE, changed, edited, minimal

PAGE = "publishers/the-daily/index.html"


def test_a_publisher_s_page_has_its_articles_their_claims_and_verdicts() -> None:
    page = words(made(with_second())[PAGE])
    assert "The Daily 1 article, 2020; 2 claims are taken from its articles" in page
    assert "Disputed 2 of 2" in page
    assert "%" not in page
    carried = page[page.index("What it carried") :]
    assert "Minister on roads 3 May 2020 : 2 passages cited; 2 claims are taken from it" in carried
    assert "Ann Able claims: The roads are safe. Disputed" in carried
    assert "Bob Baker claims: The roads are old. Disputed" in carried


def test_articles_and_the_list_of_sources_lead_to_it() -> None:
    files = made(minimal())
    assert (
        '<a href="../../publishers/the-daily/index.html">The Daily</a>' in files["articles/daily-2020-05-03/index.html"]
    )
    assert '<a href="../publishers/the-daily/index.html">The Daily</a>' in files["articles/index.html"]
    assert "publishers/index.html" in files["articles/index.html"]
    assert "publishers/index.html" in files["index.html"]


@pytest.mark.parametrize(("source", "label"), [("state", "state media"), ("agency", "news agency"), ("other", "")])
def test_its_kind_is_told_where_the_editors_classified_it(source: str, label: str) -> None:
    project = edited(minimal(), ARTICLE, "published:", f"source: {source}\npublished:")
    for name in (PAGE, "publishers/index.html"):
        page = words(made(project)[name])
        assert page.count(label) >= 1
        if not label:
            assert not [kind for kind in ("independent outlet", "state media", "news agency", "other") if kind in page]


def test_a_publisher_whose_articles_nobody_cites_has_a_page() -> None:
    files = made(project(("The Weekly", "2021"), ("The Weekly", "2022")))
    page = words(files["publishers/the-weekly/index.html"])
    assert "2 articles, 2021–2022; no claim is taken from its articles" in page
    assert "The verdicts on" not in page
    assert "0 passages cited; 0 claims are taken from it" in page


def test_a_claim_that_quotes_an_article_only_as_evidence_is_not_taken_from_it() -> None:
    more = "    passages:\n      - article: more-0\n        quote: Nothing new\n        role: evidence\n"
    base = project(("The Weekly", "2021"))
    page = words(made(edited(base, "claims.yaml", "    passages:\n", more))["publishers/the-weekly/index.html"])
    assert "1 article, 2021; no claim is taken from its articles" in page
    assert "0 claims are taken from it, and it is quoted on 1 more" in page


def test_a_publisher_that_speaks_itself_leads_to_its_page_as_an_actor() -> None:
    named = edited(minimal(), "claims.yaml", "name: Bob Baker", "name: The Daily")
    assert '<a href="../../actors/bob/index.html">The Daily</a>' in made(named)[PAGE]
    assert "What it says itself" not in made(minimal())[PAGE]


def test_under_ten_claims_there_is_no_share_and_from_ten_on_its_range() -> None:
    assert "%" not in words(made(many(9))[PAGE])
    page = words(made(many(10))[PAGE])
    assert "Disputed 10 of 10 (72–100 %)" in page
    assert "editors chose them" in page


def test_what_a_publisher_carried_is_told_in_parts() -> None:
    articles = [("The Weekly", f"{1990 + number}") for number in range(34)]
    files = made(project(*articles))
    names = [name for name in files if name.startswith("publishers/the-weekly/") and name.endswith(".html")]
    assert len(names) == 3
    listed = [id_ for name in names for id_ in re.findall(r"articles/(more-[0-9]+)/", files[name])]
    assert len(listed) == len(set(listed)) == 34


def test_all_claims_of_an_article_stand_on_the_publisher_s_pages() -> None:
    files = made(many(130))
    names = [name for name in files if name.startswith("publishers/the-daily/") and name.endswith(".html")]
    assert len(names) == 2
    listed = [
        id_ for name in names for id_ in re.findall(r'<a href="[./]*claims/([^/]+)/index.html"><span', files[name])
    ]
    assert len(listed) == len(set(listed)) == 130
    assert "130 claims are taken from its articles" in words(files[PAGE])
    assert "continued" not in words(files[PAGE])
    assert "· continued" in words(files[names[1] if names[0] == PAGE else names[0]])
    assert all(files[name].count("Minister on roads") == 1 for name in names)


@pytest.mark.parametrize("count", [PER_ENTRY, PER_ENTRY + 1, 2 * PER_ENTRY + 1])
def test_an_article_stands_once_on_a_page_with_all_its_claims(count: int) -> None:
    page = made(many(count))[PAGE]
    assert page.count('<span class="lead-in">') == count
    assert page.count("Minister on roads") == 1


def test_a_site_without_articles_has_no_publishers() -> None:
    empty = changed(minimal(), {"claims.yaml": b"actors: {}\nclaims: []\n", ARTICLE: None})
    files = made(empty)
    assert not [name for name in files if name.startswith("publishers/")]
    assert not [name for name, text in files.items() if "publishers/" in text]
    assert "No article is on file yet." in words(files["articles/index.html"])


def test_the_sources_are_set_as_a_list_of_sources() -> None:
    project = edited(minimal(), ARTICLE, "published:", "byline: [A. Writer, B. Writer]\nagency: AFP\npublished:")
    page = made(project)["articles/index.html"]
    assert "A. Writer, B. Writer: Minister on roads . The Daily (AFP), 3 May 2020" in words(page)
    assert "<h2" not in page  # a headline is no heading of this page
