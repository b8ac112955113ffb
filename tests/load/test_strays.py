from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.load.strays import MOST_TEMPLATES, misspelt, strays, usual
from tests.projects import written

ARTICLE = b"---\ntitle: A\npublisher: B\n---\nText.\n"


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("a.md", "a.md"),
        ("a.MD", "a.md"),
        ("a.markdown", "a.md"),
        ("a.txt", "a.md"),
        ("a.md.txt", "a.md"),
        ("a.yml", "a.yaml"),
        ("a.yaml.txt", "a.yaml"),
        ("home.html.txt", "home.html"),
        ("home.htm", "home.html"),
        ("a.png", "a.png"),
    ],
)
def test_the_usual_name(name: str, right: str) -> None:
    assert usual(name) == right


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("claim/a.yaml", "claims/a.yaml"),
        ("claim/b/a.yml", "claims/b/a.yaml"),
        ("content/claims/a.yaml", "claims/a.yaml"),
        ("content/actors/a.yaml", "claims/actors/a.yaml"),
        ("content/a.md", "content/articles/a.md"),
        ("articles/a.md", "content/articles/a.md"),
        ("content/article/2020/a.markdown", "content/articles/a.md"),
        ("content/Pages/about.md", "content/pages/about.md"),
        ("images/a.png", "static/images/a.png"),
        ("content/images/b/a.png", "static/images/b/a.png"),
        ("Static/files/a.pdf", "static/files/a.pdf"),
        ("template/base.html", "templates/base.html"),
        ("Content/articles/a.md", "content/articles/a.md"),
        ("Claims.yaml", "claims.yaml"),
        ("claims.yml", "claims.yaml"),
        ("claims.yaml.txt", "claims.yaml"),
        ("content/claims.yaml", "claims.yaml"),
        ("site.yaml", "content/site.yaml"),
        ("content/Site.yaml.txt", "content/site.yaml"),
    ],
)
def test_what_lies_elsewhere_has_a_place(tmp_path: Path, path: str, place: str) -> None:
    root = written({path: ARTICLE}, tmp_path)
    assert strays(root, (), lambda _: None) == {path: place}


def test_a_text_that_is_no_article_is_a_page(tmp_path: Path) -> None:
    root = written({"content/about.md": b"---\ntitle: A\n---\nText.\n"}, tmp_path)
    assert strays(root, (), lambda _: None) == {"content/about.md": "content/pages/about.md"}


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "content/README.md",
        "docs/a.md",
        "images/notes.txt",
        ".images/a.png",
        "_images/a.png",
        "public/images/a.png",
        "claims.yaml.txt",
        "content/articles/a.md",
        "claims/a.yaml",
        "static/a.png",
    ],
)
def test_what_may_lie_there_is_left_alone(tmp_path: Path, path: str) -> None:
    root = written({path: ARTICLE}, tmp_path)
    assert strays(root, ("claims.yaml", "content/site.yaml"), lambda _: None) == {}


def test_no_link_is_followed(tmp_path: Path) -> None:
    root = written({"claims.yaml": b"x", "elsewhere/a.png": b"x"}, tmp_path)
    os.symlink(root / "elsewhere", root / "images")
    assert strays(root, ("claims.yaml",), lambda _: None) == {}


def test_a_template_that_nothing_uses_was_meant_for_one_that_is_there() -> None:
    built_in = {"home.html": b"", "parts/claim.html": b"", "assets/site.css": b""}
    assert misspelt(built_in, {"hmoe.html": b""}) == {"templates/hmoe.html": "templates/home.html"}
    assert misspelt(built_in, {"Home.html": b""}) == {"templates/Home.html": "templates/home.html"}
    assert misspelt(built_in, {"home.html.txt": b""}) == {"templates/home.html.txt": "templates/home.html"}
    assert misspelt(built_in, {"home.html": b""}) == {}
    assert misspelt(built_in, {"home2.html": b"", "base.html": b'{% include "home2.html" %}'}) == {}
    assert misspelt(built_in, {"nothing-like.html": b""}) == {}


def test_of_very_many_templates_the_first_are_compared() -> None:
    theirs = {f"x{number}/clam.html": b"" for number in range(5_000)}
    assert len(misspelt({"claim.html": b""}, {**theirs, "hmoe.html": b"hmoe.html"})) <= MOST_TEMPLATES
    assert misspelt({"home.html": b""}, {"hmoe.html": b"hmoe.html"}) == {"templates/hmoe.html": "templates/home.html"}
