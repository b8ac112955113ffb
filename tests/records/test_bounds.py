from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.link.site import link
from site_builder.load.records import load
from site_builder.load.text import read_text
from site_builder.records import bounds
from site_builder.records.parser import parse
from site_builder.source import Source
from tests.projects import ARTICLE, changed, checked, codes, edited, minimal


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("a: " + "x" * 50 + "\n", True),
        ("a: " + "x" * 51 + "\n", False),
        ("a: '" + "x" * 49 + "'\n", False),
        ("".join(f"k{number}: x\n" for number in range(5)), True),
        ("".join(f"k{number}: x\n" for number in range(6)), False),
        ("- x\n" * 5, True),
        ("- x\n" * 6, False),
        ("[" + "x, " * 6 + "]", False),
    ],
)
def test_texts_lists_and_records_in_yaml(text: str, fits: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "TEXT", 50)
    monkeypatch.setattr(bounds, "ENTRIES", 5)
    node, found = parse(Source("x.yaml", text))
    assert (node is not None) is fits
    assert [fault.code for fault in found] == ([] if fits else ["too-large"])


@pytest.mark.parametrize(
    ("data", "fits"), [(b"x" * 20 + b"\n" + b"y" * 20, True), (b"x" * 30, False), (b"x\n" * 26, False)]
)
def test_files_and_lines(data: bytes, fits: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "FILE", 50)
    monkeypatch.setattr(bounds, "LINE", 20)
    read = read_text("x.yaml", data)
    assert isinstance(read, Source) is fits
    if isinstance(read, Diagnostic):
        assert read.code == "too-large"
        assert "50" in read.message or "20" in read.message


def test_texts_of_one_line() -> None:
    project = edited(minimal(), "claims.yaml", "The roads are safe.", "x" * bounds.SHORT_TEXT)
    assert codes(checked(project)) == []
    project = edited(minimal(), "claims.yaml", "The roads are safe.", "x" * (bounds.SHORT_TEXT + 1))
    assert codes(checked(project)) == ["too-large"]


LISTS: dict[str, tuple[str, str, Callable[[int], str]]] = {
    "captions": (ARTICLE, "publisher:", lambda n: "captions:\n" + "".join(f"  - Caption {i}.\n" for i in range(n))),
    "accuses": ("claims.yaml", "    topics:", lambda n: f"    accuses: [{', '.join(['bob'] * n)}]\n"),
    "checked_by": ("claims.yaml", "    topics:", lambda n: f"    checked_by: [{', '.join(['Cora Cole'] * n)}]\n"),
    "same_as": ("claims.yaml", "  bob:", lambda n: f"    same_as: [{', '.join(['https://example.org/'] * n)}]\n"),
    "relations": (
        "claims.yaml",
        "    topics:",
        lambda n: "    relations: [" + "{claim: x, kind: denies}, " * n + "]\n",
    ),
    "corrections": (
        "claims.yaml",
        "    topics:",
        lambda n: "    corrections: [" + "{date: 2020-07-01, change: x}, " * n + "]\n",
    ),
    "passages": (
        "claims.yaml",
        "    published:",
        lambda n: "      - {article: daily-2020-05-03, quote: the roads are old}\n" * (n - 1),
    ),
    "pages": (ARTICLE, "publisher:", lambda n: "pages:\n" + "".join(f"  {i}: Carolinus\n" for i in range(1, n + 1))),
    "verdicts": (
        "content/site.yaml",
        "topics:",
        lambda n: "".join(f"  - {{id: v{i}, label: V, definition: D}}\n" for i in range(n - 1)),
    ),
    "scales": (
        "content/site.yaml",
        "topics:",
        lambda n: (
            "scales:\n"
            + "".join(
                f"  s{i}: {{until: 2020-01-01, verdicts: [{{id: v, label: V, definition: D}}]}}\n" for i in range(n)
            )
        ),
    ),
}
BOUNDS = {"pages": bounds.PAGES, "verdicts": bounds.VERDICTS, "scales": bounds.VERDICTS}


@pytest.mark.parametrize("key", LISTS)
def test_lists_in_a_record_name_their_bound(key: str) -> None:
    name, before, made = LISTS[key]
    most = BOUNDS.get(key, bounds.ITEMS)
    for size in (most, most + 1):
        project = edited(minimal(), name, before, made(size) + before)
        told = [fault.message for fault in load(project)[1] if fault.code == "too-large"]
        assert [f"more than {most:,}" in message for message in told] == ([] if size == most else [True])


def test_pages_in_the_menu() -> None:
    for size in (bounds.MENU, bounds.MENU + 1):
        page = b"---\ntitle: A page\nmenu: 1\n---\nWords.\n"
        project = changed(minimal(), {f"content/pages/p-{i}.md": page for i in range(size)})
        found = link(load(project)[0])[1]
        assert [(fault.code, str(bounds.MENU) in fault.message) for fault in found] == (
            [] if size == bounds.MENU else [("too-large", True)]
        )
