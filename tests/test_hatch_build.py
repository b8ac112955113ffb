"""The packages of a release name the addresses of its repository; others name none."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata

import hatch_build
from site_builder import __version__
from tests.projects import ROOT

ADDRESS = "https://github.com/example/site-builder"


def packages(source: Path, folder: Path, address: str = "") -> dict[str, bytes]:
    """The wheel and the source archive that ``source`` gives, by name."""
    environment = {key: value for key, value in os.environ.items() if key != hatch_build.VARIABLE}
    named = {hatch_build.VARIABLE: address} if address else {}
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=source, env=environment | named, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def in_wheel(folder: Path) -> Metadata:
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return Metadata.from_email(archive.read(f"site_builder-{__version__}.dist-info/METADATA"))


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("named")
    packages(ROOT, folder, ADDRESS)
    return folder


def unpacked(folder: Path, into: Path) -> Path:
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(into, filter="data")
    return into / f"site_builder-{__version__}"


def test_wheel_and_archive_name_the_same_addresses(named: Path, tmp_path: Path) -> None:
    tag = f"v{__version__}"
    urls = {
        "Homepage": ADDRESS,
        "Documentation": f"{ADDRESS}/tree/{tag}/docs",
        "Source": ADDRESS,
        "Issues": f"{ADDRESS}/issues",
        "Changelog": f"{ADDRESS}/blob/{tag}/CHANGELOG.md",
    }
    wheel = in_wheel(named)
    assert wheel.project_urls == urls
    source = unpacked(named, tmp_path)
    assert Metadata.from_email((source / "PKG-INFO").read_bytes()).project_urls == urls
    assert (wheel.author, wheel.license_expression) == ("The site-builder authors", "Apache-2.0")
    assert wheel.license_files == ["LICENSE", "NOTICE"]
    top = {path.name for path in source.iterdir()}
    assert top == {
        *("site_builder", "templates", "README.md", "LICENSE", "NOTICE", "CHANGELOG.md"),
        *("hatch_build.py", "pyproject.toml", "PKG-INFO", ".gitignore"),
    }


def test_the_same_bytes_every_time_and_from_the_archive(named: Path, tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in named.iterdir()}
    assert packages(ROOT, tmp_path / "again", ADDRESS) == first
    assert packages(unpacked(named, tmp_path), tmp_path / "from") == first


def test_a_package_without_an_address_names_none(tmp_path: Path) -> None:
    packages(ROOT, tmp_path)
    assert not in_wheel(tmp_path).project_urls
    assert not in_wheel(tmp_path).dynamic


@pytest.mark.parametrize(
    "address",
    [
        *("http://github.com/example/site-builder", "https://github.com/example", "https://example.org/a/b"),
        *("github.com/example/site-builder", f"{ADDRESS}/", f"{ADDRESS}?x=1", "https://github.com.example.org/a/b"),
    ],
)
def test_what_is_no_repository_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"{address} is not a repository's address")):
        hatch_build.urls(address, "1.0")


def test_a_release_asks_for_the_address() -> None:
    environment = {key: value for key, value in os.environ.items() if key != "URL"}
    done = subprocess.run(["make", "release"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode != 0
    assert "make release URL=https://" in done.stderr
