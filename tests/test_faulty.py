"""No refusal of the system is a traceback, a site by halves, or something that does not heal."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.projects import ROOT

ATTEMPTS = int(os.environ.get("FAULTS", "40"))
"""How many refusals are tried, by chance; 0 for all (make faults)."""
LEAST = 3200
"""Refusals that all are, at least."""
PARTS = 1 if ATTEMPTS else 8
"""All are tried in parts, on several cores."""


@pytest.mark.parametrize("part", range(PARTS))
def test_a_refusal_of_the_system_is_told_and_heals(part: int) -> None:
    numbers = map(str, (ATTEMPTS, 1, part, PARTS))
    command = [sys.executable, "-W", "error", "-m", "tests.faulty", *numbers]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.stderr == ""
    *wrong, tried = done.stdout.splitlines()
    assert wrong == []
    assert int(tried.split()[0]) >= (ATTEMPTS or LEAST // PARTS)
