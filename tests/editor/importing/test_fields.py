"""Field by field: what of a claim comes back from this program's own files, and what cannot, and why."""

from __future__ import annotations

import shutil
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from site_builder.build import Options, build
from site_builder.editor.importing.item import PARTIAL
from site_builder.editor.importing.run import Imported, import_file
from site_builder.link.site import link
from site_builder.load.files import Project, read_project
from site_builder.model import Claim, Site
from tests.projects import ROOT, edited, records

RATED = "lukashenko-fakes-from-russia"
"""The claim that has all that the shipped site's claims have not."""
PEOPLE = """people:
  una: {name: Una Fact, role: Checks claims}
  vic: {name: "Vic Doe; MD, PhD"}
scales:
  first:
    until: 2026-11-25
    verdicts:
      - {id: unsupported, label: Unproven, definition: Nobody had looked., tone: mixed}
      - {id: unfounded, label: Unfounded, definition: Nothing was found., tone: mixed}
"""
BESIDE = """    scale: first
    checked_by: [una, "Eve Ex, of the desk"]
    reviewed_by: ["Vic Doe; MD, PhD"]
    asked:
      - {date: 2026-11-20~, of: russia, answer: none}
      - {date: 2026-11-21, of: "The ministry; its press office", answer: "We looked.\\n\\nIt is so."}
      - {date: 2026-11-22, of: alexander-lukashenko}
"""
AGAIN = """      - date: 2026-11-29
        change: Rated anew.
        was: {verdict: unfounded, scale: first}
"""
FILES = {"claims.json": "data/claims.json", "claims.csv": "data/claims.csv", "feed.json": "data/claimreview.json"}

HTML = "it is published as HTML, and a record has Markdown"
FIRST = "the table has the first of them"
NOT_IN_TABLE = "the table has no column for it"
NOT_IN_REVIEW = "schema.org's ClaimReview has no property for it"
LOST: dict[str, dict[str, str]] = {
    "claims.json": {"assessment": HTML},
    "claims.csv": {
        "assessment": NOT_IN_TABLE,
        "passages": FIRST,
        "checked_by": NOT_IN_TABLE,
        "reviewed_by": NOT_IN_TABLE,
        "asked": NOT_IN_TABLE,
        "corrections": "the table has the day of the last one only",
        "former_ids": NOT_IN_TABLE,
        "relations": NOT_IN_TABLE,
    },
    "feed.json": {
        "assessment": NOT_IN_REVIEW,
        "passages": "a review names the articles, and quotes nothing",
        "date": "a review has the day as far as it is certain, and none of a position",
        "attribution": NOT_IN_REVIEW,
        "about": NOT_IN_REVIEW,
        "accuses": NOT_IN_REVIEW,
        "topics": NOT_IN_REVIEW,
        "checked_by": "a review names its publisher as author",
        "reviewed_by": "a review names its publisher as author",
        "asked": NOT_IN_REVIEW,
        "corrections": "a review has the day of the last one only",
        "former_ids": NOT_IN_REVIEW,
        "relations": NOT_IN_REVIEW,
    },
}
"""The fields that cannot come back whole, by file; docs/data.md tells readers the same."""


def whole_project() -> Project:
    """The shipped project, with what none of its claims has."""
    project = edited(read_project(ROOT), "content/site.yaml", "\ntopics:\n", f"\n{PEOPLE}\ntopics:\n")
    text = project.content["claims.yaml"].decode()
    start = text.index(f"  - id: {RATED}\n")
    before, claim = text[:start], text[start:]
    claim = claim.replace("    passages:\n", f"{BESIDE}    passages:\n", 1)
    was = "        was:\n          statement:"
    claim = claim.replace(was, "        was:\n          verdict: unfounded\n          statement:", 1)
    later = claim.index("    corrections:\n", claim.index("\n  - id: ")) + len("    corrections:\n")
    end = claim.index("\n\n", later) + 1
    claim = claim[:end] + AGAIN + claim[end:]
    return edited(project, "claims.yaml", text, before + claim)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    """The site, and a folder with its files and with its project, which has no claims."""
    folder, project = tmp_path_factory.mktemp("fields"), whole_project()
    result = build(project, options=Options(search=False, exports=True))
    assert result.files is not None, result.report
    for name, path in FILES.items():
        (folder / name).write_bytes(result.files[path])
    shutil.copytree(ROOT / "content", folder / "project" / "content")
    (folder / "project" / "content" / "site.yaml").write_bytes(project.content["content/site.yaml"])
    text = project.content["claims.yaml"].decode()
    (folder / "project" / "claims.yaml").write_text(text[: text.index("\nclaims:\n") + 1])
    site, _ = link(records(project))
    assert site is not None
    return site, folder


def imported(published: tuple[Site, Path], name: str) -> Imported:
    return import_file(published[1] / "project", published[1] / name)


def read(claim: Claim, site: Site) -> dict[str, Any]:
    """Each field of ``claim``, and its relations."""
    found = {item.name: getattr(claim, item.name) for item in fields(Claim) if item.name not in ("draft", "withdrawn")}
    found["relations"] = {each for each in site.relations if each.source == claim.id}
    # A quotation is published, and comes back, in the article's own characters.
    found["passages"] = tuple(replace(passage, evened=()) for passage in claim.passages)
    return found


def differing(ours: dict[str, Any], theirs: dict[str, Any]) -> set[str]:
    return {key for key in ours if ours[key] != theirs[key]}


@pytest.mark.parametrize("name", ["claims.json", "claims.csv"])
def test_every_field_comes_back_but_those_that_cannot(published: tuple[Site, Path], name: str) -> None:
    site, folder = published
    done = imported(published, name)
    # What an editor does who publishes the drafts as they are.
    text = done.text.replace("    status: draft\n", "")
    project = edited(whole_project(), "claims.yaml", whole_project().content["claims.yaml"].decode(),
                     (folder / "project" / "claims.yaml").read_text())  # fmt: skip
    project.content[done.name] = text.encode()  # type: ignore[index]
    again, _ = link(records(project))
    assert again is not None
    shown = [claim for claim in site.claims.values() if not claim.withdrawn]
    assert {claim.id for claim in shown} == again.claims.keys()
    lost: set[str] = set()
    for claim in shown:
        lost |= differing(read(claim, site), read(again.claims[claim.id], again))
    assert lost == LOST[name].keys()


def test_of_a_review_come_the_fields_that_it_has(published: tuple[Site, Path]) -> None:
    site, _ = published
    drafts = {str(draft.fields["id"]): draft.fields for draft in imported(published, "feed.json").filed}
    kept = {item.name for item in fields(Claim)} - {"draft", "withdrawn"} - LOST["feed.json"].keys()
    assert kept == {"id", "actor", "statement", "verdict", "summary", "published"}
    for claim in site.claims.values():
        if claim.withdrawn:
            continue
        draft, verdict = drafts[claim.id], site.verdicts[claim.verdict]
        assert (draft["actor"], draft["statement"], draft["summary"]) == (claim.actor, claim.statement, claim.summary)
        assert draft["published"] == str(claim.published)
        assert (draft.get("scale"), draft["verdict"]) == (verdict.scale, claim.verdict.rpartition("--")[2])


def test_the_claim_with_everything_comes_back_as_it_was_written(published: tuple[Site, Path]) -> None:
    (draft,) = [draft for draft in imported(published, "claims.json").filed if draft.fields["id"] == RATED]
    assert (draft.fields["verdict"], draft.fields["scale"]) == ("unsupported", "first")
    assert draft.fields["checked_by"] == ["una", "Eve Ex, of the desk"]
    assert draft.fields["reviewed_by"] == ["vic"]
    assert draft.fields["asked"] == [
        {"date": "2026-11-20~", "of": "russia", "answer": "none"},
        {"date": "2026-11-21", "of": "The ministry; its press office", "answer": "We looked.\n\nIt is so."},
        {"date": "2026-11-22", "of": "alexander-lukashenko", "answer": ""},
    ]
    assert "'was': {'statement'" in str(draft.fields["corrections"])
    assert "'verdict': 'unfounded', 'scale': 'first'" in str(draft.fields["corrections"])
    assert draft.notes == ()


def test_a_file_from_which_less_comes_back_is_told_of(published: tuple[Site, Path]) -> None:
    notes = {name: imported(published, name).notes for name in FILES}
    assert notes == {
        "claims.json": ("the assessment, which is HTML here, is not read",),
        "claims.csv": (PARTIAL,),
        "feed.json": (PARTIAL,),
    }


def test_docs_tell_of_every_field_that_cannot_come_back() -> None:
    text = (ROOT / "docs" / "data.md").read_text().partition("## What comes back\n")[2].partition("\n## ")[0]
    rows = {cells[1].strip(): cells for line in text.split("\n") if (cells := line.split("|"))[1:]}
    for column, name in ((2, "claims.json"), (3, "claims.csv"), (4, "feed.json")):
        told = {key.strip("`") for key, cells in rows.items() if key.startswith("`") and cells[column].strip() != "yes"}
        assert told == LOST[name].keys(), name
