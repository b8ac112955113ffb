"""An earlier scale says what verdicts meant when they were published, and stays so."""

from __future__ import annotations

import pytest

from site_builder.history.against import compare
from site_builder.load.files import Project
from tests.projects import edited, records
from tests.world.test_scales import SCALES, renewed


def on_first(project: Project) -> Project:
    """``project`` with its second claim on the first scale, too."""
    old = "    verdict: disputed\n    summary: It is his"
    return edited(project, "claims.yaml", old, old.replace("disputed\n", "disputed\n    scale: first\n"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("label: Disputed", "label: False", "`label`"),
        ("definition: Somebody denies it.", "definition: It is a lie.", "`definition`"),
        ("value: 3, ", "value: 1, ", "`value`"),
        ("value: 3, ", "", "`value`"),
        ("tone: mixed", "tone: negative", None),
        ("2020-12-31", "2020-12-30", None),
    ],
)
@pytest.mark.parametrize("corrected", [False, True], ids=["silent", "corrected"])
@pytest.mark.parametrize("named", [True, False], ids=["named", "unnamed"])
def test_an_earlier_scale_stays_as_it_was_published(
    old: str, new: str, said: str | None, corrected: bool, named: bool
) -> None:
    before = on_first(renewed()) if named else renewed("")
    after = edited(before, "content/site.yaml", SCALES, SCALES.replace(old, new))
    if corrected:
        day = "    published: 2020-06-01\n"
        after = edited(after, "claims.yaml", day, f"{day}    corrections: [{{date: 2021-01-01, change: So.}}]\n")
    found = compare(records(before), records(after))
    assert [(item.code, item.message.partition(" ")[0]) for item in found] == [("scale-rewritten", said)] * bool(said)


def test_a_claim_that_leaves_its_scale_in_silence_reads_otherwise() -> None:
    left = compare(records(renewed()), records(renewed("")))
    assert {item.code for item in left} == {"correction-missing", "page-lost"}
    assert [item.message.partition(" ")[0] for item in left if item.code == "correction-missing"] == [
        "`definition`",
        "`label`",
    ]
