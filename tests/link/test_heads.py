from __future__ import annotations

from dataclasses import fields

import pytest

from site_builder.link import heads
from site_builder.link.heads import Head
from site_builder.link.known import ClaimRecords
from site_builder.link.site import link_again
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.records.models import ClaimRecord
from site_builder.trace import Asker, Memory
from tests.projects import ARTICLE, changed, edited, minimal

WORDS = {"statement", "summary", "assessment", "attribution", "asked"}
"""The keys that no check of the whole site reads."""


def looked_at(project: Project, memory: Memory) -> tuple[bool, Memory]:
    """Whether a check of all records runs, after a run that left this memory."""
    records = load(project)[0]
    asker = Asker(memory)
    read = heads.asked(records, ClaimRecords.of(records.claims, asker), asker)
    ids = asker.step("all", [""], lambda _: [entry.id for entry in read().claims])[""]
    assert ids == [entry.id for entry in records.claims]
    return bool(asker.reasons["all"]), asker.memory()


def test_a_head_has_all_keys_but_those_of_words() -> None:
    assert {item.name for item in fields(Head)} == set(ClaimRecord.model_fields) - WORDS
    records = load(minimal())[0]
    (entry,) = heads.heads(records).claims
    assert entry.record is not None
    assert entry.record.verdict == "disputed"
    assert entry.span("verdict").text == "disputed"


@pytest.mark.parametrize(
    ("old", "new", "looks"),
    [
        ("The roads are safe.", "The roads are new.", False),
        ("claims:\n", "claims:\n  # a line more\n", False),
        ("verdict: disputed", "verdict: unknown", True),
        ("verdict: disputed", "verdict: disputed\n    former_ids: [old]", True),
        ("name: Ann Able", "name: Anna Able", True),
        ("id: roads-are-safe", "id: roads-are-new", True),
        ("verdict: disputed", "verdict: [disputed]", True),
    ],
)
def test_an_edit_of_words_runs_no_check_of_the_whole_site(old: str, new: str, looks: bool) -> None:
    _, memory = looked_at(minimal(), Memory())
    again, memory = looked_at(edited(minimal(), "claims.yaml", old, new), memory)
    assert again == looks
    assert looked_at(minimal(), memory)[0] == looks


def test_other_files_are_looked_at_too() -> None:
    _, memory = looked_at(minimal(), Memory())
    assert looked_at(edited(minimal(), ARTICLE, "publisher: The Daily", "publisher: The Weekly"), memory)[0]
    assert looked_at(changed(minimal(), {"content/pages/new.md": b"---\ntitle: New\n---\nNew.\n"}), memory)[0]
    assert not looked_at(edited(minimal(), ARTICLE, "safer than ever", "safer than before"), memory)[0]


def test_a_run_that_shows_drafts_has_their_scales_whatever_the_run_before_showed() -> None:
    verdict = "{id: doubted, label: Doubted, definition: Nobody knows.}"
    scale = f"scales:\n  old:\n    until: 2020-12-31\n    verdicts: [{verdict}]\n"
    project = edited(minimal(), "content/site.yaml", "topics:\n", f"{scale}topics:\n")
    project = edited(project, "claims.yaml", "verdict: disputed", "verdict: doubted\n    scale: old\n    status: draft")
    memory, shown = Memory(), []
    for drafts in (False, True, False):
        asker = Asker(memory)
        site, _ = link_again(load(project)[0], asker, drafts=drafts)
        assert site is not None
        shown.append("doubted" in site.verdicts)
        memory = asker.memory()
    assert shown == [False, True, False]
