"""What a release publishes: packages that an index takes, with bills of materials that are true."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

ADDRESS = "https://github.com/example/site-builder"


@pytest.fixture(scope="module")
def dist() -> Path:
    subprocess.run(["make", "--no-print-directory", "release", f"URL={ADDRESS}"], cwd=ROOT, check=True)
    return ROOT / "dist"


def name(package: str) -> str:
    """As indexes compare names."""
    return re.sub(r"[-_.]+", "-", package).lower()


def bill(path: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(path.read_text())
    assert said["bomFormat"] == "CycloneDX"
    assert str(ROOT) not in path.read_text()
    return said


def locked(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", (ROOT / "requirements" / lock).read_text(), re.MULTILINE))


def test_every_file_is_listed_with_its_digest(dist: Path) -> None:
    lines = [line.split("  ") for line in (dist / "SHA256SUMS").read_text().splitlines()]
    listed = {name: digest for digest, name in lines}
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in dist.iterdir()}
    del files["SHA256SUMS"]
    assert listed == files
    assert {path.rpartition(".")[2] for path in files} == {"whl", "gz", "json"}


def test_the_wheel_names_the_repository(dist: Path) -> None:
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as archive:
        said = archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA"))).decode()
    assert f"Project-URL: Source, {ADDRESS}\n" in said


def test_the_wheel_s_bill_names_what_is_installed_with_it(dist: Path) -> None:
    said = bill(dist / "wheel.cdx.json")
    versions = locked("site.txt")
    found = {name(part["name"]): part["version"] for part in said["components"]}
    assert found == {package: versions[package] for package in found}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = [*project["dependencies"], *(one for some in project["optional-dependencies"].values() for one in some)]
    direct = {name(re.split(r"[\[><=;]", requirement)[0]) for requirement in needed}
    root = next(row for row in said["dependencies"] if row["ref"] == said["metadata"]["component"]["bom-ref"])
    assert {name(ref.partition("==")[0]) for ref in root["dependsOn"]} == direct


def test_the_lock_s_bill_has_every_package_and_its_digests(dist: Path) -> None:
    said = bill(dist / "lock.cdx.json")
    assert {part["name"]: part["version"] for part in said["components"]} == locked("site.txt")
    for part in said["components"]:
        assert any(reference.get("hashes") for reference in part["externalReferences"])
