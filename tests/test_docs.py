"""Documentation that cannot rot: pages made from tables are compared, commands and names that are mentioned exist."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from docs import blocks, macros
from docs.fields import fields
from docs.regions import filled, table
from site_builder.command_line import parser
from site_builder.exports.schemas import SCHEMAS
from site_builder.records import models
from site_builder.records.record import Record

ROOT = Path(__file__).resolve().parent.parent


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pages_that_are_made_from_the_code_are_up_to_date() -> None:
    pages = generator().PAGES
    assert len(pages) == 6
    for page in pages:
        assert (ROOT / "docs" / f"{page.__name__}.md").read_text() == page(), "run `make docs`"


def test_a_part_of_a_page_is_made_anew_and_the_rest_is_left() -> None:
    page = "Words.\n\n<!-- A b, made by `make docs` -->\n\n| old |\n\n<!-- end -->\n\nMore.\n"
    made = filled(page, {"A b": table(("x", "y"), [("1", "a | b")])})
    assert made == page.replace("| old |", "| x | y |\n|---|---|\n| 1 | a \\| b |")
    assert filled(made, {"A b": "| old |"}) == page
    for parts in ({}, {"B": ""}, {"A b": "", "B": ""}):
        with pytest.raises(ValueError, match="different parts"):
            filled(page, parts)
    with pytest.raises(ValueError, match="different parts"):
        filled(page + page, {"A b": ""})


def test_every_template_and_every_value_is_described() -> None:
    text = (ROOT / "docs" / "templates.md").read_text()
    for path in (ROOT / "templates").glob("*.html"):
        assert f"## {path.name}\n" in text, path.name
    assert "|  |" not in text, "a value that nobody describes"


def test_every_block_is_described_and_nothing_else_is() -> None:
    theme = blocks.read(ROOT / "templates")
    text = (ROOT / "docs" / "templates.md").read_text()
    for name, template in theme.items():
        found = blocks.holds(theme, name)
        assert [block for block, said in found.items() if not said] == [], name
        assert set(template.said) <= set(template.blocks), name
        assert set(found) in ({}.keys(), blocks.holds(theme, "base.html").keys()), name
        section = text.partition(f"## {name}\n")[2].partition("\n## ")[0]
        assert set(template.blocks) <= set(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)), name
        assert f"Extends `{template.extends}`" in section or not template.extends, name


def test_every_macro_of_the_parts_is_described() -> None:
    text = (ROOT / "docs" / "templates.md").read_text().partition("\n## Macros\n")[2]
    found = macros.read(ROOT / "templates" / "parts")
    assert found.keys() == {path.name for path in (ROOT / "templates" / "parts").glob("*.html")}
    for name, each in found.items():
        source = (ROOT / "templates" / "parts" / name).read_text()
        assert len(each) == len(re.findall(r"{%-?\s*macro\s", source)), name
        section = text.partition(f"### parts/{name}\n")[2].partition("\n### ")[0]
        for macro in each:
            assert macro.said, f"nothing says what {macro.call} of {name} makes"
            assert f"| `{macro.call}` | {macro.said} |" in section


def test_a_comment_describes_the_macro_on_the_next_line(tmp_path: Path) -> None:
    head = "{# The file. #}\n\n{# A\n  list. #}\n"
    text = f"{head}{{% macro one(a, b=2) -%}}\nx\n{{%- endmacro %}}\n{{% macro two() %}}{{% endmacro %}}\n"
    (tmp_path / "x.html").write_text(text)
    assert macros.read(tmp_path) == {"x.html": [macros.Macro("one(a, b=2)", "A list."), macros.Macro("two()", "")]}


def test_a_block_without_words_of_its_own_has_those_of_the_template_above() -> None:
    theme = {
        "a.html": blocks.Template("", ("main", "foot"), {"main": "all", "foot": "the end"}),
        "b.html": blocks.Template("a.html", ("main", "more"), {"main": "a list"}),
    }
    assert blocks.holds(theme, "b.html") == {"main": "a list", "foot": "the end", "more": ""}
    assert blocks.told(theme, "b.html").startswith("Extends `a.html`, and fills:\n\n| block | holds |\n")


def test_every_key_of_every_record_is_described() -> None:
    kinds = [kind for kind in vars(models).values() if isinstance(kind, type) and issubclass(kind, Record)]
    assert {kind.__name__ for kind in kinds} == set(models.__all__)
    for kind in kinds:
        for key, field in kind.model_fields.items():
            assert re.fullmatch(r"\S.+\.", field.description or ""), f"{kind.__name__}.{key}"


def test_a_row_of_a_record_says_what_the_key_may_be() -> None:
    rows = {row.split(" | ")[0][2:]: row[2:-2].split(" | ")[1:] for row in fields(models.ClaimRecord).splitlines()}
    assert rows["**`id`**"][:2] == ["id", "required"]
    assert rows["**`passages`**"][:2] == ["list of [passages](#a-passage), at least one, at most 1,000", "required"]
    assert rows["`about`"][:2] == ["list of ids of actors, each once, at most 1,000", "–"]
    assert rows["`status`"][:2] == ["`draft`, `published` or `withdrawn`", "`published`"]
    assert set(rows) >= {f"`{name}`" for name in ("former_ids", "checked_by", "scale")}
    assert "| whole number from 1 to 9 | required |" in fields(models.ReviewRecord)
    assert "| mapping from page number to line, at most 2,000 | – |" in fields(models.ArticleRecord)


def described(schema: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Path and description of every key of a JSON Schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from described(part, path)
    elif isinstance(schema, dict):
        for name, value in schema.get("properties", {}).items():
            yield f"{path}.{name}", value.get("description", "")
            yield from described(value, f"{path}.{name}")
        yield from described([value for key, value in schema.items() if key != "properties"], path)


def test_every_key_of_the_data_is_described() -> None:
    for kind, schema in SCHEMAS.items():
        found = list(described(schema, kind))
        assert len(found) > 8
        assert [path for path, said in found if not said] == []


def test_links_inside_of_a_page_lead_to_its_headings() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        text = page.read_text()
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) - anchors == set(), page.name


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
