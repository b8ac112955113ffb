"""The front page."""

from __future__ import annotations

import pytest

from site_builder.load.files import Project
from tests.pages.test_claim import made, words
from tests.projects import changed, edited, minimal

NONE = changed(minimal(), {"claims.yaml": b"actors: {}\nclaims: []\n"})
DRAFT = edited(minimal(), "claims.yaml", "    published: 2020-06-01\n", "    status: draft\n")


@pytest.mark.parametrize("project", [NONE, DRAFT], ids=["none", "draft"])
@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "No claim has been published yet."), ("ru", "Утверждений пока нет.")]
)
def test_a_site_without_claims_says_so(project: Project, language: str, sentence: str) -> None:
    files = made(edited(project, "content/site.yaml", "title: Minimal\n", f"title: Minimal\nlanguage: {language}\n"))
    for name in ("index.html", "claims/index.html"):
        assert sentence in words(files[name])
    home = words(files["index.html"])
    for other in ("All 0", "0 claims", "Most recent claims", "How they were rated", "Who speaks", "Who reports", "(0)"):
        assert other not in home
    assert 'href="verdicts/index.html"' in files["index.html"]


def test_a_site_with_a_claim_does_not() -> None:
    home = words(made(minimal())["index.html"])
    assert "No claim has been published yet." not in home
    assert "Most recent claims" in home
