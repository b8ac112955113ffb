from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from site_builder.output.searching.canonical import canonical
from site_builder.output.searching.engine import SearchProblem, bundles, engine_version
from site_builder.output.searching.html import to_html
from tests.output.searching.entries import by_engine, entry, raw

PAGES = [(f"/{number}/", to_html(entry(number))) for number in range(60)]


def test_several_indexes_are_made_by_one_run() -> None:
    first, second = bundles([PAGES[:40], PAGES[40:]])
    assert canonical(first) == by_numbers(range(40))
    assert canonical(second) == by_numbers(range(40, 60))


def by_numbers(numbers: range) -> dict[str, bytes]:
    return canonical(bundles([[PAGES[number] for number in numbers]])[0])


def test_the_bundle_has_what_the_page_needs_and_no_more() -> None:
    names = set(raw([entry(1)]))
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"} <= names
    assert not [name for name in names if "ui" in name or name.endswith(".css")]


def test_settings_from_outside_do_not_reach_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [entry(number) for number in range(60)]
    before = by_engine(entries)
    monkeypatch.setenv("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", "50")
    monkeypatch.setenv("PAGEFIND_SITE", "/nowhere")
    assert by_engine(entries) == before


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
        bundles([PAGES[:2]], timeout=1 if fake == "hangs" else 60)


def test_an_engine_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    with pytest.raises(SearchProblem, match="cannot start the search engine"):
        bundles([PAGES[:1]])


def test_answers_of_any_length_and_any_number() -> None:
    pages = [
        (f"/{number}/", f'<html lang="en"><body><p>{number} {"words " * 2000}</p></body></html>')
        for number in range(300)
    ]
    assert len([name for name in bundles([pages])[0] if name.endswith(".pf_fragment")]) == 300


def test_the_engines_version_needs_no_engine() -> None:
    assert engine_version()[0].isdigit()
