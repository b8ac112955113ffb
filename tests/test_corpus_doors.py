"""What somebody meets first: the README's figures and its example, and the way from any page to five answers."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping

import pytest

from site_builder.build import BuildResult, Options, build
from site_builder.load.files import read_project
from site_builder.reporting import as_text
from tests.projects import ROOT, checked, edited

README = (ROOT / "README.md").read_text()


@pytest.fixture(scope="module")
def built() -> BuildResult:
    return build(read_project(ROOT), options=Options(exports=True))


@pytest.fixture(scope="module")
def files(built: BuildResult) -> Mapping[str, bytes]:
    assert built.files is not None
    return built.files


def test_the_figures_are_those_of_the_site(built: BuildResult, files: Mapping[str, bytes]) -> None:
    assert f"public: {built.pages} pages, " in README
    assert f"{len(json.loads(files['data/claims.json'])['claims'])} claims that its editors chose" in README


def test_the_example_is_what_the_program_prints() -> None:
    project = edited(read_project(ROOT), "claims.yaml", "those who incite from Russia", "those who invite from Russia")
    printed = as_text(checked(project).report).partition("\n\n")[0]
    assert textwrap.indent(printed, "      ") in README


QUESTIONS = {
    "did he accuse Russia": "claims/lukashenko-kremlin-mercenaries/",
    "and later say otherwise": "claims/lukashenko-western-plot/",
    "what did the Kremlin say about meddling": "claims/peskov-not-meddling/",
    "is the claim about NATO tanks borne out": "claims/lukashenko-nato-tanks/",
    "what did Press TV report in mid-August": "articles/press-tv-2020-08-13/",
    "what did Press TV report on 30 August": "articles/press-tv-2020-08-30/",
    "how do I report an error": "contact/",
}


@pytest.mark.parametrize("address", QUESTIONS.values(), ids=QUESTIONS)
def test_a_readers_questions_are_answered_within_two_clicks(files: Mapping[str, bytes], address: str) -> None:
    """From any page: its menu leads to the page about the site, and that leads on."""
    for name, data in files.items():
        # A card is a part of other sites, and leads to its claim alone.
        if name.endswith("/index.html") and b"<title>Moved</title>" not in data and "/card/" not in name:
            up = "../" * name.count("/")
            assert f'href="{up}about/index.html"' in data.decode() or name == "about/index.html", name
    assert f'href="../{address}index.html"' in files["about/index.html"].decode()
