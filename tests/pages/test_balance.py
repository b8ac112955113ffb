"""How the claims on file are spread, each number with its denominator, and what is not covered."""

from __future__ import annotations

import re

from benchmarks.records import project as generated
from tests.link.test_site import with_second
from tests.pages.test_actor_lists import many
from tests.pages.test_claim import made, words
from tests.projects import ARTICLE, changed, edited, minimal

PAGE = "balance/index.html"


def test_a_site_of_one_article_and_one_claim() -> None:
    page = words(made(minimal())[PAGE])
    assert "Country Claims by it Claims that accuse it None filed 1 of 1 0 of 0" in page
    assert "Topic Claims Roads 1 of 1" in page
    assert "Disputed 1 of 1" in page
    assert "Source Articles Claims None filed 1 of 1 1 of 1" in page
    assert "Of 10 words of quoted speech in the articles 4 are in no passage that a claim cites." in page
    assert "Minister on roads The Daily 4 of 10" in page
    assert "%" not in page
    assert "accused has" not in page


def test_sides_are_countries_by_name_and_the_rest_comes_last() -> None:
    text = "    role: Minister\n    country: PL\n  us: {name: United States, kind: state, country: US}\n"
    project = edited(with_second(), "claims.yaml", "    role: Minister\n", text)
    project = edited(project, "claims.yaml", "about: [bob]", "accuses: [us, bob]")
    page = words(made(project)[PAGE])
    assert "Country of Ann Able (PL) 1 of 2 0 of 1 United States 0 of 2 1 of 1 None filed 1 of 2 1 of 1" in page
    assert "1 of 2 accused has neither a claim nor a reply under that name on file: United States ." in page


def test_a_country_with_two_states_on_file_has_its_code_and_some_names() -> None:
    more = "".join(f"  s{number}: {{name: State {number}, kind: state, country: PL}}\n" for number in (1, 2))
    project = edited(minimal(), "claims.yaml", "    role: Minister\n", f"    country: PL\n{more}")
    assert "Country of Ann Able, State 1, … (PL) 1 of 1 0 of 0" in words(made(project)[PAGE])


def test_who_answers_only_is_not_silent() -> None:
    denial = "    passages:\n      - {article: daily-2020-05-03, quote: That is not so, role: denial, speaker: bob}\n"
    project = edited(minimal(), "claims.yaml", "about: [bob]", "accuses: [bob]")
    assert "1 of 1 accused has neither" in words(made(project)[PAGE])
    assert "0 of 1 accused have neither" in words(made(edited(project, "claims.yaml", "    passages:\n", denial))[PAGE])


def test_a_claim_without_a_topic_is_counted_too() -> None:
    page = words(made(with_second())[PAGE])
    assert "Roads 1 of 2 None filed 1 of 2" in page


def test_a_claim_counts_once_for_each_kind_of_source() -> None:
    other = b"---\ntitle: More\npublisher: The Weekly\npublished: 2021\nsource: state\n---\nThe roads are safer now.\n"
    project = changed(minimal(), {"content/articles/weekly.md": other})
    passage = "      - {article: weekly, quote: The roads are safer}\n"
    project = edited(project, "claims.yaml", "    passages:\n", f"    passages:\n{passage}{passage}")
    project = edited(project, ARTICLE, "published:", "source: independent\npublished:")
    page = words(made(project)[PAGE])
    assert "independent outlet 1 of 2 1 of 1 state media 1 of 2 1 of 1" in page


def test_from_ten_claims_on_verdicts_have_shares() -> None:
    assert "%" not in words(made(many(9))[PAGE])
    assert "Disputed 10 of 10 (100 %)" in words(made(many(10))[PAGE])


def test_drafts_and_withdrawn_claims_cover_nothing() -> None:
    gone = "    status: withdrawn\n    corrections: [{date: 2020-07-01, change: Wrong.}]\n"
    project = changed(minimal(), {"claims.yaml": minimal().content["claims.yaml"] + gone.encode()})
    page = words(made(project)[PAGE])
    assert "10 words of quoted speech in the articles 10 are in no passage" in page
    assert "By side" not in page


def test_an_empty_site_has_the_page_without_tables() -> None:
    empty = changed(minimal(), {"claims.yaml": b"actors: {}\nclaims: []\n", ARTICLE: None})
    page = made(empty)[PAGE]
    assert "<table" not in page
    assert "%" not in words(page)


def test_every_page_leads_to_it_and_the_map_knows_its_day() -> None:
    files = made(minimal())
    assert all(
        "balance/index.html" in page
        for name, page in files.items()
        if name.endswith("/index.html") and "/card/" not in name
    )
    assert "<loc>https://example.org/balance/</loc><lastmod>2020-06-01</lastmod>" in files["sitemap.xml"]


def test_many_articles_are_told_in_parts_and_their_tables_once() -> None:
    files = made(generated(900))
    parts = {name: page for name, page in files.items() if name.startswith("balance/")}
    assert len(parts) == 2
    assert max(map(len, parts.values())) < 60_000
    assert "By topic" not in words(parts["balance/page/2/index.html"])
    listed = [id_ for page in parts.values() for id_ in re.findall(r"articles/(article-\d+)/index", page)]
    assert len(listed) == len(set(listed)) == 90
