from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.command_line import parser
from site_builder.editor.importing import KINDS
from site_builder.editor.importing.opening import MOST_BYTES, json_of, kind_of, read_file, text_of
from site_builder.errors import EnvironmentProblem

PATH = Path("sheet.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    assert (
        text_of("statement,who\nДарогі бяспечныя.,Эн\n".encode(encoding), PATH)
        == "statement,who\nДарогі бяспечныя.,Эн\n"
    )


@pytest.mark.parametrize(
    ("data", "message", "remedy"),
    [
        (b"PK\x03\x04xl/workbook.xml", "sheet.csv is a workbook or an archive", "export the sheet as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a file of an old spreadsheet program", "export the sheet as CSV"),
        (b"%PDF-1.7\n", "sheet.csv is a PDF", "import the table"),
        (b"\x1f\x8b\x08\0", "a compressed file", "unpack it first"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not text in UTF-8: byte 0x89 in line 1", "export it again in UTF-8"),
        ("statement\nCafé".encode("cp1252"), "not text in UTF-8: byte 0xe9 in line 2", "Excel: CSV UTF-8"),
        (b"statement\n\0\0", "it has NUL bytes", "import a CSV"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, message: str, remedy: str) -> None:
    with pytest.raises(EnvironmentProblem) as problem:
        text_of(data, PATH)
    assert message in problem.value.message
    assert remedy in problem.value.remedy


def test_a_file_is_read_up_to_a_bound(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(EnvironmentProblem, match=r"cannot read .*: No such file"):
        read_file(path)
    with pytest.raises(EnvironmentProblem, match="is not a file"):
        read_file(tmp_path)
    path.write_bytes(b" \n")
    with pytest.raises(EnvironmentProblem, match="is empty"):
        read_file(path)
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(EnvironmentProblem, match="has more than 32,000,000 bytes"):
        read_file(path)
    with path.open("wb") as stream:
        stream.write(b"x" * 10)
    assert read_file(path) == b"x" * 10


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1,}', "is not JSON: .* in line 1, column"),
        ("[" * 100_000, "is nested too deeply"),
        ("1" * 5_000, "is not valid JSON"),
        ("<!doctype html><p>Words.</p>", "is a page without JSON-LD"),
        ('<script type="application/ld+json">{</script>', "is not JSON"),
    ],
)
def test_json_that_is_none_is_said_so(text: str, message: str) -> None:
    with pytest.raises(EnvironmentProblem, match=message):
        json_of(text, PATH)


def test_a_page_has_the_json_of_its_scripts() -> None:
    page = '<html><script>{"no": 1}</script><script type="application/LD+JSON">{"a": "&amp;"}</script><p>{"b": 2}</p>'
    assert json_of(page, PATH) == [{"a": "&amp;"}]


def test_what_a_file_is_shows_in_its_first_sign() -> None:
    assert [kind_of(text) for text in (" {}", "[]", "\n<html>", "statement,who")] == ["json", "json", "json", "csv"]


def test_the_command_line_names_every_kind() -> None:
    for kind in KINDS:
        assert parser().parse_args(["import", "x", "--from", kind]).kind == kind
