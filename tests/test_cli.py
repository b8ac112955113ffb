from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder import build, make, parallel
from site_builder.cli import main
from site_builder.errors import in_words
from site_builder.exports import export
from site_builder.link import claims
from site_builder.output import images, standing
from tests.projects import MINIMAL, ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path / "project"


def misquote(project: Path) -> None:
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("safer than ever", "safer then ever"))


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_build_makes_the_site_and_says_what_it_did(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(project)]) == 0
    assert (project / "public" / "claims" / "roads-are-safe" / "index.html").exists()
    assert (project / "public" / "pagefind" / "pagefind.js").exists()
    out = capsys.readouterr().out
    assert "23 pages" in out
    before = tree(project / "public")
    assert main(["build", str(project)]) == 0
    assert "nothing changed" in capsys.readouterr().out
    assert tree(project / "public") == before


def test_a_build_with_nothing_to_do_clears_what_earlier_ones_left(project: Path) -> None:
    assert main(["build", str(project)]) == 0
    left = [project / ".public.site-builder-staging-x", project / ".site-builder" / "scratch-x"]
    for folder in left:
        folder.mkdir()
    assert main(["build", str(project)]) == 0
    assert not any(folder.exists() for folder in left)


def test_what_cannot_be_cleared_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    left = project / ".public.site-builder-staging-x"
    left.mkdir()
    (left / "thesis").write_text("years of work")
    assert main(["build", str(project), "--no-search"]) == 0
    assert f"{left} stays" in capsys.readouterr().err
    assert (left / "thesis").exists()


def test_a_build_with_few_open_files_leaves_nothing(project: Path) -> None:
    deepest = project / "static" / "/".join("d" * 30)
    deepest.mkdir(parents=True)
    (deepest / "file.txt").write_text("x")
    assert main(["build", str(project), "--no-search"]) == 0
    for number, limit in enumerate((5, 8, 12, 20)):
        (deepest / "file.txt").write_text(f"{number}")
        call = f'ulimit -n {limit}; exec "$0" -m site_builder build "$1" --no-search'
        done = subprocess.run(
            ["sh", "-c", call, sys.executable, str(project)], cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode in (0, 2), done.stderr
        assert done.returncode == 0 or "ulimit -n" in done.stderr
        assert not list(project.glob(".public*"))
    assert (project / "public" / "/".join("d" * 30) / "file.txt").read_text() == "3"


def test_check_points_at_both_places_and_touches_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(project)]) == 0
    before = tree(project)
    assert main(["check", str(project)]) == 0
    assert tree(project) == before
    misquote(project)
    before = tree(project)
    assert main(["check", str(project)]) == 1
    err = capsys.readouterr().err
    assert "claims.yaml:18:16: error[quote-not-found]" in err
    assert "content/articles/daily-2020-05-03.md:6:42:" in err
    assert main(["build", str(project)]) == 1
    assert tree(project) == before


def test_formats(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    misquote(project)
    assert main(["check", str(project), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["diagnostics"][0]["code"] == "quote-not-found"
    assert main(["check", str(project), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=claims.yaml,line=18,col=16,title=quote-not-found::")


def test_annotations_name_files_from_the_checkout(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    misquote(project)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(project.parent)
    assert main(["check", project.name, "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={project.name}/claims.yaml,line=18,")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project))
    assert main(["check", project.name, "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=claims.yaml,line=18,")


def test_a_checkout_that_links_lead_round_to_is_none(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    misquote(project)
    (project / "round").symlink_to("round")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(project / "round"))
    assert main(["check", str(project), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=claims.yaml,line=18,")


def test_options_of_build(project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "www" / "site"
    arguments = ["build", str(project), "--output", str(output), "--base-url", "https://m.example/x", "--no-search"]
    assert main([*arguments, "--explain"]) == 0
    assert "23 of 23 pages are new or changed" in capsys.readouterr().err
    assert not (output / "pagefind").exists()
    assert "https://m.example/x/actors/ann/" in (output / "actors" / "ann" / "index.html").read_text()


def test_wrong_calls_have_status_two_and_a_remedy(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(tmp_path / "gone")]) == 2
    assert "help:" in capsys.readouterr().err
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "x.doc").write_text("x")
    assert main(["build", str(project), "--output", str(tmp_path / "thesis")]) == 2
    assert (tmp_path / "thesis" / "x.doc").exists()
    assert main(["explain", "quote-not-fond"]) == 2
    assert 'did you mean "quote-not-found"?' in capsys.readouterr().err
    for wrong in (
        ["build", "--base-url", "example.org"],
        ["bild"],
        [],
        ["check", "--format", "xml"],
        ["serve", "--port", "99999"],
        ["build", "--jobs", "0"],
    ):
        with pytest.raises(SystemExit) as caught:
            main(wrong)
        assert caught.value.code == 2


def test_build_explains_why_the_engine_indexed_all_pages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(project), "--explain"]) == 0
    assert "the search engine" not in capsys.readouterr().err
    settings = project / "content" / "site.yaml"
    settings.write_text(settings.read_text() + "language: th\n")
    assert main(["build", str(project), "--explain"]) == 0
    reason = "only the search engine knows the words of the language th"
    assert re.search(f"the search engine had to index all pages itself: .*: {reason}", capsys.readouterr().err)


def test_no_escape_codes_off_a_terminal(project: Path) -> None:
    misquote(project)
    run = subprocess.run(
        [sys.executable, "-m", "site_builder", "check", str(project)], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 1
    assert "\x1b" not in run.stderr


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from site_builder.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('yaml', 'pydantic', 'jinja2', 'markdown_it', 'rapidfuzz', 'asyncio') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_process_ends_without_freeing_its_memory_piece_by_piece(tmp_path: Path) -> None:
    code = (
        "import atexit, sys; from site_builder.__main__ import process\n"
        "atexit.register(print, 'Python has cleaned up')\n"
        f"sys.argv = ['site-builder', 'check', {os.fspath(tmp_path)!r}]\n"
        "process()"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.returncode == 2
    assert "claims.yaml" in run.stderr
    assert "cleaned up" not in run.stdout


def test_the_repository_itself_is_built_from_any_folder(tmp_path: Path) -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "site_builder",
            "build",
            str(MINIMAL),
            "--output",
            str(tmp_path / "public"),
            "--no-search",
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(MINIMAL.parents[2])},
    )
    assert run.returncode == 0, run.stderr


def test_a_problem_is_told_where_nothing_more_can_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "site_builder.reporting", None)
    assert main(["quote", "words", "--project", str(tmp_path / "file\x07")]) == 2
    said = capsys.readouterr().err
    assert "there is no folder" in said
    assert "\x07" not in said


def test_a_command_can_be_stopped_from_its_first_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "import site_builder.cli, sys; print(*sorted(name for name in sys.modules if 'site_builder' in name))"
    done = subprocess.run([sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["site_builder", "site_builder.cli"]  # the rest is imported where it may be stopped

    def stopped() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("site_builder.command_line.parser", stopped)
    assert main(["build"]) == 130


def test_one_job_is_one_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for stage in (build, make, export, standing, images, claims):
        monkeypatch.setattr(stage, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(parallel, "start", lambda _: pytest.fail("a process was started"))
    for words in ("roads", "streets", "streets"):
        settings = project / "content" / "site.yaml"
        settings.write_text(f"{settings.read_text()}# {words}\n")
        assert main(["build", str(project), "--jobs", "1", "--no-search"]) == 0


@pytest.mark.parametrize("problem", [MemoryError(), SystemError("error return without exception set")])
def test_where_nothing_can_be_said_any_more_a_message_is_ready(
    problem: BaseException, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def failed(_: object) -> int:
        raise problem

    monkeypatch.setattr("site_builder.cli._guarded", failed)
    assert main(["check"]) == 2
    usual = in_words(MemoryError())
    assert capfd.readouterr().err == f"site-builder: {usual.message}\n  help: {usual.remedy}\n"


def test_another_fault_of_python_is_not_taken_for_a_lack_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(_: object) -> int:
        raise SystemError("bad argument to internal function")

    monkeypatch.setattr("site_builder.cli._guarded", failed)
    with pytest.raises(SystemError):
        main(["check"])
