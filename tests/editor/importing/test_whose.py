"""Another newsroom's check is not this site's: its verdict, reason and day are comments."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.cli import main
from site_builder.editor.importing.item import Check, Item
from site_builder.editor.importing.run import Imported, import_file
from site_builder.editor.importing.whose import Ours, attributed
from tests.editor.importing.test_claimreview import REVIEW
from tests.projects import minimal, records, written

OURS = Ours("the paper", "https://paper.news/facts/")
CHECK = REVIEW | {"url": "https://other.news/x", "claimReviewed": "The roads are new."}
OTHER = {"@type": "Organization", "name": "Other Paper", "url": "https://other.news/"}
JUDGED = {"verdict", "summary", "assessment", "published", "scale"}


def imported(folder: Path, name: str, text: str) -> Imported:
    root = written(minimal().content, folder / "site")
    (folder / name).write_text(text)
    return import_file(root, folder / name)


@pytest.mark.parametrize(
    ("check", "is_ours"),
    [
        (Check(("The  Paper",)), True),
        (Check(("THE PAPER", "Another"), url="https://other.news/"), True),
        (Check(url="https://paper.news/facts/claims/x/"), True),
        (Check(url="http://PAPER.news/facts"), True),
        (Check(("An Editor",), ("https://paper.news/facts/about/",)), True),
        (Check(), False),
        (Check(("The Papers",), ("https://paper.news/",), "https://paper.news/factsheet/"), False),
        (Check(url="https://paper.news.example/facts/x"), False),
        (Check(url="https://[broken/facts/"), False),
        (Check(url="paper.news/facts/"), False),
    ],
)
def test_whose_a_check_is(check: Check, is_ours: bool) -> None:
    assert OURS.has(check) is is_ours
    assert not Ours("", "").has(check)


def test_the_editors_own_rows_stay_as_they_are() -> None:
    items = (Item("row 2", {"statement": "X", "verdict": "false"}), Item("row 3", {}, refused="No.", check=Check()))
    assert attributed(items, OURS) == (items, ())


@pytest.mark.parametrize(
    "wrap", [lambda each: each, lambda each: {"@type": "DataFeed", "dataFeedElement": [{"item": each}]}]
)
def test_a_review_of_another_paper_is_a_comment(tmp_path: Path, wrap: Any) -> None:
    done = imported(tmp_path, "feed.json", json.dumps(wrap(CHECK | {"author": OTHER})))
    (draft,) = done.filed
    assert draft.fields["statement"] == "The roads are new."
    assert draft.fields["actor"] == "ann"
    assert not JUDGED & draft.fields.keys()
    for line in (
        "checked by Other Paper (https://other.news/, https://other.news/x), not by this site: judge it yourself",
        "their rating: Disputed",
        "their reason: Baker denies it.",
        "their day: 2020-06-01",
    ):
        assert line in draft.notes
        assert f"  #   {line}\n" in done.text
    assert any("1 of 1 checks is not this site's" in note for note in done.notes)


def test_a_review_without_an_author_is_not_ours(tmp_path: Path) -> None:
    review = {key: value for key, value in CHECK.items() if key != "author"}
    (draft,) = imported(tmp_path, "feed.json", json.dumps(review)).filed
    assert not JUDGED & draft.fields.keys()
    assert draft.notes[0].startswith("checked by somebody whom the file does not name (https://other.news/x)")


def test_a_review_of_our_own_keeps_all(tmp_path: Path) -> None:
    (draft,) = imported(tmp_path, "feed.json", json.dumps(CHECK | {"author": {"name": "Nobody"}})).filed
    assert (draft.fields["verdict"], draft.fields["published"]) == ("disputed", "2020-06-01")


DATA: dict[str, Any] = {
    "id": "roads-are-new", "url": "https://other.news/claims/roads-are-new/", "actor": {"id": "ann", "name": "Ann Able"},
    "statement": "The roads are new.", "verdict": {"id": "disputed", "label": "Disputed"}, "summary": "So they say.",
    "published": "2020-06-01", "checked_by": ["Cora Cole"], "corrections": [{"date": "2020-06-02", "change": "X."}],
    "passages": [{"article": {"id": "daily-2020-05-03"}, "exact": ["the roads are safer than ever"], "role": "claim",
                  "note": "Their remark."}],
}  # fmt: skip


def test_the_data_of_another_site_are_a_comment(tmp_path: Path) -> None:
    (draft,) = imported(tmp_path, "claims.json", json.dumps({"claims": [DATA]})).filed
    assert not (JUDGED | {"checked_by", "corrections"}) & draft.fields.keys()
    assert [each.keys() for each in draft.fields["passages"]] == [{"article", "quote", "speech"}]  # type: ignore[union-attr]
    assert "left out, because it is theirs: who checked it, corrections, each passage's note" in draft.notes
    ours = DATA | {"url": records(minimal()).site.record.base_url + "claims/roads-are-new/"}  # type: ignore[union-attr]
    (draft,) = imported(tmp_path, "claims.json", json.dumps({"claims": [ours]})).filed
    assert {"verdict", "summary", "published", "checked_by", "corrections"} <= draft.fields.keys()


@pytest.mark.parametrize(
    ("columns", "cells", "kept"),
    [
        ("", "", True),
        (",review author", ",Other Paper", False),
        (",Review URL", ",https://other.news/x", False),
        (",fact checker", ",Nobody", True),
        (",review author", ",", True),
    ],
)
def test_a_table_says_whose_its_checks_are(tmp_path: Path, columns: str, cells: str, kept: bool) -> None:
    text = f"statement,speaker,verdict,summary,published{columns}\nThe roads are new.,Ann Able,Disputed,Why,2020-06-01{cells}\n"
    (draft,) = imported(tmp_path, "sheet.csv", text).filed
    assert ({"verdict", "summary", "published"} <= draft.fields.keys()) is kept
    assert bool(JUDGED & draft.fields.keys()) is kept


def test_the_report_says_whose_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = written(minimal().content, tmp_path / "site")
    (tmp_path / "feed.json").write_text(json.dumps([CHECK | {"author": OTHER}]))
    main(["import", str(tmp_path / "feed.json"), "--project", str(root)])
    said = capsys.readouterr().out
    assert "checked by Other Paper (https://other.news/" in said
    assert "1 of 1 checks is not this site's" in said


def test_an_annotation_says_who_wrote_it(tmp_path: Path) -> None:
    selector = {"type": "TextQuoteSelector", "exact": "The roads, he added, are icy"}
    values = {"user": "acct:eve@h.is", "text": "Untrue!", "target": [{"selector": [selector]}]}
    (draft,) = imported(tmp_path, "notes.json", json.dumps([values])).filed
    assert "the annotation of acct:eve@h.is says: Untrue!" in draft.notes
    assert not JUDGED & draft.fields.keys()
