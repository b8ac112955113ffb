"""A file system without room, or with room and without inodes: a message, no half site, and nothing left behind."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.output.ours import is_whole
from tests import mounts
from tests.projects import MINIMAL

LIMITS = {"size": ("256k", "64m"), "nr_inodes": ("24", "10k")}
"""What a site does not fit into, and what it does: options of a tmpfs (tmpfs(5))."""


class Volume:
    """A small file system, or (see :mod:`tests.mounts`) a folder into which nothing more can be written."""

    def __init__(self, folder: Path, limit: str, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._limit, self._patch = limit, patch
        folder.mkdir()
        if mounts.KIND == "tmpfs":
            mounts.mount(folder, "-o", f"{limit}={LIMITS[limit][0]}")

    def grow(self) -> None:
        """Give it room."""
        if mounts.KIND == "tmpfs":
            self._remount(LIMITS[self._limit][1])
        else:
            self._patch.undo()

    def shrink(self) -> None:
        """Leave it no room for anything more."""
        if mounts.KIND == "tmpfs":
            found = os.statvfs(self.folder)
            kilobytes = (found.f_blocks - found.f_bfree) * found.f_bsize // 1024
            self._remount(str(found.f_files - found.f_ffree + 4) if "inodes" in self._limit else f"{kilobytes + 8}k")
        else:
            self._patch.setattr("site_builder.output.publish.write", full)

    def _remount(self, most: str) -> None:
        options = f"remount,{self._limit}={most}"
        subprocess.run(["mount", "-o", options, os.fspath(self.folder)], check=True)


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def volume(tmp_path: Path, limit: str) -> Iterator[Volume]:
    with pytest.MonkeyPatch.context() as patch:
        made = Volume(tmp_path / "volume", limit, patch)
        if mounts.KIND != "tmpfs":
            made.shrink()
        yield made
    if mounts.KIND == "tmpfs":
        mounts.unmount(made.folder)


@pytest.fixture(params=list(LIMITS))
def limit(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Builds the project in ``tmp_path``, and returns what was said; the status must be the one given."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(MINIMAL, tmp_path / "project")

    def built(output: Path, status: int) -> str:
        assert main(["build", os.fspath(tmp_path / "project"), "--no-search", "--output", os.fspath(output)]) == status
        said = capsys.readouterr()
        return said.out + said.err

    return built


@pytest.mark.parametrize("inside", ["", "site"])
def test_what_does_not_fit_is_told_and_leaves_nothing(
    inside: str, volume: Volume, build: Callable[..., str], tmp_path: Path
) -> None:
    """In the mounted folder itself, and in a folder inside of it."""
    output = volume.folder / inside
    said = build(output, 2)
    assert "No space left on device" in said
    assert "free space on the disk" in said
    assert "inodes (df -i)" in said
    assert os.listdir(volume.folder) == []

    volume.grow()
    build(output, 0)
    pages = {path.relative_to(output): path.read_bytes() for path in output.rglob("*.html")}
    entries = sorted(os.listdir(volume.folder))
    assert pages

    volume.shrink()
    claims = tmp_path / "project" / "claims.yaml"
    claims.write_text(claims.read_text().replace("Ann Able", "Ann Baker"))
    assert "No space left on device" in build(output, 2)
    assert sorted(os.listdir(volume.folder)) == entries
    assert {path.relative_to(output): path.read_bytes() for path in output.rglob("*.html")} == pages
    site = next(path.parent for path in volume.folder.rglob(".site-builder.json"))
    assert is_whole(site)

    volume.grow()
    build(output, 0)
    assert b"Ann Baker" in b"".join(path.read_bytes() for path in output.rglob("*.html"))


if mounts.KIND == "simulated":

    def test_all_of_this_holds_of_a_real_file_system() -> None:
        assert mounts.again(__file__, "tmpfs") == 2 * len(LIMITS)
