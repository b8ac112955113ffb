from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.build import BuildResult, Memo, Options, build
from site_builder.cli import main
from site_builder.load.files import read_project
from site_builder.load.static import static_faults
from site_builder.records import bounds
from tests.projects import ROOT, changed, checked, codes, edited, minimal, written

PAGE = "content/pages/method.md"
OWN = {
    "CNAME": b"facts.example\n",
    "favicon.ico": b"\0\1",
    ".well-known/security.txt": b"Contact: mailto:a@b.example\n",
    "method/plan.pdf": b"%PDF",
    "files/a b.txt": b"text",
}
"""Files that come into nobody's way."""


def published(static: dict[str, bytes], memo: Memo | None = None) -> BuildResult:
    project = changed(minimal(), {f"static/{name}": data for name, data in static.items()})
    return build(project, memo, Options(search=False, exports=True))


def test_files_are_published_as_they_are() -> None:
    before, after = published({}), published(OWN)
    assert before.files is not None
    assert after.files is not None
    assert {name: data for name, data in after.files.items() if name not in before.files} == OWN


def test_a_build_that_remembers_equals_one_that_does_not() -> None:
    project = edited(minimal(), PAGE, "\n---\n", "\n---\n[The plan](plan.pdf) and [text](../files/a%20b.txt).\n")
    memo = Memo()
    for static in ({}, OWN, {**OWN, "method/plan.pdf": b"%PDF-2"}, {"CNAME": b"x"}, OWN):
        made = changed(project, {f"static/{name}": data for name, data in static.items()})
        again, clean = build(made, memo, Options(search=False)), build(made, options=Options(search=False))
        assert again.files == clean.files
        assert again.report == clean.report
        assert codes(again) == ([] if static.keys() >= OWN.keys() else ["unknown-link", "unknown-link"])
        memo = again.memo


def test_no_file_of_the_site_can_be_replaced() -> None:
    made = build(read_project(ROOT), options=Options(exports=True, images=True, jobs=1)).files
    assert made is not None
    names = [*made, "site.zip", "sitemap-2.xml"]
    content = read_project(ROOT).content
    for name in (*names, *map(str.upper, names)):
        assert [fault.code for fault in static_faults({name: b""}, content)] == ["static-conflict"], name


@pytest.mark.parametrize(
    ("name", "both"),
    [
        ("claims", ("static/claims", "claims/")),
        ("data/mine.csv", ("static/data/mine.csv", "data/")),
        ("feed.xml/x", ("static/feed.xml/x", "feed.xml")),
        ("method", ("static/method", PAGE)),
        ("Method/INDEX.html", ("static/Method/INDEX.html", PAGE)),
        ("_headers", ("static/_headers", "_headers")),
    ],
)
def test_a_conflict_names_both(name: str, both: tuple[str, str]) -> None:
    result = checked(changed(minimal(), {f"static/{name}": b"x"}))
    (fault,) = result.report.diagnostics
    assert result.files is None
    assert (fault.code, fault.file) == ("static-conflict", both[0])
    assert both[1] in fault.message
    assert fault.help


def test_what_is_too_large_is_told() -> None:
    assert [fault.code for fault in static_faults({"film.mp4": bytes(bounds.FILE + 1)}, ())] == ["too-large"]


def test_hidden_files_stay_at_home_but_for_those_that_hosts_ask_for(tmp_path: Path) -> None:
    written(minimal().content, tmp_path)
    shown = {".well-known/security.txt": b"1", ".well-known/acme/x": b"2", ".nojekyll": b"", ".htaccess": b"3"}
    hidden = {".env": b"secret", ".git/config": b"secret", ".well-known/.env": b"secret", "x~": b"", "a/.DS_Store": b""}
    written({f"static/{name}": data for name, data in {**shown, **hidden}.items()}, tmp_path)
    assert read_project(tmp_path).static == shown


@pytest.mark.parametrize("target", ["../../secret", "../.git/config", ".well-known/.git/config"])
@pytest.mark.parametrize("place", ["static/x", "static/.well-known/x"])
def test_a_link_that_leads_out_is_refused(
    tmp_path: Path, target: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "project"
    written(minimal().content, root)
    written({"secret": b"s", "project/.git/config": b"s", "project/static/.well-known/.git/config": b"s"}, tmp_path)
    (root / place).symlink_to((root / "static" / target).resolve())
    assert main(["check", str(root)]) == 2
    assert place in capsys.readouterr().err


def test_a_changed_file_is_seen_by_the_next_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = written({**minimal().content, "static/a.txt": b"1"}, tmp_path)
    for text, said in ((b"1", " files changed"), (b"1", "nothing changed"), (b"2", "files changed")):
        (root / "static" / "a.txt").write_bytes(text)
        assert main(["build", "--no-search", str(root)]) == 0
        assert said in capsys.readouterr().out
        assert (root / "public" / "a.txt").read_bytes() == text
    assert main(["build", "--output", str(root / "static"), str(root)]) == 2
    assert main(["verify", str(root / "public"), "--project", str(root)]) == 1  # it was built without search


def test_what_was_published_as_it_is_stands_in_the_provenance() -> None:
    files = published({"CNAME": b"x"}).files
    assert files is not None
    assert b'"static": {' in files["data/provenance.json"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("files/a.txt", "files/A.txt"), ("files/\u00e9.txt", "files/e\u0301.txt"), ("Straße.txt", "STRASSE.txt")],
)
def test_two_names_that_some_file_systems_take_for_one_conflict(one: str, other: str) -> None:
    (fault,) = static_faults({one: b"1", other: b"2", "files/b.txt": b"3"}, ())
    assert (fault.code, fault.file) == ("static-conflict", f"static/{other}")
    assert one in fault.message
