"""Drafts at the desk and in pull requests: asked for, kept apart from the published site, never in its folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.output.ours import MARKER
from site_builder.preview.live import Live
from site_builder.preview.server import PreviewServer
from tests.pages.test_drafts import BANNER, SENTINEL, has_sentinel, project
from tests.projects import written

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return written(project().content, tmp_path / "project")


def build(root: Path, *more: str | Path) -> int:
    return main(["build", str(root), "--quiet", "--no-search", "--jobs", "1", *map(str, more)])


def shows(folder: Path) -> bool:
    return any(has_sentinel(path.read_bytes()) for path in folder.rglob("*") if path.is_file())


def test_a_site_with_drafts_has_a_folder_of_its_own(root: Path) -> None:
    assert build(root, "--drafts") == 0
    assert shows(root / "drafts")
    assert not (root / "public").exists()
    assert build(root) == 0
    assert not shows(root / "public")
    assert BANNER not in (root / "public" / "index.html").read_text()
    # In turns, and with nothing changed: neither takes up what the other left.
    for _ in range(2):
        assert build(root, "--drafts") == build(root) == 0
        assert shows(root / "drafts")
        assert not shows(root / "public")


def test_the_marker_tells(root: Path) -> None:
    assert build(root, "--drafts") == build(root) == 0
    said = [json.loads((root / name / MARKER).read_bytes()) for name in ("drafts", "public")]
    assert [item.get("drafts", False) for item in said] == [True, False]


@pytest.mark.parametrize("name", ["public", "content/../public", "link"])
def test_the_folder_that_is_published_is_refused(root: Path, name: str, capsys: Capture) -> None:
    (root / "link").symlink_to(root / "public")
    assert build(root, "--drafts", "--output", root / name) == 2
    assert "is for the published site, and drafts are not published" in capsys.readouterr().err
    assert not (root / "public").exists()


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("first", [[], ["--drafts"]])
def test_neither_takes_the_place_of_the_other(
    root: Path, tmp_path: Path, first: list[str], marked: bool, capsys: Capture
) -> None:
    there = tmp_path / "site"
    assert build(root, "--output", there, *first) == 0
    if not marked:
        (there / MARKER).unlink()
    before = {path: path.read_bytes() for path in there.rglob("*") if path.is_file()}
    assert build(root, "--output", there, *([] if first else ["--drafts"])) == 2
    said = capsys.readouterr().err
    if marked:
        assert ("that shows drafts" if first else "without drafts, but this one shows drafts") in said
    assert "--output" in said
    assert {path: path.read_bytes() for path in there.rglob("*") if path.is_file()} == before
    if marked:
        assert build(root, "--output", there, *first) == 0


def test_a_site_with_drafts_is_none_to_verify(root: Path, capsys: Capture) -> None:
    assert build(root, "--drafts") == 0
    assert main(["verify", str(root / "drafts"), "--project", str(root)]) == 2
    assert "it is not for publication" in capsys.readouterr().err


@pytest.mark.parametrize("drafts", [True, False])
def test_the_preview_shows_drafts_where_it_is_asked_to(root: Path, drafts: bool) -> None:
    server = PreviewServer({}, "127.0.0.1", 0, live=True)
    try:
        live = Live(root, server, lambda _: None, drafts=drafts)
        live.update()
        live.close()
        pages = {name: bytes(data) for name, data in server.files.items() if name.endswith(".html")}
        assert any(map(has_sentinel, pages.values())) == drafts
        assert (f"claims/roads-{SENTINEL.lower()}/index.html" in pages) == drafts
        assert all((BANNER.encode() in data) == drafts for data in pages.values())
    finally:
        server.server_close()
