from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from site_builder import build as pipeline
from site_builder.build import Options, build
from site_builder.link.prover import Prover, Question
from site_builder.link.site import link_again
from site_builder.link.texts import Texts
from site_builder.load.files import Project, read_project
from site_builder.load.records import load
from site_builder.trace import Asker
from tests.projects import ROOT, changed, edited


def faulty() -> Project:
    """The shipped site with one fault of each kind that reading the articles can find, and some that it cannot."""
    project = read_project(ROOT)
    project = edited(project, "claims.yaml", "quote: pure propaganda to discredit", "quote: pure words that discredit")
    project = edited(project, "claims.yaml", "quote: always on the side of Lukashenko", "quote: Belarus")
    article = next(name for name in sorted(project.content) if name.startswith("content/articles/"))
    project = changed(project, {article: project.content[article] + b"\nAn <i>odd</i> line.\n"})
    mixed = "role: context\n        speaker: alexander-lukashenko\n"
    return edited(project, "claims.yaml", mixed, f"{mixed}        speech: direct\n")


def test_a_second_process_changes_nothing_but_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LARGE", 0)
    project = faulty()
    alone = build(project, options=Options(search=False)).report
    codes = {found.code for found in alone.diagnostics}
    assert codes >= {"quote-not-found", "quote-ambiguous", "quote-not-direct", "raw-html"}
    assert build(project, options=Options(search=False, jobs=2, most=1)).report == alone


@pytest.mark.parametrize("read", [lambda: os._exit(1), lambda: Texts(load(Project({}, {}))[0])])
def test_a_process_that_knows_nothing_or_dies_hides_nothing(read: Callable[[], Texts]) -> None:
    records, faults = load(faulty())
    _, alone = link_again(records, Asker(), most=1)
    _, found = link_again(records, Asker(), most=1, prover=Prover(read))
    codes = sorted(diagnostic.code for diagnostic in faults + alone)
    # An article's own faults are seen by whoever reads it; here not every article has to be read.
    assert [code for code in codes if code != "raw-html"] == sorted(
        diagnostic.code for diagnostic in faults + found if diagnostic.code != "raw-html"
    )


def test_it_answers_for_texts_that_there_are() -> None:
    records, _ = load(read_project(ROOT))
    texts = Texts(records)
    id_ = next(iter(texts))
    words = " ".join(texts[id_].text.split()[:12])
    prover = Prover(lambda: Texts(records))
    asked = (("nowhere", "words"), (id_, words), (id_, f"{words} never"))
    prover.ask([Question(article, quote, None, None, direct=False) for article, quote in asked])
    assert prover.answers() == ([], [False, True, False])
