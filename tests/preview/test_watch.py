"""What wakes the preview, and what does not."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from site_builder.preview.watch import Watcher
from site_builder.records import bounds


@pytest.fixture
def woken(tmp_path: Path) -> tuple[Watcher, Event]:
    (tmp_path / "content" / "pages").mkdir(parents=True)
    watcher = Watcher((tmp_path / "content",), (tmp_path / "claims.yaml",))
    watcher.start()
    return watcher, watcher._hint


def test_a_change_wakes_and_our_own_looks_do_not(tmp_path: Path, woken: tuple[Watcher, Event]) -> None:
    watcher, hint = woken
    try:
        for _ in range(20):
            watcher.look()
        assert not hint.wait(0.3)
        for change in (
            lambda: (tmp_path / "content" / "pages" / "a.md").write_text("a"),
            lambda: (tmp_path / "content" / "pages" / "a.md").rename(tmp_path / "content" / "b.md"),
            (tmp_path / "content" / "b.md").unlink,
            (tmp_path / "content" / "new").mkdir,
            lambda: (tmp_path / "claims.yaml").write_text("claims: []"),
        ):
            hint.clear()
            change()
            assert hint.wait(60)
    finally:
        watcher.stop()


def test_the_preview_does_not_follow_folders_that_the_project_may_not_have(tmp_path: Path) -> None:
    deepest = tmp_path / "content" / "/".join("d" * bounds.FOLDERS)
    (deepest / "d" / "d").mkdir(parents=True)
    for folder in (deepest, deepest / "d", deepest / "d" / "d"):
        (folder / "x.md").write_text("x")
    seen = Watcher((tmp_path / "content",), ()).seen
    assert sorted(seen) == [str(deepest / "d" / "x.md"), str(deepest / "x.md")]


@pytest.mark.parametrize("refused", ["stat", "lstat", "readlink", "scandir"])
def test_a_refusal_of_the_system_ends_no_watch(
    refused: str, tmp_path: Path, woken: tuple[Watcher, Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content" / "link").symlink_to(tmp_path / "elsewhere")
    watcher, _ = woken
    own = getattr(os, refused)

    def refuses(path: Any, *arguments: Any, **named: Any) -> Any:
        if os.fspath(path).startswith(os.fspath(tmp_path)):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), path)
        return own(path, *arguments, **named)

    try:
        watcher.wait(0)
        with monkeypatch.context() as patch:
            patch.setattr(os, refused, refuses)
            watcher.wait(0)
        (tmp_path / "content" / "pages" / "a.md").write_text("a")
        assert watcher.wait(60)
        assert f"{tmp_path / 'content' / 'pages' / 'a.md'}" in watcher.seen
    finally:
        watcher.stop()
