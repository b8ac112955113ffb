"""One golden case for each diagnostic code: the files in ``cases/<code>/`` over the minimal project.

``DELETE`` lists files to remove. ``make golden`` writes every ``expected.txt`` anew; read the difference before it is
committed.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from site_builder.codes import CODES
from site_builder.diagnostics import Report
from site_builder.history.against import compare
from site_builder.history.deploy import undeployable
from site_builder.history.future import in_future
from site_builder.history.limits import Limits, over
from site_builder.history.security import security
from site_builder.history.unfilled import unfilled
from site_builder.load.files import Project, read_project
from site_builder.load.records import load
from site_builder.reporting import as_text
from tests.projects import MINIMAL, changed, checked, codes

CASES = Path(__file__).parent / "cases"
NOT_INPUT = {"expected.txt", "DELETE", "DEPLOY", "LIMITS"}


def project_of(case: Path) -> Project:
    files: dict[str, bytes | None] = {
        path.relative_to(case).as_posix(): path.read_bytes()
        for path in sorted(case.rglob("*"))
        if path.is_file() and path.name not in NOT_INPUT and "BEFORE" not in path.relative_to(case).parts
    }
    if (case / "DELETE").exists():
        files |= dict.fromkeys((case / "DELETE").read_text().split("\n")[:-1])
    return changed(read_project(MINIMAL), files)


@pytest.mark.parametrize("code", sorted(CODES))
def test_case(code: str) -> None:
    case = CASES / code
    project = project_of(case)
    result = checked(project)
    found = list(result.report.diagnostics)
    if (case / "BEFORE").is_dir():
        found += compare(load(project_of(case / "BEFORE"))[0], load(project)[0])
    if (case / "DEPLOY").exists():
        found += [*undeployable(load(project)[0]), *in_future(load(project)[0], date(2026, 11, 28))]
        found += [*unfilled(project), *security(project, datetime(2026, 11, 28, tzinfo=UTC))]
    if (case / "LIMITS").exists():
        found += over(result.files or {}, Limits("This host", files=int((case / "LIMITS").read_text())))
    report = Report.of(found)
    text = as_text(report)
    if "UPDATE_GOLDEN" in os.environ:
        (case / "expected.txt").write_text(text)
    assert text == (case / "expected.txt").read_text()
    assert code in [diagnostic.code for diagnostic in report.diagnostics]
    assert (result.files is None) == (result.report.errors > 0)


@pytest.mark.parametrize("code", sorted(CODES.keys() - {"raw-html", "unsafe-link"}))  # their titles say it
def test_every_message_says_how_to_mend_it(code: str) -> None:
    messages = (CASES / code / "expected.txt").read_text().split("\n\n")
    diagnosed = [message for message in messages if f"[{code}]: " in message]
    assert diagnosed
    assert [message for message in diagnosed if "\n  help: " not in message] == []


def test_no_case_without_a_code() -> None:
    assert {path.name for path in CASES.iterdir()} == set(CODES)


def test_the_minimal_project_has_no_problems() -> None:
    result = checked(read_project(MINIMAL))
    assert codes(result) == []
    assert result.files is not None
