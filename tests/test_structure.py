"""The measures of the house: short modules, short functions, a test for each module, layers that leave nothing out."""

from __future__ import annotations

import ast
import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.projects import ROOT
from tests.structure import ELSEWHERE

PACKAGE, TESTS = ROOT / "site_builder", ROOT / "tests"
MOST_LINES, MEDIAN_LINES, FUNCTION_LINES = 250, 120, 30
MODULES = {
    path.relative_to(PACKAGE).as_posix(): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.name != "__init__.py" and "starter" not in path.parts
}
COVERED = {module: (test, why) for (test, why), modules in ELSEWHERE.items() for module in modules.split()}


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def code_lines(path: Path) -> int:
    """Lines with code: not empty, no comment, no docstring; the package has a docstring under each field."""
    text = path.read_text("utf-8")
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    found: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in silent:
            found |= set(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            found -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(found)


def imported(path: Path) -> Iterator[str]:
    """The modules of this project that ``path`` imports, at its head or inside of a function."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def reached(test: Path) -> set[str]:
    """The modules of the package that are imported by ``test`` or by what it imports."""
    seen: set[str] = set()
    left = list(imported(test))
    while left:
        name = left.pop()
        path = ROOT / f"{name.replace('.', '/')}.py"
        package = ROOT / name.replace(".", "/") / "__init__.py"
        if name not in seen and (path.is_file() or package.is_file()):
            seen.add(name)
            left += imported(path if path.is_file() else package)
    return {name.removeprefix("site_builder.").replace(".", "/") + ".py" for name in seen}


def test_no_module_is_too_long() -> None:
    assert {name for name, path in MODULES.items() if lines(path) > MOST_LINES} == set()
    assert median(map(lines, MODULES.values())) <= MEDIAN_LINES


def test_functions_fit_a_screen() -> None:
    functions = [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES.values()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert sorted(functions)[int(len(functions) * 0.95)] <= FUNCTION_LINES


def test_every_module_has_its_test() -> None:
    own = {name for name in MODULES if (TESTS / Path(name).parent / f"test_{Path(name).name}").is_file()}
    assert set(MODULES) - own - set(COVERED) == set(), "write its test, or say in tests/structure.py which one tries it"
    assert own & set(COVERED) == set(), "these have tests of their own"
    assert set(COVERED) - set(MODULES) == set(), "these are no modules"


@pytest.mark.parametrize("test", sorted({test for test, _ in ELSEWHERE}))
def test_a_test_that_stands_for_modules_comes_to_them(test: str) -> None:
    modules = {module for module, (other, _) in COVERED.items() if other == test}
    # Commands are found by name: their package imports them all.
    assert modules - reached(TESTS / test) - {"__main__.py"} == set()


def test_there_is_as_much_test_as_code() -> None:
    code = sum(map(code_lines, PACKAGE.rglob("*.py")))
    assert sum(map(code_lines, TESTS.rglob("*.py"))) >= code


def test_layers_leave_nothing_out() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    assert contract["exhaustive"] is True
    layered = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    rooms = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert rooms - layered == {"__init__", *contract["exhaustive_ignores"]}
    told = re.sub(r"\s+", " ", (ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    assert " > ".join(" | ".join(part.strip() for part in layer.split("|")) for layer in contract["layers"]) in told


def test_the_architecture_says_what_each_stage_remembers() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert len(text.splitlines()) < 200
    drawing = text.split("\n\n")[2]
    stages = re.findall(r"\b(load|link|make|export|index|publish)\b", drawing)
    told = re.findall(r"^- (\w+)\. Incremental: [^\n]{20,}", text, re.MULTILINE)
    assert told == list(dict.fromkeys(stages))
