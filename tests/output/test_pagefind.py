from __future__ import annotations

import gzip
import json
import stat
import sys
from pathlib import Path

import pytest

from site_builder.output import pagefind
from site_builder.output.canonical import canonical
from site_builder.output.pagefind import SearchProblem, digest, index
from site_builder.output.search_html import to_html
from site_builder.search import SearchEntry, SearchSection


def entry(number: int, title: str = "A claim about roads") -> SearchEntry:
    return SearchEntry(
        url=f"claims/c{number}/",
        language="en-GB",
        title=f"{title} {number}",
        lead="Почему дороги старые; </p><script>alert(1)</script> 😀",
        sections=(SearchSection(f"p-{number}", "The Daily: title", f"word{number} quoted"),),
        filters=(
            ("kind", "claim"),
            ("topic", f"t{number % 3}"),
            ("topic", f"t{(number + 1) % 3}"),
            ("actor", "a, b: c"),
        ),
        metadata=(("actor", 'Ann "A" & Bob'), ("date", "May 2020")),
        sort=(("date", f"2020-05-{1 + number % 28:02d}"),),
    )


ENTRIES = [entry(number) for number in range(60)]


def fragments(files: dict[str, bytes]) -> list[dict[str, object]]:
    found = [gzip.decompress(data) for name, data in files.items() if name.endswith(".pf_fragment")]
    return sorted((json.loads(data.removeprefix(b"pagefind_dcd")) for data in found), key=lambda item: str(item["url"]))


def test_every_run_gives_the_same_bytes() -> None:
    first = index(ENTRIES)
    for _ in range(4):
        assert index(ENTRIES) == first
    assert index(ENTRIES[::-1]) != first


def test_awkward_text_arrives_as_it_was() -> None:
    (first, *_rest) = fragments(index(ENTRIES))
    assert first["url"] == "/claims/c0/"
    assert first["meta"] == {
        "title": "A claim about roads 0",
        "actor": 'Ann "A" & Bob',
        "date": "May 2020",
        "all": "everythinghere",
    }
    assert first["filters"] == {"kind": ["claim"], "topic": ["t0", "t1"], "actor": ["a, b: c"]}
    assert "</p><script>alert(1)</script> 😀" in str(first["content"])
    anchors = first["anchors"]
    assert isinstance(anchors, list)
    assert [anchor["id"] for anchor in anchors] == ["p-0"]


def test_the_bundle_has_what_the_page_needs_and_no_more() -> None:
    names = set(index(ENTRIES[:3]))
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"} <= names
    assert not [name for name in names if "ui" in name or name.endswith(".css")]


def test_regional_codes_share_one_index() -> None:
    entries = [
        ENTRIES[0],
        SearchEntry("x/", "en-US", "x", "", (), (), (), ()),
        SearchEntry("y/", "ru", "y", "", (), (), (), ()),
    ]
    languages = json.loads(index(entries)["pagefind-entry.json"])["languages"]
    assert {code: language["page_count"] for code, language in languages.items()} == {"en": 2, "ru": 1}


def test_the_digest_changes_with_what_is_indexed() -> None:
    assert digest(ENTRIES) == digest(list(ENTRIES))
    assert digest(ENTRIES) != digest(ENTRIES[:-1])
    assert digest(ENTRIES) != digest([entry(0, "Another"), *ENTRIES[1:]])


def test_canonical_refuses_what_it_does_not_know() -> None:
    files = dict(index(ENTRIES[:2]))
    name = next(name for name in files if name.endswith(".pf_meta"))
    files[name] = gzip.compress(b"something else")
    with pytest.raises(ValueError, match="not a file of a search bundle"):
        canonical(files)


def test_settings_from_outside_do_not_reach_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    before = index(ENTRIES)
    monkeypatch.setenv("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", "50")
    monkeypatch.setenv("PAGEFIND_SITE", "/nowhere")
    assert index(ENTRIES) == before


FAKES = {
    "dies": "import sys; sys.stdin.buffer.read(1); sys.stderr.write('out of paper'); sys.exit(3)",
    "hangs": "import time; time.sleep(600)",
    "babbles": "import sys; sys.stdout.write('this is not base64,'); sys.stdout.flush(); sys.stdin.buffer.read()",
    "objects": (
        "import sys, base64, json; sys.stdout.write(base64.b64encode(json.dumps({'message_id': 1, 'payload': "
        "{'type': 'Error', 'message': 'no index today'}}).encode()).decode() + ','); sys.stdout.flush(); "
        "sys.stdin.buffer.read()"
    ),
    "empties": (
        "import sys, base64, json\n"
        "raw = sys.stdin.buffer\n"
        "def say(p): sys.stdout.write(base64.b64encode(json.dumps({'message_id': 1, 'payload': p}).encode()).decode()"
        " + ','); sys.stdout.flush()\n"
        "data = b''\n"
        "while data.count(b',') < 4: data += raw.read1()\n"
        "say({'type': 'NewIndex', 'index_id': 0}); say({'type': 'IndexedFile'}); say({'type': 'IndexedFile'})\n"
        "say({'type': 'GetFiles', 'files': [{'path': 'pagefind-entry.json', 'content': ''}]})\n"
    ),
}


@pytest.mark.parametrize(
    ("fake", "message"),
    [
        ("dies", r"ended early \(status 3\): out of paper"),
        ("hangs", "did not finish within 1 seconds"),
        ("babbles", "answer 1 cannot be read"),
        ("objects", "no index today"),
        ("empties", "empty file: pagefind-entry.json"),
    ],
)
def test_an_engine_that_fails_is_a_problem_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake: str, message: str
) -> None:
    binary = tmp_path / "pagefind"
    binary.write_text(f"#!{sys.executable}\n{FAKES[fake]}\n")
    binary.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(binary))
    with pytest.raises(SearchProblem, match=message):
        index(ENTRIES[:2], timeout=1 if fake == "hangs" else 60)


def test_an_engine_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    with pytest.raises(SearchProblem, match="cannot start the search engine"):
        index(ENTRIES[:1])


def test_answers_of_any_length_and_any_number() -> None:
    entries = [entry(number, "words " * 2000) for number in range(300)]
    assert len(fragments(index(entries))) == 300


def test_the_page_for_the_engine_is_escaped() -> None:
    html = to_html(SearchEntry("x/", "en", "<b>", '"', (SearchSection('"><b', "<i>", "<u>"),), (("f", '"x"'),), (), ()))
    for danger in ("<b>", "<i>", "<u>", '"><b'):
        assert danger not in html


def test_the_script_searches_for_the_same_word() -> None:
    from site_builder.load.files import theme_folder
    from site_builder.output.search_html import EVERYTHING

    assert f'const EVERYTHING = "{EVERYTHING}";' in (theme_folder() / "assets" / "search.js").read_text()


def test_the_engines_version_needs_no_engine() -> None:
    assert pagefind.engine_version()[0].isdigit()
