from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from site_builder.build import Options, build
from site_builder.load.files import read_project, theme_folder
from site_builder.pages import searched as searched_module
from site_builder.pages import searched_lists
from site_builder.pages.lookup import Lookup, index
from site_builder.pages.plan import searched
from site_builder.pages.search import SearchPage, search_page
from site_builder.pages.searched import (
    BESIDE,
    QUOTED,
    actor_entry,
    article_entry,
    claim_entry,
    plain,
    prose_entry,
    topic_entry,
    verdict_entry,
)
from site_builder.search import SearchEntry
from tests.pages.test_lookup import lookup
from tests.projects import ROOT


def fields(entry: SearchEntry) -> dict[str, str]:
    return {section.anchor: section.text for section in entry.sections}


def shown(entry: SearchEntry, name: str) -> list[str]:
    return [text for key, text in entry.shown if key == name]


def test_every_page_that_answers_something_is_searched_once() -> None:
    assert sorted(entry.url for entry in searched(lookup())) == [
        "actors/",
        "actors/ann/",
        "actors/bob/",
        "articles/",
        "articles/daily-2020-05-03/",
        "balance/",
        "claims/",
        "claims/roads-are-old/",
        "claims/roads-are-safe/",
        "contradictions/",
        "corrections/",
        "method/",
        "network/",
        "publishers/",
        "publishers/the-daily/",
        "timeline/",
        "topics/",
        "topics/roads/",
        "verdicts/",
        "verdicts/disputed/",
    ]


def test_a_claim_is_found_by_its_words_and_leads_to_its_passage() -> None:
    made = lookup()
    entry = claim_entry(made, made.site.claims["roads-are-safe"])
    assert entry.title == "The roads are safe."
    assert ("actor", "ann") in entry.facets
    assert ("publisher", "The Daily") in entry.facets
    assert ("year", "2020") in entry.facets
    assert entry.date == "2020-05-02"
    first = entry.sections[0]
    assert first.text == "“the roads are safer than ever”"
    assert first.anchor == made.site.claims["roads-are-safe"].passages[0].anchor
    assert first.weight == QUOTED


def test_a_claim_has_no_word_of_its_articles_headlines_or_of_other_claims() -> None:
    made = lookup()
    claim = made.site.claims["roads-are-safe"]
    article = made.site.articles[claim.passages[0].article]
    odd = replace(article, title="Zebra crossing", subtitle="Quagga", publisher="Okapi")
    publishers = {**made.site.publishers, "Okapi": "okapi"}
    site = replace(made.site, articles={**made.site.articles, article.id: odd}, publishers=publishers)
    words = " ".join((claim_entry(index(site), claim).title, *fields(claim_entry(index(site), claim)).values()))
    assert not [word for word in ("Zebra", "Quagga", "Okapi") if word in words]
    of_article = fields(article_entry(index(site), odd))
    assert (article_entry(index(site), odd).title, of_article["subtitle"]) == ("Zebra crossing", "Quagga")
    assert "Okapi" in of_article["credit"]


def with_actor(made: Lookup, **changes: object) -> Lookup:
    actor = replace(made.site.actors["ann"], **changes)  # type: ignore[arg-type]
    return index(replace(made.site, actors={**made.site.actors, "ann": actor}))


def test_a_speaker_is_found_by_other_names_by_whom_he_speaks_for_and_by_whom_a_bundle_names() -> None:
    made = with_actor(lookup(), also_known_as=("Annie",), role="Spokeswoman of the palace", members=("bob",))
    entry = claim_entry(made, made.site.claims["roads-are-safe"])
    assert fields(entry)["speaker"] == "Ann Able. Annie. Spokeswoman of the palace. Bob Baker"
    of_member = claim_entry(made, made.site.claims["roads-are-old"])
    assert fields(of_member)["speaker"].endswith("Ann Able")


def test_a_claim_is_found_by_all_names_of_those_whom_it_is_about_and_by_the_words_of_its_address() -> None:
    made = with_actor(lookup(), name="United States", kind="state", also_known_as=("Washington",))
    claim = replace(made.site.claims["roads-are-safe"], about=("ann", "bob"))
    found = fields(claim_entry(made, claim))
    assert found["about"] == "United States. Washington. US. Bob Baker"
    assert found["address"] == "roads are safe"
    assert fields(claim_entry(made, claim, {"roads": True}))["address"] == "are safe"
    assert fields(actor_entry(made, made.site.actors["ann"]))["names"] == "United States. Washington. US"


def test_passages_that_are_not_the_claims_words_say_what_they_are_and_weigh_less() -> None:
    made = lookup()
    claim = made.site.claims["roads-are-safe"]
    denial = replace(claim.passages[0], role="denial", anchor="p-other", speaker="bob", exact=("no", "never"))
    entry = claim_entry(made, replace(claim, passages=(denial, *claim.passages)))
    assert [(section.anchor, section.weight) for section in entry.sections[:2]] == [
        (claim.passages[0].anchor, QUOTED),
        ("p-other", BESIDE),
    ]
    assert fields(entry)["p-other"] == "“no […] never”"
    assert shown(entry, "beside") == ["p-other The denial: Bob Baker"]


def test_every_field_that_results_may_show_has_a_label() -> None:
    sources = "".join(Path(module.__file__ or "").read_text("utf-8") for module in (searched_module, searched_lists))
    names = set(re.findall(r'\bfield\("([a-z]+)"', sources))
    assert {"reason", "assessment", "corrections", "definition"} <= names
    script = (theme_folder() / "assets" / "search-show.js").read_text("utf-8")
    hidden = set(re.findall(r'"([a-z]+)"', script[script.index("HIDDEN") : script.index("];", script.index("HIDDEN"))]))
    view = search_page(lookup()).view
    assert isinstance(view, SearchPage)
    assert names - hidden - view.fields.keys() == set()
    assert names.isdisjoint(hidden & view.fields.keys())
    # Other fields have names that come with the page: passages, and replies with their labels.
    made = re.findall(r"\bfield\((?!\")(\S+?),", sources)
    assert set(made) == {"passage.anchor", "anchor"}


def test_an_actor_a_verdict_a_topic_and_a_page_are_found_by_their_own_words() -> None:
    made = lookup()
    site = made.site
    assert actor_entry(made, site.actors["ann"]).title == "Ann Able"
    verdict = next(iter(site.verdicts.values()))
    assert (verdict_entry(made, verdict).title, fields(verdict_entry(made, verdict))["definition"]) == (
        verdict.label,
        verdict.definition,
    )
    topic = next(iter(site.topics.values()))
    assert topic_entry(made, topic).title == topic.label
    page = prose_entry(made, site.pages["method"])
    assert fields(page)["address"] == "method"


def test_the_words_of_html() -> None:
    html = "<h2 id='x'>How we work</h2>\n<p>We <em>re</em>ad &amp; check.</p><ul><li>one</li><li>two</li></ul>"
    assert plain(html) == "How we work · We read & check. one · two"
    assert plain("") == plain("<hr>") == ""


def test_no_field_shows_a_full_stop_that_the_engine_puts_behind_words() -> None:
    entries = build(read_project(ROOT), options=Options(index=False)).entries
    quoted = [section for entry in entries for section in entry.sections if section.anchor.startswith("p-")]
    assert len(quoted) > 60
    assert all(section.text[0] == "“" and section.text[-1] == "”" for section in quoted)


def test_spellings_for_the_engine_stand_last() -> None:
    made = with_actor(lookup(), name="Anna Łęcka")
    entry = claim_entry(made, made.site.claims["roads-are-safe"])
    assert (entry.sections[-1].anchor, entry.sections[-1].text) == ("also", "lecka")
    assert "also" not in fields(claim_entry(lookup(), lookup().site.claims["roads-are-safe"]))
