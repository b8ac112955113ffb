from __future__ import annotations

import pytest

from site_builder.diagnostics import Diagnostic
from site_builder.load.text import read_text
from site_builder.records import bounds
from site_builder.records.parser import parse
from site_builder.source import Source
from tests.projects import ARTICLE, checked, codes, edited, minimal


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


@pytest.mark.parametrize(("captions", "expected"), [(bounds.CAPTIONS, []), (bounds.CAPTIONS + 1, ["too-large"])])
def test_captions_of_an_article(captions: int, expected: list[str]) -> None:
    front = "captions:\n" + "".join(f"  - Caption {number}.\n" for number in range(captions))
    project = edited(minimal(), ARTICLE, "publisher:", front + "publisher:")
    assert codes(checked(project)) == expected
