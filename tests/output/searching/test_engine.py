from __future__ import annotations

import contextlib
import errno
import os
import stat
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from site_builder.output.searching import index, service
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


HEAD = """\
import sys, base64, json, time
def say(payload, number=1):
    data = json.dumps({'message_id': number, 'payload': payload}).encode()
    sys.stdout.write(base64.b64encode(data).decode() + ',')
    sys.stdout.flush()
data = b''
while data.count(b',') < 4: data += sys.stdin.buffer.read1()
"""
SOUND = "say({'type': 'NewIndex', 'index_id': 0}); say({'type': 'IndexedFile'}); say({'type': 'IndexedFile'})\n"


def files_are(files: object) -> str:
    return HEAD + SOUND + f"say({{'type': 'GetFiles', 'files': {files!r}}})"


FAKES = {
    "floods": "import os\nwhile True: os.write(1, b'x' * 65536)",
    "floods when all is said": HEAD + SOUND + "import os\nwhile True: os.write(1, b'x' * 65536)",
    "floods with answers": HEAD + "while True: say({'type': 'NewIndex', 'x': 'y' * 9999})",
    "complains without end": "import os\nwhile True: os.write(2, b'x' * 65536)",
    "trickles": "import os, time\nwhile True: os.write(1, b'x'); time.sleep(.05)",
    "says a list": HEAD + "say(['NewIndex'])",
    "says a number": HEAD
    + "sys.stdout.write(base64.b64encode(b'7').decode() + ','); sys.stdout.flush(); time.sleep(9)",
    "nests": HEAD
    + "sys.stdout.write(base64.b64encode(b'[' * 99999).decode() + ','); sys.stdout.flush(); time.sleep(9)",
    "has no files": HEAD + SOUND + "say({'type': 'GetFiles'})",
    "has files of no kind": files_are(7),
    "has odd files": files_are([{"path": "a"}, None]),
    "has files that are no text": files_are([{"path": "a", "content": "é"}]),
    "leads out": files_are([{"path": "../../etc/x", "content": "eA=="}]),
    "has an odd entry": files_are([{"path": "pagefind-entry.json", "content": "WzFd"}]),
    "objects in colour": HEAD + "say({'type': 'Error', 'message': chr(27) + '[31mred' + chr(7)}); time.sleep(9)",
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
        ("hangs", "has made no progress for 1 seconds"),
        ("babbles", "answer 1 cannot be read"),
        ("objects", "no index today"),
        ("empties", "empty file: pagefind-entry.json"),
        ("floods", r"answers with more than 16,\d{3},\d{3} bytes"),
        ("floods when all is said", r"answers with more than 16,\d{3},\d{3} bytes"),
        ("floods with answers", "files cannot be read"),
        ("complains without end", "has made no progress for 1 seconds"),
        ("trickles", "has made no progress for 1 seconds"),
        ("says a list", "answer 1 cannot be read"),
        ("says a number", "answer 1 cannot be read"),
        ("nests", "answer 1 cannot be read"),
        ("has no files", "files cannot be read"),
        ("has files of no kind", "files cannot be read"),
        ("has odd files", "files cannot be read"),
        ("has files that are no text", "files cannot be read"),
        ("leads out", "outside its folder"),
        ("has an odd entry", "no readable index"),
        ("objects in colour", "red"),
    ],
)
def test_an_engine_that_fails_is_a_problem_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake: str, message: str
) -> None:
    binary = tmp_path / "pagefind"
    binary.write_text(f"#!{sys.executable}\n{FAKES[fake]}\n")
    binary.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(binary))
    stalls = fake in ("hangs", "trickles", "complains without end")
    with pytest.raises(SearchProblem, match=message):
        bundles([PAGES[:2]], patience=1 if stalls else 60)


def test_what_a_flood_takes_is_bounded_by_what_was_asked(tmp_path: Path) -> None:
    binary = tmp_path / "floods"
    binary.write_text(f"#!{sys.executable}\n{FAKES['floods']}\n")
    binary.chmod(stat.S_IRWXU)
    tracemalloc.start()
    with pytest.raises(service.NoAnswer, match="16,785,216 bytes"):
        list(service.converse(binary, [], [b"x" * 1000], 60, {}))
    assert tracemalloc.get_traced_memory()[1] < service.LEAST_BOUND * 1.5
    tracemalloc.stop()


def test_an_index_of_single_words_is_far_from_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pages have a larger index, compared with what is sent for them."""
    monkeypatch.setattr(service, "LEAST_BOUND", 2_000_000)
    monkeypatch.setattr(service, "MOST_FOR_EACH", 4)
    assert bundles([[(f"/{number}/", f"<html><body><p>w{number}</p></body></html>") for number in range(5000)]])


def test_a_slow_engine_is_waited_for_as_long_as_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary = tmp_path / "pagefind"
    slow = (
        "for _ in range(4): time.sleep(.9); say({'type': 'Error' if _ == 3 else 'IndexedFile', 'message': 'after all'})"
    )
    binary.write_text(f"#!{sys.executable}\n{HEAD}{slow}\n")
    binary.chmod(stat.S_IRWXU)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(binary))
    with pytest.raises(SearchProblem, match="after all"):
        bundles([PAGES[:2]], patience=3)


@pytest.mark.parametrize("content", [b"", b"x", b"\x1f\x8b\x08", b"[]"])
def test_an_index_of_an_unknown_form_is_no_traceback(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """The engine's files are read here: whatever is in them is the engine's fault."""
    sound = bundles([PAGES[:3]])[0]
    for name in sound:
        broken = {**sound, name: content}
        with contextlib.suppress(SearchProblem):
            index._canonical(broken)
        monkeypatch.setattr(index, "bundles", lambda *_, broken=broken, **__: [broken, broken])
        with contextlib.suppress(SearchProblem):
            index.index([entry(number) for number in range(3)], patience=60)


def test_an_engine_that_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    with pytest.raises(SearchProblem, match="cannot run the search engine"):
        bundles([PAGES[:1]])


def test_a_system_without_open_files_is_not_the_package_s_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(subprocess, "Popen", refused)
    with pytest.raises(SearchProblem, match="Too many open files") as caught:
        bundles([PAGES[:1]])
    assert "ulimit -n" in caught.value.remedy


def test_answers_of_any_length_and_any_number() -> None:
    pages = [
        (f"/{number}/", f'<html lang="en"><body><p>{number} {"words " * 2000}</p></body></html>')
        for number in range(300)
    ]
    assert len([name for name in bundles([pages])[0] if name.endswith(".pf_fragment")]) == 300


def test_the_engines_version_needs_no_engine() -> None:
    assert engine_version()[0].isdigit()
