from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.locks import LOCKS, ROOT, cleaned

FILES = sorted(
    path
    for pattern in ("requirements/*.txt", "**/package-lock.json", "**/package.json", "**/.npmrc")
    for path in ROOT.glob(pattern)
    if not {".venv", "node_modules", ".cache", ".git"} & {*path.relative_to(ROOT).parts}
)
"""What tells the clients of package registries what to install, and how."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_of_a_registry_s_client_has_an_address(path: Path) -> None:
    assert "://" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.parent.name)
def test_every_package_in_a_lock_has_a_hash(path: Path) -> None:
    packages = json.loads(path.read_text("utf-8"))["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)


def test_addresses_are_taken_out_and_nothing_else() -> None:
    package = {"version": "1.0.0", "integrity": "sha512-x", "dev": True}
    more = {"resolved": "an address", "funding": {"type": "x", "url": "an address"}}
    before = json.dumps({"lockfileVersion": 3, "packages": {"": {"name": "x"}, "node_modules/x": package | more}})
    after = json.loads(cleaned(before))
    assert after == {"lockfileVersion": 3, "packages": {"": {"name": "x"}, "node_modules/x": package}}
