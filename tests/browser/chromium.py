"""Finding a Chromium for the browser tests, or installing Debian's.

    python -m tests.browser.chromium

prints the browser's path; where there is none and this is Debian (or Ubuntu), installs the package ``chromium``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ADVICE = "install Chromium or Chrome, or name one with CHROMIUM=/path/to/it"


def find() -> str | None:
    """The path of a Chromium or Chrome: the one that CHROMIUM names, else the first that is installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    return next(filter(None, (shutil.which(name) for name in NAMES)), None) or next(
        (path for path in MAC if Path(path).exists()), None
    )


def install() -> None:
    """Install Debian's package, as root or with sudo."""
    if shutil.which("apt-get") is None:
        sys.exit(f"no browser found for the browser tests: {ADVICE}")
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]):
        run = subprocess.run([*prefix, *command], env=environment, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{' '.join(prefix + command)} failed:\n{run.stderr[-2000:]}\n{ADVICE}")


if __name__ == "__main__":
    if find() is None:
        print("installing Debian's chromium for the browser tests", file=sys.stderr)
        install()
    print(find() or sys.exit(f"no browser found after the installation: {ADVICE}"))
