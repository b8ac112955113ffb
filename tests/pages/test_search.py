from __future__ import annotations

from site_builder.pages.plan import searched, whole
from site_builder.pages.search import SearchPage, search_page
from site_builder.search import MOST_CHOICES, SearchEntry
from tests.pages.test_lookup import lookup


def test_facets_count_what_is_indexed() -> None:
    made = lookup()
    page = search_page(whole(made, searched(made), "9.9"))
    assert isinstance(page.view, SearchPage)
    facets = {facet.name: [(value.label, value.count) for value in facet.values] for facet in page.view.facets}
    assert facets["kind"] == [
        ("Claims", 2),
        ("Actors", 2),
        ("Sources", 1),
        ("Publishers", 1),
        ("Verdicts", 1),
        ("Topics", 1),
        ("About this site", 12),
    ]
    assert facets["actor"] == [("Ann Able", 1), ("Bob Baker", 1)]
    assert facets["publisher"] == [("The Daily", 4)]
    assert page.view.bundle == "pagefind/pagefind.js?v=9.9"


def test_a_facet_has_the_choices_with_the_most_pages_and_counts_the_rest() -> None:
    counts = {f"publisher {number:02d}": 2 if number > 2 else 1 for number in range(MOST_CHOICES + 2)}
    entries = [
        SearchEntry(f"{name}/{number}/", "en", "", (), (), (("publisher", name),))
        for name, count in counts.items()
        for number in range(count)
    ]
    page = search_page(whole(lookup(), tuple(entries), "9.9"))
    assert isinstance(page.view, SearchPage)
    (facet,) = page.view.facets
    assert [value.value for value in facet.values] == ["publisher 00", *sorted(counts)[3:]]
    assert facet.more == 2
