from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_builder.errors import EnvironmentProblem
from site_builder.output import exchange, mount, spare
from site_builder.output.last import Last
from site_builder.output.leftovers import NEXT, STAGING
from site_builder.output.ours import MARKER
from site_builder.output.publish import Published, clear_up, publish
from site_builder.output.spare import Spare, begun, is_worth, known, remember, whole
from site_builder.output.stamps import digest, stamps
from site_builder.output.standing import Seen, looked_at

A = {"index.html": b"a", "claims/x/index.html": b"x", "gone/page.html": b"gone"}
B = {"index.html": b"b", "claims/x/index.html": b"x", "claims/y/index.html": b"y"}
C = {"index.html": b"c", "claims/x/index.html": b"x2", "claims/y/index.html": b"y"}
SITES = (A, B, C)


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spare, "FROM", 0)


class Newsroom:
    """A project that is built again and again, as the command does it."""

    def __init__(self, folder: Path) -> None:
        self.public, self.cache, self._project = folder / "public", folder / "cache", folder / "project"
        self.last: Last | None = None

    def build(self, files: Mapping[str, bytes]) -> Published:
        """Publish ``files``."""
        clear_up(self.public, self.cache)
        seen = looked_at(self.last, self.public, self.cache).result()
        done = publish(
            files,
            self.public,
            self._project,
            self.cache,
            seen=Seen(seen, lambda: whole(self.cache, self.public)),
        )
        self.last = Last("", f"{self.public}", done.stamps or "", "", "", "", "")
        return done

    @property
    def shown(self) -> dict[str, bytes]:
        """What readers get."""
        return content(self.public)

    @property
    def beside(self) -> list[Path]:
        """What lies beside the published folder."""
        return sorted(self.public.parent.glob(f".public{STAGING}*"))


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


def test_a_site_is_made_of_the_one_before_the_last(newsroom: Newsroom) -> None:
    newsroom.build(A)
    assert newsroom.beside == []
    newsroom.build(B)
    first = newsroom.beside[0]
    same = (first / "claims/x/index.html").stat().st_ino
    assert stat.S_IMODE(first.stat().st_mode) == 0o700
    folder = first.stat().st_ino
    newsroom.build(C)
    assert newsroom.public.stat().st_ino == folder
    assert newsroom.shown == C
    assert stat.S_IMODE(newsroom.public.stat().st_mode) == 0o755
    assert [content(path) for path in newsroom.beside] == [B]
    assert (newsroom.beside[0] / "claims/x/index.html").stat().st_ino == same


def test_nothing_that_stays_is_touched(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {f"{number}/index.html": b"page" for number in range(50)}
    newsroom.build({**pages, "index.html": b"1"})
    newsroom.build({**pages, "index.html": b"2"})
    done = []
    with monkeypatch.context() as patch:
        for name in ("link", "unlink", "rename"):
            act: Callable[..., None] = getattr(os, name)

            def noted(*paths: str, act: Callable[..., None] = act, name: str = name, **_: object) -> None:
                done.append(f"{name} {os.path.basename(paths[-1])}")
                act(*paths)

            patch.setattr(os, name, noted)
        newsroom.build({**pages, "index.html": b"3"})
    assert "unlink index.html" in done
    assert len(done) < 10
    assert newsroom.shown == {**pages, "index.html": b"3"}


def test_a_build_that_changes_nothing_keeps_it(newsroom: Newsroom) -> None:
    newsroom.build(A)
    newsroom.build(B)
    before = newsroom.beside
    assert newsroom.build(B).changed == 0
    assert newsroom.beside == before
    assert whole(newsroom.cache, newsroom.public)


NAMES = ["a", "b", "b/c", "b/c/d", "e/f", "e/g", "h"]


def possible(files: dict[str, bytes]) -> dict[str, bytes]:
    """``files`` without those that have the name of a folder of others, and never none."""
    return {name: data for name, data in files.items() if not any(o.startswith(f"{name}/") for o in files)} or A


FILES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from([b"1", b"2"])).map(possible)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sites=st.lists(FILES, min_size=3, max_size=7))
def test_whatever_follows_each_site_is_whole_and_known(
    tmp_path_factory: pytest.TempPathFactory, sites: list[dict[str, bytes]]
) -> None:
    newsroom = Newsroom(tmp_path_factory.mktemp("newsroom"))
    changes = 0
    for site in sites:
        done = newsroom.build(site)
        changes += bool(done.changed)
        assert newsroom.shown == site
        assert done.stamps == digest(stamps(newsroom.public))
        assert {
            path.relative_to(newsroom.public).as_posix() for path in newsroom.public.rglob("*") if path.is_dir()
        } == {"/".join(name.split("/")[:depth]) for name in site for depth in range(1, name.count("/") + 1)}
        # What is told of the folder kept is right, or the next build could not use it.
        assert bool(whole(newsroom.cache, newsroom.public)) == (changes > 1)
        assert len(newsroom.beside) == (changes > 1)


@pytest.mark.parametrize("how", ["edited", "added", "removed", "marker", "all"])
def test_a_folder_that_somebody_touched_is_not_used(newsroom: Newsroom, how: str) -> None:
    newsroom.build(A)
    newsroom.build(B)
    folder = newsroom.beside[0]
    if how == "edited":
        (folder / "index.html").write_bytes(b"my notes")
    elif how == "added":
        (folder / "claims" / "thesis").write_text("years of work")
    elif how == "removed":
        (folder / "claims/x/index.html").unlink()
    elif how == "marker":
        (folder / MARKER).write_text("{}")
    else:
        folder.rename(folder.with_name("elsewhere"))
    newsroom.build(C)
    assert newsroom.shown == C
    found = [path.read_bytes() for path in newsroom.public.parent.rglob("*") if path.is_file()]
    assert (b"my notes" in found) == (how == "edited")
    assert (b"years of work" in found) == (how == "added")


@pytest.mark.parametrize("how", ["edited", "added", "removed"])
def test_a_published_file_that_somebody_touched_is_seen(newsroom: Newsroom, how: str) -> None:
    newsroom.build(A)
    newsroom.build(B)
    if how == "edited":
        (newsroom.public / "index.html").write_bytes(b"by hand")
    elif how == "added":
        (newsroom.public / "claims" / ".DS_Store").write_text("clutter")
    else:
        (newsroom.public / "claims/x/index.html").unlink()
    done = newsroom.build(C)
    assert newsroom.shown == C
    assert done.edited == (("index.html",) if how == "edited" else ())
    newsroom.build(A)
    assert newsroom.shown == A


@pytest.mark.parametrize("late", ["added", "removed", "edited", "gone"])
def test_what_happens_to_the_published_site_during_a_build_is_not_lost(newsroom: Newsroom, late: str) -> None:
    """The old site becomes the folder that is kept; a file that nobody has looked at stays in it."""
    newsroom.build(A)
    newsroom.build(B)
    seen = looked_at(newsroom.last, newsroom.public, newsroom.cache).result()
    page = newsroom.public / "claims/x/index.html"
    if late == "added":
        (newsroom.public / "claims" / "thesis").write_text("years of work")
    elif late == "edited":
        page.write_bytes(b"by hand")
    else:
        (page if late == "removed" else newsroom.public / "claims/y/index.html").unlink()
    spare = whole(newsroom.cache, newsroom.public)
    publish(C, newsroom.public, newsroom.public.parent / "p", newsroom.cache, seen=Seen(seen, lambda: spare))
    assert newsroom.shown == C
    newsroom.build(A)
    assert newsroom.shown == A
    folder = newsroom.public.parent
    found = [path.read_text() for path in folder.rglob("thesis")]
    assert found == (["years of work"] if late == "added" else [])
    assert (late == "edited") == (b"by hand" in [path.read_bytes() for path in folder.rglob("*") if path.is_file()])


def test_another_build_in_between_is_seen(newsroom: Newsroom) -> None:
    """What the first has found out about both folders no longer holds."""
    newsroom.build(A)
    newsroom.build(B)
    seen = looked_at(newsroom.last, newsroom.public, newsroom.cache).result()
    spare = whole(newsroom.cache, newsroom.public)
    newsroom.build(C)
    other = {"index.html": b"other"}
    publish(other, newsroom.public, newsroom.public.parent / "p", newsroom.cache, seen=Seen(seen, lambda: spare))
    assert newsroom.shown == other
    newsroom.build(A)
    assert newsroom.shown == A


@pytest.mark.parametrize("call", range(1, 40))
@pytest.mark.parametrize("way", ["fails", "dies"])
def test_stopped_at_any_moment_a_whole_site_remains_and_the_next_build_heals(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, call: int, way: str
) -> None:
    """Each operation on files, in turn, fails or is the last one before the process is killed."""
    newsroom.build(A)
    newsroom.build(B)
    calls = 0

    class Dead(BaseException):
        pass

    def counted(name: str) -> None:
        act: Callable[..., object] = getattr(os, name)

        def acting(*paths: object, **options: object) -> object:
            nonlocal calls
            calls += 1
            if calls > call and way == "dies":
                raise Dead
            if calls == call and way == "fails":
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return act(*paths, **options)

        patch.setattr(os, name, acting)

    with monkeypatch.context() as patch, suppress(EnvironmentProblem, Dead):
        for name in ("link", "unlink", "rename", "rmdir", "mkdir", "open", "chmod", "fchmod"):
            counted(name)
        newsroom.build(C)
    assert newsroom.shown in SITES
    newsroom.build(A)
    assert newsroom.shown == A
    newsroom.build(C)
    newsroom.build(B)
    assert newsroom.shown == B
    assert [content(path) for path in newsroom.beside] == [C]


def test_where_the_system_cannot_exchange_two_folders(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_atomically", lambda *_: False)
    for site in (A, B, C, A):
        newsroom.build(site)
        assert newsroom.shown == site
    assert [content(path) for path in newsroom.beside] == [C]


def test_where_files_cannot_be_linked_no_site_is_kept(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", link)
    for site in (A, B, C):
        newsroom.build(site)
        assert newsroom.shown == site
        assert newsroom.beside == []


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"[]",
        b"{}",
        b'{"folder": "/", "stamps": ""}',
        b'{"folder": 1, "stamps": ""}',
        b'{"folder": "../x", "stamps": 1}',
    ],
)
def test_a_record_that_names_anything_else_counts_for_nothing(newsroom: Newsroom, said: bytes) -> None:
    newsroom.build(A)
    (newsroom.cache / "spare.json").write_bytes(said)
    assert known(newsroom.cache, newsroom.public) is None
    newsroom.build(B)
    assert newsroom.shown == B


def test_a_record_of_another_folder_counts_for_nothing(newsroom: Newsroom) -> None:
    newsroom.build(A)
    newsroom.build(B)
    found = known(newsroom.cache, newsroom.public)
    assert found
    assert known(newsroom.cache, newsroom.public.with_name("other")) is None
    remember(newsroom.cache, None)
    assert known(newsroom.cache, newsroom.public) is None
    assert clear_up(newsroom.public, newsroom.cache) == []
    assert newsroom.beside == []


def test_a_site_of_few_files_keeps_none(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.build(A)
    newsroom.build(B)
    assert newsroom.beside
    monkeypatch.setattr(spare, "FROM", 4)
    newsroom.build(C)
    assert newsroom.beside == []
    assert not is_worth(newsroom.public, 3, newsroom.cache)
    assert not is_worth(newsroom.public, 4, None)
    assert not is_worth(newsroom.public / mount.SITE, 4, newsroom.cache)


def test_a_folder_without_its_marker_is_not_begun_with(tmp_path: Path) -> None:
    old = tmp_path / f".public{STAGING}x"
    old.mkdir()
    (old / "index.html").write_text("x")
    folder, has = begun(tmp_path / "public", Spare(f"{old}", ""))
    assert (list(folder.iterdir()), has) == ([], {})


def test_a_marker_that_was_not_yet_in_place_is_cleared(newsroom: Newsroom) -> None:
    newsroom.build(A)
    newsroom.build(B)
    marker = json.dumps({"generator": "site-builder", "files": {}})
    (newsroom.beside[0] / NEXT).write_text(marker)
    newsroom.build(C)
    assert [content(path) for path in newsroom.beside] == [B]
