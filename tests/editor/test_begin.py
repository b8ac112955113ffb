from __future__ import annotations

import errno
import json
import os
import re
import shlex
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from jsonschema import Draft202012Validator

from site_builder.cli import main
from site_builder.command_line import parser
from site_builder.editor.begin import FORGES, HOSTS, begin, plan
from site_builder.editor.origin import WHEEL, Origin
from site_builder.errors import EnvironmentProblem
from site_builder.history.unfilled import unfilled
from site_builder.load.files import read_project
from site_builder.load.records import load
from site_builder.preview.live import Live
from site_builder.preview.server import PreviewServer
from tests.projects import ROOT


def _get(url: str) -> bytes:
    parts = urlsplit(url)
    connection = HTTPConnection(str(parts.hostname), parts.port)
    connection.request("GET", parts.path)
    return connection.getresponse().read()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    assert main(["init", str(tmp_path / "site")]) == 0
    return tmp_path / "site"


def test_it_is_green_at_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "build"):
        assert main([command, str(site)]) == 0
    assert capsys.readouterr().err == ""
    server = PreviewServer({}, "127.0.0.1", 0, live=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    live = Live(site, server, print)
    try:
        live.update()
        live.close()
        page = _get(f"{server.url}claims/reyes-bridge-cost-nothing/").decode()
        icon = _get(f"{server.url}favicon.ico")
    finally:
        server.shutdown()
        server.server_close()
    assert "it cost the town nothing" in page
    assert "here on two invented articles" in page
    assert icon[:4] == b"\0\0\1\0"


def test_it_shows_what_a_claim_can_have(site: Path) -> None:
    records, faults = load(read_project(site))
    assert faults == []
    claims = [entry.record for entry in records.claims if entry.record]
    assert len(claims) == 3
    assert len({claim.verdict for claim in claims}) == 3
    assert {passage.role for claim in claims for passage in claim.passages} == {
        "claim",
        "denial",
        "evidence",
        "context",
    }
    assert [len(claim.corrections) for claim in claims] == [1, 0, 0]
    assert [entry.record.note and entry.record.note[:9] for entry, _ in records.articles if entry.record] == [
        "[example:",
        "[example:",
    ]


def test_a_deployment_is_told_each_place_that_is_to_be_filled_in(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--deploy", "--format", "json", str(site)]) == 1
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    told = {(one["file"], one["line"]) for one in found}
    marked = {
        (path.relative_to(site).as_posix(), number)
        for path in site.rglob("*")
        if path.suffix in (".md", ".yaml", ".txt") and path.name != "README.md"
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(r"\[(fill in|example): |Name of the newsroom|example\.org|^title: A fact-check", line)
    }
    examples = {one["message"] for one in found if "was written by `init`" in one["message"]}
    assert {re.search(r'the (\w+ "[^"]+")', message)[1] for message in examples} == {  # type: ignore[index]
        *(f'actor "{id_}"' for id_ in ("alma-reyes", "tomas-lind", "ida-mora")),
        *(f'claim "{claim}"' for claim in re.findall(r"- id: (.*)", (site / "claims.yaml").read_text())),
        *(f'topic "{topic}"' for topic in ("public-money", "traffic")),
    }
    assert marked <= told
    assert len(told - marked) == len(examples)
    policies = read_project(site).content.keys() & {name for name, _ in told if "/pages/" in name}
    assert len(policies) == 4


OWN_CLAIM = """
  - id: roads-are-new
    actor: ann-able
    statement: The roads are new.
    date: 2025-05-01
    verdict: unsupported
    summary: No figures are given.
    passages: [{article: daily-2025-05-02, quote: the roads are new}]
    published: 2025-05-03
"""
OWN_ARTICLE = (
    "---\ntitle: On roads\npublisher: The Daily\npublished: 2025-05-02\n---\nAnn Able said the roads are new.\n"
)


def _remove_what_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Do what each message asks for, and nothing more."""
    capsys.readouterr()
    main(["check", "--deploy", "--format", "json", str(site)])
    records_ = yaml.safe_load((site / "claims.yaml").read_text())
    facts = yaml.safe_load((site / "content" / "site.yaml").read_text())
    for one in json.loads(capsys.readouterr().out)["diagnostics"]:
        named = re.search(r'the (\w+) "([^"]+)" was written', one["message"])
        if named and named[1] == "actor":
            del records_["actors"][named[2]]
        elif named and named[1] == "claim":
            records_["claims"] = [claim for claim in records_["claims"] if claim["id"] != named[2]]
        elif named and named[1] == "topic":
            del facts["topics"][named[2]]
        elif one["message"].startswith("this is an example") or named:
            (site / one["file"]).unlink()
        elif one["message"] == "the site has no title of its own":
            facts["title"] = "Facts on roads"
        elif one["code"] == "nothing-published":
            records_["actors"] = {"ann-able": {"name": "Ann Able"}}
            records_["claims"] = yaml.safe_load(OWN_CLAIM)
            (site / "content" / "articles" / "daily-2025-05-02.md").write_text(OWN_ARTICLE)
    (site / "claims.yaml").write_text(yaml.safe_dump(records_))
    (site / "content" / "site.yaml").write_text(yaml.safe_dump(facts))
    soon = f"{datetime.now(UTC) + timedelta(days=300):%Y-%m-%d}T00:00:00Z"
    contact = f"Contact: mailto:security@facts.paper.news\nExpires: {soon}\n"
    (site / "static" / ".well-known" / "security.txt").write_text(contact)
    for path in (site / "content").rglob("*.*"):
        filled = re.sub(r"\[fill in: [^\]]*\]", "words of our own", path.read_text())
        path.write_text(filled.replace("Name of the newsroom", "The Paper").replace("example.org", "facts.paper.news"))


def test_what_the_messages_name_is_all_that_is_to_be_done(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _remove_what_is_named(site, capsys)
    _remove_what_is_named(site, capsys)  # now the site has no claim
    assert main(["check", "--deploy", str(site)]) == 0
    assert main(["build", "--no-search", str(site), "--output", str(site / "public")]) == 0
    text = "".join(path.read_text() for path in (site / "public").rglob("*.html"))
    for example in ("Reyes", "Tomas Lind", "Ida Mora", "Port Ansel", "A fact-check site", "Harbour Bridge"):
        assert example not in text


def test_deleting_the_marks_is_not_enough(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in [*(site / "content").rglob("*.*"), site / "claims.yaml"]:
        lines = path.read_text().splitlines(keepends=True)
        path.write_text("".join(line for line in lines if "[example:" not in line and "An invented" not in line))
    capsys.readouterr()
    assert main(["check", "--deploy", "--format", "json", str(site)]) == 1
    found = [one["message"] for one in json.loads(capsys.readouterr().out)["diagnostics"]]
    assert sum("was written by `init`" in message for message in found) == 3 + 3 + 2 + 2


def test_brackets_in_an_article_are_its_own(site: Path) -> None:
    path = next((site / "content" / "articles").iterdir())
    before = len(list(unfilled(read_project(site))))
    path.write_text(f"{path.read_text()}\nThe form said [fill in: name].\n")
    assert len(list(unfilled(read_project(site)))) == before


def test_an_editor_opens_green(site: Path) -> None:
    settings = json.loads((site / ".vscode" / "settings.json").read_text())
    for name in settings["yaml.schemas"]:
        Draft202012Validator.check_schema(json.loads((site / name).read_text()))
    schema = (site / "schema" / "claims.schema.json").read_text()
    assert '"alma-reyes"' in schema
    assert main(["schema", "--project", str(site)]) == 0
    assert (site / "schema" / "claims.schema.json").read_text() == schema


def test_a_text_editor_and_git_run_the_program_that_the_readme_installs(site: Path) -> None:
    readme = (site / "README.md").read_text()
    assert "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt" in readme
    assert "/.venv/" in (site / ".gitignore").read_text().split()
    for task in json.loads((site / ".vscode" / "tasks.json").read_text())["tasks"]:
        assert (task["type"], task["command"]) == ("process", "${workspaceFolder}/.venv/bin/site-builder")
        assert parser().parse_args(task["args"]).run
    entry = re.search(r"entry: (.*)", (site / ".pre-commit-config.yaml").read_text())
    assert entry
    program, *arguments = entry[1].split()
    assert program == ".venv/bin/site-builder"
    assert parser().parse_args(arguments).run


@pytest.mark.parametrize("bare", [(), ("--bare",)], ids=["site", "bare"])
@pytest.mark.parametrize(
    ("origin", "requirement", "said"),
    [
        (Origin("site-builder[images]==1.0"), "site-builder[images]==1.0", ""),
        (Origin(f"./{WHEEL}[images]", b"wheel"), f"./{WHEEL}[images]", "a copy of the wheel that this program"),
        (Origin(f"./{WHEEL}[images]", source="/my source"), f"./{WHEEL}[images]", "{}/wheels '/my source'"),
        (Origin(f"./{WHEEL}[images]"), f"./{WHEEL}[images]", "which is not there yet; copy it there"),
    ],
    ids=["index", "wheel", "folder", "unknown"],
)
def test_hosts_install_the_program_that_began_the_site(
    origin: Origin,
    requirement: str,
    said: str,
    bare: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("site_builder.editor.origin.origin", lambda: origin)
    folder = tmp_path / "site"
    assert main(["init", *bare, str(folder)]) == 0
    lines = (folder / "requirements.txt").read_text().splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["--constraint constraints.txt", requirement]
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("requirements.txt installs")]
    assert [said.format(folder) in line for line in told] == [True] * bool(said)
    in_folder = {WHEEL: origin.wheel} if origin.wheel else {}
    assert {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.whl")} == in_folder


def test_a_list_of_packages_that_is_there_stays_and_gets_no_wheel(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    monkeypatch.setattr("site_builder.editor.origin.origin", lambda: Origin(f"./{WHEEL}[images]", b"wheel"))
    assert main(["init", str(site), "--host", "netlify", "--beside"]) == 0
    assert not (site / "wheels").exists()
    assert "requirements.txt installs" not in capsys.readouterr().out


def test_a_site_is_built_with_the_libraries_that_the_program_was_tested_with(site: Path) -> None:
    lock = (ROOT / "requirements" / "site.txt").read_text()
    locked = dict(re.findall(r"^(\S+)==(\S+)", lock, re.MULTILINE))
    lines = [line for line in (site / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    assert dict(line.partition(" ")[0].split("==") for line in lines) == locked
    assert "colorama==0.4.6 ; sys_platform == 'win32'" in lines
    begin(site, plan(site, "gitlab"))
    (site / "constraints.txt").unlink()
    assert "constraints.txt" in plan(site, "gitlab").files, "its first lines say so"


def test_whoever_keeps_lists_of_their_own_is_told_what_they_lack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("site_builder.editor.origin.origin", lambda: Origin(f"./{WHEEL}[images]", b"wheel"))
    own = {".gitignore": "public\n.venv/\n", "requirements.txt": "# site-builder\nrequests\n", "README.md": "mine\n"}
    for name, text in own.items():
        (tmp_path / name).write_text(text)
    lacking = {
        ".gitignore": ["/drafts/", "/preview/", "/.site-builder/"],
        "requirements.txt": ["--constraint constraints.txt", f"./{WHEEL}[images]"],
    }
    for status, options in ((2, []), (0, ["--beside"])):
        assert main(["init", str(tmp_path), *options]) == status
        said = capsys.readouterr().out
        for name, lines in lacking.items():
            assert f"{name} {'already' if options else 'unchanged'}" in said.replace("would leave ", "")
            assert "; add to it:\n" + "".join(f"    {line}\n" for line in lines) in said
        assert said.count("; add to it:") == len(lacking)
    assert f"with the line above requirements.txt installs {WHEEL}" in said
    assert {name: (tmp_path / name).read_text() for name in own} == own
    (tmp_path / ".gitignore").write_text("".join(f"{line}\n" for line in ["public", ".venv", *lacking[".gitignore"]]))
    (tmp_path / "requirements.txt").write_text("-c ./constraints.txt\nsite_builder[images]==0.0\n")
    assert plan(tmp_path, "nginx").lacking == {}
    assert plan(tmp_path, "nginx").program is None


@pytest.mark.parametrize("bare", [(), ("--bare",)], ids=["site", "bare"])
def test_what_it_would_write_is_what_it_writes(
    bare: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert main(["init", *bare, str(tmp_path)]) == 2
    told = {line.removeprefix("would write ") for line in capsys.readouterr().out.splitlines()}
    assert main(["init", *bare, str(tmp_path), "--beside"]) == 0
    assert told == {str(path) for path in tmp_path.rglob("*") if path.is_file() and path.name != "notes.txt"}
    assert str(tmp_path / "schema" / "claims.schema.json") in told


@pytest.mark.parametrize("wheel", [b"wheel", None])
def test_a_wheel_that_is_there_stays_and_nothing_is_said_of_another(
    wheel: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("site_builder.editor.origin.origin", lambda: Origin(f"./{WHEEL}[images]", wheel))
    (tmp_path / WHEEL).parent.mkdir()
    (tmp_path / WHEEL).write_bytes(b"another")
    assert main(["init", str(tmp_path), "--beside"]) == 0
    assert (tmp_path / WHEEL).read_bytes() == b"another"
    assert "requirements.txt installs" not in capsys.readouterr().out


def test_what_it_says_to_type_can_be_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "the paper's site"
    assert main(["init", str(folder)]) == 0
    said = re.findall(r": (site-builder .*)", capsys.readouterr().out)
    calls = [parser().parse_args(shlex.split(call.partition("|")[0])[1:]) for call in said]
    assert [vars(call).get("folder", vars(call).get("project")) for call in calls] == [folder, folder]


def test_what_the_readme_says_of_static_is_so(site: Path) -> None:
    row = next(line for line in (site / "README.md").read_text().splitlines() if line.startswith("| `static/`"))
    named = re.findall(r"`([^`]+)`", row)
    for name in named[1:]:
        path = site / "static" / name / ("x" if name == ".well-known" else "")
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.write_text("ours")
    (site / "static" / ".notes").write_text("ours")
    published = read_project(site).static
    assert {name.split("/")[0] for name in published} == {name.split("/")[0] for name in named[1:]}
    assert main(["check", str(site)]) == 0


def test_bare_is_the_shell_alone(tmp_path: Path) -> None:
    assert main(["init", "--bare", str(tmp_path)]) == 0
    assert sorted(read_project(tmp_path).content) == ["claims.yaml", "content/site.yaml"]
    assert not (tmp_path / ".vscode").exists()
    assert main(["check", str(tmp_path)]) == 0
    assert main(["build", "--no-search", str(tmp_path)]) == 0


def test_in_a_folder_that_holds_something_it_tells_and_touches_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "static").symlink_to(tmp_path / "elsewhere")
    assert main(["init", str(tmp_path)]) == 2
    said = capsys.readouterr()
    assert f"would write {tmp_path}/claims.yaml\n" in said.out
    assert f"would leave {tmp_path}/README.md unchanged\n" in said.out
    assert "3 files or folders already (README.md, elsewhere, static)" in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == [".git", "README.md", "elsewhere", "static"]
    assert main(["init", str(tmp_path), "--beside"]) == 0
    assert (tmp_path / "README.md").read_text() == "mine"
    assert (tmp_path / "claims.yaml").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == [], "written through a link"


def test_a_repository_without_files_is_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert main(["init", str(tmp_path)]) == 0


def test_a_project_is_left_alone_but_for_what_a_host_needs(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert main(["init", str(site), "--beside"]) == 2
    assert "is already a project" in capsys.readouterr().err
    for host in HOSTS:
        assert main(["init", str(site), "--host", host]) == 2
        assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before
        made = plan(site, host)
        assert made.files
        assert not made.files.keys() & {path.relative_to(site).as_posix() for path in before}
    (site / "requirements.txt").unlink()
    needed = {host: "requirements.txt" in plan(site, host).files for host in HOSTS}
    assert needed == dict.fromkeys(HOSTS, True), "each host installs what it names"
    (site / "requirements.txt").write_bytes(before.pop(site / "requirements.txt"))
    begin(site, plan(site, "github"))
    assert {path: path.read_bytes() for path in before} == before


def test_the_container_has_the_project_before_it_installs_what_the_project_names(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "site"), "--host", "nginx"]) == 0
    steps = (tmp_path / "site/Containerfile").read_text().splitlines()
    install = next(number for number, step in enumerate(steps) if "--requirement requirements.txt" in step)
    assert "COPY . ." in steps[:install], "a wheel that requirements.txt names may lie in the project"


def test_a_wheel_that_cannot_be_looked_at_ends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All is written by then."""
    stat = os.stat

    def refused(path: Any, *arguments: Any, **named: Any) -> os.stat_result:
        if not isinstance(path, int) and os.fspath(path).startswith(f"{tmp_path}/new/wheels"):
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), path)
        return stat(path, *arguments, **named)

    monkeypatch.setattr(os, "stat", refused)
    assert main(["init", str(tmp_path / "new")]) == 0
    assert (tmp_path / "new" / "claims.yaml").is_file()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")
    with pytest.raises(EnvironmentProblem, match="is not a folder"):
        plan(tmp_path / "x")


def test_the_command_knows_the_same_hosts_and_forges() -> None:
    for host in HOSTS:
        assert parser().parse_args(["init", "x", "--host", host]).host == host
    for forge in FORGES:
        assert parser().parse_args(["init", "x", "--forge", forge]).forge == forge


@pytest.mark.parametrize("host", ["netlify", "cloudflare", "nginx", "s3"])
def test_a_repository_at_gitlab_gets_the_check_of_gitlab(host: str, tmp_path: Path) -> None:
    at_github, at_gitlab = (plan(tmp_path, host, forge=forge).files for forge in ("github", "gitlab"))
    assert ".gitlab-ci.yml" in at_gitlab.keys() - at_github.keys()
    assert not [name for name in at_gitlab if name.startswith(".github")]
    assert ".github/workflows/check.yml" in at_github
    rest = {name for name in at_github if not name.startswith(".github")}
    assert {*at_gitlab} == rest | {".gitlab-ci.yml"}


@pytest.mark.parametrize(
    ("address", "forge", "said"),
    [
        ("git@gitlab.com:desk/site.git", "gitlab", "for gitlab, since the remote origin is at gitlab.com;"),
        (
            "https://oauth2:secret@gitlab.paper.news/desk/site.git",
            "gitlab",
            "the remote origin is at gitlab.paper.news;",
        ),
        ("git@github.com:gitlab/site.git", "github", "for github, since the remote origin is at github.com;"),
        ("ssh://git@code.paper.news:22/a/b", "github", "since the remote origin is at code.paper.news; if the"),
        ("../gitlab/site.git", "github", "for github; if the repository is at gitlab: --forge gitlab"),
        (None, "github", "for github; if the repository is at gitlab: --forge gitlab"),
    ],
)
def test_the_remote_says_where_the_repository_is(
    address: str | None, forge: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if address:
        for command in (["init", "-q"], ["remote", "add", "origin", address]):
            subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    assert main(["init", str(tmp_path / "site"), "--host", "nginx"]) == 0
    out = capsys.readouterr().out
    assert said in out
    assert "secret" not in out
    assert (tmp_path / "site" / ".gitlab-ci.yml").exists() == (forge == "gitlab")
    assert (tmp_path / "site" / ".github").exists() == (forge == "github")


@pytest.mark.parametrize(("host", "forge"), [("github", "gitlab"), ("gitlab", "github")])
def test_a_forge_publishes_no_repository_of_another(host: str, forge: str, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=f"{host} publishes only repositories of its own"):
        plan(tmp_path, host, forge=forge)


def test_a_forge_without_a_host_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "site"), "--forge", "gitlab"]) == 2
    assert "add --host NAME" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_a_path_only_seems_to_lead_to_stays_as_it_is(tmp_path: Path) -> None:
    """The path leads nowhere, so that nobody sees what is there."""
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "README.md").write_text("years of work")
    assert main(["init", str(tmp_path / "missing" / ".." / "thesis")]) == 2
    assert [path.read_text() for path in tmp_path.rglob("*") if path.is_file()] == ["years of work"]


def test_a_start_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("site_builder.editor.schema.schemas", full)
    assert main(["init", str(tmp_path / "a" / "b")]) == 2
    assert list(tmp_path.iterdir()) == []


def test_schemas_are_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "schema").symlink_to(tmp_path / "elsewhere")
    assert main(["init", str(tmp_path / "site"), "--beside"]) == 0
    assert (tmp_path / "site" / "claims.yaml").exists()
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("name", ["requirements.txt", ".gitignore"])
def test_a_list_that_is_a_link_is_not_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The kernel's log answers nothing, and a link out of the folder leads to what is somebody else's."""
    (tmp_path / "mine").mkdir()
    os.mkfifo(tmp_path / "pipe")
    os.symlink(tmp_path / "pipe", tmp_path / "mine" / name)
    assert main(["init", str(tmp_path / "mine"), "--beside", "--host", "github"]) == 0
    assert f"{name} already exists and was left unchanged" in capsys.readouterr().out
