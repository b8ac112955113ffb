"""Documentation that cannot rot: pages made from tables are compared, commands and names that are mentioned exist."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from site_builder.command_line import parser
from site_builder.records import models
from site_builder.records.record import Record

ROOT = Path(__file__).resolve().parent.parent


def test_pages_that_are_made_from_the_code_are_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for page in (module.commands, module.diagnostics, module.templates):
        assert (ROOT / "docs" / f"{page.__name__}.md").read_text() == page(), "run `make docs`"


def test_every_template_and_every_value_is_described() -> None:
    text = (ROOT / "docs" / "templates.md").read_text()
    for path in (ROOT / "templates").glob("*.html"):
        assert f"## {path.name}\n" in text or path.name in ("base.html", "list.html"), path.name
    assert "|  |" not in text, "a value that nobody describes"
    themes = (ROOT / "docs" / "themes.md").read_text()
    base = (ROOT / "templates" / "base.html").read_text()
    assert set(re.findall(r"^\| `(\w+)` \|", themes, re.MULTILINE)) == set(re.findall(r"{% block (\w+) %}", base))


def test_every_key_of_every_record_is_described() -> None:
    text = (ROOT / "docs" / "records.md").read_text()
    for model in vars(models).values():
        if isinstance(model, type) and issubclass(model, Record):
            for key in model.model_fields:
                assert f"`{key}`" in text, f"{model.__name__}.{key}"


def test_readme_names_every_command_and_option() -> None:
    readme = (ROOT / "README.md").read_text()
    run = [sys.executable, "-m", "site_builder"]
    listed = subprocess.run([*run, "--help"], capture_output=True, text=True, cwd=ROOT).stdout
    for command in re.findall(r"^    (\w+) {2,}", listed, re.MULTILINE):
        help_text = subprocess.run([*run, command, "--help"], capture_output=True, text=True, cwd=ROOT).stdout
        line = next(part for part in readme.split("\n    site-builder ") if part.startswith(command))
        for option in set(re.findall(r"--[a-z-]+", help_text)) - {"--help"}:
            assert option in line, (command, option)
    assert parser().prog == "site-builder"


def test_every_file_that_documentation_links_to_exists() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
            assert (page.parent / target).exists(), f"{target} in {page.name}"


def test_every_module_is_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    assert len(text.splitlines()) <= 200
    for path in (ROOT / "site_builder").iterdir():
        if path.name not in ("__init__.py", "__pycache__", "py.typed"):
            assert path.name in text, path.name


def test_targets_of_the_makefile_that_are_mentioned_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"`make ([a-z-]+)`", page.read_text()):
            assert target in targets, f"make {target} in {page.name}"


def test_the_runtime_stays_within_its_weight() -> None:
    lock = (ROOT / "requirements" / "site.txt").read_text()
    build_only = {"editables", "hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}
    extras = {"colorama", "font-source-serif-pro", "pillow", "pypdfium2", "tqdm"}
    names = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    assert extras <= names
    needed = names - build_only - extras
    assert len(needed) + 1 <= 18  # and this distribution itself
    own = [path for folder in ("site_builder", "templates") for path in (ROOT / folder).rglob("*") if path.is_file()]
    manual = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("docs/*.png")]
    whole = weight(*installed(*needed), *own, *manual)
    assert whole <= 40_000_000
    told = re.search(r"takes about (\d+) MB \(without bytecode\)", (ROOT / "README.md").read_text())
    assert told
    assert int(told[1]) * 1_000_000 == pytest.approx(whole, rel=0.02)


@pytest.mark.parametrize(("extra", "names"), [("images", ("pillow", "font-source-serif-pro")), ("pdf", ("pypdfium2",))])
def test_an_extra_weighs_what_is_said(extra: str, names: tuple[str, ...]) -> None:
    project = (ROOT / "pyproject.toml").read_text()
    assert {
        re.split(r"[\[><=]", one)[0] for one in tomllib.loads(project)["project"]["optional-dependencies"][extra]
    } == {*names}
    readme, architecture = (" ".join((ROOT / name).read_text().split()) for name in ("README.md", "ARCHITECTURE.md"))
    told = {
        "pyproject.toml": re.search(rf"; (\d+) MB more\.\n{extra} =", project),
        "README.md": re.search(rf"`{extra}` (?:takes )?(\d+) MB", readme),
        "ARCHITECTURE.md": re.search(rf"The extra `{extra}` \([^)]*?(\d+) MB", architecture),
    }
    whole = weight(*installed(*names))
    for page, figure in told.items():
        assert figure, page
        assert int(figure[1]) * 1_000_000 == pytest.approx(whole, rel=0.1), page


def test_a_library_weighs_what_the_architecture_says() -> None:
    row = r"^\| ([a-z][a-z0-9-]+)(?: \(([^)]*)\))? \|.*\| ([\d.]+) MB \|$"
    rows = re.findall(row, (ROOT / "ARCHITECTURE.md").read_text(), re.MULTILINE)
    assert len(rows) == 5
    for name, others, figure in rows:
        whole = weight(*installed(name, *filter(None, others.split(", "))))
        assert float(figure) * 1_000_000 == pytest.approx(whole, rel=0.1), name


def installed(*names: str) -> list[Path]:
    """The files of distributions."""
    return [Path(str(file.locate())) for name in names for file in metadata.files(name) or ()]


def weight(*files: Path) -> int:
    """Bytes of ``files``, without bytecode, each once."""
    return sum(path.stat().st_size for path in {*files} if path.suffix != ".pyc")


def test_tests_that_the_security_page_names_exist() -> None:
    named = set(re.findall(r"`(tests/[^`]+)`", (ROOT / "docs" / "security.md").read_text()))
    assert len(named) > 20
    for path in named:
        assert (ROOT / path).exists(), path


def test_each_attack_and_fault_says_how_often_and_names_its_test() -> None:
    rows = [
        line[2:-2].split(" | ") for line in (ROOT / "docs" / "security.md").read_text().splitlines() if line[:2] == "| "
    ]
    rows = [row for row in rows if row[0] != "what was tried"]
    assert len(rows) > 70
    for row in rows:
        assert len(row) == 4, row
        assert re.search(r"\d|once", row[1]), row
        tests = re.findall(r"`(tests/[^`]+\.py)`", row[3])
        assert tests, row
        assert [name for name in tests if not (ROOT / name).is_file()] == []
