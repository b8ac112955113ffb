from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_builder.build import Options, build
from site_builder.errors import EnvironmentProblem
from site_builder.load.files import read_project, theme_folder
from site_builder.records import bounds
from tests.projects import MINIMAL, minimal, written


def test_what_is_read_and_what_is_not(tmp_path: Path) -> None:
    for name in ("claims.yaml", "claims/x.yaml", "content/articles/a.md", "templates/claim.html", "other/y.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "claims" / ".#x.yaml").write_text("lock")
    (tmp_path / "claims" / "x.yaml~").write_text("backup")
    (tmp_path / "content" / ".DS_Store").write_text("mac")
    project = read_project(tmp_path)
    assert sorted(project.content) == ["claims.yaml", "claims/x.yaml", "content/articles/a.md"]
    assert project.theme["claim.html"] == b"templates/claim.html"
    assert project.theme["actor.html"] == (theme_folder() / "actor.html").read_bytes()


@pytest.mark.parametrize("make", [lambda path: path / "gone", lambda path: path])
def test_a_folder_that_is_no_project_is_a_wrong_call(tmp_path: Path, make: object) -> None:
    assert callable(make)
    with pytest.raises(EnvironmentProblem) as caught:
        read_project(make(tmp_path))
    assert caught.value.remedy


def test_a_vanished_link_is_the_environments_fault(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text("claims:\n")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "x.yaml").symlink_to(tmp_path / "gone.yaml")
    with pytest.raises(EnvironmentProblem):
        read_project(tmp_path)


def test_the_minimal_project_is_read_whole() -> None:
    assert len(read_project(MINIMAL).content) == 4


def test_linked_folders_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text("claims:\n")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.yaml").write_text("claims:\n")
    (tmp_path / "elsewhere" / "round").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "2021").symlink_to(tmp_path / "elsewhere")
    assert sorted(read_project(tmp_path).content) == ["claims.yaml", "claims/2021/x.yaml"]


def test_a_folder_that_cannot_be_read_is_not_an_empty_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "claims.yaml").write_text("claims:\n")
    (tmp_path / "claims").mkdir()
    scandir = os.scandir

    def refused(path: str) -> object:
        if os.fspath(path).endswith("claims"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", refused)
    with pytest.raises(EnvironmentProblem, match="claims: Permission denied"):
        read_project(tmp_path)


def test_a_name_that_is_not_text_is_the_environments_fault(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text("claims:\n")
    (tmp_path / "content" / "pages").mkdir(parents=True)
    with open(os.fsencode(tmp_path / "content" / "pages") + b"/caf\xe9.md", "w") as file:
        file.write("x")
    with pytest.raises(EnvironmentProblem, match="not text"):
        read_project(tmp_path)


def test_a_pipe_is_no_file_and_a_link_may_lead_nowhere(tmp_path: Path) -> None:
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    os.mkfifo(articles / "pipe.md")
    with pytest.raises(EnvironmentProblem, match="is not a file"):
        read_project(tmp_path)
    (articles / "pipe.md").unlink()
    (articles / "link.md").symlink_to("nowhere.md")
    with pytest.raises(EnvironmentProblem, match="leads nowhere"):
        read_project(tmp_path)


def test_a_template_that_is_replaced_can_be_extended(tmp_path: Path) -> None:
    own = {
        "base.html": '{% extends "theme/base.html" %}{% block header %}<p>Ours</p>{{ super() }}{% endblock %}',
        "article.html": '{% extends "theme/article.html" %}{% block after %}<p>Ask us.</p>{% endblock %}',
        "claim.html": '{% extends "theme/prose.html" %}{% block main %}{{ view.nothing }}{% endblock %}',
        "parts/report.html": '{% import "theme/parts/report.html" as theirs %}'
        "{% macro report(site, root, page, url='') %}<b>!</b>{{ theirs.report(site, root, page, url) }}{% endmacro %}",
    }
    root = written(minimal().content, tmp_path)
    site = root / "content" / "site.yaml"
    site.write_text(site.read_text().replace("name: Nobody", "name: Nobody, email: desk@example.org"))
    for name, text in own.items():
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "templates" / "assets").mkdir()
    (root / "templates" / "assets" / "style.css").write_text("")
    project = read_project(root)
    built_in = read_project(written(minimal().content, tmp_path / "other")).theme
    assert {name for name in project.theme if name.startswith("theme/")} == {f"theme/{name}" for name in own}
    assert project.theme["theme/base.html"] == built_in["base.html"]

    faulty = build(project, options=Options(search=False))
    assert {(fault.file, fault.position) for fault in faulty.report.diagnostics} == {("templates/claim.html", (1, 1))}
    (root / "templates" / "claim.html").unlink()
    files = build(read_project(root), options=Options(search=False)).files
    assert files is not None
    pages = [data for name, data in files.items() if name.endswith("index.html") and b"site-footer" in data]
    assert all(b"<p><b>!</b><a" in page for page in pages)
    assert all(page.index(b"<p>Ours</p>") < page.index(b'<header class="site-header">') for page in pages)
    assert [name for name, data in files.items() if b"<p>Ask us.</p></main>" in data] == [
        "articles/daily-2020-05-03/index.html"
    ]


@pytest.mark.parametrize("folder", ["claims", "content/articles", "content/pages", "static", "templates"])
def test_folders_inside_one_another_have_a_limit(folder: str, tmp_path: Path) -> None:
    """Python's own walk ends with a traceback at a thousand, and takes 20 seconds to get there."""
    deepest = written(minimal().content, tmp_path) / folder / "/".join("d" * bounds.FOLDERS)
    deepest.mkdir(parents=True)
    (deepest / "x.txt").write_text("x")
    read_project(tmp_path)
    (deepest / "d").mkdir()
    with pytest.raises(
        EnvironmentProblem, match=f"has more than {bounds.FOLDERS} folders inside one another"
    ) as caught:
        read_project(tmp_path)
    assert str(tmp_path / folder) in caught.value.message
