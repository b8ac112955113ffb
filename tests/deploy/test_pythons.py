"""The same bytes from each Python on this machine that the program supports, installed by the lock that CI uses."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.projects import ROOT, newcomer

VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def interpreters() -> dict[str, str]:
    """The Pythons on the path and those of pyenv, by version."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    found = dict[str, str]()
    for version in VERSIONS:
        named = [shutil.which(f"python{version}"), *map(str, root.glob(f"versions/{version}.*/bin/python"))]
        say = "import sys; print('%d.%d' % sys.version_info[:2])"
        for path in filter(None, named):
            told = subprocess.run([path, "-c", say], capture_output=True, text=True)
            if (told.returncode, told.stdout.strip()) == (0, version):  # a shim of pyenv may name a Python it lacks
                found.setdefault(version, path)
    return found


def built(python: str, folder: Path) -> dict[str, str]:
    """The digests of the shipped site's files, by path, as ``python`` builds it."""
    folder.mkdir()
    environment = newcomer(folder) | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([python, "-m", "venv", str(folder / "venv")], env=environment, check=True)
    own = str(folder / "venv" / "bin" / "python")
    lock = ["--quiet", "--require-hashes", "-r", str(ROOT / "requirements" / "site.txt")]
    subprocess.run([own, "-m", "pip", "install", *lock], env=environment, check=True)
    public = folder / "public"
    command = [own, "-m", "site_builder", "build", "--quiet", "--output", str(public), str(ROOT)]
    subprocess.run(command, env=environment, check=True)
    return {
        path.relative_to(public).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in public.rglob("*")
        if path.is_file()
    }


def test_every_python_makes_the_same_bytes(tmp_path: Path) -> None:
    found = interpreters()
    if len(found) < 2:
        pytest.fail(f"there is nothing to compare: install another Python of {', '.join(VERSIONS)} beside {found}")
    sites = {version: built(python, tmp_path / version) for version, python in found.items()}
    (first, expected), *others = sites.items()
    assert len(expected) > 500
    for version, site in others:
        assert site.keys() == expected.keys()
        differ = [name for name in expected if site[name] != expected[name]]
        assert not differ, f"{version} differs from {first}"
