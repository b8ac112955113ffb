"""What an editor is told: one fault, one message, at its line, in words that help."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from site_builder.build import Options, build
from site_builder.diagnostics import Diagnostic
from site_builder.errors import EnvironmentProblem
from site_builder.forges import as_github
from site_builder.load.files import Project, read_project
from site_builder.reporting import as_json, as_text
from tests.projects import ARTICLE, MINIMAL, changed, checked, codes, edited, minimal

PAGE = "content/pages/method.md"


def only(project: Project) -> Diagnostic:
    """The one diagnostic of a check."""
    (fault,) = checked(project).report.diagnostics
    return fault


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("claims.yaml", "    date: 2020-05-02"),
        ("claims/2020/may.yaml", ""),
        ("content/site.yaml", "topics:"),
        (ARTICLE, "publisher:"),
        (ARTICLE, "Carolinus"),
        (PAGE, "title:"),
        ("templates/base.html", "<html"),
    ],
)
def test_a_merge_that_nobody_finished_is_one_fault_in_every_file(name: str, before: str) -> None:
    project = minimal()
    data = {**project.content, "claims/2020/may.yaml": b"claims:\n"} | {
        f"templates/{path}": content for path, content in project.theme.items()
    }
    text = data[name].decode()
    at = text.index(before)
    merged = text[:at] + "\n<<<<<<< HEAD\nnonsense: [\n=======\nclaims:\n>>>>>>> spring\n" + text[at:]
    fault = only(changed(project, {name: merged.encode()}))
    assert (fault.code, fault.file) == ("merge-conflict", name)
    assert fault.position == (text[:at].count("\n") + 2, 1)
    assert "merge" in fault.message
    assert "keep the version that is right" in (fault.help or "")


def test_a_heading_underlined_with_seven_signs_is_no_marker() -> None:
    assert checked(edited(minimal(), ARTICLE, "Carolinus", "Drivers\n=======\n\nCarolinus")).report.diagnostics == ()


@pytest.mark.parametrize(
    ("name", "there", "written", "words"),
    [
        ("claims.yaml", "date: 2020-05-02", "date: 2020-5-2", "write 2020-05-02"),
        ("claims.yaml", "date: 2020-05-02", "date: 2020-05-02T14:00:00+03:00", "write 2020-05-02"),
        ("claims.yaml", "date: 2020-05-02", "date: 02/05/2020", "cannot be told apart"),
        ("claims.yaml", "published: 2020-06-01", "published: 1 June 2020", "write 2020-06-01"),
        ("claims.yaml", "published: 2020-06-01", "published: 2020-06", "write the day, too: 2020-06-…"),
        (ARTICLE, "published: 2020-05-03", "published: 2020–05–03", "write 2020-05-03"),
        (ARTICLE, "published: 2020-05-03", "published: about 2020", "write 2020~"),
    ],
)
def test_a_date_in_another_notation_gets_the_right_form(name: str, there: str, written: str, words: str) -> None:
    fault = only(edited(minimal(), name, there, written))
    assert fault.code == "invalid-date"
    assert words in (fault.help or "")


def with_references() -> Project:
    """The minimal project, in which each kind of record is named by another."""
    links = "[[claim:roads-are-safe]], [[actor:ann]], [[article:daily-2020-05-03]]."
    project = edited(minimal(), PAGE, "We read.", links)
    second = b"""claims:
  - id: second
    actor: ann
    statement: The roads are old.
    date: 2020-05-02
    topics: [roads]
    verdict: disputed
    summary: Baker says so.
    relations: [{claim: roads-are-safe, kind: repeats}]
    passages: [{article: daily-2020-05-03, quote: the roads are old, speaker: bob}]
    published: 2020-06-01
"""
    project = changed(project, {"claims/more.yaml": second})
    assert checked(project).report.diagnostics == ()
    return project


def broken(data: bytes, how: str) -> bytes:
    """``data`` as a failed save, another encoding, a merge or a slip leaves it."""
    return {
        "empty": b"",
        "blank": b" \n\n",
        "windows-1252": data + b"\n\x93no\x94\n",
        "utf-16": data.decode().encode("utf-16"),
        "merge": b"<<<<<<< HEAD\n" + data,
        "yaml": data.replace(b": ", b":", 1),
    }[how]


@pytest.mark.parametrize("how", ["empty", "blank", "windows-1252", "utf-16", "merge", "yaml"])
@pytest.mark.parametrize("name", ["claims.yaml", "content/site.yaml", ARTICLE, PAGE])
def test_a_file_that_cannot_be_read_is_one_fault_and_nobody_misses_what_is_in_it(name: str, how: str) -> None:
    project = with_references()
    fault = only(changed(project, {name: broken(project.content[name], how)}))
    assert fault.file == name


@pytest.mark.parametrize(
    ("name", "there", "written", "code"),
    [
        (ARTICLE, "---\ntitle", "title", "front-matter"),
        (ARTICLE, "---\nMinister", "Minister", "front-matter"),
        (ARTICLE, "publisher: The Daily", "publihser: The Daily", "unknown-key"),
        (PAGE, "---\ntitle", "title", "front-matter"),
        ("claims.yaml", "actors:", "actor:", "unknown-key"),
        ("claims.yaml", "claims:", "cliams:", "unknown-key"),
        ("claims.yaml", "  ann:", "  Ann Able:", "invalid-id"),
        ("claims.yaml", "id: roads-are-safe", "id: Roads are safe", "invalid-id"),
        ("claims.yaml", "id: roads-are-safe", "ID: roads-are-safe", "unknown-key"),
        ("claims.yaml", "  ann:\n    name: Ann Able", "  ann:\n    nmae: Ann Able", "unknown-key"),
        ("content/site.yaml", "base_url", "baseurl", "unknown-key"),
        ("content/site.yaml", "roads: {label: Roads}", "roads: Roads", "wrong-type"),
    ],
)
def test_a_faulty_record_is_not_missed_either(name: str, there: str, written: str, code: str) -> None:
    assert only(edited(with_references(), name, there, written)).code == code


def test_an_article_whose_name_is_no_id_is_one_fault() -> None:
    project = with_references()
    data = project.content[ARTICLE]
    fault = only(changed(project, {ARTICLE: None, "content/articles/Daily_2020-05-03.md": data}))
    assert fault.code == "file-name"
    assert fault.help == "rename the file to daily-2020-05-03.md"


def test_a_file_that_is_not_there_is_missed_once() -> None:
    assert only(changed(with_references(), {"claims.yaml": None})).code == "file-missing"
    assert only(changed(with_references(), {"content/site.yaml": None})).code == "file-missing"


def test_a_template_that_is_no_text_is_one_fault() -> None:
    assert only(changed(minimal(), {"templates/base.html": b"<p>\x94</p>"})).code == "file-encoding"


@pytest.mark.parametrize(
    "name", ["content/articles/daily-2020-05-03.md", "claims/2020.yaml", "content/pages/a.md", "claims.yaml"]
)
def test_a_folder_in_place_of_a_file_is_told(name: str, tmp_path: Path) -> None:
    shutil.copytree(MINIMAL, tmp_path / "site")
    path = tmp_path / "site" / name
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)
    with pytest.raises(EnvironmentProblem, match=path.name):
        read_project(tmp_path / "site")


def test_what_is_said_again_and_again_is_counted() -> None:
    claim = "  - {id: c%d, actor: ann, statement: s, date: 2020, verdict: disputed, summary: s}\n"
    text = minimal().content["claims.yaml"].decode() + "".join(claim % number for number in range(1000))
    report = checked(changed(minimal(), {"claims.yaml": text.encode()})).report
    assert report.errors == 1000
    shown = as_text(report)
    assert shown.count("error[missing-key]: a claim needs") == 100
    assert "error[missing-key]: and 900 more of this kind" in shown
    assert shown.rstrip().endswith("1000 errors")
    data = json.loads(as_json(report))
    assert (len(data["diagnostics"]), data["more"]) == (100, {"missing-key": 900})


@pytest.mark.parametrize("where", ["", "actors:\n  cy:\n", "claims:\n  - "])
def test_messages_do_not_grow_with_the_keys_that_nobody_knows(where: str) -> None:
    indent = "    " if where else ""
    for number in (1000, 2000):
        more = "".join(f"{indent}key-{count}: x\n" for count in range(number))
        text = where + (more.lstrip() if where.endswith("- ") else more)
        report = checked(changed(minimal(), {"claims/more.yaml": text.encode()})).report
        assert 1 < len(report.diagnostics) < 30


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_separators_that_nobody_sees_do_not_reach_the_site(separator: str) -> None:
    project = edited(minimal(), ARTICLE, "agreed with", f"agreed{separator}with")
    project = edited(project, PAGE, "We read.", f"We{separator}read.")
    escaped = f'"Words\\u{ord(separator):04x}here."'
    project = edited(project, "claims.yaml", "    published:", f"    assessment: {escaped}\n    published:")
    project = edited(project, ARTICLE, "publisher:", "rights: full\npublisher:")
    result = build(project, options=Options(search=False, exports=True))
    assert codes(result) == []
    assert result.files is not None
    written = {name: data for name, data in result.files.items() if name.endswith((".html", "json", "xml", "csv"))}
    assert [name for name, data in written.items() if separator.encode() in data] == []
    assert b"agreed with" in result.files["articles/daily-2020-05-03/index.html"]


@pytest.mark.parametrize("letter", ["\\0", "\\x07", "\\uFFFE"])
def test_what_is_no_text_is_refused_with_its_number(letter: str) -> None:
    fault = only(edited(minimal(), "claims.yaml", "The roads are safe.", f'"The {letter} roads"'))
    assert "is not text" in fault.message
    assert fault.help is not None


def test_messages_themselves_carry_nothing_unseen() -> None:
    text = 'claims:\n  - {id: x, "a\\u202e\\u2028\\0b": y}\n'
    report = checked(changed(minimal(), {"claims/more.yaml": text.encode()})).report
    assert report.errors > 0
    for form in (as_text, as_github):
        assert not set("\u202e\u2028\0") & set(form(report))
