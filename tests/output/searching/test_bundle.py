from __future__ import annotations

import json
from typing import Any

from site_builder.output.searching import cbor
from site_builder.output.searching.bundle import ENTRY, Chunk, Index, Page, files
from site_builder.output.searching.files import packed, unpack

RUNTIME = {
    "pagefind.js": b"script",
    "wasm.en.pagefind": b"engine",
    "fragment/en_1.pf_fragment": b"of a sample",
    ENTRY: json.dumps(
        {
            "version": "1.5.2",
            "languages": {"en": {"hash": "en_1", "wasm": "en", "page_count": 1}},
            "include_characters": ["_"],
        }
    ).encode(),
}
INDEX = Index(
    pages=[Page(packed(b"one"), 3), Page(packed(b"two"), 4)],
    chunks=[Chunk("a", "b", packed(b"\x81\x80"))],
    filters=[("kind", packed(b"\x82\x64kind\x80"))],
    sorts=[("date", [1, 0])],
    fields=["title"],
)


def test_the_tables_name_what_is_there() -> None:
    made = files({"en": INDEX}, RUNTIME)
    entry = json.loads(made[ENTRY])
    assert entry["languages"]["en"]["page_count"] == 2
    assert entry["languages"]["en"]["wasm"] == "en"
    assert entry["include_characters"] == ["_"]
    table: Any = cbor.decode(unpack(made[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"]))
    version, pages, chunks, filters, sorts, fields = table
    assert (version, sorts, fields) == ("1.5.2", [["date", [1, 0]]], ["title"])
    assert [(unpack(made[f"fragment/{name}.pf_fragment"]), count) for name, count in pages] == [
        (b"one", 3),
        (b"two", 4),
    ]
    assert [(first, last, unpack(made[f"index/{name}.pf_index"])) for first, last, name in chunks] == [
        ("a", "b", b"\x81\x80")
    ]
    assert [(name, unpack(made[f"filter/{file}.pf_filter"])) for name, file in filters] == [
        ("kind", b"\x82\x64kind\x80")
    ]


def test_scripts_are_taken_over_and_a_samples_pages_are_not() -> None:
    made = files({"en": INDEX}, RUNTIME)
    assert made["pagefind.js"] == b"script"
    assert made["wasm.en.pagefind"] == b"engine"
    assert "fragment/en_1.pf_fragment" not in made
    assert list(made) == sorted(made)
