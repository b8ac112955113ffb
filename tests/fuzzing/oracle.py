"""What must hold for every project, damaged or not: a site or diagnostics, and nothing in either that breaks readers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from random import Random
from xml.etree import ElementTree as ET

from site_builder.build import BuildResult, Memo, Options, build
from site_builder.diagnostics import Diagnostic, Report
from site_builder.editor.coverage import coverage
from site_builder.editor.escape import escape
from site_builder.editor.find import find
from site_builder.editor.fix import repair
from site_builder.editor.schema import schemas
from site_builder.forges import as_github, as_gitlab, as_summary
from site_builder.history.against import compare
from site_builder.history.deploy import undeployable
from site_builder.history.future import in_future
from site_builder.history.unfilled import unfilled
from site_builder.link.texts import Texts
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.reporting import as_json, as_text
from tests.fuzzing import nasty
from tests.fuzzing.cases import Case, base

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\ufffe\uffff]")
_TERMINAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_TEXTS = (".html", ".json", ".xml", ".txt", ".css", ".js", ".csv", ".jsonld", ".svg", "_headers", "_redirects")


@lru_cache(maxsize=2)
def first(number: int) -> BuildResult:
    """The build of a project without damage."""
    result = build(base(number), options=Options(index=False, exports=True))
    assert result.files is not None, as_text(result.report)
    return result


def judge(case: Case) -> None:
    """Build the project of ``case``, and do with it what commands do; raises what is wrong about that."""
    chance = Random(f"{case.seed} how")
    project, before = case.project, first(case.number)
    options = Options(search=chance.random() < 0.1, exports=True)
    result = build(project, Memo(theme=before.memo.theme), options)
    check_result(project, result)
    way = chance.random()
    if way < 0.15:
        again = build(project, before.memo, options)
        assert as_text(again.report) == as_text(result.report), "another report, with a memory"
        assert_same(result.files, again.files)
    elif way < 0.5:
        as_editor(chance, project)
    elif way < 0.7:
        against(base(case.number), project)


def check_result(project: Project, result: BuildResult) -> None:
    """Raise what is wrong about the ``result`` for ``project``."""
    assert (result.files is None) == (result.report.errors > 0), "neither a site nor an error, or both"
    check_report(result.report)
    if result.files is not None:
        # What is published unchanged is the editor's.
        own = set(project.static) | {name for name in result.files if name.startswith("assets/")}
        check_files({name: data for name, data in result.files.items() if name not in own})


def check_report(report: Report) -> None:
    """Raise what is wrong about diagnostics: places that are none, texts that a terminal would obey."""
    for show in (as_text, as_json, as_github, as_gitlab, as_summary):
        show(report).encode()
    json.loads(as_json(report))
    json.loads(as_gitlab(report))
    text = as_text(report)
    shown = _TERMINAL.search(_COLOURS.sub("", text).replace("\n", ""))
    assert shown is None, f"the report has {shown!r}"
    for diagnostic in report.diagnostics:
        line, column = diagnostic.position
        assert line >= 1, diagnostic
        assert column >= 1, diagnostic


def check_files(files: Mapping[str, bytes]) -> None:
    """Raise where a file of a site cannot be read by what reads it."""
    for name, data in files.items():
        if name.endswith(_TEXTS) and not name.startswith("pagefind/"):
            text = data.decode()
            odd = _NO_TEXT.search(text)
            assert odd is None, f"{name} has {odd!r}: {text[max(0, odd.start() - 30) : odd.end()]!r}"
        if name.endswith((".json", ".jsonld")):
            json.loads(data)
        elif name.endswith((".xml", ".svg")):
            ET.fromstring(data)  # noqa: S314 – our own
        assert not name.startswith("/"), name
        assert ".." not in name.split("/"), name


def assert_same(one: Mapping[str, bytes] | None, other: Mapping[str, bytes] | None) -> None:
    """Raise unless two builds have the same files."""
    ours, theirs = one or {}, other or {}
    unlike = sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))
    assert unlike == [], f"a build that remembers makes other files: {unlike[:5]}"


def as_editor(chance: Random, project: Project) -> None:
    """Ask what editors ask: words, coverage, repairs, schemas; a repaired project must be readable as well."""
    records, _ = load(project)
    asked = chance.choice((*nasty.EVERY, "the roads", "roads are safer"))
    for match in find(Texts(records), asked):
        assert match.line >= 1
    coverage(records)
    schemas(records)
    changed = {name: new.encode("utf-8", "surrogatepass") for name, (_, new) in escape(records)[0].items()}
    repaired = repair(records)
    changed |= {name: new.encode("utf-8", "surrogatepass") for name, (_, new) in repaired.files.items()}
    if changed:
        load(Project({**project.content, **changed}, project.theme, project.static))


def against(published: Project, project: Project) -> None:
    """Compare with what was published, both ways: what was published can be as odd as what is to be."""
    old, new = load(published)[0], load(project)[0]
    more: list[Diagnostic] = [*compare(old, new), *compare(new, old), *undeployable(new), *unfilled(project)]
    check_report(Report.of([*more, *in_future(new, date(2020, 1, 1))]))
