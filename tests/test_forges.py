from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from site_builder.cli import main
from site_builder.diagnostics import Diagnostic, Note, Report, at
from site_builder.forges import MOST_ROWS, as_github, as_gitlab, as_summary
from site_builder.reporting import MOST_OF_A_KIND
from site_builder.source import Source, Span
from tests.projects import minimal, written

# GitLab's documentation, "Code Quality report format": what each finding has to say.
CODE_QUALITY = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "location", "severity"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "not": {"pattern": "^\\./"}},
                        "lines": {"required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                    },
                },
            },
        },
    }
)
HOSTILE = "50% | `of` <b>it</b> [x](http://e.org) @all\nlines"


def report(text: str = "x\nx\n", message: str = HOSTILE) -> Report:
    source = Source("a,b:c.yaml", text)
    places = [index for index, letter in enumerate(text) if letter == "x"]
    found = [at("unknown-key", Span(source, place, place + 1), message, help="do") for place in places]
    return Report.of([*found, Diagnostic("file-ignored", "not read", "b", notes=(Note("see"),))])


def test_github_commands_are_escaped() -> None:
    found = Report.of([at("unknown-key", Span(Source("a,b:c.yaml", "x"), 0, 1), "50% of\nlines", help="do")])
    assert as_github(found) == (
        "::error file=a%2Cb%3Ac.yaml,line=1,col=1,title=unknown-key::50%25 of%0Alines%0Ahelp: do\n"
    )
    assert as_github(Report()) == ""


def test_gitlab_gets_what_its_documentation_asks_for() -> None:
    found = json.loads(as_gitlab(report(), "sites/one/"))
    CODE_QUALITY.validate(found)
    assert [(one["location"]["path"], one["location"]["lines"]["begin"], one["severity"]) for one in found] == [
        ("sites/one/a,b:c.yaml", 1, "major"),
        ("sites/one/a,b:c.yaml", 2, "major"),
        ("sites/one/b", 1, "minor"),
    ]
    assert as_gitlab(Report()) == "[]\n"


def test_gitlab_knows_a_finding_again_when_lines_are_added_above() -> None:
    before, after = (json.loads(as_gitlab(report(text))) for text in ("x\nx\n", "\n\nx\n\nx\n"))
    prints = [one["fingerprint"] for one in before]
    assert prints == [one["fingerprint"] for one in after]
    assert len(set(prints)) == 3


def test_a_summary_shows_what_was_written_and_takes_none_of_it_for_markup() -> None:
    text = as_summary(report())
    assert text.startswith("### site-builder: 2 errors, 1 warning\n")
    assert len(text.splitlines()) == 7
    assert "unknown\\-key" in text
    assert "\\@all" in text
    for sign in ("<b>", "`of`", "[x]", " | `", "http://"):
        assert sign not in text
    many = Report.of(Diagnostic("file-ignored", "not read", f"{number:03}") for number in range(MOST_ROWS + 5))
    assert as_summary(many).endswith("\nand 5 more\n")
    assert as_summary(Report()) == "### site-builder: nothing is wrong\n"


def test_a_run_on_github_gets_a_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    root = written(minimal().content, tmp_path / "project")
    for form, shown in (("text", False), ("github", True)):
        assert main(["check", "--format", form, str(root)]) == 0
        assert page.exists() == shown
    for _ in range(2):  # the second build has nothing to do, and says the same
        assert main(["build", "--no-search", "--format", "github", str(root)]) == 0
    (root / "claims.yaml").write_text("claims: x\n")
    assert main(["check", "--format", "github", str(root)]) == 1
    assert page.read_text().startswith("### site-builder: nothing is wrong\n" * 3 + "### site-builder: ")


def test_a_run_on_gitlab_gives_the_file_and_the_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = written({**minimal().content, "claims.yaml": b"claims: x\n"}, tmp_path)
    for command in ("check", "build"):
        assert main([command, "--format", "gitlab", str(root)]) == 1
        said = capsys.readouterr()
        CODE_QUALITY.validate(json.loads(said.out))
        assert "error[wrong-type]" in said.err


def test_of_very_many_of_a_kind_the_rest_are_counted() -> None:
    found = report("x" * (MOST_OF_A_KIND + 1234))
    lines = as_github(found).splitlines()
    assert len(lines) == MOST_OF_A_KIND + 2
    assert lines[-1] == "::error title=unknown-key::and 1,234 more of this kind"
    data = json.loads(as_gitlab(found))
    CODE_QUALITY.validate(data)
    assert len(data) == MOST_OF_A_KIND + 2
    assert data[-1]["description"] == "and 1,234 more of this kind"
    fewer = json.loads(as_gitlab(report("x" * (MOST_OF_A_KIND + 3))))
    assert fewer[-1]["fingerprint"] == data[-1]["fingerprint"]
    assert len({finding["fingerprint"] for finding in data}) == len(data)
