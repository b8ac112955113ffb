from __future__ import annotations

from dataclasses import replace

from site_builder import urls
from site_builder.load.files import theme_folder
from site_builder.pages.compare import compare_page, with_profiles
from site_builder.pages.lookup import index
from site_builder.pages.plan import frame, searched
from site_builder.pages.searched_lists import LISTS, compare_entry, list_entry, lists, publisher_entry
from tests.link.test_site import linked, with_second
from tests.pages.planned import planned
from tests.pages.test_compare import both
from tests.pages.test_lookup import lookup
from tests.pages.test_searched import fields, shown
from tests.projects import edited, minimal

ARTICLE = "content/articles/daily-2020-05-03.md"


def test_a_publisher_is_found_by_its_name_its_kind_and_what_it_carried() -> None:
    project = edited(minimal(), ARTICLE, "published:", "source: state\npublished:")
    made = index(linked(project))
    entry = publisher_entry(made, "the-daily")
    page = next(page for page in planned(project) if page.permalink == "publishers/the-daily/")
    assert (entry.title, entry.url) == (page.title, page.permalink)
    assert fields(entry)["kind"] == "state media"
    assert fields(entry)["summary"].startswith("What The Daily carried: ")
    assert shown(entry, "by") == ["Publisher, state media"]
    assert entry.facets == (("kind", "publisher"), ("publisher", "The Daily"))
    unclassified = publisher_entry(lookup(), "the-daily")
    assert "kind" not in fields(unclassified)
    assert shown(unclassified, "by") == ["Publisher"]


def test_two_actors_are_found_as_their_page_is_called() -> None:
    made = with_profiles(index(linked(both())))
    entry, page = compare_entry(made, ("ann", "bob")), compare_page(made, ("ann", "bob"))
    assert (entry.title, entry.url, fields(entry)["summary"]) == (page.title, page.permalink, page.description)
    assert fields(entry)["kind"] == shown(entry, "by")[0] == "Actors compared"
    assert entry.url in [each.url for each in searched(made)]


def test_lists_are_found_as_their_pages_are_called() -> None:
    made = lookup()
    pages = {page.permalink: page for page in planned(with_second())}
    assert lists(made) == [url for url in LISTS if url != urls.COMPARE]
    for url in {*lists(made)} - {urls.CLAIMS, urls.NETWORK}:
        entry, page = list_entry(made, url), pages[url]
        assert (entry.title, entry.url, fields(entry)["summary"]) == (page.title, page.permalink, page.description)
    assert {*lists(made)} <= {each.url for each in searched(made)}


def test_a_list_is_found_only_where_the_site_has_it() -> None:
    assert not {urls.TOPICS, urls.PUBLISHERS, urls.COMPARE} - {*lists(with_profiles(index(linked(both()))))}
    made = lookup()
    bare = replace(made, site=replace(made.site, topics={}), published={}, compared={})
    assert {*LISTS} - {*lists(bare)} == {urls.TOPICS, urls.PUBLISHERS, urls.COMPARE}
    entry = list_entry(with_profiles(index(linked(both()))), urls.COMPARE)
    page = next(page for page in planned(both()) if page.permalink == urls.COMPARE)
    assert (entry.title, fields(entry)["summary"], entry.facets) == (
        page.title,
        page.description,
        (("kind", "compare"),),
    )


def test_what_search_says_of_the_list_of_claims_and_of_accusations_does_not_change_with_them() -> None:
    made = lookup()
    claims, accusations = (list_entry(made, url) for url in (urls.CLAIMS, urls.NETWORK))
    assert not any(sign.isdigit() for sign in claims.title + fields(claims)["summary"])
    assert accusations.title in {link.text for link in frame(made).menu}


def test_pairs_side_by_side_are_found_by_all_names_of_their_speakers_the_most_often_paired_first() -> None:
    known = "  bob:\n    also_known_as: [Bobby]"
    made = index(linked(edited(with_second(), "claims.yaml", "  bob:", known)))
    assert fields(list_entry(made, urls.CONTRADICTIONS))["speaker"] == "Ann Able. Bob Baker. Bobby"
    (relation,) = (relation for relations in made.pairs.values() for relation in relations)
    with_himself = replace(relation, target=relation.source)
    more = replace(made, pairs={relation.kind: (relation, with_himself)})
    assert fields(list_entry(more, urls.CONTRADICTIONS))["speaker"] == "Bob Baker. Bobby. Ann Able"
    assert "speaker" not in fields(list_entry(index(linked(minimal())), urls.CONTRADICTIONS))


def test_lists_are_found_by_other_words_too_which_results_do_not_show() -> None:
    script = (theme_folder() / "assets" / "search-show.js").read_text("utf-8")
    assert '"names"' in script[script.index("HIDDEN") : script.index("];", script.index("HIDDEN"))]
    assert "retracted" in fields(list_entry(lookup(), urls.CORRECTIONS))["names"]
    russian = edited(minimal(), "content/site.yaml", "base_url:", "language: ru\nbase_url:")
    assert "отозвано" in fields(list_entry(index(linked(russian)), urls.CORRECTIONS))["names"]
