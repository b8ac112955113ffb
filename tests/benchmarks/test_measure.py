"""Runs of commands: what they took and said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.measure import run

PROC = Path("/proc/self/smaps_rollup").exists()
HOLD = "held = b'x' * 40_000_000"
LOOKED_AT = "import time; time.sleep(1)"
"""Twenty looks long."""


def test_a_run_tells_seconds_and_what_was_said(tmp_path: Path) -> None:
    done = run([sys.executable, "-c", "import os, sys; sys.stderr.write(os.getcwd()); sum(range(3_000_000))"], tmp_path)
    assert done.errors == str(tmp_path)
    assert done.cpu > 0
    assert done.seconds > 0
    assert done.peak == 0


def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    other = f"{HOLD}; print(flush=True); input()"
    both = (
        "from subprocess import PIPE, Popen\nimport sys\n"
        f"{HOLD}\n"
        f"other = Popen([sys.executable, '-c', {other!r}], stdin=PIPE, stdout=PIPE)\n"
        f"other.stdout.readline()\n{LOOKED_AT}\nother.communicate(b'go on')"
    )
    alone = run([sys.executable, "-c", f"{HOLD}; {LOOKED_AT}"], tmp_path, memory=True).peak
    together = run([sys.executable, "-c", both], tmp_path, memory=True).peak
    if PROC:
        assert 40 < alone < 80
        assert 80 < together < 160
    else:
        assert alone == together == 0


def test_a_command_that_fails_ends_everything_with_its_message(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no such page"):
        run([sys.executable, "-c", "raise SystemExit('no such page')"], tmp_path)


def test_python_keeps_its_bytecode_whatever_the_shell_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    run([sys.executable, "-c", "import sys; sys.exit(sys.dont_write_bytecode)"], tmp_path)
