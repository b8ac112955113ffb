from __future__ import annotations

import json
from typing import Any

from site_builder.output.searching.files import unpack
from site_builder.output.searching.index import index
from site_builder.output.searching.listing import listing
from site_builder.search import SearchEntry
from tests.output.searching.entries import entry, plain


def made(entries: list[SearchEntry]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(unpack(listing(entries, index(entries).files)))
    return found


def ids(table: dict[str, Any]) -> list[str]:
    start, found = 0, []
    for sign in table["lengths"]:
        found.append(f"{table['language']}_{table['ids'][start : start + ord(sign) - 48]}")
        start += ord(sign) - 48
    return found


def test_pages_are_named_as_in_the_index_and_in_its_order() -> None:
    entries = [entry(number) for number in range(40)]
    files = index(entries).files
    named = [json.loads(unpack(files[f"fragment/{id_}.pf_fragment"]))["url"] for id_ in ids(made(entries))]
    assert named == [f"/{each.url}" for each in entries]


def test_pages_without_words_have_no_row() -> None:
    table = made([plain("One", url="1/"), plain("?!", "…", url="2/"), plain("Two three", url="3/")])
    assert len(ids(table)) == 2
    assert table["titles"] == [1, 2]


def test_days_are_steps_and_pages_without_a_date_are_at_nought() -> None:
    days = ["2020-05", "", "2019-01-01", "2020-05", "2021"]
    entries = [SearchEntry(f"{n}/", "en", "x", (), (), (), day) for n, day in enumerate(days)]
    table = made(entries)
    place, places = 0, []
    for step in table["days"]:
        place += step
        places.append(place)
    assert places == [2, 0, 1, 2, 3]


def test_a_facet_has_a_value_several_or_none_of_a_page() -> None:
    facets = [(("kind", "b"),), (("kind", "a"), ("topic", "t"), ("kind", "c"), ("kind", "a")), ()]
    entries = [SearchEntry(f"{n}/", "en", "x", (), (), some) for n, some in enumerate(facets)]
    table = made(entries)
    assert table["facets"] == {
        "kind": {"values": ["a", "b", "c"], "numbers": [1, [0, 2], None]},
        "topic": {"values": ["t"], "numbers": [None, 0, None]},
    }


def test_a_site_without_pages() -> None:
    assert (made([])["ids"], made([])["facets"]) == ("", {})
