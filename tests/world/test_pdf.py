"""``new article --from`` on PDF files: the words, the pages, and the link to the page at the publisher."""

from __future__ import annotations

import json
import re
import shutil
from importlib import util
from pathlib import Path

import pytest

from site_builder.cli import main
from tests.editor.saved.pdfs import Words, lines, pdf
from tests.projects import MINIMAL
from tests.world.projects import built, diagnostics

HEAD = Words("The Daily, 3 May 2020", y=800)
PAGES = (
    [HEAD, *lines("The minister said that the infra-", "structure is safe."), Words("1", x=300, y=30)],
    [HEAD, *lines("Nobody believed that of the infrastructure.", "", "He left."), Words("2", x=300, y=30)],
)
ARTICLE = Path("content") / "articles" / "made.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the minimal project."""
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path / "project"


def new(project: Path, data: bytes, name: str = "report.pdf") -> int:
    """The exit status of making the article ``made`` of a file with ``data``."""
    (project.parent / name).write_bytes(data)
    flags = [
        "--publisher",
        "P",
        "--published",
        "2020-05-03",
        "--title",
        "Roads",
        "--url",
        "https://p.example/report.pdf",
    ]
    return main(
        ["new", "article", "--from", str(project.parent / name), "--id", "made", *flags, "--project", str(project)]
    )


def test_a_pdf_becomes_an_article_word_for_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(project, pdf(*PAGES)) == 0
    assert main(["check", str(project)]) == 0
    head, text = (project / ARTICLE).read_text().split("---\n", 2)[1:]
    assert text == (
        "The minister said that the infrastructure is safe.\n\n"
        "Nobody believed that of the infrastructure.\n\nHe left.\n"
    )
    assert head.endswith("pages:\n  2: Nobody believed that of the\n")
    assert capsys.readouterr().err.startswith(
        "read 2 pages; left out:\n  running head: “The Daily, 3 May 2020” (2 pages)\n  page numbers (2 pages)\n"
    )


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (pdf([], []), "a.pdf", "is a PDF without text"),
        (pdf(*PAGES)[:700], "a.pdf", "is a damaged or incomplete PDF"),
        (pdf(lines("The caf\ufffd")), "a.pdf", "on page 1: …The caf�…"),
        (pdf(lines("The caf\ufffd")), "a.txt", "on page 1: …The caf�…"),
        (b"%PDF-1.4\n", "a", "is a damaged or incomplete PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], data: bytes, name: str, message: str
) -> None:
    assert new(project, data, name) == 2
    err = capsys.readouterr().err
    assert message in err
    assert "help: " in err
    assert not (project / ARTICLE).exists()


def test_without_the_extra_the_editor_is_told_how_to_get_it(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(util, "find_spec", lambda _: None)
    assert new(project, pdf(*PAGES)) == 2
    assert "help: install it (site-builder's extra `pdf` brings it)" in capsys.readouterr().err


def test_a_page_of_html_that_is_called_a_pdf_is_read_as_a_page(project: Path) -> None:
    assert new(project, b"<!doctype html><html><body><p>The roads are safe.") == 0
    assert (project / ARTICLE).read_text().endswith("---\nThe roads are safe.\n")


TEXT = "The roads are safe, he said.\n\nNobody believed it.\n\nThe roads are safe, she said."


def original(quote: str, url: str, pages: dict[str, str] | None) -> str:
    """The link to ``quote`` at the publisher on the claim's page."""
    front = {"url": url, "pages": pages} if pages is not None else {"url": url}
    result = built(TEXT, quote, **front)
    assert result.files is not None, [diagnostic.message for diagnostic in result.report.diagnostics]
    page = result.files["claims/world/index.html"].decode()
    links = set(re.findall(rf'href="({re.escape(url.partition("#")[0])}[^"]*)"', page)) - {url}
    return links.pop() if links else url


@pytest.mark.parametrize(
    ("quote", "url", "expected"),
    [
        ("safe, he said", "https://p.example/a.pdf", "https://p.example/a.pdf#page=1"),
        ("Nobody believed", "https://p.example/a.pdf", "https://p.example/a.pdf#page=2"),
        ("it. The roads", "https://p.example/a.pdf", "https://p.example/a.pdf#page=2"),
        ("safe, she said", "https://p.example/A.PDF?v=2", "https://p.example/A.PDF?v=2#page=5"),
        ("safe, she said", "https://p.example/a.pdf#top", "https://p.example/a.pdf#page=5"),
        ("Minister on roads", "https://p.example/a.pdf", "https://p.example/a.pdf"),
        ("safe, she said", "https://p.example/a.html", "https://p.example/a.html#:~:text=safe%2C%20she%20said"),
        ("safe, she said", "https://p.example/a?f=b.pdf", "https://p.example/a?f=b.pdf#:~:text=safe%2C%20she%20said"),
    ],
)  # fmt: skip
def test_the_link_to_the_publisher_leads_to_the_page(quote: str, url: str, expected: str) -> None:
    assert original(quote, url, {"2": "Nobody believed", "5": "The roads are"}) == expected


def test_without_pages_the_link_has_a_text_fragment() -> None:
    url = "https://p.example/a.pdf"
    assert original("safe, she said", url, None) == f"{url}#:~:text=safe%2C%20she%20said"


@pytest.mark.parametrize(
    ("pages", "codes"),
    [
        ({"2": "nobody  believed"}, ["page-start"]),
        ({"2": "Nobody  believed", "10": "she said"}, []),
        ({"10": "she said", "9": "Nobody"}, []),
        ({"2": "she said", "3": "Nobody"}, ["page-start"]),
        ({"1": "The roads"}, []),
        ({"0": "The roads"}, ["invalid-value"]),
        ({"02": "The roads"}, ["invalid-value"]),
        ({"ii": "The roads"}, ["invalid-value"]),
        ({"2": ""}, ["missing-key"]),
        (["The roads"], ["wrong-type"]),
    ],
)
def test_pages_are_checked_against_the_text(pages: object, codes: list[str]) -> None:
    found = diagnostics(TEXT, "safe, he said", url="https://p.example/a.pdf", pages=pages)  # type: ignore[arg-type]
    assert [diagnostic.code for diagnostic in found] == codes, json.dumps(pages)
