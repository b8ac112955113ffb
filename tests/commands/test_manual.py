from __future__ import annotations

import re
from pathlib import Path

import pytest

from site_builder.codes import CODES
from site_builder.commands import manual
from tests.projects import ROOT


def test_every_page_has_a_name_that_no_code_has() -> None:
    pages = manual.pages()
    assert list(pages) == sorted(pages)
    assert sorted(pages.values()) == sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
    assert not pages.keys() & CODES.keys()
    assert (pages["security"].parent.name, pages["trust"].name) == ("docs", "SECURITY.md")


def test_an_installed_program_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site_builder"
    (package / "manual" / "docs").mkdir(parents=True)
    (tmp_path / "README.md").write_text("# Another package's\n")
    (package / "manual" / "docs" / "proof.md").write_text("<!-- ours -->\n\n# What is proved\n\n# Twice\n")
    monkeypatch.setattr(manual, "__file__", str(package / "commands" / "manual.py"))
    assert manual.pages() == {"proof": package / "manual" / "docs" / "proof.md"}
    assert manual.title(manual.pages()["proof"]) == "What is proved"


@pytest.mark.parametrize(
    ("word", "page"),
    [
        ("deploying", "deploying"),
        *(("deploying.md", "deploying"), ("docs/deploying.md", "deploying"), ("data.md#provenance", "data")),
        *(("../SECURITY.md", "trust"), ("SECURITY.md", "trust"), ("security.md", "security")),
        *(("deploy", None), ("SECURITY", None), ("", None), ("../../deploying.md", None)),
    ],
)
def test_a_page_is_asked_for_by_its_name_or_by_a_link_to_it(word: str, page: str | None) -> None:
    assert manual.named(word, manual.pages()) == page


def test_every_link_between_pages_names_one() -> None:
    pages = manual.pages()
    links = {link for page in pages.values() for link in re.findall(r"\]\(([^):]+\.md[^)]*)\)", page.read_text())}
    assert len(links) > 20
    assert [link for link in links if manual.named(link, pages) is None] == []
