"""The whole site in one file: asked for in the site's own file, the same every time, and itself a site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from site_builder.build import Memo, Options, build
from site_builder.cli import main
from tests.projects import edited, minimal, written

SITE = "content/site.yaml"
ON = edited(minimal(), SITE, "title: Minimal", "title: Minimal\narchive: true")


def published(folder: Path, *more: str) -> dict[str, bytes]:
    """What a build publishes, by path."""
    assert main(["build", str(folder), "--quiet", *more]) == 0
    public = folder / "public"
    return {path.relative_to(public).as_posix(): path.read_bytes() for path in public.rglob("*") if path.is_file()}


def test_it_holds_every_other_file_of_the_site(tmp_path: Path) -> None:
    files = published(written(ON.content, tmp_path))
    with zipfile.ZipFile(tmp_path / "public" / "site.zip") as packed:
        assert packed.testzip() is None
        found = {name: packed.read(name) for name in packed.namelist()}
    assert found == {name: data for name, data in files.items() if name not in ("site.zip", ".site-builder.json")}
    assert any(name.startswith("pagefind/") for name in found)
    assert b'<a href="https://example.org/site.zip">all of it in one file (ZIP)</a>' in found["index.html"]


def test_the_bytes_do_not_depend_on_when_where_or_in_what_order(tmp_path: Path) -> None:
    first = published(written(ON.content, tmp_path / "a"))["site.zip"]
    folder = written(ON.content, tmp_path / "some where else")
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    old = os.umask(0o077)
    try:
        again = published(folder, "--jobs", "1")["site.zip"]
    finally:
        os.umask(old)
    assert again == first


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def test_unpacked_it_is_a_site_that_opens_from_disk(tmp_path: Path) -> None:
    published(written(ON.content, tmp_path / "project"))
    copy = tmp_path / "copy"
    unpack = [sys.executable, "-m", "zipfile", "-e", str(tmp_path / "project" / "public" / "site.zip"), str(copy)]
    assert subprocess.run(unpack).returncode == 0
    pages = [path for path in copy.rglob("*.html") if path.name != "404.html"]
    assert copy / "index.html" in pages
    for page in pages:
        for link in Links(page.read_text()).found:
            if link.startswith(("http", "mailto:", "#")):
                continue
            inside = normpath(join(dirname(page.relative_to(copy).as_posix()), link.partition("#")[0]))
            assert (copy / inside).is_file(), (page, link)


def test_a_site_that_does_not_ask_has_none(tmp_path: Path) -> None:
    folder = written(minimal().content, tmp_path)
    files = published(folder)
    assert "site.zip" not in files
    assert not [name for name, data in files.items() if b"site.zip" in data]
    site = folder / SITE
    site.write_bytes(site.read_bytes() + b"archive: true\n")
    assert "site.zip" in published(folder)
    site.write_bytes(site.read_bytes().replace(b"archive: true", b"archive: false"))
    assert "site.zip" not in published(folder)


def test_the_preview_makes_none() -> None:
    result = build(ON, options=Options(search=False))
    assert result.files is not None
    assert "site.zip" not in result.files
    assert b"site.zip" not in result.files["index.html"]


def test_verify_makes_it_again_and_sees_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = written(ON.content, tmp_path / "project")
    published(folder)
    verify = ["verify", str(folder / "public"), "--project", str(folder)]
    assert main(verify) == 0
    archive = folder / "public" / "site.zip"
    archive.write_bytes(archive.read_bytes().replace(b"PK\5\6", b"PK\5\7"))
    assert main(verify) == 1
    assert "differs: site.zip" in capsys.readouterr().out
    copy = tmp_path / "copy"
    published(folder)
    shutil.unpack_archive(archive, copy)
    assert main(["verify", str(copy), "--project", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "missing: site.zip"


def test_a_build_that_remembers_gives_what_a_clean_one_gives() -> None:
    options = Options(search=False, exports=True)
    memo = Memo()
    for project in (minimal(), ON, edited(ON, "claims.yaml", "The roads are safe.", "The roads are fine."), minimal()):
        result = build(project, memo, options)
        assert result.files == build(project, options=options).files
        memo = result.memo


@pytest.mark.parametrize("word", ["yes", "1", "zip"])
def test_another_word_is_an_error(word: str) -> None:
    (fault,) = build(edited(ON, SITE, "archive: true", f"archive: {word}")).report.diagnostics
    assert (fault.code, fault.message) == ("wrong-type", "`archive` must be true or false")
