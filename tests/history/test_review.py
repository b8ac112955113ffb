"""The rule that asks for a review cannot be walked around."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.diagnostics import Diagnostic
from site_builder.history.against import compare
from site_builder.load.files import Project
from tests.growth import lines_run
from tests.history.test_against import git
from tests.projects import edited, minimal, records, written

SECOND = """
  - id: roads-are-new
    statement: The roads are new.
    actor: ann
    date: 2020-05-02
    verdict: disputed
    summary: Baker denies it.
    passages: [{article: daily-2020-05-03, quote: the roads are safer than ever}]
    published: 2025-03-10
"""
RULE = "review: {people: 2, since: 2025-04-01}\n"
TWO = "    checked_by: [Cora Cole]\n    reviewed_by: [Dan Dole]\n"


def ruled(rule: str = RULE, claim: str = "") -> Project:
    """The minimal site with ``rule``, and one claim more."""
    made = edited(minimal(), "content/site.yaml", "title: Minimal\n", f"title: Minimal\n{rule}")
    text = made.content["claims.yaml"].decode()
    return edited(made, "claims.yaml", text, text.rstrip("\n") + (claim or "\n"))


def found(before: Project, after: Project, day: str) -> list[Diagnostic]:
    return compare(records(before), records(after), day)


@pytest.mark.parametrize(
    ("claim", "day", "codes"),
    [
        (SECOND, "2025-04-01", ["too-few-people"]),
        (SECOND, "2026-01-01", ["too-few-people"]),
        (SECOND, "", ["too-few-people"]),
        (SECOND, "2025-03-31", []),
        (SECOND + TWO, "2026-01-01", []),
        (SECOND + TWO.replace("Dan Dole", "Cora Cole"), "2026-01-01", ["reviewed-by-checker"]),
        (SECOND.replace("2025-03-10", "2025-04-01"), "2026-01-01", []),  # `check` alone reports it
        (f"{SECOND}    status: draft\n", "2026-01-01", []),
    ],
)
def test_what_is_new_counts_as_published_by_the_change(claim: str, day: str, codes: list[str]) -> None:
    faults = found(ruled(), ruled(claim=claim), day)
    assert [fault.code for fault in faults] == codes
    assert not codes or faults[0].file == "claims.yaml"


def test_a_draft_that_is_published_is_new_and_a_renamed_claim_is_not() -> None:
    draft, day = ruled(claim=f"{SECOND}    status: draft\n"), "2026-01-01"
    assert [fault.code for fault in found(draft, ruled(claim=SECOND), day)] == ["too-few-people"]
    renamed = SECOND.replace("id: roads-are-new", "id: new-roads\n    former_ids: [roads-are-new]")
    assert found(ruled(claim=SECOND), ruled(claim=SECOND), day) == []
    assert found(ruled(claim=SECOND), ruled(claim=renamed), day) == []


def test_the_day_of_a_published_check_cannot_be_moved_before_the_rule() -> None:
    late = SECOND.replace("2025-03-10", "2025-04-02")
    why = "    corrections: [{date: 2025-05-01, change: The day was wrong.}]\n"
    (fault,) = found(ruled(claim=late + TWO), ruled(claim=SECOND + why), "2026-01-01")
    assert fault.code == "too-few-people"
    assert "was published on 2025-04-02 and not on 2025-03-10" in fault.message


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("", "and is gone"),
        ("review: {people: 1, since: 2025-04-01}\n", "and now asks for 1"),
        ("review: {people: 3, since: 2025-04-02}\n", "and now begins on 2025-04-02"),
        ("review: {people: 3, since: 2025-03-01}\n", None),
        (RULE, None),
    ],
)
def test_a_rule_that_was_loosened(rule: str, said: str | None) -> None:
    faults = found(ruled(), ruled(rule), "2025-03-01")
    assert [(fault.code, fault.file) for fault in faults] == (
        [("review-loosened", "content/site.yaml")] if said else []
    )
    assert said is None or faults[0].message == f"`review` was published as {{people: 2, since: 2025-04-01}}, {said}"


def test_a_change_that_loosens_the_rule_cannot_use_it() -> None:
    faults = found(ruled(), ruled("", SECOND), "2026-01-01")
    assert [fault.code for fault in faults] == ["review-loosened", "too-few-people"]
    assert found(ruled(""), ruled("", SECOND), "2026-01-01") == []


def test_the_command_takes_the_day_from_git(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-04-02T12:00:00Z")
    root = written(ruled().content, tmp_path / "site")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "x")
    (root / "claims.yaml").write_bytes(ruled(claim=SECOND).content["claims.yaml"])
    capsys.readouterr()
    assert main(["check", str(root)]) == 0
    assert main(["check", "--against", "main", str(root)]) == 1
    assert "too-few-people" in capsys.readouterr().err


def test_the_work_grows_with_the_claims() -> None:
    def lines(count: int) -> int:
        claims = "".join(SECOND.replace("roads-are-new", f"new-{number}") for number in range(count))
        before, after = records(ruled()), records(ruled(claim=claims))
        return lines_run(lambda: compare(before, after, "2026-01-01"))

    assert lines(100) < 2.5 * lines(50)
