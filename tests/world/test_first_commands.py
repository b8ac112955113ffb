"""What people get wrong on the command line: each has a message that says where, what and how, and no traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from site_builder.cli import main
from tests.projects import MINIMAL, ROOT

Said = tuple[int, str]
"""Exit status, and what standard error has."""

CHECK, BUILD, SERVE = "check", "build -q", "serve --port"

# The call, words of the message, and words of the remedy. In each argument ~ stands for a space.
CALLS = [
    (f"{SERVE} abc", "argument --port: 'abc' is not a port", "(0 to 65535)"),
    (f"{SERVE} 99999", "argument --port: '99999' is not a port", "(0 to 65535)"),
    (f"{SERVE} -1", "argument --port: '-1' is not a port", "(0 to 65535)"),
    ("serve --host https://localhost", "cannot listen on https://localhost:8000", "write it without https://"),
    ("serve --host 0.0.0.0", "does not listen on every address", "or leave out --host"),
    ("serve --allow-host https://x.example/", "is not the name of a host", "without https://"),
    (f"{BUILD} --jobs 0", "'0' is not a number of processes", "(1 or more)"),
    (f"{BUILD} --jobs -1", "'-1' is not a number of processes", "(1 or more)"),
    (f"{BUILD} --jobs two", "'two' is not a number of processes", "(1 or more)"),
    (f"{BUILD} --jobs 1.5", "'1.5' is not a number of processes", "(1 or more)"),
    (f"{BUILD} --base-url example.org", '"example.org" is not a web address', "write https://example.org"),
    (f"{BUILD} --base-url //example.org", "is not a web address", "write https://example.org"),
    (f"{BUILD} --base-url ftp://example.org", "is not a web address", "starting with https://"),
    (f"{BUILD} --base-url https://", "is not a web address", "starting with https://"),
    (f"{BUILD} --base-url https://a.example/x~y", "is not a web address", "write https://a.example/x%20y"),
    (f"{BUILD} --base-url https://a.example/?q=1", "must not have a query", "write only the site's address"),
    (f"{BUILD} --base-url https://a.example/#x", "or a fragment (#)", "write only the site's address"),
    (f"{BUILD} --base-url https://me:pw@a.example/", "no user and no password", "write only the site's address"),
    (f"{BUILD} --base-url https://a.example:99999/", "is not a web address", "write only the site's address"),
    (f"{BUILD} --base-url https://a.example/x/../y", "has a step up (..)", "write only the site's address"),
    (f"{BUILD} --base-url localhost:8000", "is not a web address", "write https://localhost:8000"),
    (f"{BUILD} --output claims.yaml", "claims.yaml is not a folder", "with --output"),
    (
        f"{BUILD} --output claims.yaml/public",
        "claims.yaml/public: Not a directory",
        "is a file, where a folder belongs",
    ),
    (f"{BUILD} --output content", "is inside the project's own sources", "a folder of its own"),
    (f"{BUILD} --output content/public", "is inside the project's own sources", "a folder of its own"),
    (f"{BUILD} --output ..", "holds the project itself", "a folder of its own"),
    (f"{BUILD} --output .", "holds the project itself", "a folder of its own"),
    (f"{BUILD} --output /", "/ is never replaced", "a folder of its own"),
    (f"{BUILD} --output {'a' * 300}", "File name too long", "choose shorter names"),
    (f"{BUILD} --host heroku", 'there is no "heroku"', "choose from github, gitlab, netlify"),
    (f"{BUILD} --host GitHub", 'there is no "GitHub"', 'did you mean "github"?'),
    (f"{BUILD} --sign nowhere", "cannot read nowhere", "ssh-keygen -t ed25519 makes one"),
    ("check --deploy --host github", "there is no --host here", "it belongs to site-builder build"),
    ("new claim --name Ann", "there is no --name here", "it belongs to site-builder new actor"),
    ("check --format xml", 'there is no "xml"', "choose from text, json, github, gitlab"),
    ("check --format JSON", 'there is no "JSON"', 'did you mean "json"?'),
    ("check --format", "argument --format: a value must follow it", "put = between the two"),
    ("check --against -x", "argument --against: a value must follow it", "put = between the two"),
    ("check --against=-x", "'-x' is not a revision", "name a commit, a branch or a tag"),
    ("check --against main", "is in no git repository", "or leave out --against"),
    ("check . My~site", 'there is no place for "My site"', "put a text that has spaces in quotation marks"),
    ("schema .", 'there is no place for "."', "after --project"),
    ("check nowhere", "there is no folder nowhere", "the folder that holds claims.yaml"),
    ("check content", "content is not a project", "give that folder, or change to it"),
    ("biuld", 'there is no "biuld"', 'did you mean "build"?'),
    ("completion tcsh", 'there is no "tcsh"', "choose from bash, zsh, fish"),
    ("completion BASH", 'there is no "BASH"', 'did you mean "bash"?'),
    ("explain qwertz", 'there is no code or page "qwertz"', "it lists all codes and pages"),
    ("explain QUOTE-NOT-FOUND", 'there is no code or page "QUOTE-NOT-FOUND"', 'did you mean "quote-not-found"?'),
    ("explain error[quote-not-found]", "there is no code or page", 'did you mean "quote-not-found"?'),
    ("quote ~", "there are no words to look for", 'site-builder quote "the words"'),
    ("quote “…”", "there are no words to look for", 'site-builder quote "the words"'),
    ("quote roads --claim nowhere", 'there is no claim "nowhere"', "the id of a claim on file"),
    ("verify content", "content is not a built site", "such as public"),
    ("verify claims.yaml", "claims.yaml is a file, and no folder", "such as public"),
    ("verify nowhere", "there is no folder nowhere", "such as public"),
    ("init .", ". is already a project", "name a folder that does not exist yet"),
    ("init claims.yaml", "claims.yaml is not a folder", "that does not exist yet"),
    ("init claims.yaml/x", "claims.yaml should be a folder", "move it away, or choose another place"),
    ("init missing/../x", "missing/../x leads nowhere: there is no folder missing", "leave out what is before the"),
    ("new page", 'there is no "page"', "choose from claim, actor, article"),
    ("new claim", "--actor is missing", "give it with --actor, or run the command on a terminal"),
    ("new article --from nowhere --id x", "cannot read nowhere", "name a saved page or a text"),
    ("import nowhere.csv", "cannot read nowhere.csv", "name the file to import"),
    ("import claims.yaml --from xls", 'there is no "xls"', "choose from csv, claimreview"),
]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The minimal project, as the current folder, and a home folder of its own."""
    folder = tmp_path / "project"
    shutil.copytree(MINIMAL, folder)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(folder)
    return folder


def said(arguments: Sequence[str], capfd: pytest.CaptureFixture[str]) -> Said:
    """What the command says, and how it ends."""
    try:
        status = main(list(arguments))
    except SystemExit as end:
        status = int(end.code or 0)
    return status, capfd.readouterr().err


@pytest.mark.parametrize(("call", "message", "remedy"), CALLS, ids=[call[:50] for call, _, _ in CALLS])
def test_a_wrong_call_is_told_what_is_wrong_and_what_to_do(
    call: str, message: str, remedy: str, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path for path in project.rglob("*"))
    status, words = said([word.replace("~", " ") for word in call.split()], capfd)
    assert status == 2
    assert message in words
    assert remedy in words
    assert sorted(path for path in project.rglob("*")) == before


def in_place_of(path: str, make: Callable[[Path], object]) -> Callable[[Path], object]:
    def change(project: Path) -> None:
        there = project / path
        shutil.rmtree(there) if there.is_dir() else there.unlink(missing_ok=True)
        make(there)

    return change


def recoded(encoding: str) -> Callable[[Path], object]:
    def change(project: Path) -> None:
        claims = project / "claims.yaml"
        claims.write_bytes(claims.read_text().encode(encoding))

    return change


def named(name: bytes) -> Callable[[Path], object]:
    return lambda project: Path(os.fsdecode(os.fsencode(project / "content" / "articles") + b"/" + name)).write_text(
        "x"
    )


def file(path: Path) -> None:
    path.write_text("x")


def link(path: Path) -> None:
    path.symlink_to("nowhere")


def tabbed(project: Path) -> None:
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("    ", "\t"))


def without(path: str) -> Callable[[Path], object]:
    return in_place_of(path, lambda _: None)


# What somebody did to the project, the exit status of its check, and words of message and remedy.
A_FILE = "is a file, where a folder belongs"
ARTICLES = "content/articles"
STATES: list[tuple[Callable[[Path], object], int, str, str]] = [
    (in_place_of("claims.yaml", Path.mkdir), 2, "claims.yaml is not a file", "move it elsewhere"),
    (in_place_of("claims.yaml", Path.touch), 1, "the file is empty", "restore it"),
    (in_place_of("claims.yaml", link), 2, "the link claims.yaml leads nowhere", "correct or remove it"),
    (without("claims.yaml"), 1, "there is no claims.yaml", "create it with the keys"),
    (recoded("utf-16"), 1, "is not UTF-8", "save the file as UTF-8"),
    (tabbed, 1, "indented with a tab", "indent with plain spaces"),
    (without("content"), 1, "there is no content/site.yaml", "create it with"),
    (in_place_of("content", file), 2, "Not a directory", A_FILE),
    (in_place_of(ARTICLES, file), 2, "content/articles: Not a directory", A_FILE),
    (in_place_of("templates", file), 2, "templates: Not a directory", A_FILE),
    (in_place_of(f"{ARTICLES}/x.md", Path.mkdir), 2, "x.md is a folder, but should be a file", "rename or remove it"),
    (named(b"my article.md"), 1, '"my article" cannot be an id', "rename the file to my-article.md"),
    (named(b"my\narticle.md"), 2, f"{ARTICLES}/my‹U+000A›article.md is not text", "rename the file"),
    (named(b"caf\xe9.md"), 2, rf"{ARTICLES}/caf\xe9.md is not text", "rename the file"),
]


@pytest.mark.parametrize(("change", "status", "message", "remedy"), STATES, ids=[row[2] for row in STATES])
def test_what_somebody_did_to_the_project_is_told_of(
    change: Callable[[Path], object], status: int, message: str, remedy: str, project: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    change(project)
    ended = main(["check"])
    told = "".join(capfd.readouterr())
    assert ended == status
    assert message in told
    assert remedy in told


@pytest.mark.parametrize("encoding", ["utf-8-sig", "crlf"])
def test_a_byte_order_mark_and_the_line_ends_of_windows_are_nothing_wrong(encoding: str, project: Path) -> None:
    claims = project / "claims.yaml"
    text = claims.read_text()
    claims.write_bytes(text.replace("\n", "\r\n").encode() if encoding == "crlf" else text.encode(encoding))
    assert main(["check"]) == 0


def test_there_are_many() -> None:
    assert len(CALLS) + len(STATES) >= 75


def test_the_site_of_a_hand_is_replaced_and_that_is_said(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert said(["build", "-q"], capfd) == (0, "")
    page = project / "public" / "index.html"
    made = page.read_text()
    page.write_text(made + "by hand")
    status, words = said(["build", "-q"], capfd)
    assert (status, page.read_text()) == (0, made)
    assert "public: replaced what was changed by hand since the last build: index.html" in words
    assert "change the sources or the theme" in words
    (kept,) = (folder for folder in project.iterdir() if folder.name.endswith("-edited"))
    assert f"the changed files are in {kept.name}" in words.replace(f"{project}/", "")
    assert (kept / "index.html").read_text() == made + "by hand"
    assert main(["build"]) == 0
    assert f"{kept} still has the files that were changed by hand" in capfd.readouterr().out
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("Ann Able", "Ann Abel"))
    assert said(["build", "-q"], capfd) == (0, "")  # what the program itself changes is nobody's hand
    shutil.rmtree(project.parent / "home" / ".cache", ignore_errors=True)
    claims.write_text(claims.read_text().replace("Ann Abel", "Ann Able"))
    assert said(["build", "-q"], capfd) == (0, "")  # nor without its memory
    (project / "public" / "CNAME").write_text("facts.example")
    status, words = said(["build", "-q"], capfd)
    assert (status, "CNAME" in words, "move it to static/" in words) == (2, True, True)


def test_a_port_of_the_system_is_another_problem_than_an_address(
    project: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("site_builder.preview.server.PreviewServer", refuse)
    status, words = said(["serve", "--port", "80"], capfd)
    assert status == 2
    assert "cannot listen on 127.0.0.1:80: Permission denied" in words
    assert "choose another with --port" in words


def run(project: Path, *command: str, redirected: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own; ``redirected`` says how its streams are."""
    own = {"HOME": str(project.parent / "home"), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **environment}
    program = ["bash", "-c", f'set -o pipefail; "$@" {redirected}', "-", sys.executable, "-m", "site_builder", *command]
    return subprocess.run(program, cwd=project, env=own, stdin=subprocess.DEVNULL, capture_output=True, check=False)


@pytest.mark.parametrize("kind", ["claim", "actor", "article"])
def test_who_closes_the_input_is_told_what_to_give(kind: str, project: Path) -> None:
    done = run(project, "new", kind, redirected="<&-")
    assert done.returncode == 2
    assert b"is missing" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_leaves_is_no_fault(project: Path) -> None:
    done = run(project, "check", "--format", "json", redirected="| head -c 1")
    assert (done.returncode in (0, 2), done.stdout, b"Traceback" in done.stderr) == (True, b"{", False)


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LANG": "xx_YY.nowhere"},
        {"PYTHONIOENCODING": "ascii"},
        {"COLUMNS": "20"},
        {"COLUMNS": "0"},
        {"COLUMNS": "-1"},
        {"TERM": "dumb"},
    ],
    ids=str,
)
def test_no_locale_and_no_terminal_stops_a_report(environment: dict[str, str], project: Path) -> None:
    claims = project / "claims.yaml"
    claims.write_text(claims.read_text().replace("the roads are safer", "the “roads” are café"))
    done = run(project, "check", **environment)
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    assert b"claims.yaml:18:16: error[quote-not-found]" in done.stdout + done.stderr
    assert run(project, "build", "--help", **environment).returncode == 0


def test_two_builds_at_once_make_one_site(project: Path) -> None:
    program = [sys.executable, "-m", "site_builder", "build", "-q"]
    own = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [subprocess.Popen(program, cwd=project, env=own, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(each.communicate()[1], each.returncode) for each in both] == [(b"", 0)] * 2
    assert main(["verify", "public"]) == 0


OTHERS_TOO = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else ["env"]
"""Takes from root, if the tests run as root, the right to pass over permissions (setpriv is in util-linux)."""


@pytest.mark.parametrize(
    ("path", "mode", "command", "named"),
    [
        ("claims.yaml", 0, "check", "claims.yaml"),
        ("content/site.yaml", 0, "check", "content/site.yaml"),
        ("content/articles/daily-2020-05-03.md", 0, "check", "content/articles/daily-2020-05-03.md"),
        ("content", 0o644, "check", "content/site.yaml"),
        ("content/articles", 0o644, "check", "content/articles/daily-2020-05-03.md"),
        ("content/articles", 0o311, "check", "content/articles"),
        ("", 0, "check", "project"),
        ("", 0o555, "build", "project/public"),
        ("", 0o555, "schema --project", "project/schema/"),
    ],
)
def test_what_may_not_be_read_or_written_is_named(
    path: str, mode: int, command: str, named: str, project: Path
) -> None:
    (project / path).chmod(mode)
    try:
        own = {**os.environ, "PYTHONPATH": str(ROOT)}
        program = [*OTHERS_TOO, sys.executable, "-m", "site_builder", *command.split(), str(project)]
        done = subprocess.run(program, cwd=project.parent, env=own, capture_output=True, check=False)
    finally:
        (project / path).chmod(0o755)
    told = done.stderr.decode()
    assert (done.returncode, "Traceback" in told) == (2, False), told
    place, said_so, _ = told.partition(": Permission denied\n  help: make ")
    assert (bool(said_so), named in place) == (True, True), told
