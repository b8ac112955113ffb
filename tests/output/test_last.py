from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from site_builder import caches
from site_builder.cli import main
from site_builder.output.last import Last, fingerprint, is_untouched, read_last, read_stamps, write_last, write_stamps
from site_builder.output.stamps import digest, stamps
from tests.projects import changed, minimal, written

SOURCES: Mapping[str, Mapping[str, bytes]] = {"content": {"a": b"1", "b": b"2"}, "theme": {"c": b"3"}}
LAST = Last("key", "/somewhere", "digest", "report – ü", "log", "", "2 pages")


@pytest.mark.parametrize(
    "other",
    [
        {"content": {"a": b"1", "b": b"3"}, "theme": {"c": b"3"}},
        {"content": {"a": b"1", "c": b"2"}, "theme": {"c": b"3"}},
        {"content": {"a": b"1"}, "theme": {"b": b"2", "c": b"3"}},
        {"content": {"a": b"1b", "": b"2"}, "theme": {"c": b"3"}},
        {"content": {"a": b"12"}, "theme": {"c": b"3"}},
    ],
)
def test_other_sources_have_another_fingerprint(other: Mapping[str, Mapping[str, bytes]]) -> None:
    assert fingerprint(SOURCES, ["x"]) == fingerprint(SOURCES, ["x"])
    assert fingerprint(other, ["x"]) != fingerprint(SOURCES, ["x"])


def test_so_has_what_was_asked_for_and_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(SOURCES, ["x", None])
    assert fingerprint(SOURCES, ["x", False]) != before
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    alone = fingerprint(SOURCES, ["x", None])
    assert alone != before
    (tmp_path / "library").mkdir()
    assert fingerprint(SOURCES, ["x", None]) != alone


def test_the_current_folder_is_none_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path)])
    before = fingerprint(SOURCES, [])
    (tmp_path / "public").mkdir()
    assert fingerprint(SOURCES, []) == before


def test_a_library_s_folder_may_be_a_link_that_leads_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "round").symlink_to("round")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "round")])
    assert fingerprint(SOURCES, []) == fingerprint(SOURCES, [])


def test_what_is_kept_is_read(tmp_path: Path) -> None:
    folder = tmp_path / ".site-builder"
    assert read_last(folder) is None
    write_last(folder, LAST)
    assert read_last(folder) == LAST
    found = stamps(folder)
    write_stamps(folder, tmp_path, found)
    assert read_stamps(folder, tmp_path) == found
    assert read_stamps(folder, tmp_path / "elsewhere") == {}
    assert read_stamps(None, tmp_path) == {}


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b"\xff", b'{"key": 1}', b'{"files": 1, "output": "x"}', b"[" * 9999]
)
def test_a_damaged_file_is_the_same_as_none(tmp_path: Path, damage: bytes) -> None:
    write_last(tmp_path / "cache", LAST)
    for name in ("last.json", "published.json"):
        (tmp_path / "cache" / name).write_bytes(damage)
    assert read_last(tmp_path / "cache") is None
    assert read_stamps(tmp_path / "cache", Path("x")) == {}


def test_stamps_of_another_form_are_none(tmp_path: Path) -> None:
    (tmp_path / "published.json").write_text(json.dumps({"output": "x", "files": {"a": [1, 2]}}))
    assert read_stamps(tmp_path, Path("x")) == {}


def test_a_folder_is_untouched_until_somebody_touches_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a").write_text("a")
    known = Last("", str(site.resolve()), digest(stamps(site)), *[""] * 4)
    assert is_untouched(known, site)
    assert not is_untouched(known, tmp_path)
    assert not is_untouched(known, tmp_path / "nothing")
    (site / "b").write_text("b")
    assert not is_untouched(known, site)


@pytest.fixture
def built(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    written(minimal().content, tmp_path)
    assert main(["build", str(tmp_path)]) == 0
    capfd.readouterr()
    return tmp_path


def made(project: Path, capfd: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["build", str(project), *more]) == 0
    return capfd.readouterr().out


def test_what_was_built_is_not_built_again(
    built: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("site_builder.build.build", lambda *_, **__: pytest.fail("it was built again"))
    assert made(built, capfd).endswith(" files, nothing changed\n")


@pytest.mark.parametrize("more", [("--no-search",), ("--base-url", "https://mirror.example/"), ("--output", "other")])
def test_what_is_asked_for_otherwise_is_built(
    built: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    monkeypatch.chdir(built)
    assert "files changed" in made(built, capfd, *more)


def test_a_site_that_somebody_touched_is_mended(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page = built / "public" / "index.html"
    before = page.read_bytes()
    page.write_bytes(before.replace(b"Minimal", b"Maximal"))
    assert "1 file changed" in made(built, capfd)
    assert page.read_bytes() == before
    page.unlink()
    assert "1 file changed" in made(built, capfd)
    assert page.read_bytes() == before


def test_a_file_whose_dates_were_set_back_is_mended(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither the date nor the size tells that it changed."""
    page = built / "public" / "404.html"
    before, status = page.read_bytes(), page.stat()
    page.write_bytes(before[::-1])
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "1 file changed" in made(built, capfd)
    assert page.read_bytes() == before


def test_a_forged_record_of_the_last_build_makes_no_other_site(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Whoever can write both files can only have the build believe in a site that lies there already."""
    kept = caches.folder(built)
    assert kept is not None
    (kept / "last.json").write_text("{}")
    page = built / "public" / "index.html"
    before = page.read_bytes()
    page.write_bytes(b"forged")
    made(built, capfd)
    assert page.read_bytes() == before


def test_warnings_are_told_again(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    site = minimal().content["content/site.yaml"].replace(b"title:", b"language: xx\ntitle:", 1)
    written(changed(minimal(), {"content/site.yaml": site}).content, tmp_path)
    assert main(["build", str(tmp_path)]) == 0
    first = capfd.readouterr()
    assert "warning" in first.err
    assert main(["build", str(tmp_path)]) == 0
    second = capfd.readouterr()
    assert second.err == first.err
    assert "nothing changed" in second.out
    assert main(["build", str(tmp_path), "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["warnings"]


def test_what_did_not_change_is_the_very_file_of_before(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page, other = built / "public" / "404.html", built / "public" / "index.html"
    number, changed = page.stat().st_ino, other.stat().st_ino
    claims = built / "claims.yaml"
    claims.write_text(claims.read_text().replace("statement: ", "statement: Once more, ", 1))
    assert "files changed" in made(built, capfd)
    assert page.stat().st_ino == number
    assert page.stat().st_nlink == 1
    assert other.stat().st_ino != changed
