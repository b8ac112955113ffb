"""What wakes the preview, and what does not."""

from __future__ import annotations

from pathlib import Path
from threading import Event

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
