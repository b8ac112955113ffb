from __future__ import annotations

import base64
import json
from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.bundle import ENTRY, meta_path, page_path, words_path
from site_builder.output.searching.files import unpack
from site_builder.output.searching.index import index
from site_builder.output.searching.listing import ALL_VALUES, LARGE, NAME, large, listed
from site_builder.search import MOST_CHOICES, SearchEntry
from tests.output.searching.entries import entry, plain


def made(entries: list[SearchEntry]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(unpack(listed(entries, index(entries).files)[NAME]))
    return found


def ids(table: dict[str, Any]) -> list[str]:
    start, found = 0, []
    digits = base64.b64decode(table["ids"]).hex()
    for length, pages in zip(table["lengths"], table["pages"], strict=True):
        name = f"{table['language']}_{digits[start : start + ord(length) - 48]}"
        found += [f"{name}-{page}" for page in range(ord(pages) - 48)]
        start += ord(length) - 48
    return found


def test_pages_are_named_in_the_order_of_the_index() -> None:
    entries = [entry(number) for number in range(40)]
    files = listed(entries, index(entries).files)
    named = [json.loads(unpack(files[page_path(id_)]))["url"] for id_ in ids(made(entries))]
    assert named == [f"/{each.url}" for each in entries]
    assert len([name for name in files if name.endswith(".pf_fragment")]) == 40


def test_names_take_a_tenth_of_the_bytes_that_a_name_for_each_page_would() -> None:
    table = made([entry(number) for number in range(300)])
    assert len(table["ids"]) < 300 * 3.5 / 10 * 4 / 3


def test_the_index_numbers_its_pages_and_has_the_same_stamp() -> None:
    entries = [entry(number) for number in range(40)]
    before = index(entries).files
    files = listed(entries, before)
    (known,) = json.loads(files[ENTRY])["languages"].values()
    table: Any = cbor.decode(unpack(files[meta_path(known["hash"])]))
    stamp = made(entries)["stamp"]
    assert [name for name, _ in table[1]] == [f"{f'{number:x}'[::-1]}.{stamp}" for number in range(40)]
    assert len([name for name in files if name.endswith(".pf_meta")]) == 1
    theirs: Any = cbor.decode(next(unpack(data) for name, data in before.items() if name.endswith(".pf_meta")))
    assert ([words for _, words in table[1]], table[2:]) == ([words for _, words in theirs[1]], theirs[2:])
    renamed = (".pf_meta", ".pf_fragment")
    assert {name for name in before if not name.endswith(renamed)} < set(files)
    assert made(entries[1:])["stamp"] != stamp


def test_large_files_of_words_are_listed_the_smaller_ones_first() -> None:
    chunks = [("a", "be", "en_1"), ("c", "cz", "en_2"), ("d", "d", "en_3")]
    files = {words_path(name): bytes(size) for (_, _, name), size in zip(chunks, (3, 1, 2), strict=True)}
    assert large(chunks, files) == []
    files = {name: data * LARGE for name, data in files.items()}
    assert large(chunks, files) == [("d", "d"), ("a", "be")]
    assert made([entry(number) for number in range(40)])["large"] == []


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
        "kind": {"values": ["a", "b", "c"], "numbers": "1(02) ", "all": True},
        "topic": {"values": ["t"], "numbers": " 0 ", "all": True},
    }


def test_of_many_values_the_table_has_those_that_the_page_offers_and_another_file_all() -> None:
    values = [f"p{number:02d}" for number in range(MOST_CHOICES + 2)]
    entries = [SearchEntry(f"{n}/", "en", "x", (), (), (("kind", "a"), ("by", v))) for n, v in enumerate(values)]
    entries.append(SearchEntry("last/", "en", "x", (), (), tuple(("by", value) for value in values[-2:])))
    files = listed(entries, index(entries).files)
    table, more = (json.loads(unpack(files[name])) for name in (NAME, ALL_VALUES))
    ordered = [*values[-2:], *values[:-2]]
    assert table["facets"]["by"]["values"] == ordered[:MOST_CHOICES]
    signs = "".join(chr(48 + number) for number in range(MOST_CHOICES + 2))
    assert table["facets"]["by"]["numbers"] == f"{signs[2:MOST_CHOICES]}  01(01)"
    assert (table["facets"]["by"]["all"], table["facets"]["kind"]["all"]) == (False, True)
    assert more == {
        "stamp": table["stamp"],
        "facets": {"by": {"values": ordered, "numbers": f"{signs[2:]}01(01)", "all": True}},
    }


def test_a_site_without_pages() -> None:
    assert (made([])["ids"], made([])["pages"], made([])["facets"]) == ("", "", {})
