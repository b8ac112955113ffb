"""Runs of commands: what they took and said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.measure import run

PROC = Path("/proc/self/smaps_rollup").exists()
ALLOCATE = "import time; held = b'x' * 40_000_000; time.sleep(0.6)"


def test_a_run_tells_seconds_and_what_was_said(tmp_path: Path) -> None:
    done = run([sys.executable, "-c", "import os, sys; sys.stderr.write(os.getcwd()); sum(range(3_000_000))"], tmp_path)
    assert done.errors == str(tmp_path)
    assert done.cpu > 0
    assert done.seconds > 0
    assert done.peak == 0


def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    both = (
        "import subprocess, sys\n"
        f"other = subprocess.Popen([sys.executable, '-c', {ALLOCATE!r}])\n"
        f"{ALLOCATE}\nother.wait()"
    )
    alone = run([sys.executable, "-c", ALLOCATE], tmp_path, memory=True).peak
    together = run([sys.executable, "-c", both], tmp_path, memory=True).peak
    if PROC:
        assert 40 < alone < 80
        assert 80 < together < 160
    else:
        assert alone == together == 0


def test_a_command_that_fails_ends_everything_with_its_message(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such page"):
        run([sys.executable, "-c", "raise SystemExit('no such page')"], tmp_path)
