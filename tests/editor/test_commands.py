"""The editor's commands, as they are typed."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.cli import main
from site_builder.commands.progress import LONG_BUILD, Progress
from site_builder.editor import fix
from site_builder.editor.ask import new_record
from site_builder.editor.save import save
from site_builder.errors import EnvironmentProblem
from site_builder.records.entries import Records
from tests.projects import MINIMAL, ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINIMAL, tmp_path / "project")
    return tmp_path / "project"


def misquote(project: Path) -> str:
    claims = project / "claims.yaml"
    claims.write_text("# a comment\n" + claims.read_text().replace("the roads are safer", "The Roads are safer"))
    return claims.read_text()


def test_fix_puts_a_near_miss_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = misquote(project)
    assert main(["check", str(project)]) == 1
    assert main(["check", str(project), "--fix"]) == 0
    assert "claims.yaml:19:16: fixed: the roads are safer than ever" in capsys.readouterr().out
    assert (project / "claims.yaml").read_text() == before.replace("The Roads are", "the roads are")
    assert main(["check", str(project), "--fix"]) == 0
    assert "nothing can be fixed" in capsys.readouterr().out


def test_fix_respects_a_read_only_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = misquote(project)
    (project / "claims.yaml").chmod(0o444)
    assert main(["check", str(project), "--fix"]) == 2
    assert "claims.yaml is read-only" in capsys.readouterr().err
    assert (project / "claims.yaml").read_text() == before
    assert main(["check", str(project), "--fix", "--dry-run"]) == 1


def test_fix_writes_all_files_or_none(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    misquote(project)
    article = project / "content" / "articles" / "daily-2020-05-03.md"
    article.write_text(article.read_text() + "\n# 1 there\n")
    before = article.read_bytes()
    (project / "claims.yaml").chmod(0o444)
    assert main(["check", str(project), "--fix"]) == 2
    assert article.read_bytes() == before
    (project / "claims.yaml").chmod(0o644)
    main(["check", str(project), "--fix"])
    assert article.read_bytes() != before


def test_fix_replaces_no_text_that_was_saved_meanwhile(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = misquote(project)
    made = fix.repair

    def repaired(known: Records) -> fix.Repair:
        (project / "claims.yaml").write_text(f"{text}# more\n")
        return made(known)

    monkeypatch.setattr(fix, "repair", repaired)
    assert main(["check", str(project), "--fix"]) == 2
    assert "claims.yaml was saved just now" in capsys.readouterr().err
    assert (project / "claims.yaml").read_text() == f"{text}# more\n"


def test_schemas_are_not_written_through_a_link_out_of_the_project(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = project.parent / "profile"
    profile.write_text("mine")
    (project / "schema").mkdir()
    (project / "schema" / "site.schema.json").symlink_to(profile)
    assert main(["schema", "--project", str(project)]) == 2
    assert "leads out of the project" in capsys.readouterr().err
    assert profile.read_text() == "mine"
    assert [path.name for path in (project / "schema").iterdir()] == ["site.schema.json"]


def test_a_dry_run_shows_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = misquote(project)
    assert main(["check", str(project), "--fix", "--dry-run"]) == 1
    out = capsys.readouterr().out
    assert "-        quote: The Roads are safer than ever\n+        quote: the roads are safer than ever\n" in out
    assert (project / "claims.yaml").read_text() == before
    assert main(["check", str(project), "--dry-run"]) == 2
    assert main(["check", str(project), "--fix", "--dry-run", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out.partition("claims.yaml:")[0])["errors"] == 1


def test_quote_and_coverage(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quote", "roads", "are", "safer", "--project", str(project)]) == 0
    assert "        quote: roads are safer\n        speech: direct\n" in capsys.readouterr().out
    assert main(["quote", "roads were saver", "--project", str(project)]) == 1
    assert "nearest" in capsys.readouterr().out
    assert main(["coverage", "--project", str(project)]) == 0
    assert "  8: That is not so\n1 of 2 in 1 articles" in capsys.readouterr().out


def test_new_records_are_checked_before_they_are_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = ["--project", str(project)]
    assert main(["new", "actor", "--name", "Cy Cole", *base]) == 0
    claim = [
        "new",
        "claim",
        "--actor",
        "cy-cole",
        "--statement",
        "It is so.",
        "--date",
        "2020-05",
        "--verdict",
        "disputed",
    ]
    claim += ["--summary", "S.", "--quote", "the roads are safer than ever", *base]
    assert main(claim) == 0
    assert "  - id: cole-it-is-so\n" in (project / "claims.yaml").read_text()
    assert "        speech: direct\n" in (project / "claims.yaml").read_text()
    assert main(["check", str(project)]) == 0
    before = (project / "claims.yaml").read_text()
    assert main([*claim[:3], "nobody", *claim[4:]]) == 1
    assert main(claim[:-4] + base) == 2  # no quotation, and nobody to ask
    assert "help: give it with --quote" in capsys.readouterr().err
    assert (project / "claims.yaml").read_text() == before


def test_what_is_missing_is_asked_for(project: Path) -> None:
    answers = {"id of the actor who": "bob", "the claim": "S.", "the words": "The roads, he added, are icy", "verdict (": "disputed",
               "the verdict's": "R.", "when it": "2020-05-03", "id of the article": "", "id, its": ""}  # fmt: skip

    def ask(question: str, default: str) -> str:
        return next(answer for start, answer in answers.items() if question.startswith(start)) or default

    added = new_record(project, "claim", {"draft": True}, ask)
    assert added.path == str(project / "claims.yaml")
    assert added.report.ok
    assert "    status: draft\n" in (project / "claims.yaml").read_text()


NEW = ["new", "claim", "--actor", "ann", "--statement", "It is so.", "--date", "2020", "--verdict", "disputed",
       "--summary", "S."]  # fmt: skip
ARTICLE = "content/articles/daily-2020-05-03.md"


def test_a_file_that_is_saved_meanwhile_is_not_lost(project: Path) -> None:
    claims = project / "claims.yaml"
    asked = []

    def ask(question: str, default: str) -> str:
        asked.append(question)
        claims.write_text(claims.read_text().replace("role: Minister", "role: Prime Minister"))
        return "Cy Cole" if question.startswith("name") else default

    assert new_record(project, "actor", {}, ask).path
    assert len(asked) == 2
    assert "role: Prime Minister" in claims.read_text()
    assert "  cy-cole:\n" in claims.read_text()


@pytest.mark.parametrize("id_", ["../pages/method", "../../../outside", "sub/x", "Daily", "/x", "a--b"])
def test_an_article_is_written_where_articles_are(project: Path, id_: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(project.parent.rglob("*"))
    flags = ["--title", "T", "--publisher", "P", "--published", "2020", "--source", "other"]
    assert main(["new", "article", "--id", id_, *flags, "--project", str(project)]) == 2
    assert "is not a valid id" in capsys.readouterr().err
    assert sorted(project.parent.rglob("*")) == before


def test_what_is_not_text_is_not_rewritten(project: Path) -> None:
    claims = project / "claims.yaml"
    data = b"# Caf\xe9\n" + claims.read_bytes()
    claims.write_bytes(data)
    assert main(["new", "actor", "--name", "Foo Bar", "--project", str(project)]) == 2
    assert claims.read_bytes() == data


def test_an_old_mistake_excuses_no_new_one(project: Path) -> None:
    wrong = ["--article", "daily-2020-05-03", "--quote", "words that nobody said", "--project", str(project)]
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("the roads are safer than ever", "words that nobody said"))
    before = claims.read_text()
    assert main([*NEW, *wrong]) == 1
    assert claims.read_text() == before
    good = ["--quote", "the roads are safer than ever", "--project", str(project)]
    assert main([*NEW, *good]) == 0  # an old mistake does not stand in the way either


def test_what_was_left_out_stays_left_out(project: Path) -> None:
    assert main([*NEW, "--quote", "are safer [...] ever", "--project", str(project)]) == 0
    assert "quote: are safer […] ever\n" in (project / "claims.yaml").read_text().replace('"', "")


def test_which_of_two_places_is_meant_has_to_be_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = project / ARTICLE
    article.write_text(article.read_text() + "\nIn Minsk it was said that we win. In Warsaw it was said that we win.\n")
    base = ["--quote", "it was said that we win", "--project", str(project)]
    assert main([*NEW, *base]) == 2
    err = capsys.readouterr().err
    assert "the words occur in 2 places in daily-2020-05-03: line " in err
    assert "--prefix or --suffix" in err
    assert main([*NEW, *base, "--prefix", "In Warsaw"]) == 0
    assert "        prefix: In Warsaw\n" in (project / "claims.yaml").read_text()
    given = {"actor": "ann", "statement": "T.", "date": "2020", "verdict": "disputed", "summary": "S."}
    given |= {"quote": "it was said that we win"}

    def ask(question: str, default: str) -> str:
        return "1" if "several places" in question else default

    assert new_record(project, "claim", given, ask).path
    assert "        prefix: Minsk\n" in (project / "claims.yaml").read_text()


def test_a_wrong_word_is_told_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong, right in ((["chek"], "check"), (["new", "artcle"], "article"), (["check", "--format", "jsn"], "json")):
        with pytest.raises(SystemExit):
            main(wrong)
        assert f'there is no "{wrong[-1]}": did you mean "{right}"?' in capsys.readouterr().err


def test_a_terminal_without_the_letters_is_told_nevertheless(project: Path) -> None:
    command = [sys.executable, "-m", "site_builder", "quote", "Минск", "--project", str(project)]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert "Traceback" not in run.stderr
    assert run.returncode == 1


def test_a_saved_page_in_another_encoding_is_read(project: Path, tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><article><p>Мінск кажа так.</p></article>'
    (tmp_path / "page.html").write_bytes(page.encode("windows-1251"))
    (tmp_path / "wide.txt").write_text("Мінск кажа так.", encoding="utf-16")
    mime = "From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; "
    mime += (
        "charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=D0=9C=D1=96=D0=BD=D1=81=D0=BA =\n=D0=BA=\n"
    )
    mime += "=D0=B0=D0=B6=D0=B0 =D1=82=D0=B0=D0=BA.</p>\n--b--\n"
    (tmp_path / "page.mhtml").write_text(mime)
    for number, name in enumerate(("page.html", "wide.txt", "page.mhtml"), 1):
        flags = ["--id", f"n{number}", "--title", "T", "--publisher", "P", "--published", "2020", "--from"]
        assert main(["new", "article", *flags, str(tmp_path / name), "--project", str(project)]) == 0
        assert (project / "content" / "articles" / f"n{number}.md").read_text().endswith("---\nМінск кажа так.\n")
    (tmp_path / "none.html").write_text("<html><nav>Menu</nav></html>")
    assert main(["new", "article", *flags, str(tmp_path / "none.html"), "--project", str(project)]) == 2


def test_a_wrong_answer_is_asked_for_again(project: Path) -> None:
    answers = {"id of the actor who": ["an", "ann"], "the claim": ["S."], "the words": ["The roads, he added, are icy"],
               "verdict (": ["fasle", "disputed"], "the verdict's": ["", "R."], "when it": ["2020-13-45", "2020-05-03"],
               "id of the article": [""], "id, its": ["Roads!", "roads-again"]}  # fmt: skip
    said: list[str] = []

    def ask(question: str, default: str) -> str:
        said.append(question)
        last = question.rpartition("\n")[2]
        return next(given.pop(0) for start, given in answers.items() if last.startswith(start)) or default

    added = new_record(project, "claim", {}, ask)
    assert added.path
    assert added.report.ok
    problems = [question.partition("\n")[0] for question in said if "\n" in question]
    assert problems == [
        'there is no actor "an"; did you mean "ann"?',
        '"Roads!" is not a valid id; write roads',
        '"2020-13-45" does not exist: there is no month 13',
        'there is no verdict "fasle"; there is only this one: disputed',
        "an answer is needed",
    ]


DRAFT = {
    "id of the actor who": "ann", "the claim": "S.", "the words": "The roads, he added, are icy", "id of the article": "",
    "id, its": "", "verdict (": "disputed", "the verdict's": "R.",
}  # fmt: skip


def test_what_the_check_refuses_is_asked_for_again_and_nothing_else(project: Path) -> None:
    dates = ["2021-01-01", "2020-05-02"]
    said: list[str] = []

    def ask(question: str, default: str) -> str:
        said.append(question)
        last = question.rpartition("\n")[2]
        return dates.pop(0) if last.startswith("when it") else DRAFT[next(filter(last.startswith, DRAFT))] or default

    added = new_record(project, "claim", {}, ask)
    assert added.path
    assert "    date: 2020-05-02\n" in (project / "claims.yaml").read_text()
    again = said[-1].partition("\n")[0]
    assert again == "the claim is dated 2021-01-01, after the article that reports it was published on 2020-05-03"
    assert len(said) == len(DRAFT) + 2


def test_a_draft_is_begun_with_what_is_known(project: Path) -> None:
    command = ["new", "claim", "--draft", "--actor", "ann", "--statement", "S.", "--project", str(project)]
    assert main(command) == 0
    assert (
        (project / "claims.yaml")
        .read_text()
        .endswith("  - id: ann-s\n    actor: ann\n    statement: S.\n    status: draft\n")
    )
    assert main(["check", str(project)]) == 0
    said: list[str] = []

    def ask(question: str, default: str) -> str:
        said.append(question)
        return "ann-t" if question.startswith("id") else default

    assert new_record(project, "claim", {"draft": True, "actor": "ann", "statement": "T."}, ask).path
    assert [question.split()[0] for question in said] == ["the", "id,", "when", "verdict", "the"]  # each once


def test_the_article_has_to_have_the_words(project: Path) -> None:
    other = project / "content/articles/other.md"
    other.write_text("---\ntitle: T\npublisher: P\npublished: 2020\n---\nNothing.\n")
    said: list[str] = []

    def ask(question: str, default: str) -> str:
        said.append(question)
        return default

    flags = {"actor": "ann", "statement": "S.", "quote": "the roads are old", "article": "other", "id": "s"}
    assert new_record(project, "claim", flags | {"date": "2020", "verdict": "disputed", "summary": "R."}, ask).path
    assert said == [
        "the words are not in other; they are in daily-2020-05-03\nid of the article that has the words",
    ]


def test_a_wrong_flag_costs_no_answer(project: Path) -> None:
    said: list[str] = []

    def ask(question: str, default: str) -> str:
        said.append(question)
        return {"topics": "roads", "day of": "2020-06-01", "speech": "reported"}[
            next(filter(question.rpartition("\n")[2].startswith, ("topics", "day of", "speech")))
        ]

    flags = {"actor": "ann", "statement": "S.", "quote": "the roads are old", "date": "2020", "verdict": "disputed"}
    flags |= {"summary": "R.", "article": "daily-2020-05-03", "id": "s"}
    wrong = {"topics": "rods", "published": "soon", "speech": "loud"}
    assert new_record(project, "claim", flags | wrong, ask).path
    assert [question.partition("\n")[0] for question in said] == [
        "write direct or reported",
        'there is no topic "rods"; did you mean "roads"?',
        said[2].partition("\n")[0],
    ]
    assert said[2].startswith('"soon" is not a date')


def test_who_gives_up_is_told_how_to_go_on(project: Path) -> None:
    kept: list[dict[str, str]] = []

    def ask(question: str, _: str) -> str:
        if question.startswith("the words"):
            raise KeyboardInterrupt
        return DRAFT[next(filter(question.startswith, DRAFT))]

    with pytest.raises(KeyboardInterrupt):
        new_record(project, "claim", {"verdict": "disputed"}, ask, lambda given: kept.append(dict(given)))
    assert kept == [{"verdict": "disputed", "actor": "ann", "statement": "S."}]


def test_the_command_to_go_on_repeats_the_answers(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["ann", "It's so."])

    def typed(_: str) -> str:
        for answer in answers:
            return answer
        raise EOFError

    monkeypatch.setattr("builtins.input", typed)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(["new", "claim", "--draft", "--project", str(project)]) == 130
    told, _, command = capsys.readouterr().err.partition("\nto continue: ")
    assert told.endswith("\nnothing was written")
    assert shlex.split(command) == [
        "site-builder", "new", "claim", "--actor", "ann", "--statement", "It's so.", "--draft", "--project", str(project),
    ]  # fmt: skip


def test_new_records_lie_as_their_like_do(project: Path) -> None:
    base = ["--project", str(project)]
    assert main(["new", "actor", "--name", "Cy Cole", "--own-file", *base]) == 0
    assert (project / "claims/actors/cy-cole.yaml").read_text() == "name: Cy Cole\n"
    claim = [*NEW, "--quote", "the roads are safer than ever", *base]
    assert main([*claim, "--id", "one", "--own-file"]) == 0
    assert (project / "claims/one.yaml").read_text().startswith("actor: ann\nstatement: It is so.\n")
    assert main([*claim, "--id", "two"]) == 0  # the others lie in claims.yaml
    assert "  - id: two\n" in (project / "claims.yaml").read_text()
    assert main([*claim, "--id", "one", "--own-file"]) == 2
    assert main([*claim, "--id", "../out", "--own-file"]) == 1
    assert main(["check", str(project)]) == 0
    text = (project / "claims.yaml").read_text()
    (project / "claims.yaml").write_text(text[: text.index("claims:")])
    assert main([*claim, "--id", "three"]) == 0  # all claims lie alone now
    assert (project / "claims/three.yaml").exists()
    assert not (project.parent / "out.yaml").exists()


def test_a_saved_page_becomes_an_article(project: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html lang=en><title>Head</title><article><p>It is *so*.</p></article>")
    base = ["--from", str(page), "--publisher", "The Paper", "--published", "2020-05-05", "--project", str(project)]
    assert main(["new", "article", *base]) == 0
    text = (project / "content" / "articles" / "the-paper-2020-05-05.md").read_text()
    assert text.startswith("---\ntitle: Head\npublisher: The Paper\npublished: 2020-05-05\nlanguage: en\n")
    assert text.endswith("---\nIt is \\*so\\*.\n")
    assert main(["check", str(project)]) == 0
    assert main(["new", "article", *base]) == 2


def test_quiet_says_nothing_and_verbose_says_more(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "-q", str(project)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["check", "-v", str(project)]) == 0
    assert re.search(r"make +[\d.]+ ms", capsys.readouterr().err)


def test_every_command_has_an_example() -> None:
    for command in (
        "build",
        "check",
        "verify",
        "serve",
        "quote",
        "coverage",
        "new",
        "import",
        "schema",
        "explain",
        "init",
        "completion",
    ):
        run = subprocess.run(
            [sys.executable, "-m", "site_builder", command, "--help"], cwd=ROOT, capture_output=True, text=True
        )
        assert f"example:\n  site-builder {command}" in run.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_that_knows_every_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in ("coverage", "dry-run", "no-search", "statement", "github"):
        assert word in script
    if shutil.which(shell):
        assert subprocess.run([shell, "-n"], input=script, text=True, capture_output=True).returncode == 0


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("site-builder co", "coverage completion"),
        ("site-builder check --f", "--format --fix"),
        ("site-builder new claim --st", "--statement"),
    ],
)
def test_bash_completes(typed: str, offered: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", "bash"])
    words = typed.split()
    probe = f'COMP_WORDS=({" ".join(words)}); COMP_CWORD={len(words) - 1}; _site_builder; echo "${{COMPREPLY[*]}}"'
    run = subprocess.run(["bash"], input=capsys.readouterr().out + probe, text=True, capture_output=True)
    assert set(run.stdout.split()) == set(offered.split())


def test_a_bar_is_shown_for_long_builds_only(capfd: pytest.CaptureFixture[str]) -> None:
    with Progress(shown=True) as progress:
        progress.tell(1, LONG_BUILD - 1)
        assert capfd.readouterr().err == ""
        progress.tell(200, LONG_BUILD)
        progress.tell(LONG_BUILD, LONG_BUILD)
    assert "/500" in capfd.readouterr().err
    with Progress(shown=False) as progress:
        progress.tell(200, LONG_BUILD)
    assert capfd.readouterr().err == ""


def test_saving_keeps_mark_mode_and_link(tmp_path: Path) -> None:
    real, linked = tmp_path / "real.yaml", tmp_path / "linked.yaml"
    real.write_bytes(b"\xef\xbb\xbfold")
    real.chmod(0o640)
    linked.symlink_to(real)
    save(linked, "new")
    assert real.read_bytes() == b"\xef\xbb\xbfnew"
    assert real.stat().st_mode & 0o777 == 0o640
    assert linked.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["linked.yaml", "real.yaml"]
    with pytest.raises(EnvironmentProblem):
        save(real / "below", "x")


def test_verify_compares_a_site_with_its_sources(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    public = project / "public"
    base = ["verify", str(public), "--project", str(project)]
    assert main(base) == 2
    assert main(["build", "-q", str(project)]) == 0
    assert main(base) == 0
    assert "0 differ" in capsys.readouterr().out
    (public / "index.html").write_text("changed")
    (public / "robots.txt").unlink()
    (public / "more.html").write_text("more")
    assert main(base) == 1
    out = capsys.readouterr().out
    assert out.startswith("differs: index.html\nmissing: robots.txt\nunknown: more.html\n")
    (public / "index.html").unlink()
    (public / "index.html").symlink_to("nowhere")
    (public / "evil").symlink_to("/etc")
    assert main(base) == 1
    assert "no file: evil\nno file: index.html\n" in capsys.readouterr().out
    assert main([*base, "--base-url", "https://other.example/"]) == 1


def test_a_file_without_an_end_is_not_read_to_its_end(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "article", "--from", "/dev/zero", "--project", f"{project}"]) == 2
    assert "/dev/zero is not a file" in capsys.readouterr().err
