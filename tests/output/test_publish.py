from __future__ import annotations

import errno
import hashlib
import json
import os
import socket
import stat
import subprocess
import sys
import textwrap
import threading
from collections.abc import Container
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest

from site_builder.contents import Stored
from site_builder.errors import EnvironmentProblem
from site_builder.output import exchange, standing
from site_builder.output import publish as publishing
from site_builder.output.last import Last
from site_builder.output.leftovers import STAGING, discard
from site_builder.output.lock import locked
from site_builder.output.ours import MARKER
from site_builder.output.publish import clear_up, publish
from site_builder.output.stamps import digest, stamps
from site_builder.output.standing import looked_at, untouched
from tests.deep import deep

OLD = {"index.html": b"old", "claims/x/index.html": b"old x", "gone.html": b"gone"}
NEW = {"index.html": b"new", "claims/x/index.html": b"new x", "claims/y/index.html": b"new y"}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    public = tmp_path / "public"
    assert publish(OLD, public, tmp_path / "p").changed == 3
    assert content(public) == OLD
    assert publish(NEW, public, tmp_path / "p").changed == 4
    assert content(public) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_second_process_settles_what_a_first_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "WORTH_A_PROCESS", 0)
    discarded = tmp_path / "discarded by"

    def noted(folder: Path, files: Container[str]) -> None:
        discarded.write_text(f"{os.getpid()}")
        discard(folder, files)

    monkeypatch.setattr(publishing, "discard", noted)
    public, cache = tmp_path / "site" / "public", tmp_path / "cache"
    publish(OLD, public, tmp_path / "p", cache)
    done = publish(NEW, public, tmp_path / "p", cache, jobs=2)
    assert content(public) == NEW
    assert [path.name for path in public.parent.iterdir()] == ["public"]
    assert discarded.read_text() != f"{os.getpid()}"
    assert done.stamps == digest(stamps(public))
    last = Last("", f"{public}", done.stamps, "", "", "", "")
    looked = looked_at(last, public, cache, jobs=2).result()
    assert looked
    assert untouched(public, cache, every=looked) == untouched(public, cache)
    assert untouched(public, cache) == {name: sha256(data).hexdigest() for name, data in NEW.items()}
    (public / "index.html").write_bytes(b"odd")
    assert not looked_at(last, public, cache, jobs=2).result()
    assert untouched(public, cache).keys() == NEW.keys() - {"index.html"}


def test_nothing_is_touched_when_nothing_changed(tmp_path: Path) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    before = public.stat().st_ino, (public / "index.html").stat().st_mtime_ns
    assert publish(OLD, public, tmp_path / "p").changed == 0
    assert (public.stat().st_ino, (public / "index.html").stat().st_mtime_ns) == before


@pytest.mark.parametrize("damage", ["edited", "removed", "link", "mode", "clutter"])
def test_what_lies_there_is_compared_not_trusted(tmp_path: Path, damage: str) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    page = public / "index.html"
    if damage == "edited":
        page.write_bytes(b"odd")
    elif damage == "mode":
        page.chmod(0o600)
    elif damage == "clutter":
        (public / "claims" / ".DS_Store").write_text("x")
    else:
        page.unlink()
        if damage == "link":
            (tmp_path / "elsewhere").write_bytes(b"old")
            page.symlink_to(tmp_path / "elsewhere")
    assert publish(OLD, public, tmp_path / "p").changed == 1
    assert content(public) == OLD
    assert not page.is_symlink()


def test_modes_are_those_of_a_host_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(OLD, tmp_path / "public", tmp_path / "p")
    finally:
        os.umask(before)
    for path in (tmp_path / "public").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644)
    assert stat.S_IMODE((tmp_path / "public").stat().st_mode) == 0o755


def test_the_marker_lists_the_digests(tmp_path: Path) -> None:
    publish({"a": b""}, tmp_path / "public", tmp_path / "p")
    marker = json.loads((tmp_path / "public" / MARKER).read_text())
    assert marker["files"] == {"a": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}


def refused(output: Path, project: Path) -> str:
    with pytest.raises(EnvironmentProblem) as caught:
        publish(NEW, output, project)
    assert caught.value.remedy
    return caught.value.message


def test_foreign_folders_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    (project / "content").mkdir(parents=True)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "thesis.doc").write_text("years of work")
    assert "did not make" in refused(foreign, project)
    assert (foreign / "thesis.doc").exists()
    assert "holds the project" in refused(project, project)
    assert "holds the project" in refused(tmp_path, project)
    assert "own sources" in refused(project / "content" / "public", project)
    assert "never replaced" in refused(Path("/"), project)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert "never replaced" in refused(tmp_path / "home", project)
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    assert "git" in refused(repository, project)
    (tmp_path / "file").write_text("x")
    assert "not a folder" in refused(tmp_path / "file", project)
    (tmp_path / "empty").mkdir()
    publish(NEW, tmp_path / "empty", project)


def test_a_failure_on_the_way_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("make_durable", "exchange"):
        with monkeypatch.context() as patch:
            patch.setattr(exchange, name, full)
            assert "No space left" in refused(public, tmp_path / "p")
        assert content(public) == OLD
        assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_without_an_atomic_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_atomically", lambda *_: False)
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    publish(NEW, public, tmp_path / "p")
    assert content(public) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


KILLED = """
import os, sys
from pathlib import Path
from site_builder.output import exchange, leftovers, publish

if sys.argv[2] == "writing":
    exchange.make_durable = lambda folder: os._exit(9)
elif sys.argv[2] == "exchanged":
    leftovers.remove = lambda *a, **k: os._exit(9)
else:
    exchange._atomically = lambda *names: False
    rename = Path.rename
    calls = []
    def dying(self, target):
        if calls:
            os._exit(9)
        calls.append(rename(self, target))
    Path.rename = dying
publish.publish({"index.html": b"new"}, Path(sys.argv[1], "public"), Path(sys.argv[1], "p"))
"""


@pytest.mark.parametrize(("when", "left"), [("writing", b"old"), ("exchanged", b"new"), ("between", None)])
def test_killed_at_any_moment_a_whole_site_remains(tmp_path: Path, when: str, left: bytes | None) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path), when])
    assert run.returncode == 9
    assert len(list(tmp_path.iterdir())) == 2  # the other folder lies beside
    if left is not None:
        assert (public / "index.html").read_bytes() == left
    publish(NEW, public, tmp_path / "p")
    assert content(public) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_reader_never_misses_the_site(tmp_path: Path) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    seen: set[bytes] = set()
    missed: list[OSError] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.add((public / "index.html").read_bytes())
            except OSError as problem:
                missed.append(problem)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(60):
        publish(NEW if number % 2 else OLD | {"n": b"%d" % number}, public, tmp_path / "p")
    stop.set()
    reader.join()
    assert missed == []
    assert seen == {b"old", b"new"}


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    sites = [{f"{letter}{n}.html": letter.encode() for n in range(40)} for letter in "ab"]
    threads = [
        threading.Thread(target=publish, args=(sites[number % 2], tmp_path / "public", tmp_path / "p"))
        for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert content(tmp_path / "public") in sites
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_publication_that_fails_leaves_no_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(exchange, "make_durable", full)
    assert "No space left" in refused(tmp_path / "there" / "a" / "b" / "public", tmp_path / "p")
    assert list((tmp_path / "there").iterdir()) == []


NO_MARKERS = ["", "{}", "[]", "5", '{"generator": "site-builder"}', '{"generator": "x", "files": {}}']


@pytest.mark.parametrize("marker", NO_MARKERS)
def test_a_marker_is_read_and_not_only_seen(tmp_path: Path, marker: str) -> None:
    public = tmp_path / "public"
    public.mkdir()
    (public / MARKER).write_text(marker)
    (public / "thesis.doc").write_text("years of work")
    assert "did not make" in refused(public, tmp_path / "p")
    assert (public / "thesis.doc").exists()


@pytest.mark.parametrize("name", ["CNAME", "archive/.git/", "claims/x/notes.txt", "aside"])
def test_what_was_not_made_here_is_never_deleted(tmp_path: Path, name: str) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    foreign = public / name
    foreign.parent.mkdir(parents=True, exist_ok=True)
    if name == "aside":
        (tmp_path / "elsewhere").mkdir()
        foreign.symlink_to(tmp_path / "elsewhere")
    elif name.endswith("/"):
        foreign.mkdir()
    else:
        foreign.write_text("mine")
    assert name in refused(public, tmp_path / "p")
    assert foreign.exists()
    assert content(public).items() >= OLD.items()


def test_linked_sources_are_sources(tmp_path: Path) -> None:
    (tmp_path / "data" / "content").mkdir(parents=True)
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "content").symlink_to(tmp_path / "data" / "content")
    assert "own sources" in refused(tmp_path / "p" / "content" / "public", tmp_path / "p")


def test_a_user_without_a_home_can_publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: int) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", nobody)
    monkeypatch.delenv("HOME", raising=False)
    assert publish(NEW, tmp_path / "public", tmp_path / "p").total == 3


@pytest.mark.parametrize("way", ["environment", "system", "link"])
def test_a_home_folder_is_refused_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "link").symlink_to(home)
    monkeypatch.delenv("HOME")
    if way == "environment":
        monkeypatch.setenv("HOME", str(tmp_path / "link"))
    else:
        monkeypatch.setattr("pwd.getpwuid", lambda _: SimpleNamespace(pw_dir=str(home)))
    assert "never replaced" in refused(tmp_path / "link" if way == "link" else home, tmp_path / "p")


def forged(folder: Path, files: dict[str, str]) -> None:
    """A marker that lists ``files`` with digests by path."""
    folder.mkdir(exist_ok=True)
    (folder / MARKER).write_text(json.dumps({"generator": "site-builder", "files": files}))


@pytest.mark.parametrize("name", ["thesis.doc", "deep/er/thesis.doc", "archive/.git/config", ".git"])
def test_a_marker_that_lists_what_is_not_ours_deletes_nothing(tmp_path: Path, name: str) -> None:
    mine = tmp_path / "public" / name
    mine.parent.mkdir(parents=True)
    mine.write_text("years of work")
    right = hashlib.sha256(b"years of work").hexdigest() if ".git" in name else "0" * 64
    forged(tmp_path / "public", {name: right})
    refused(tmp_path / "public", tmp_path / "p")
    assert mine.read_text() == "years of work"


@pytest.mark.parametrize("name", sorted(NEW))
def test_a_marker_that_lists_somebody_s_file_by_a_page_s_name_loses_nothing(tmp_path: Path, name: str) -> None:
    """The page takes its place; the file lies beside the site, and stays there through the next builds."""
    public = tmp_path / "public"
    (public / name).parent.mkdir(parents=True)
    (public / name).write_text("years of work")
    forged(public, {name: "0" * 64})
    done = publish(NEW, public, tmp_path / "p")
    assert content(public) == NEW
    assert (done.edited, done.kept) == ((name,), done.kept)
    publish(OLD, public, tmp_path / "p")
    publish(NEW, public, tmp_path / "p")
    assert done.kept is not None
    assert (done.kept / name).read_text() == "years of work"
    assert clear_up(public) == [done.kept]


@pytest.mark.parametrize("left", [b"", bytes(100)])
def test_a_page_that_a_power_cut_emptied_is_mended_and_nothing_is_left(tmp_path: Path, left: bytes) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    (public / "index.html").write_bytes(left)
    done = publish(OLD, public, tmp_path / "p")
    assert (done.edited, done.kept) == (("index.html",), None)
    assert content(public) == OLD
    assert clear_up(public) == []


@pytest.mark.parametrize("end", ["", "-old"])
def test_a_folder_that_is_named_like_ours_keeps_what_is_not_ours(tmp_path: Path, end: str) -> None:
    other = tmp_path / f".public.site-builder-staging-x{end}"
    forged(other, {"thesis.doc": "0" * 64, "page.html": hashlib.sha256(b"page").hexdigest()})
    (other / "thesis.doc").write_text("years of work")
    (other / "page.html").write_text("page")
    (other / "link").symlink_to(tmp_path)
    publish(OLD, tmp_path / "public", tmp_path / "p")
    assert (other / "thesis.doc").read_text() == "years of work"
    assert not (other / "page.html").exists()


def test_what_was_being_written_is_cleared(tmp_path: Path) -> None:
    other = tmp_path / ".public.site-builder-staging-x"
    forged(other, {"a/page.html": hashlib.sha256(b"page").hexdigest()})
    (other / "a").mkdir()
    (other / "a" / "page.html").write_text("pa")
    (other / "a" / "page.html").chmod(0o200)
    publish(OLD, tmp_path / "public", tmp_path / "p")
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize("name", ["a**b", "a[1]", "*", "with space"])
def test_a_name_is_no_pattern(tmp_path: Path, name: str) -> None:
    other = tmp_path / ".site.site-builder-staging-zz-old"
    other.mkdir()
    (other / MARKER).write_text('{"generator": "site-builder", "files": {}}')
    publish(OLD, tmp_path / name, tmp_path / "p")
    publish(NEW, tmp_path / name, tmp_path / "p")
    assert content(tmp_path / name) == NEW
    assert other.exists()


def test_an_interrupt_between_two_renames_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, tmp_path / "public", tmp_path / "p")
    monkeypatch.setattr(exchange, "_atomically", lambda *_: False)
    rename = Path.rename
    calls = []

    def interrupted(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(NEW, tmp_path / "public", tmp_path / "p")
    assert content(tmp_path / "public") == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_half_an_old_site_is_never_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, tmp_path / "public", tmp_path / "p")
    left = tmp_path / ".public.site-builder-staging-x-old"
    (tmp_path / "public").rename(left)
    (left / "index.html").unlink()
    publish(NEW, tmp_path / "public", tmp_path / "p")
    assert content(tmp_path / "public") == NEW
    assert not left.exists()


def test_an_interrupted_removal_is_finished_by_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, tmp_path / "public", tmp_path / "p")
    with monkeypatch.context() as patch:

        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        patch.setattr(os, "unlink", stop)
        with pytest.raises(KeyboardInterrupt):
            publish(NEW, tmp_path / "public", tmp_path / "p")
    assert content(tmp_path / "public") == NEW
    assert len(list(tmp_path.iterdir())) == 2
    publish(OLD, tmp_path / "public", tmp_path / "p")
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_a_file_that_appears_in_the_old_site_at_the_last_moment_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    durable = exchange.make_durable

    def late(folder: Path) -> None:
        (public / "claims" / "thesis").write_text("years of work")
        durable(folder)

    monkeypatch.setattr(exchange, "make_durable", late)
    publish(NEW, public, tmp_path / "p")
    assert content(public) == NEW
    assert [path.read_text() for path in tmp_path.rglob("thesis")] == ["years of work"]


@pytest.mark.parametrize("late", ["edited", "replaced", "added"])
def test_what_somebody_does_right_after_the_exchange_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: str
) -> None:
    """The next build finds it, replaces what was edited and refuses to delete what it did not make."""
    public, cache = tmp_path / "public", tmp_path / "cache"
    first = {"index.html": b"1", "page.html": b"page", "other.html": b"other"}
    publish(first, public, tmp_path / "p", cache)

    def hurried(folder: Path, files: Container[str] | None = None) -> None:
        discard(folder, files)
        if late == "added":
            (public / "thesis").write_text("years of work")
        elif late == "edited":
            (public / "page.html").write_bytes(b"by hand")
        else:
            (public / "page.html").unlink()
            (public / "page.html").write_bytes(b"mine")

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "discard", hurried)
        publish({**first, "index.html": b"2"}, public, tmp_path / "p", cache)
    if late == "added":
        with pytest.raises(EnvironmentProblem, match="did not make: thesis"):
            publish({**first, "index.html": b"3"}, public, tmp_path / "p", cache)
        assert (public / "thesis").read_text() == "years of work"
        return
    done = publish({**first, "index.html": b"3"}, public, tmp_path / "p", cache)
    assert done.edited == ("page.html",)
    assert content(public) == {**first, "index.html": b"3"}


def test_a_site_that_cannot_be_looked_at_afterwards_is_published_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> None:
        raise PermissionError

    public, cache = tmp_path / "public", tmp_path / "cache"
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "settled", refused)
        assert publish(NEW, public, tmp_path / "p", cache).stamps is None
    assert content(public) == NEW
    assert untouched(public, cache) == {}
    assert publish(NEW, public, tmp_path / "p", cache).changed == 0


def test_leftovers_are_cleared_by_whoever_builds_next_unless_somebody_is_building(tmp_path: Path) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    left = tmp_path / f".public{STAGING}x"
    left.mkdir()
    with locked(tmp_path):
        assert clear_up(public) == []
        assert left.exists()
    assert clear_up(public) == []
    assert [path.name for path in tmp_path.iterdir()] == ["public"]
    assert clear_up(tmp_path / "gone" / "public") == []
    left.mkdir()
    (left / "thesis").write_text("years of work")
    assert clear_up(public) == [left]


@pytest.mark.parametrize(("name", "levels"), [("d", 200), ("d", 3000), ("d" * 255, 40)])
@pytest.mark.parametrize("marked", [True, False])
def test_folders_deeper_than_a_site_s_are_not_replaced(tmp_path: Path, name: str, levels: int, marked: bool) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    if not marked:
        (public / MARKER).unlink()
    before = digest(stamps(public))
    with deep(public / "claims", name, levels):
        assert digest(stamps(public)) != before
        with pytest.raises(EnvironmentProblem, match="did not make") as caught:
            publish(NEW, public, tmp_path / "p")
        assert len(caught.value.message) < 1000
        assert (public / "claims" / name).exists()
        assert (public / "index.html").read_bytes() == b"old"


def test_what_cannot_be_looked_at_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    look = os.scandir

    def refused_there(path: str) -> object:
        if path == f"{public}/claims":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return look(path)

    monkeypatch.setattr(os, "scandir", refused_there)
    with pytest.raises(
        EnvironmentProblem, match=f"cannot write {public}: {public}/claims: Permission denied"
    ) as caught:
        publish(NEW, public, tmp_path / "p")
    assert "check its owner and its permissions" in caught.value.remedy


def spoil(marker: Path, how: str) -> None:
    """Leave of ``marker`` what a power cut may leave, or a hand."""
    data = marker.read_bytes()
    marker.unlink()
    if how == "zeroed":
        marker.write_bytes(bytes(len(data)))
    elif how == "truncated":
        marker.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        marker.write_bytes(b"")
    elif how == "a pipe":
        os.mkfifo(marker)
    elif how == "a folder":
        marker.mkdir()
    elif how == "a socket":
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(os.fspath(marker))
    elif how == "a device":
        marker.symlink_to("/dev/zero")
    elif how == "a link":
        marker.symlink_to("index.html")


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize(
    "name", ["a" * 255, os.fsdecode(b"\xff\xfe"), "a\nb", "\x1b[31m", "-rf", "\u202eb", "~", "*", "a b"], ids=ascii
)
@pytest.mark.parametrize("kind", ["a file", "a pipe", "a socket", "a folder", "a link"])
def test_what_is_odd_stays_and_is_named(
    tmp_path: Path, kind: str, name: str, marked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    if not marked:
        (public / MARKER).unlink()
    monkeypatch.chdir(public)  # the name of a socket must be short
    path = Path(name)
    if kind == "a pipe":
        os.mkfifo(path)
    elif kind == "a socket":
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(os.path.relpath("s"))
        Path("s").rename(path)
    elif kind == "a folder":
        (path / "deeper").mkdir(parents=True)
        (path / "deeper" / "file").write_text("thesis")
    elif kind == "a link":
        path.symlink_to("/etc/passwd")
    else:
        path.write_text("thesis")
    before = os.lstat(path)
    with pytest.raises(EnvironmentProblem, match="did not make"):
        publish(NEW, public, tmp_path / "p")
    assert os.path.samestat(os.lstat(path), before)
    assert (public / "index.html").read_bytes() == b"old"


SPOILT = ["deleted", "zeroed", "truncated", "empty", "a pipe", "a folder", "a socket", "a device", "a link"]


@pytest.mark.parametrize("how", SPOILT)
def test_a_lost_marker_does_not_lock_a_site_out_of_its_folder(tmp_path: Path, how: str) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    spoil(public / MARKER, how)
    publish(OLD, public, tmp_path / "p")
    assert content(public) == OLD
    assert json.loads((public / MARKER).read_bytes())["files"].keys() == OLD.keys()
    assert publish(NEW, public, tmp_path / "p").changed == 4


@pytest.mark.parametrize("how", SPOILT)
def test_what_nobody_has_touched_since_is_ours_without_a_marker(tmp_path: Path, how: str) -> None:
    public, cache = tmp_path / "public", tmp_path / "p" / ".site-builder"
    cache.mkdir(parents=True)
    publish(OLD, public, tmp_path / "p", cache)
    spoil(public / MARKER, how)
    publish(NEW, public, tmp_path / "p", cache)
    assert content(public) == NEW


@pytest.mark.parametrize("how", SPOILT)
def test_without_a_marker_what_cannot_be_proved_is_kept(tmp_path: Path, how: str) -> None:
    public, cache = tmp_path / "public", tmp_path / "p" / ".site-builder"
    cache.mkdir(parents=True)
    publish(OLD, public, tmp_path / "p", cache)
    spoil(public / MARKER, how)
    (public / "index.html").write_bytes(b"mine")
    (public / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(EnvironmentProblem, match=r"2 of . files do not match this build .the first is index") as told:
        publish(NEW, public, tmp_path / "p", cache)
    state = {"deleted": "is missing", "empty": "is empty", "zeroed": "is damaged", "truncated": "is damaged"}
    assert state.get(how, "is ") in told.value.message
    assert "move the folder away" in told.value.remedy
    assert (public / "thesis.doc").read_bytes() == b"years of work"
    assert (public / "index.html").read_bytes() == b"mine"


def test_a_folder_of_the_markers_name_keeps_what_is_in_it(tmp_path: Path) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    (public / MARKER).unlink()
    (public / MARKER).mkdir()
    (public / MARKER / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(EnvironmentProblem, match="thesis"):
        publish(OLD, public, tmp_path / "p")
    assert (public / MARKER / "thesis.doc").read_bytes() == b"years of work"


def test_a_folder_that_is_mounted_is_refused_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path) == public)
    with pytest.raises(EnvironmentProblem, match="cannot be replaced as a whole") as told:
        publish(NEW, public, tmp_path / "p")
    assert f"--output {public / 'site'}" in told.value.remedy
    assert content(public) == OLD
    publish(NEW, public / "site", tmp_path / "p")  # and that is one
    assert content(public / "site") == NEW


@pytest.mark.parametrize("code", [errno.EBUSY, errno.EXDEV])
def test_a_folder_that_cannot_change_its_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """One that is mounted from the same file system does not look as if it was."""
    public = tmp_path / "public"
    publish(OLD, public, tmp_path / "p")

    def refuse(one: Path, other: Path) -> None:
        raise OSError(code, os.strerror(code), os.fspath(one))

    monkeypatch.setattr(exchange, "exchange", refuse)
    with pytest.raises(EnvironmentProblem, match="cannot be replaced as a whole"):
        publish(NEW, public, tmp_path / "p")
    assert content(public) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_pages_that_wait_in_another_file_system_are_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = tmp_path / "waiting"
    waiting.write_bytes(b"new")
    rename = os.rename

    def refuse(one: str, other: str) -> None:
        if os.fspath(one) == os.fspath(waiting):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(one, other)

    monkeypatch.setattr(os, "rename", refuse)
    page = Stored(hashlib.sha256(b"new").hexdigest(), 3, os.fspath(waiting))
    publish({"index.html": page}, tmp_path / "public", tmp_path / "p")
    assert content(tmp_path / "public") == {"index.html": b"new"}
    assert stat.S_IMODE((tmp_path / "public" / "index.html").stat().st_mode) == 0o644
