from __future__ import annotations

import pytest

from site_builder.diagnostics import Diagnostic, Report, at, choose, did_you_mean
from site_builder.source import Source, Span


def test_a_report_is_sorted_and_says_nothing_twice() -> None:
    source = Source("b.yaml", "one\ntwo\n")
    late, early = at("unknown-key", Span(source, 4, 7), "x"), at("unknown-key", Span(source, 0, 3), "x")
    first = Diagnostic("file-missing", "y", "a.yaml")
    warning = Diagnostic("file-ignored", "z", "c.yaml")
    report = Report.of([late, warning, early, first, late])
    assert [(d.file, d.position) for d in report.diagnostics] == [
        ("a.yaml", (1, 1)),
        ("b.yaml", (1, 1)),
        ("b.yaml", (2, 1)),
        ("c.yaml", (1, 1)),
    ]
    assert (report.errors, report.warnings, report.ok) == (3, 1, False)


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("topcis", ["topics", "about"], 'did you mean "topics"?'),
        ("lukashenko", ["alexander-lukashenko", "putin"], 'did you mean "alexander-lukashenko"?'),
        ("xyz", ["alexander-lukashenko"], None),
        ("anything", [], None),
    ],
)
def test_did_you_mean(word: str, known: list[str], hint: str | None) -> None:
    assert did_you_mean(word, known) == hint


@pytest.mark.parametrize("word", ["indirect", "unsupported", "non-partisan", "Unproven", "inaccurate"])
def test_nobody_is_told_to_write_the_opposite(word: str) -> None:
    known = ["direct", "supported", "partisan", "proven", "accurate"]
    assert did_you_mean(word, known) is None
    assert did_you_mean(known[0], ["indirect"]) is None
    assert choose(word, known) == f"write one of these: {', '.join(known)}"
    many = [*known, *(f"mostly-{letter}" for letter in "abcdef")]
    assert choose(word, many).startswith("write one of them, such as direct, supported, ")
    assert choose("suported", many) == 'did you mean "supported"?'
    scale = ["mostly-true", *map(str, range(9))]
    assert choose("mostly-false", scale).startswith("write one of them")


def test_of_very_many_the_one_that_was_meant_is_found() -> None:
    known = [f"claim-{number}-on-roads" for number in range(10_000)]
    assert did_you_mean("claim-4711-on-raods", [*known, "zzz"]) is not None
    assert did_you_mean("lukashenk", [*known, "lukashenko"]) == 'did you mean "lukashenko"?'
    assert did_you_mean("something-else", known) is None
