"""No command reads a file of its project twice, and none types the same records twice."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from site_builder.cli import main
from site_builder.commands import __all__ as names
from site_builder.errors import EnvironmentProblem
from site_builder.load import records
from site_builder.load.fence import Fence
from site_builder.load.files import find_project
from tests.projects import ARTICLE, MINIMAL

NO_PROJECT = {"arguments", "explain", "init", "printing"}
"""Modules of the room that have no project to read."""
CLAIM = [
    *(
        "new",
        "claim",
        "--actor",
        "bob",
        "--statement",
        "Roads are icy.",
        "--date",
        "2020-05-03",
        "--verdict",
        "disputed",
    ),
    *("--summary", "Nobody looked.", "--quote", "The roads, he added, are icy", "--project", "."),
]


@dataclass
class Reads:
    """How often each file was read, and how often each text of a file was typed."""

    files: Counter[str] = field(default_factory=Counter)
    texts: Counter[tuple[str, bytes]] = field(default_factory=Counter)


@pytest.fixture
def reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reads:
    """A copy of the minimal project, here, and what is read of it from now on."""
    folder = shutil.copytree(MINIMAL, tmp_path / "project")
    monkeypatch.chdir(folder)
    Path("rows.csv").write_text("claim,quote\nThe roads are safe.,the roads are safer than ever\n")
    found = Reads()
    read, typed = Fence.read, records._read_file

    def counted(self: Fence, path: Path, most: int | None = None) -> bytes:
        found.files[str(path)] += 1
        return read(self, path, most)

    def counted_text(name: str, data: bytes, before: Any) -> object:
        found.texts[name, data] += 1
        return typed(name, data, before)

    monkeypatch.setattr(Fence, "read", counted)
    monkeypatch.setattr(records, "_read_file", counted_text)
    return found


def committed() -> None:
    git = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "published"]):
        subprocess.run([*git, *command], check=True)


COMMANDS = {
    "build": ["build", "-q", "--no-search"],
    "check": ["check", "-q"],
    "check --deploy": ["check", "-q", "--deploy"],
    "check --against": ["check", "-q", "--deploy", "--against", "HEAD"],
    "check --fix": ["check", "-q", "--fix"],
    "verify": ["verify", "public"],
    "quote": ["quote", "the roads are safer"],
    "coverage": ["coverage"],
    "schema": ["schema"],
    "import": ["import", "rows.csv"],
    "new claim": CLAIM,
    "new actor": ["new", "actor", "--name", "Cy Cole"],
    "new article": [
        *("new", "article", "--id", "daily-2020-05-04", "--title", "T", "--publisher", "The Daily"),
        *("--published", "2020-05-04"),
    ],
}


def test_every_command_that_reads_a_project_is_tried() -> None:
    """``serve`` looks whether there is a project, and leaves the reading to the preview: see below."""
    tried = {command.split()[0] for command in COMMANDS}
    assert tried - {"import"} | {"importing"} == set(names) - NO_PROJECT - {"serve"}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_file_is_read_once_and_typed_once(command: str, reads: Reads) -> None:
    committed()
    if command == "verify":
        main(["build", "-q", "--no-search"])
        reads.files.clear()
        reads.texts.clear()
    assert main(COMMANDS[command]) in (0, 1)
    assert reads.files["claims.yaml"] == 1
    assert {file: times for file, times in reads.files.items() if times > 1} == {}
    assert reads.texts, "nothing was typed"
    assert {name: times for (name, _), times in reads.texts.items() if times > 1} == {}


def test_only_what_a_new_record_changes_is_typed_again(reads: Reads) -> None:
    assert main(CLAIM) == 0
    typed = Counter(name for name, _ in reads.texts)
    assert typed == {"claims.yaml": 2, "content/site.yaml": 1, "content/pages/method.md": 1, ARTICLE: 1}


def test_only_what_a_repair_changes_is_typed_again(reads: Reads) -> None:
    text = Path("claims.yaml").read_text().replace("quote: the roads are safer", "quote: the Roads are safer")
    Path("claims.yaml").write_text(text)
    assert main(["check", "-q", "--fix"]) == 0
    assert "the roads are safer than ever" in Path("claims.yaml").read_text()
    assert Counter(name for name, _ in reads.texts)["claims.yaml"] == 2
    assert Counter(name for name, _ in reads.texts)[ARTICLE] == 1


def test_the_preview_finds_its_project_without_reading_it(reads: Reads) -> None:
    find_project(Path())
    assert not reads.files
    with pytest.raises(EnvironmentProblem):
        find_project(Path("content"))
