from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.rebuilding import PROJECT, held


def test_a_rebuild_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = Path(shutil.copytree(PROJECT, tmp_path / "project"))
    found = list(held(project, 60, 20))
    assert [now.rebuilds for now in found] == [0, 20, 40, 60]
    # A page, its plan and what it asked for are hundreds of objects.
    assert found[3].objects - found[1].objects < 40 * 10
