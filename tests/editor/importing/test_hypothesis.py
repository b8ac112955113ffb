from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from site_builder.cli import main
from site_builder.editor.importing.hypothesis import is_annotations, read_annotations
from tests.projects import ARTICLE, MINIMAL

ANNOTATION: dict[str, Any] = {
    "id": "x1",
    "uri": "https://example.org/roads",
    "user": "acct:somebody@hypothes.is",
    "text": "Is that\nso?",
    "tags": ["Roads", "unheard of"],
    "document": {"title": ["Minister on roads"]},
    "target": [
        {
            "source": "https://example.org/roads",
            "selector": [
                {"type": "RangeSelector", "startContainer": "/p[1]"},
                {"type": "TextQuoteSelector", "exact": "the roads are", "prefix": "r. The roads, he added, are icy, and ",
                 "suffix": " old.\n\nCarolinus, a dri"},
            ],
        }
    ],
}  # fmt: skip


def test_an_annotation_marks_words_on_a_page() -> None:
    (item,) = read_annotations({"total": 1, "rows": [ANNOTATION]}).items
    (quotation,) = item.quotations
    assert (quotation.words, quotation.article) == ("the roads are", "https://example.org/roads")
    assert dict(item.values) == {"topics": "Roads;unheard of"}
    assert item.notes == (
        "the page's title: Minister on roads",
        "the annotation of acct:somebody@hypothes.is says: Is that\nso?",
    )


@pytest.mark.parametrize(
    "values", [{"rows": [ANNOTATION]}, {"annotations": [ANNOTATION]}, [ANNOTATION], ANNOTATION, {"items": [ANNOTATION]}]
)
def test_annotations_come_in_several_wrappings(values: Any) -> None:
    assert is_annotations(values)
    assert len(read_annotations(values).items) == 1


@pytest.mark.parametrize("values", [{}, [], 3, {"rows": 1}, {"rows": [1]}, "rows", [[ANNOTATION]]])
def test_what_is_none_is_none(values: Any) -> None:
    assert not is_annotations(values)


@pytest.mark.parametrize(
    "target", [None, [], {}, [1], [{"selector": None}], [{"selector": [{"type": 3, "exact": []}]}]]
)
def test_what_marks_no_words_is_left_out(target: Any) -> None:
    (item,) = read_annotations(ANNOTATION | {"target": target}).items
    assert item.refused == "it is a note on a whole page, and marks no words"


def test_an_answer_is_left_out() -> None:
    (item,) = read_annotations(ANNOTATION | {"references": ["x0"]}).items
    assert item.refused == "it replies to another annotation, and marks no words"


def test_a_draft_has_the_passage_and_the_remark_as_a_comment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    shutil.copytree(MINIMAL, project)
    article = project / ARTICLE
    article.write_text(article.read_text().replace("publisher:", "url: https://www.example.org/roads/#top\npublisher:"))
    (tmp_path / "notes.json").write_text(json.dumps({"rows": [ANNOTATION]}))
    assert main(["import", str(tmp_path / "notes.json"), "--project", str(project)]) == 0
    assert (
        (project / "claims" / "imported-notes.yaml").read_text().partition("claims:\n")[2]
        == """\
  # annotation 1
  #   the page's title: Minister on roads
  #   the annotation of acct:somebody@hypothes.is says: Is that so?
  #   `topics`: there is no topic "unheard of"
  - id: the-roads-are
    topics: [roads]
    passages:
      - article: daily-2020-05-03
        quote: the roads are
        prefix: and
    status: draft
"""
    )
    assert "annotation 1: the-roads-are lacks actor, statement, date, verdict, summary\n" in capsys.readouterr().out
    assert main(["check", str(project)]) == 0
