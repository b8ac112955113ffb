from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.codes import CODES
from site_builder.commands import manual
from tests.projects import ROOT

PACKAGE = ROOT / "site_builder"
STARTER = PACKAGE / "editor" / "starter"


def told(path: Path) -> Iterator[str]:
    """The texts of a module that the program could show: its constants, and no docstring or comment."""
    tree = ast.parse(path.read_text())
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            yield node.value


def shown() -> dict[str, str]:
    """All that the package shows or writes, by the file that has it: messages, explanations, templates, a new site."""
    modules = [path for path in PACKAGE.rglob("*.py") if STARTER not in path.parents]
    found = {str(path): "\n".join(told(path)) for path in modules}
    for folder in (STARTER, ROOT / "templates"):
        files = [path for path in folder.rglob("*") if path.is_file()]
        found |= {str(path): path.read_text() for path in files if b"\0" not in path.read_bytes()}
    return found


def test_whatever_the_program_says_to_explain_can_be_explained(capsys: pytest.CaptureFixture[str]) -> None:
    texts = shown() | {str(page): page.read_text() for page in manual.pages().values()}
    asked = {(name, word) for name, text in texts.items() for word in re.findall(r"explain ([a-z][\w-]*)`?", text)}
    words = {word for name, word in asked if f"site-builder explain {word}" in texts[name]}
    assert {"deploying", "languages", "records", "changelog", "quote-not-found"} <= words
    for word in words:
        assert main(["explain", word]) == 0, word


def test_nothing_that_is_shown_names_a_file_that_only_the_repository_has() -> None:
    files = {path.name for path in manual.pages().values()}
    for name, text in shown().items():
        assert "docs/" not in text, name
        own = {"README.md"} if STARTER in Path(name).parents else set()  # that of the new site
        assert not set(re.findall(r"[\w-]+\.md\b", text)) & files - own, name


def test_every_page_is_printed_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    for name, page in manual.pages().items():
        assert main(["explain", name]) == 0
        assert capsys.readouterr().out == page.read_text(), name


def test_a_code_is_told_with_its_severity(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "quote-cuts-word"]) == 0
    assert capsys.readouterr().out.startswith(f"quote-cuts-word (error)\n{CODES['quote-cuts-word'].title}.\n\n")


def test_without_a_name_it_lists_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    titles = dict(lines)
    assert list(titles) == [*manual.pages(), *CODES]
    assert (titles["deploying"], titles["raw-html"]) == ("Deploying", CODES["raw-html"].title)


@pytest.mark.parametrize(
    ("word", "meant"), [("deployng", "deploying"), ("Tutorial", "tutorial"), ("raw-htm", "raw-html")]
)
def test_a_misspelt_name_is_completed(word: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", word]) == 2
    assert f'there is no code or page "{word}"\n  help: did you mean "{meant}"?' in capsys.readouterr().err


def test_it_loads_nothing_heavy() -> None:
    script = (
        "import sys; from site_builder.cli import main; main(['explain', 'proof'])\n"
        "print([m for m in ('yaml', 'pydantic', 'jinja2', 'markdown_it', 'site_builder.load') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.endswith("\n[]\n")
