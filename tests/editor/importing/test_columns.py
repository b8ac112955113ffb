"""A table whose columns have names of the desk's own: which holds what is said on the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.editor.importing.columns import keys_of, named
from site_builder.errors import EnvironmentProblem
from tests.projects import MINIMAL

SHEET = (
    "\ufeffAussage;Sprecher;Datum;Urteil;Begründung;Wortlaut;Notiz\r\n"
    '"Die Straßen sind lang, und breit.";Ann Able;2. Mai 2020;Disputed;Baker bestreitet es.;the roads are safer than ever;x\r\n'
)
COLUMNS = "Aussage=statement, sprecher=actor,Datum=date,Urteil=verdict,Begründung=reason,Wortlaut=quote"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "project")
    (tmp_path / "sheet.csv").write_text(SHEET, newline="")
    return tmp_path / "project"


def run(project: Path, *more: str) -> int:
    return main(["import", str(project.parent / "sheet.csv"), "--project", str(project), *more])


def test_a_german_sheet_becomes_drafts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "--columns", COLUMNS) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "columns that are not read: Notiz\n    to say what one of them holds: --columns Notiz=statement;"
    )
    assert "drafts: 1 of 1" in out
    text = (project / "claims/imported-sheet.yaml").read_text()
    assert "statement: Die Straßen sind lang, und breit." in text
    assert "actor: ann\n" in text
    assert "summary: Baker bestreitet es." in text
    assert "quote: the roads are safer than ever" in text


def test_without_it_the_message_says_how(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project) == 2
    err = capsys.readouterr().err
    assert 'the first row has "Aussage", "Sprecher", "Datum", "Urteil"' in err
    assert '--columns "Aussage=statement,Datum=date"' in err


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aussage=statement", {"aussage": "statement"}),
        ("Aussage = Claim , Wer=SPEAKER", {"aussage": "statement", "wer": "actor"}),
        ("Wann, wo=date,a=b=quote", {"wann, wo": "date", "a=b": "quote"}),
        ("Aussage=statement,aussage=claim", {"aussage": "statement"}),
        ("Link=article_url", {"link": "article_url"}),
    ],
)
def test_what_is_said_of_columns(text: str, expected: dict[str, str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("Aussage", '--columns: "Aussage" has no equals sign', '--columns "Aussage=statement,Datum=date"'),
        ("A=quote,B", '--columns: "B" has no equals sign', "Datum=date"),
        ("=quote", '--columns: "=quote" names no column', "Datum=date"),
        ("Aussage=statment", '--columns: "statment" is nothing that a column holds', 'did you mean "statement"?'),
        ("Aussage=", '--columns: "" is nothing that a column holds', "one of id, statement, actor"),
        ("A=quote,A=date", '--columns: "A" stands there twice', "name each column once"),
    ],
)
def test_what_cannot_be_read_is_told_of(text: str, message: str, advice: str) -> None:
    with pytest.raises(EnvironmentProblem) as raised:
        named(text)
    assert str(raised.value) == message
    assert advice in raised.value.remedy


def test_a_column_that_is_not_there_is_told_of() -> None:
    with pytest.raises(EnvironmentProblem, match='no column is called "ausage": the first row has "Aussage"') as raised:
        keys_of(["Aussage"], named("Ausage=statement"))
    assert raised.value.remedy == 'did you mean "aussage"?'


def test_what_is_said_counts_before_what_a_name_means() -> None:
    assert keys_of(["Claim", "Aussage"], named("Aussage=statement")) == {1: "statement"}
    assert keys_of(["Who", "Claim"], named("Who=quote")) == {0: "quote", 1: "statement"}


def test_two_columns_cannot_hold_the_same() -> None:
    with pytest.raises(EnvironmentProblem, match='the columns "A" and "B" both give the statement'):
        keys_of(["A", "B"], named("A=statement,B=statement"))


def test_data_have_no_columns(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project.parent / "data.json").write_text("[]")
    assert main(["import", str(project.parent / "data.json"), "--project", str(project), "--columns", "a=quote"]) == 2
    assert "is no table, and has no columns" in capsys.readouterr().err
