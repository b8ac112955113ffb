from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.errors import EnvironmentProblem
from site_builder.load import fence as module
from site_builder.load.fence import Fence, Home
from site_builder.load.files import read_project
from tests.load.no_files import answering, device, log, pipe
from tests.mounts import private
from tests.projects import ROOT, minimal, written

SECRET = "the machine's secret"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text(SECRET)
    root = tmp_path / "project"
    written(minimal().content, root)
    for name in ("claims", "templates/assets", ".git"):
        (root / name).mkdir(parents=True)
    (root / ".git" / "config").write_text(SECRET)
    return root


@pytest.mark.parametrize(
    ("place", "target"),
    [
        ("content/articles/x.md", "outside/secret.md"),
        ("content/pages/x.md", "outside/secret.md"),
        ("claims/x.yaml", "outside/secret.md"),
        ("claims/deep", "outside"),
        ("content/articles/x.md", "project/.git/config"),
        ("templates/x.html", "outside/secret.md"),
        ("templates/assets/x", "outside"),
        ("templates/assets/x.css", "project/.git/config"),
        ("templates/assets/y", "project/.git"),
    ],
)
def test_a_link_out_of_the_project_is_refused_by_name(
    root: Path, place: str, target: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (root / place).symlink_to(root.parent / target)
    for command in ("check", "build"):
        assert main([command, str(root)]) == 2
        said = capfd.readouterr()
        assert place in said.err
        assert "leads" in said.err
        assert SECRET not in said.err + said.out
    assert not (root / "public").exists()


@pytest.mark.parametrize(
    "name", ["claims.yaml", "content/site.yaml", "content/articles", "content", "templates", "claims"]
)
def test_nor_may_what_every_project_has_be_one(root: Path, name: str) -> None:
    other = root.parent / "outside" / "other"
    (root / name).rename(other)
    (root / name).symlink_to(other)
    with pytest.raises(EnvironmentProblem, match="out of the project"):
        read_project(root)


def test_a_way_through_several_links_is_followed_to_its_end(root: Path) -> None:
    (root / "claims" / "a").symlink_to(root / "claims" / "b")
    (root / "claims" / "b").symlink_to("../../outside")
    with pytest.raises(EnvironmentProblem, match="out of the project"):
        read_project(root)


def test_links_inside_and_a_project_behind_a_link_are_read(root: Path) -> None:
    article = next((root / "content" / "articles").iterdir())
    (root / "articles-of-2020").mkdir()
    article.rename(root / "articles-of-2020" / article.name)
    article.symlink_to(root / "articles-of-2020" / article.name)
    (root.parent / "link").symlink_to(root)
    assert read_project(root.parent / "link") == read_project(root)


OWN = (
    *("claims.yaml", "content/site.yaml", "templates/claim.html", "static/all.txt"),
    *("content/pages/about.md", "notes/n.md"),
)
"""A file of each kind in the project, and one that is of no kind."""


@pytest.mark.parametrize(
    ("place", "target", "reason"),
    [
        ("static/all", ".", "leads out of static/"),
        ("static/all", "content", "leads out of static/"),
        ("static/deep/all.yaml", "claims.yaml", "leads out of static/"),
        ("static/n.md", "notes/n.md", "leads out of static/"),
        ("static/logo", "templates", "leads out of static/"),
        ("templates/assets/all", ".", "leads out of templates/"),
        ("templates/claim.html", "notes/n.md", "leads out of templates/"),
        ("templates/x.html", "static/all.txt", "leads out of templates/"),
        ("content/pages/n.md", "notes/n.md", "leads out of content/pages/"),
        ("content/pages/x.md", "content/articles/daily-2020-05-03.md", "leads out of content/pages/"),
        ("content/articles/x.md", "claims.yaml", "which belongs to claims.yaml"),
        ("content/articles/x.md", "content/pages/about.md", "which belongs to content/pages"),
        ("content/articles/all", ".", "which holds claims.yaml"),
        ("content/articles/all", "content", "which holds content/site.yaml"),
        ("claims/x.yaml", "content/site.yaml", "which belongs to content/site.yaml"),
        ("claims/all", "content/articles", "which belongs to content/articles"),
        ("static", ".", "which holds claims.yaml"),
        ("static", "claims", "which belongs to claims"),
        ("static", "content", "which holds content/site.yaml"),
        ("static", "content/articles", "which belongs to content/articles"),
        ("templates", "static", "which belongs to static"),
        ("templates", ".", "which holds claims.yaml"),
        ("content/pages", "content/articles", "which belongs to content/articles"),
        ("content/articles", "static", "which belongs to static"),
        ("claims", ".", "which holds content/site.yaml"),
        ("content/site.yaml", "claims.yaml", "which belongs to claims.yaml"),
    ],
)
def test_a_link_from_one_kind_of_file_to_another_is_refused_by_name(
    root: Path, place: str, target: str, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    written({name: b"ours" for name in OWN if not (root / name).exists()}, root)
    if os.path.lexists(root / place):
        (root / place).rename(root / "moved")
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).symlink_to(root / target)
    assert main(["check", str(root)]) == 2
    said = capfd.readouterr().err
    assert f"the link {root / place} leads " in said
    assert reason in said
    assert "help: copy what" in said
    assert main(["build", str(root)]) == 2
    assert not (root / "public").exists()


@pytest.mark.parametrize(
    ("place", "target", "read"),
    [
        ("static/b.txt", "static/a.txt", "static/b.txt"),
        ("static/a", "static/deep", "static/a/c.txt"),
        ("static/deep/round", "static", "static/deep/c.txt"),
        ("static", "files", "static/d.txt"),
        ("templates", "files", "templates/d.txt"),
        ("content/pages/b.md", "content/pages/a.md", "content/pages/b.md"),
        ("content/articles/b.md", "files/b.md", "content/articles/b.md"),
        ("content/articles/more", "files", "content/articles/more/b.md"),
        ("claims/b.yaml", "files/e.yaml", "claims/b.yaml"),
        ("claims/b.yaml", "claims.yaml", "claims/b.yaml"),
        ("claims.yaml", "files/e.yaml", "claims.yaml"),
        ("content/site.yaml", "files/e.yaml", "content/site.yaml"),
        ("content", "elsewhere", "content/articles/f.md"),
        ("static/.well-known", "static/deep", "static/.well-known/c.txt"),
    ],
)
def test_a_link_to_the_same_kind_or_to_a_folder_of_its_own_is_read(
    root: Path, place: str, target: str, read: str
) -> None:
    files = "static/a.txt static/deep/c.txt files/b.md files/d.txt files/e.yaml content/pages/a.md".split()
    written({name: name.encode() for name in [*files, "elsewhere/articles/f.md"]}, root)
    if os.path.lexists(root / place):
        (root / place).rename(root / "moved")
    (root / place).symlink_to(root / target)
    project = read_project(root)
    names = {*project.content, *(f"static/{name}" for name in project.static)}
    assert read in names | {f"templates/{name}" for name in project.theme}


def test_a_link_that_comes_between_the_look_and_the_reading_is_seen(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = root / "claims" / "x.yaml"
    path.write_text("claims: []\n")
    open_ = os.open

    def swapped(name: Path, flags: int) -> int:
        path.unlink()
        path.symlink_to(root.parent / "outside" / "secret.md")
        return open_(name, flags)

    monkeypatch.setattr(module.os, "open", swapped)  # type: ignore[attr-defined]
    with pytest.raises(EnvironmentProblem, match="out of the project"):
        Fence(root).read(path)


@pytest.mark.parametrize("own", ["content/articles", "content/pages", "claims", "templates", "static", "claims.yaml"])
@pytest.mark.parametrize("target", ["../outside", ".git", "content"])
def test_a_place_that_is_a_link_for_a_moment_opens_nothing(
    root: Path, own: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It leads elsewhere when the fence is made, and is what it should be when it is looked at."""
    real = os.path.realpath
    led = str(root / target)

    def flipping(path: str | os.PathLike[str]) -> str:
        return real(led) if os.fspath(path) == os.fspath(root / own) else real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os.path, "realpath", flipping)
        with pytest.raises(EnvironmentProblem, match="leads"):
            Fence(root, home=Home(own, ("content/site.yaml",)))


def test_without_a_list_of_open_files_the_real_path_is_compared(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.os, "readlink", lambda _: (_ for _ in ()).throw(OSError))  # type: ignore[attr-defined]
    monkeypatch.setattr(module.os.path, "realpath", os.path.normpath)  # type: ignore[attr-defined]
    fence = Fence(root)
    assert fence.read(root / "claims.yaml").startswith(b"actors")
    (root / "claims" / "x.yaml").symlink_to(root.parent / "outside" / "secret.md")
    with pytest.raises(EnvironmentProblem, match="leads"):
        fence.read(root / "claims" / "x.yaml")


@pytest.mark.parametrize("make", [pipe, device, log, answering])
def test_what_is_no_regular_file_is_never_waited_for(
    root: Path, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    make(Path("claims") / "x.yaml")
    ended = threading.Event()

    def read() -> None:
        with pytest.raises(EnvironmentProblem):
            read_project(root)
        ended.set()

    threading.Thread(target=read, daemon=True).start()
    assert ended.wait(60)


def test_a_file_takes_as_much_memory_as_it_has_bytes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A read of up to 64 MB kept a mapping of its own: with 65,530 files no library could be loaded any more."""
    asked: list[int] = []
    read = os.read

    def counted(handle: int, size: int) -> bytes:
        asked.append(size)
        return read(handle, size)

    monkeypatch.setattr(os, "read", counted)
    (root / "short").write_bytes(b"1234567")
    assert Fence(root).read(root / "short", 1_000_000) == b"1234567"
    assert asked == [8, 1]
    assert Fence(root).read(root / "short", 3) == b"1234"


def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "log").write_bytes(b"1234")
    fstat = os.fstat

    def before(handle: int) -> os.stat_result:
        found = fstat(handle)
        with (root / "log").open("ab") as file:
            file.write(b"5678")
        return found

    monkeypatch.setattr(os, "fstat", before)
    assert Fence(root).read(root / "log", 100) == b"12345678"
    assert Fence(root).read(root / "log", 4) == b"12345"


def test_a_file_that_would_wait_for_news_is_no_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def empty(_handle: int, _size: int) -> bytes:
        raise BlockingIOError

    monkeypatch.setattr(os, "read", empty)
    with pytest.raises(EnvironmentProblem, match="is not a file"):
        Fence(root).read(root / "claims.yaml")


LOG = """\
set -e
mount --bind /proc/kmsg "$1"
exec "$2" -c 'import sys; from site_builder.cli import main; sys.exit(main(["check", sys.argv[1]]))' "$3"
"""


def test_nor_is_the_kernels_log_in_its_place(root: Path) -> None:
    """Mounted there, where the machine permits it, it is inside the project and no link."""
    article = root / "content" / "articles" / "x.md"
    article.touch()
    command = private(["sh", "-c", LOG, "sh", os.fspath(article), sys.executable, os.fspath(root)])
    if command is None or not os.access("/proc/kmsg", os.R_OK):
        article.unlink()
        article.symlink_to("/proc/kmsg")
        command = [sys.executable, "-m", "site_builder", "check", os.fspath(root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 2, done
    assert f"{article} is not a file" in done.stderr or f"the link {article} leads out" in done.stderr


def test_each_piece_of_a_file_is_progress(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PIECE", 1000)
    (root / "long").write_bytes(b"x" * 2500)
    told: list[Path | str] = []
    assert Fence(root, tell=told.append).read(root / "long") == b"x" * 2500
    assert told == [root, *[root / "long"] * 4]
