"""A site in a mounted folder: whole, switched at one point, and nothing else is touched."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.errors import EnvironmentProblem
from site_builder.output import exchange, mount
from site_builder.output.ours import MARKER
from site_builder.output.publish import publish
from tests import mounts
from tests.projects import MINIMAL

OLD = {"index.html": b"old", "claims/a/index.html": b"old", "gone/index.html": b"old"}
NEW = {"index.html": b"new", "claims/a/index.html": b"new", "about/index.html": b"new", ".nojekyll": b""}


@pytest.fixture
def volume(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is mounted, or (see :mod:`tests.mounts`) counts as such."""
    folder = tmp_path / "volume"
    folder.mkdir()
    if mounts.KIND in mounts.KINDS:
        mounts.mount(folder)
        yield folder
        mounts.unmount(folder)
    else:
        monkeypatch.setattr(mount, "is_mounted", lambda path: path == folder)
        yield folder


if mounts.KIND == "simulated":

    @pytest.mark.parametrize("kind", mounts.KINDS)
    def test_all_of_this_holds_of_real_mounts(kind: str) -> None:
        assert mounts.again(__file__, kind) > 15


def seen(volume: Path) -> dict[str, bytes]:
    """The files that a host finds in ``volume``, by path."""
    found: dict[str, bytes] = {}
    for path, _, names in os.walk(volume, followlinks=True):
        for name in names:
            file = Path(path, name)
            if mount.SITE not in path and file.exists():  # else a link that leads nowhere yet
                found[os.path.relpath(file, volume)] = file.read_bytes()
    return found


def published(files: dict[str, bytes], volume: Path) -> None:
    publish(files, mount.place(volume), volume.parent / "project")


def test_a_mounted_folder_shows_the_site_inside_of_it(volume: Path) -> None:
    (volume / "lost+found").mkdir()
    (volume / "notes.txt").write_bytes(b"mine")
    published(OLD, volume)
    assert seen(volume) == {**OLD, "notes.txt": b"mine"}
    published(NEW, volume)
    assert seen(volume) == {**NEW, "notes.txt": b"mine"}
    assert not (volume / "gone").is_symlink()
    assert mount.is_shown(mount.place(volume), MARKER)
    assert [name for name in os.listdir(volume) if "staging" in name] == []


def test_the_links_are_as_they_were_while_the_site_is_exchanged(volume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(OLD, volume)
    swap, before = exchange.exchange, dict[str, bytes]()

    def watched(one: Path, other: Path) -> None:
        before.update(seen(volume))
        swap(one, other)

    monkeypatch.setattr(exchange, "exchange", watched)
    published(NEW, volume)
    assert before == OLD


def test_a_build_that_fails_leaves_the_old_site(volume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(OLD, volume)

    def failed(_one: Path, _other: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(exchange, "exchange", failed)
        with pytest.raises(KeyboardInterrupt):
            published(NEW, volume)
    assert seen(volume) == OLD
    published(NEW, volume)
    assert seen(volume) == NEW


@pytest.mark.parametrize("step", ["write", "exchange"])
def test_a_build_that_finds_no_room_leaves_no_link_that_leads_nowhere(
    step: str, volume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def failed() -> None:
        with monkeypatch.context() as patch:
            patch.setattr(
                f"site_builder.output.{'publish.write' if step == 'write' else 'exchange.make_durable'}", full
            )
            with pytest.raises(EnvironmentProblem, match="No space left"):
                published(NEW, volume)

    failed()
    assert os.listdir(volume) == []
    published(OLD, volume)
    links = sorted(os.listdir(volume))
    failed()
    assert sorted(os.listdir(volume)) == links
    assert seen(volume) == OLD


def test_nor_does_one_that_finds_somebody_elses_file(volume: Path) -> None:
    (volume / "index.html").write_bytes(b"mine")
    with pytest.raises(EnvironmentProblem, match="is not a link of this program"):
        published(OLD, volume)
    assert os.listdir(volume) == ["index.html"]


def test_somebody_elses_file_is_never_replaced_by_a_link(volume: Path) -> None:
    (volume / "index.html").write_bytes(b"mine")
    with pytest.raises(EnvironmentProblem, match=r"index\.html in it is not a link of this program") as caught:
        published(OLD, volume)
    assert "empty the folder" in caught.value.remedy
    assert (volume / "index.html").read_bytes() == b"mine"


def test_a_file_system_without_links_is_told_of(volume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_link: Path, _target: str) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", refused)
    with pytest.raises(EnvironmentProblem, match="links in it cannot be made") as caught:
        published(OLD, volume)
    assert f"--output {volume / 'site'}" in caught.value.remedy


def test_a_mounted_folder_that_cannot_be_written_gets_advice_about_that(
    volume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_link: Path, _target: str) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "symlink_to", refused)
    with pytest.raises(EnvironmentProblem, match="Read-only file system") as caught:
        published(OLD, volume)
    assert "mount it as writable" in caught.value.remedy


def test_the_same_folder_that_is_mounted_no_more_is_gone_on_with(volume: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(OLD, volume)
    monkeypatch.setattr(mount, "is_mounted", lambda _: False)
    published(NEW, volume)
    assert seen(volume) == NEW


def test_any_other_folder_is_its_own_place(tmp_path: Path) -> None:
    assert mount.place(tmp_path / "public") == tmp_path / "public"
    assert mount.place(tmp_path) == tmp_path
    assert mount.is_shown(tmp_path, MARKER)


def test_parts_of_a_file_system_that_are_mounted_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a volume"
    folder.mkdir()
    assert not mount.is_mounted(folder)
    info = tmp_path / "mountinfo"
    place = os.fsencode(folder).replace(b" ", rb"\040")
    info.write_bytes(b"36 35 8:1 / / rw - ext4 /dev/x rw\n37 36 8:1 /v " + place + b" rw - ext4 /dev/x rw\n")
    monkeypatch.setattr(mount, "_MOUNTS", info)
    assert mount.is_mounted(folder)
    assert not mount.is_mounted(tmp_path)
    monkeypatch.setattr(mount, "_MOUNTS", tmp_path / "nothing")
    assert not mount.is_mounted(folder)


def test_a_link_that_somebody_removed_is_made_again_and_verify_looks_inside(
    volume: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(volume.parent / "cache"))
    project = shutil.copytree(MINIMAL, volume.parent / "project")
    monkeypatch.chdir(project)
    build = ["build", "--output", os.fspath(volume)]
    assert main(build) == 0
    assert main(build) == 0
    assert "nothing changed" in capsys.readouterr().out
    (volume / "claims").unlink()
    assert main(build) == 0
    assert (volume / "claims" / "index.html").is_file()
    assert main(["verify", os.fspath(volume)]) == 0


def test_verify_looks_at_what_readers_of_the_mounted_folder_get(
    volume: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(volume.parent / "cache"))
    monkeypatch.chdir(shutil.copytree(MINIMAL, volume.parent / "project"))
    assert main(["build", "--output", os.fspath(volume)]) == 0
    (volume / "lost+found").mkdir()
    assert main(["verify", os.fspath(volume)]) == 0
    (volume / "index.html").unlink()
    (volume / "index.html").write_bytes(b"false")
    (volume / "claims").unlink()
    (volume / "extra").mkdir()
    (volume / "extra" / "index.html").write_bytes(b"false")
    (volume / "more").symlink_to("extra")
    capsys.readouterr()
    assert main(["verify", os.fspath(volume)]) == 1
    told = capsys.readouterr().out
    assert told.splitlines()[:-1] == [
        "no link to the site: claims",
        "no link to the site: index.html",
        "unknown: extra/index.html",
        "unknown: more",
    ]
    assert "4 differ" in told


@pytest.mark.parametrize("command", [["build", "--output"], ["build", "--drafts", "--output"], ["verify"]])
def test_the_folder_inside_is_named_by_nobody(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = shutil.copytree(MINIMAL, tmp_path / "project")
    monkeypatch.chdir(project)
    before = sorted(os.listdir(project))
    assert main([*command, mount.SITE]) == 2
    assert f"name that one: {project}" in capsys.readouterr().err
    assert sorted(os.listdir(project)) == before


@pytest.mark.parametrize("place", [".", "content"])
def test_no_folder_of_the_project_is_such_a_place(
    place: str, volume: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = shutil.copytree(MINIMAL, volume.parent / "project")
    monkeypatch.setattr(mount, "is_mounted", lambda _: True)
    monkeypatch.chdir(project)
    assert main(["build", "--output", place]) == 2
    assert "choose a folder of its own" in capsys.readouterr().err
    assert not mount.holds_site(project / place)
