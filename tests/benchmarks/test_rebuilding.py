from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.rebuilding import PROJECT, held
from tests.projects import ROOT
from tests.tries import tries

REBUILDS = tries(2000, 100)


def test_a_rebuild_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = Path(shutil.copytree(PROJECT, tmp_path / "project"))
    found = list(held(project, 60, 20))
    assert [now.rebuilds for now in found] == [0, 20, 40, 60]
    # A page, its plan and what it asked for are hundreds of objects.
    assert found[3].objects - found[1].objects < 40 * 10


@pytest.mark.long
def test_a_preview_stays_as_it_is_over_very_many(tmp_path: Path) -> None:
    """From a tenth of the way on: the first ones load modules and fill what is kept."""
    command = [sys.executable, "-m", "benchmarks.rebuilding", str(REBUILDS)]
    environment = {**os.environ, "XDG_CACHE_HOME": os.fspath(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    assert [int(line[0]) for line in lines] == [REBUILDS * tenth // 10 for tenth in range(11)]
    kilobytes = [int(line[1]) for line in lines[1:]]
    assert max(kilobytes) - kilobytes[0] < 25_000
    objects = [int(line[3]) for line in lines[1:]]
    assert max(objects) - min(objects) < 400
    seconds = [float(line[5]) for line in lines[1:]]
    assert seconds[9] - seconds[5] < 2 * (seconds[4] - seconds[0])  # processor time of as many
