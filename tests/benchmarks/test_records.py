"""The generated corpus as this project's records: every check passes, and nothing is warned of."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.corpus import corpus
from benchmarks.records import files, project, write
from site_builder.build import Options, build
from site_builder.load.files import read_project
from tests.projects import checked


def test_a_generated_project_builds_without_a_fault_or_a_warning() -> None:
    result = build(project(300), options=Options(search=False, exports=True))
    assert result.report.diagnostics == ()
    assert result.files is not None
    assert {f"claims/claim-{number}/index.html" for number in range(300)} <= result.files.keys()


@pytest.mark.parametrize("desk", [True, False])
def test_what_is_written_is_what_is_read(tmp_path: Path, desk: bool) -> None:
    made = corpus(30)
    write(made, tmp_path, desk=desk)
    read = read_project(tmp_path)
    assert {name: data.decode() for name, data in read.content.items()} == files(made, desk=desk)
    assert checked(read).report.diagnostics == ()


def test_only_a_desk_records_roles_and_whom_a_claim_is_about() -> None:
    made = corpus(30)
    with_desk, without = files(made)["claims.yaml"], files(made, desk=False)["claims.yaml"]
    for key in ("role: Minister", "about: [", "accuses: ["):
        assert key in with_desk
        assert key not in without


def test_claims_lie_in_files_of_five_hundred() -> None:
    made = files(corpus(1_001))
    counts = {name: text.count("\n  - id: ") for name, text in made.items() if name.endswith(".yaml")}
    assert counts == {"claims.yaml": 500, "claims/000500.yaml": 500, "claims/001000.yaml": 1, "content/site.yaml": 0}
