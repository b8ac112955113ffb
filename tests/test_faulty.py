"""No refusal of the system is a traceback, a site by halves, or something that does not heal."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.projects import ROOT

ATTEMPTS = os.environ.get("FAULTS", "40")
"""How many refusals are tried, by chance; 0 for all, which takes half an hour (make faults)."""


def test_a_refusal_of_the_system_is_told_and_heals() -> None:
    command = [sys.executable, "-W", "error", "-m", "tests.faulty", ATTEMPTS, "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
    *wrong, tried = done.stdout.splitlines()
    assert wrong == []
    assert int(tried.split()[0]) >= int(ATTEMPTS)
