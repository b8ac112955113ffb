"""Files go in, and drafts come out: what is filed, what is not, and what the editor is told."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.cli import main
from site_builder.editor.importing.run import import_file
from site_builder.load.files import read_project
from site_builder.workspace import Workspace
from tests.projects import ARTICLE, MINIMAL, checked, codes
from tests.tries import examples

HEADER = "statement,actor,date,verdict,summary,quote"
GOOD = "The roads are long.,Ann Able,2020-05-02,Disputed,Baker denies it.,the roads are safer than ever"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path / "project"


def imported(project: Path, text: str, name: str = "sheet.csv") -> tuple[list[dict[str, Any]], list[str]]:
    """The drafts that ``text`` becomes, and the notes on all rows."""
    path = project.parent / name
    path.write_text(text, newline="")
    done = import_file(project, path)
    return [dict(draft.fields) for draft in done.filed], [note for draft in done.drafts for note in draft.notes]


def test_a_row_becomes_a_draft_in_a_new_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / "claims.yaml").read_bytes()
    (project.parent / "Our sheet.csv").write_text(f"{HEADER}\n{GOOD}\n")
    assert main(["import", str(project.parent / "Our sheet.csv"), "--project", str(project)]) == 0
    path = project / "claims" / "imported-our-sheet.yaml"
    out = capsys.readouterr().out
    assert out == f"drafts: 1 of 1, lacking nothing: 1\n{path}\n"
    assert (
        path.read_text().partition("claims:\n")[2]
        == """\
  # row 2
  - id: ann-the-roads-are-long
    actor: ann
    statement: The roads are long.
    date: 2020-05-02
    verdict: disputed
    summary: Baker denies it.
    passages:
      - article: daily-2020-05-03
        quote: the roads are safer than ever
        speech: direct
    status: draft
"""
    )
    assert (project / "claims.yaml").read_bytes() == before
    assert codes(checked(read_project(project))) == []


def test_a_dry_run_shows_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project.parent / "sheet.csv").write_text(f"{HEADER}\n{GOOD}\n")
    assert main(["import", str(project.parent / "sheet.csv"), "--project", str(project), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "drafts: 1 of 1, lacking nothing: 1\nwould write " in out
    assert "  - id: ann-the-roads-are-long\n" in out
    assert not (project / "claims").exists()


def test_what_is_there_is_never_touched(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "claims").mkdir()
    (project / "claims" / "imported-sheet.yaml").write_text("# mine\nclaims:\n")
    (project.parent / "sheet.csv").write_text(f"{HEADER}\n{GOOD}\n")
    command = ["import", str(project.parent / "sheet.csv"), "--project", str(project)]
    assert main(command) == 0
    assert (project / "claims" / "imported-sheet.yaml").read_text() == "# mine\nclaims:\n"
    assert (project / "claims" / "imported-sheet-2.yaml").exists()
    capsys.readouterr()
    assert main(command) == 0  # once more: nothing is new
    out = capsys.readouterr().out
    assert "row 2: left out: the project already has it as ann-the-roads-are-long\n" in out
    assert out.endswith("drafts: 0 of 1, lacking nothing: 0, there already: 1\nnothing was written\n")
    assert not (project / "claims" / "imported-sheet-3.yaml").exists()


@pytest.mark.parametrize(
    ("cell", "value", "lacking", "note"),
    [
        ("date: 2020-05-02", "02/03/2020", "date", "cannot be told apart"),
        ("date: 2020-05-02", "25/04/2020", None, '"25/04/2020" was read as 2020-04-25'),
        ("date: 2020-05-02", "2 May 2020", None, '"2 May 2020" was read as 2020-05-02'),
        ("date: 2020-05-02", "2020-05-02T23:30:00+02:00", None, "was read as 2020-05-02"),
        ("date: 2020-05-02", "43954", "date", "it is not a date with one certain meaning"),
        ("date: 2020-05-02", "2020-06-02", "date", "after the article that reports it"),
        ("actor: Ann Able", "ann", None, ""),
        ("actor: Ann Able", "Anne Able", "actor", 'there is no actor "Anne Able"; did you mean "Ann Able"?'),
        ("verdict: Disputed", "disputed", None, ""),
        ("verdict: Disputed", "DISPUTED", None, ""),
        ("verdict: Disputed", "Pants on fire", "verdict", 'there is no verdict "Pants on fire"'),
        (
            "quote: the roads are safer than ever",
            "the roads are safe",
            "passages",
            "the nearest are: the roads are safer",
        ),
        (
            "quote: the roads are safer than ever",
            "THE ROADS ARE SAFER THAN EVER",
            "passages",
            "are not in daily-2020-05-03",
        ),
        ("quote: the roads are safer than ever", "the roads are safer […] ever", None, ""),
        ("quote: the roads are safer than ever", "the roads are", "passages", "stand in 2 places"),
        ("quote: the roads are safer than ever", "the road", "passages", "are not in daily-2020-05-03"),
        (
            "statement: The roads are long.",
            "The roads\x07 are long.",
            "statement",
            "U+0007 in it is not text",
        ),
        ("statement: The roads are long.", "x" * 10_001, "statement", "it has 10,001 characters, more than 10,000"),
    ],
)
def test_nothing_is_guessed(project: Path, cell: str, value: str, lacking: str | None, note: str) -> None:
    key, _, old = cell.partition(": ")
    cells = dict(zip(HEADER.split(","), GOOD.split(","), strict=True))
    assert cells[key] == old
    stream = io.StringIO()
    csv.writer(stream).writerows([cells.keys(), {**cells, key: value}.values()])
    drafts, notes = imported(project, stream.getvalue())
    assert (lacking in drafts[0]) is False if lacking else len(drafts[0]) == 8
    assert [line for line in notes if note in line] if note else notes == []


def test_a_row_that_lacks_everything_is_a_draft_still(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project.parent / "sheet.csv").write_text(f"{HEADER}\nНешта.,Nobody,soon,maybe,,words that nobody said\n")
    assert main(["import", str(project.parent / "sheet.csv"), "--project", str(project)]) == 0
    out = capsys.readouterr().out
    assert "row 2: neshta lacks actor, date, verdict, summary, passages\n" in out
    assert '    `actor`: there is no actor "Nobody"\n' in out
    result = checked(read_project(project))
    assert codes(result) == ["draft-incomplete"]
    assert result.files is not None


def test_rows_that_say_nothing_are_left_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project.parent / "sheet.csv").write_text(f"{HEADER}\n,Ann Able,2020,,,\n,,,,,\na,b,c,d,e,f,g\n{GOOD}\n")
    assert main(["import", str(project.parent / "sheet.csv"), "--project", str(project)]) == 1
    out = capsys.readouterr().out
    assert "row 2: left out: it has no statement\n" in out
    assert (
        "row 4: left out: it has 7 cells, and the first row 6: a cell with a comma in it needs quotation marks\n" in out
    )
    assert "row 3" not in out
    assert "drafts: 1 of 3, lacking nothing: 1, left out: 2\n" in out


def test_ids_are_given_once(project: Path) -> None:
    text = "id,statement\nroads-are-safe,Already there\nx,One\nx,Two\nNo id,Three\n,Three\n"
    drafts, notes = imported(project, text)
    assert [draft["id"] for draft in drafts] == ["x", "three", "three-2"]
    assert notes == ['"No id" is not an id']


def test_an_article_is_known_by_its_id_its_headline_or_its_address(project: Path) -> None:
    rows = ["daily-2020-05-03", "Minister on Roads", "https://example.org/roads", "somebody's blog"]
    text = "statement,quote,source\n" + "".join(f"S{n}.,the roads are old,{row}\n" for n, row in enumerate(rows))
    drafts, notes = imported(project, text)
    assert [len(draft.get("passages", ())) for draft in drafts] == [1, 1, 1, 1]
    found = 'the words "the roads are old" were found in daily-2020-05-03: '
    assert notes == [
        f"{found}no article on file has the address https://example.org/roads",
        f'{found}"somebody\'s blog" is neither an article id nor a headline',
    ]
    article = project / "content/articles/daily-2020-05-03.md"
    article.write_text(article.read_text().replace("publisher:", "url: http://www.example.org/roads/\npublisher:"))
    assert imported(project, text)[1] == notes[1:]
    other = "statement,quote,source\nS.,the roads are old,https://example.net/\n"
    drafts, notes = imported(project, other)
    assert "passages" not in drafts[0]  # another page has another text, whatever stands in it
    unfiled = 'the words "the roads are old" are not filed; they are in daily-2020-05-03'
    assert notes == [f"no article on file has the address https://example.net/; {unfiled}"]


def test_what_was_imported_once_is_known_whatever_it_lacks(project: Path) -> None:
    first = "statement,actor,quote\nOne,Nobody,\nTwo,Ann Able,\n,,the roads are old\n"
    path = project.parent / "first.csv"
    path.write_text(first)
    done = import_file(project, path)
    (project / "claims").mkdir()
    (project / done.name).write_text(done.text.replace("statement: One", "statement: One\n    actor: ann"))
    again = import_file(project, path)
    assert [draft.known for draft in again.drafts] == ["one", "ann-two", "the-roads-are-old"]
    drafts, _ = imported(project, f"{first}Two,Bob Baker,\nThree,,\n")
    assert [draft["id"] for draft in drafts] == ["bob-two", "three"]


def test_a_name_is_the_same_however_its_accents_are_coded(project: Path) -> None:
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("Ann Able", "Zoë Able"))
    drafts, notes = imported(project, f"{HEADER}\n{GOOD}\n".replace("Ann Able", "Zoe\u0308 Able"))
    assert (drafts[0]["actor"], notes) == ("ann", [])


def test_a_name_that_two_have_is_nobodys(project: Path) -> None:
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("name: Bob Baker", "name: Bob Baker\n    also_known_as: [Ann Able]"))
    _, notes = imported(project, f"{HEADER}\n{GOOD}\n")
    assert notes == ['`actor`: "Ann Able" is the name of several: ann, bob']


def test_what_is_printed_is_clean(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project.parent / "sheet.csv").write_text('statement,actor\nS.,"\x1b[2J\u202eelba\nnnA"\n')
    assert main(["import", str(project.parent / "sheet.csv"), "--project", str(project)]) == 0
    out = capsys.readouterr().out + (project / "claims" / "imported-sheet.yaml").read_text()
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert codes(checked(read_project(project))) == ["draft-incomplete"]


@examples(60)
@given(st.dictionaries(st.sampled_from(["id", "actor", "date", "assessment", "quote", "source"]), st.text()), st.text())
def test_any_cell_becomes_a_draft_or_is_told_of(project: Path, cells: Mapping[str, str], statement: str) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerows([["statement", *cells], [f"S{statement}", *cells.values()]])
    path = project.parent / "any.csv"
    path.write_bytes(stream.getvalue().replace("\0", "").encode("utf-8", "ignore"))
    done = import_file(project, path)
    after = Workspace.open(project).changed({"claims/any.yaml": done.text.encode()} if done.text else {})
    assert [fault for fault in after.faults if fault.severity == "error"] == []
    assert [entry.id for entry in after.records.claims[1:]] == [draft.fields["id"] for draft in done.filed]


def test_of_words_that_are_in_very_many_places_the_number_is_not_told(project: Path) -> None:
    article = project / ARTICLE
    article.write_text(article.read_text() + "Icy. " * 300)
    drafts, notes = imported(project, f"{HEADER}\nThe roads are icy.,Ann Able,2020-05-02,,,Icy\n")
    assert "passages" not in drafts[0]
    assert any('"Icy" stand in more than 100 places, and it is not clear which is meant' in note for note in notes)
