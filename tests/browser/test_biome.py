"""That the linter of style sheets and scripts is at work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.browser.biome import ROOT, lint


def test_style_sheets_and_scripts_have_no_fault() -> None:
    status, said = lint()
    assert status == 0, said
    assert "Checked" in said


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("faulty.css", "a { colr: red; }", "noUnknownProperty"),
        ("faulty.css", "a { color: red; color: red; }", "noDuplicateProperties"),
        ("faulty.css", "a {}", "noEmptyBlock"),
        ("faulty.css", "a { color: #ggg; }", "parse"),
        ("faulty.js", "addEventListner();", "noUndeclaredVariables"),
        ("faulty.js", "(() => { const unused = 1; })();", "noUnusedVariables"),
        ("faulty.js", "const a = 1; a = 2;", "noConstAssign"),
    ],
)
def test_a_fault_is_seen(name: str, text: str, rule: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "biome.jsonc", tmp_path)
    file = tmp_path / "templates" / "assets" / name
    file.parent.mkdir(parents=True)
    file.write_text(text)
    status, said = lint(tmp_path)
    assert status == 1
    assert rule in said
