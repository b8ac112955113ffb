"""The preview follows whatever an editor does, and in the end shows what a clean build makes."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.build import Options, build
from site_builder.load.files import read_project
from site_builder.load.patience import Stalled
from site_builder.output.searching.index import SearchIndex
from site_builder.output.searching.indexer import Indexer
from site_builder.preview.live import Live
from site_builder.preview.server import PreviewServer
from tests.projects import ARTICLE, MINIMAL
from tests.tries import examples


class Preview:
    """A preview of a copy of the minimal project, without a browser."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.said: list[str] = []
        self.server = PreviewServer({}, "127.0.0.1", 0, live=True)
        self.live = Live(root, self.server, self.said.append)

    def edit(self, name: str, change: Callable[[str], str]) -> None:
        path = self.root / name
        path.write_text(change(path.read_text()))

    @property
    def pages(self) -> dict[str, bytes]:
        return {name: data for name, data in self.server.files.items() if not name.startswith("pagefind/")}

    def clean(self) -> dict[str, bytes]:
        files = build(read_project(self.root), options=Options(index=False, hashed=False)).files
        assert files is not None
        return dict(files)

    @property
    def problems(self) -> str:
        found = self.server.news_since(-1, 0)
        return found[1].problems if found else ""


@contextmanager
def preview(folder: Path) -> Iterator[Preview]:
    root = folder / "project"
    shutil.copytree(MINIMAL, root)
    made = Preview(root)
    try:
        yield made
    finally:
        made.live.close()
        made.server.server_close()


@contextmanager
def running(folder: Path) -> Iterator[Preview]:
    with preview(folder) as made:
        thread = threading.Thread(target=made.live.run, daemon=True)
        thread.start()
        until(lambda: made.pages)
        yield made
        made.live.stop()
        thread.join(60)
        assert not thread.is_alive()


def until(condition: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def replace(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


def test_a_save_is_shown_and_a_mistake_keeps_the_last_good_site(tmp_path: Path) -> None:
    with running(tmp_path) as made:
        made.edit("claims.yaml", replace("The roads are safe.", "All roads are safe."))
        until(lambda: b"All roads" in made.pages["claims/roads-are-safe/index.html"])
        before = made.pages
        made.edit("claims.yaml", replace("safer than ever", "safer than never"))
        until(lambda: "quote-not-found" in made.problems)
        assert made.pages == before
        made.edit("claims.yaml", replace("safer than never", "safer than ever"))
        until(lambda: made.problems == "")
        assert made.pages == made.clean()
        assert any("quote-not-found" in line for line in made.said)


def test_a_stylesheet_changes_no_page(tmp_path: Path) -> None:
    with running(tmp_path) as made:
        before = made.pages
        (made.root / "templates" / "assets").mkdir(parents=True)
        (made.root / "templates" / "assets" / "own.css").write_text("p { color: red }")
        until(lambda: b"color: red" in made.pages["assets/style.css"])
        assert {name for name in before if before[name] != made.pages[name]} == {"assets/style.css"}


def test_files_that_are_published_as_they_are_come_and_go(tmp_path: Path) -> None:
    def shows(made: Preview, name: str, data: bytes | None) -> bool:
        return made.pages.get(name) == data

    with running(tmp_path) as made:
        for name in ("robots.md", ".well-known/security.txt"):
            path = made.root / "static" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            for text in ("one", "two"):
                path.write_text(text)
                until(partial(shows, made, name, text.encode()))
            path.unlink()
            until(partial(shows, made, name, None))


def test_the_index_follows_the_pages(tmp_path: Path) -> None:
    with running(tmp_path) as made:
        until(lambda: "pagefind/pagefind.js" in made.server.files)
        index = {name for name in made.server.files if name.startswith("pagefind/index/")}
        made.edit("claims.yaml", replace("The roads are safe.", "Zebras are safe."))
        until(lambda: index != {name for name in made.server.files if name.startswith("pagefind/index/")})


@pytest.mark.parametrize("way", ["rename over", "delete and write", "append"])
def test_editors_save_in_many_ways(tmp_path: Path, way: str) -> None:
    with running(tmp_path) as made:
        path = made.root / ARTICLE
        text = path.read_text().replace("in the north", "in the south")
        if way == "rename over":
            (path.parent / ".swap").write_text(text)
            os.replace(path.parent / ".swap", path)
        elif way == "delete and write":
            path.unlink()
            path.write_text(text)
        else:
            path.write_text("")
            with path.open("a") as stream:
                for line in text.splitlines(keepends=True):
                    stream.write(line)
                    stream.flush()
        until(lambda: made.problems == "" and made.pages == made.clean())


def test_a_checkout_of_a_thousand_files_and_a_folder_that_goes_and_comes_back(tmp_path: Path) -> None:
    with running(tmp_path) as made:
        for number in range(1000):
            (made.root / "content" / "pages" / f"p{number}.md").write_text(f"---\ntitle: P{number}\n---\nText.\n")
        until(lambda: "p999/index.html" in made.pages and made.pages == made.clean(), 180)
        (made.root / "content").rename(made.root / "aside")
        until(lambda: made.problems)
        (made.root / "aside").rename(made.root / "content")
        until(lambda: made.problems == "")
        for number in range(1000):
            (made.root / "content" / "pages" / f"p{number}.md").unlink()
        until(lambda: "p0/index.html" not in made.pages and made.pages == made.clean(), 180)


def test_our_own_mistake_does_not_end_the_preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with preview(tmp_path) as made:
        made.live.update()
        with monkeypatch.context() as patch:
            patch.setattr("site_builder.preview.live.build", lambda *_: 1 // 0)
            made.live.update()
        assert "ZeroDivisionError" in made.problems
        made.live.update()
        assert made.problems == ""


def test_a_disk_that_does_not_answer_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor who waits half a minute for the message does not wait five times as long."""
    asked: list[Path] = []

    def stalled(root: Path) -> None:
        asked.append(root)
        raise Stalled(root / "claims.yaml", 30)

    with preview(tmp_path) as made:
        monkeypatch.setattr("site_builder.preview.live.read_project", stalled)
        made.live.update()
        assert "has not answered" in made.problems
    assert len(asked) == 1


FILES = ["claims.yaml", "content/site.yaml", ARTICLE, "content/pages/method.md"]
PIECES = ["", "x", "\n", "  ", ":", "- ", '"', "[", "}", "#", "---\n", "é", "\t", "roads", "{{", "verdict: disputed\n"]
edits = st.lists(
    st.tuples(st.sampled_from(FILES), st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES)),
    min_size=40,
    max_size=40,
)


@examples(25, 8)
@given(edits)
def test_a_thousand_random_edits(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    edits: list[tuple[str, float, int, str]],
) -> None:
    with preview(tmp_path_factory.mktemp("edits")) as made:
        monkeypatch.setattr(Indexer, "index", lambda *_: SearchIndex({}, None))
        for number, (name, place, length, piece) in enumerate(edits):
            path = made.root / name
            text = path.read_text() if number % 5 else (MINIMAL / name).read_text()
            at = int(place * len(text))
            path.write_text(text[:at] + piece + text[at + length :])
            made.live.update()
            assert "Traceback" not in made.problems
        for name in FILES:
            shutil.copyfile(MINIMAL / name, made.root / name)
        made.edit("claims.yaml", replace("The roads are safe.", "In the end the roads are safe."))
        made.live.update()
        assert made.problems == ""
        assert made.pages == made.clean()


@examples(25, 8)
@given(edits)
def test_a_thousand_random_edits_that_nobody_waits_for(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, float, int, str]]
) -> None:
    with running(tmp_path_factory.mktemp("edits")) as made:
        for number, (name, place, length, piece) in enumerate(edits):
            path = made.root / name
            text = path.read_text() if number % 5 else (MINIMAL / name).read_text()
            at = int(place * len(text))
            path.write_text(text[:at] + piece + text[at + length :])
            time.sleep(length / 2000)
        for name in FILES:
            shutil.copyfile(MINIMAL / name, made.root / name)
        made.edit("claims.yaml", replace("The roads are safe.", "In the end the roads are safe."))
        until(lambda: b"In the end" in made.pages["claims/roads-are-safe/index.html"] and made.problems == "")
        until(lambda: made.pages == made.clean())


def test_a_terminal_that_is_gone_and_a_pipe_do_not_end_the_preview(tmp_path: Path) -> None:
    with running(tmp_path) as made:

        def gone(_: str) -> None:
            raise BrokenPipeError

        made.live._print = gone
        os.mkfifo(made.root / "content" / "articles" / "pipe.md")
        until(lambda: "is not a file" in made.problems)
        (made.root / "content" / "articles" / "pipe.md").unlink()
        until(lambda: made.problems == "")
        made.edit("claims.yaml", replace("The roads are safe.", "All roads are safe."))
        until(lambda: b"All roads" in made.pages["claims/roads-are-safe/index.html"])


def test_a_project_that_is_removed_and_restored_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "project"
    shutil.copytree(MINIMAL, root)
    monkeypatch.chdir(root)
    made = Preview(Path())
    thread = threading.Thread(target=made.live.run, daemon=True)
    thread.start()
    until(lambda: made.pages)
    shutil.rmtree(root)
    until(lambda: made.problems)
    shutil.copytree(MINIMAL, root)
    until(lambda: made.problems == "")
    made.root = root
    made.edit("claims.yaml", replace("The roads are safe.", "All roads are safe."))
    until(lambda: b"All roads" in made.pages["claims/roads-are-safe/index.html"])
    made.live.stop()
    thread.join(60)
    made.server.server_close()
