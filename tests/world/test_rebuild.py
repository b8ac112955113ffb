"""Commands that follow on each other: the folder always holds what a build from nothing makes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder import caches
from site_builder.cli import main
from tests.link.test_site import with_second
from tests.projects import written

CLAIM = "claims/roads-are-safe/index.html"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    sources = with_second()
    files = {**sources.content, **{f"templates/{name}": data for name, data in sources.theme.items()}}
    return written(files, tmp_path / "project")


def built(project: Path, *more: str) -> dict[str, bytes]:
    assert main(["build", str(project), *more]) == 0
    return files(Path(more[more.index("--output") + 1]) if "--output" in more else project / "public")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def clean(project: Path, tmp_path: Path, *more: str) -> dict[str, bytes]:
    """What a build from nothing makes of the same sources."""
    copy = tmp_path / "copy"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("public", ".site-builder"))
    try:
        return built(copy, *more)
    finally:
        shutil.rmtree(copy)


def edit(project: Path, name: str, old: str, new: str) -> None:
    text = (project / name).read_text()
    assert old in text
    (project / name).write_text(text.replace(old, new, 1))


def statement(project: Path) -> None:
    edit(project, "claims.yaml", "statement: The roads are safe.", "statement: The roads are quite safe.")


def page_changed(project: Path) -> None:
    (project / "public" / CLAIM).write_text("somebody's")


def page_gone(project: Path) -> None:
    (project / "public" / CLAIM).unlink()


def site_gone(project: Path) -> None:
    shutil.rmtree(project / "public")


def marker_gone(project: Path) -> None:
    site_gone(project)
    (project / "public").mkdir()


def caches_gone(project: Path) -> None:
    folder = caches.folder(project)
    assert folder is not None
    shutil.rmtree(folder)


def memory_damaged(project: Path) -> None:
    folder = caches.folder(project)
    assert folder is not None
    path = folder / "memory"
    data = path.read_bytes()
    path.write_bytes(data[:-9] + b"x" + data[-8:])


def theme_changed(project: Path) -> None:
    edit(project, "templates/claim.html", "{% block main %}", "{% block main %}<!-- new -->")


def broken_and_mended(project: Path) -> None:
    edit(project, "claims.yaml", "safer than ever", "safer than never")
    assert main(["build", str(project)]) == 1
    edit(project, "claims.yaml", "safer than never", "safer than ever")


def moved(project: Path) -> None:
    project.rename(project.with_name("there"))
    (project.with_name("there")).rename(project)


@pytest.mark.parametrize(
    "happens",
    [
        page_changed,
        page_gone,
        site_gone,
        marker_gone,
        caches_gone,
        memory_damaged,
        theme_changed,
        broken_and_mended,
        moved,
    ],
)
@pytest.mark.parametrize("edited", [True, False])
def test_whatever_happens_between_two_builds(
    project: Path, tmp_path: Path, happens: Callable[[Path], object], *, edited: bool
) -> None:
    built(project)
    happens(project)
    if edited:
        statement(project)
    assert built(project) == clean(project, tmp_path)


def test_a_page_that_stays_is_not_written_again(project: Path) -> None:
    built(project)
    before = {name: (project / "public" / name).stat().st_ino for name in files(project / "public")}
    statement(project)
    built(project)
    after = {name: (project / "public" / name).stat().st_ino for name in ("method/index.html", CLAIM)}
    assert before["method/index.html"] == after["method/index.html"]
    assert before[CLAIM] != after[CLAIM]


def test_builds_into_two_folders_by_turns(project: Path, tmp_path: Path) -> None:
    one, other = ("--output", str(tmp_path / "one")), ("--output", str(tmp_path / "other"), "--no-search")
    for where in (one, other, one, other):
        statement(project) if where == one and (tmp_path / "one").exists() else None
        assert built(project, *where) == clean(project, tmp_path, *where[2:])


def test_a_project_s_folder_decides_nothing_and_reaches_nobody_s_files(project: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    (theirs / "scratch-precious").mkdir(parents=True)
    (theirs / ".gitignore").write_text("mine")
    (project / ".site-builder").symlink_to(theirs)
    expected = clean(project, tmp_path)
    assert built(project) == expected
    (project / ".site-builder").unlink()
    (project / ".site-builder").mkdir()
    (project / ".site-builder" / ".gitignore").symlink_to(theirs / ".gitignore")
    statement(project)
    built(project)
    assert (theirs / ".gitignore").read_text() == "mine"
    assert (theirs / "scratch-precious").is_dir()


def test_a_project_s_link_does_not_say_what_is_replaced(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    built(project, "--output", str(other))
    (project / "public").symlink_to(other)
    statement(project)
    before = files(other)
    assert main(["build", str(project)]) == 2
    assert files(other) == before
    assert main(["build", str(project), "--output", str(project / "public")]) == 0
    assert files(other) != before


def test_verify_believes_nothing_that_was_kept(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(project)
    folder = caches.folder(project)
    assert folder is not None
    for path in (folder / "search").rglob("pagefind.js"):
        path.write_bytes(b"forged")
    assert main(["verify", str(project / "public"), "--project", str(project)]) == 0, capsys.readouterr()


def test_a_record_that_comes_later_is_one_to_which_a_link_lacks_the_kind(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project / "content/pages/method.md"
    page.write_text(f"{page.read_text()}\nAs [[carl]] does.\n")
    assert main(["check", str(project)]) == 0
    edit(project, "claims.yaml", "actors:\n", "actors:\n  carl: {name: Carl}\n")
    assert main(["check", str(project)]) == 1
    assert "help: write [[actor:carl]]" in capsys.readouterr().err
    edit(project, "claims.yaml", "  carl: {name: Carl}\n", "")
    assert main(["check", str(project)]) == 0
