from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from site_builder.errors import EnvironmentProblem
from site_builder.history import revision
from site_builder.history.revision import _unknown, day_of, origin_of, read_revision
from tests.projects import minimal, written


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository that holds the minimal project, committed, and later changed."""
    project = written(minimal().content, tmp_path / "site")
    (project / "claims.yml").write_text("not a record")
    (project / "content" / "articles" / "link.md").symlink_to("daily-2020-05-03.md")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "first"], ["tag", "published"]):
        run(tmp_path, *command)
    (project / "claims.yaml").write_text("later")
    (project / "content" / "pages" / "method.md").unlink()
    return project


def run(folder: Path, *command: str) -> None:
    subprocess.run(["git", "-C", folder, "-c", "user.name=T", "-c", "user.email=t@example.org", *command], check=True)


@pytest.mark.parametrize("revision", ["HEAD", "published"])
def test_the_project_is_read_as_it_was(repository: Path, revision: str) -> None:
    before = read_revision(repository, revision)
    assert before.content == minimal().content
    assert before.theme == {}
    assert (repository / "claims.yaml").read_text() == "later"


@pytest.mark.parametrize("revision", ["nowhere", "0" * 40])
def test_a_revision_that_git_does_not_have_is_said(repository: Path, revision: str) -> None:
    with pytest.raises(EnvironmentProblem, match=f'git has no revision "{revision}"'):
        read_revision(repository, revision)


@pytest.mark.parametrize("revision", ["--upload-pack=x", "-x", " ", ""])
def test_an_option_is_no_revision(repository: Path, revision: str) -> None:
    with pytest.raises(EnvironmentProblem, match="is not a revision"):
        read_revision(repository, revision)


def test_a_folder_without_git_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(EnvironmentProblem, match="is in no git repository, so that nothing can be compared"):
        read_revision(tmp_path, "HEAD")


def test_a_repository_of_somebody_else_is_said_with_what_git_advises() -> None:
    said = (
        "fatal: detected dubious ownership in repository at '/srv/site'\n"
        "To add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /srv/site\n"
    )
    problem = _unknown(Path("site"), "HEAD", said)
    assert problem.message == "git does not read the repository of site, because somebody else owns it"
    assert problem.remedy == "if you trust it: git config --global --add safe.directory /srv/site"


def test_git_speaks_english_to_us(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    with pytest.raises(EnvironmentProblem, match="Not a valid object name nowhere"):
        read_revision(repository, "nowhere")


def test_the_environment_of_a_hook_names_another_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert read_revision(repository, "HEAD").content == minimal().content


def test_without_git_that_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(EnvironmentProblem, match="git cannot be run"):
        read_revision(repository, "HEAD")


def bare(folder: Path, source: Path, ran: Path) -> None:
    """Put the insides of a repository into ``folder``, with a setting that starts a program when a file is missing."""
    subprocess.run(["git", "clone", "-q", "--bare", source, folder / "inside"], check=True)
    for path in (folder / "inside").iterdir():
        path.rename(folder / path.name)
    (folder / "inside").rmdir()
    with (folder / "config").open("a") as settings:
        settings.write(f'[remote "origin"]\nurl = .\npromisor = true\nuploadpack = "touch {ran};false"\n')
        settings.write("[extensions]\npartialClone = origin\n[core]\nrepositoryformatversion = 1\n")
    for path in (folder / "objects").rglob("*"):
        if path.is_file():
            path.unlink()


@pytest.mark.parametrize("deeper", ["", "sites/one"])
@pytest.mark.parametrize("check", [True, False])
def test_a_repository_inside_of_a_project_starts_no_program(
    repository: Path, tmp_path: Path, deeper: str, check: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pull request can bring HEAD, objects and a config with it, but no folder called .git."""
    inner, ran = repository / "inner", tmp_path / "ran"
    inner.mkdir()
    bare(inner, tmp_path, ran)
    project = written(minimal().content, inner / deeper) if deeper else inner
    if not check:  # git's own setting is enough where git knows it
        monkeypatch.setattr(revision, "_refuse_bare", lambda _: None)
    with pytest.raises(EnvironmentProblem, match="holds the insides of a git repository" if check else "bare"):
        read_revision(project, "HEAD")
    assert not ran.exists()
    assert read_revision(repository, "HEAD").content


def test_a_linked_common_folder_is_seen_too(repository: Path) -> None:
    inner = repository / "inner"
    inner.mkdir()
    (inner / "HEAD").write_text("ref: refs/heads/main\n")
    (inner / "commondir").write_text("../elsewhere\n")
    with pytest.raises(EnvironmentProblem, match="holds the insides of a git repository"):
        read_revision(inner, "HEAD")


@pytest.mark.parametrize("promised", [False, True])
def test_what_git_lacks_is_said_and_no_program_fetches_it(repository: Path, tmp_path: Path, promised: bool) -> None:
    """A project in an archive can bring a repository whose settings name a program for fetching."""
    ran = tmp_path / "ran"
    inside = subprocess.run(
        ["git", "-C", repository, "rev-parse", "HEAD:./claims.yaml"], capture_output=True, text=True
    )
    (tmp_path / ".git" / "objects" / inside.stdout[:2] / inside.stdout[2:].strip()).unlink()
    if promised:
        for key, value in (
            ("remote.origin.url", f"{tmp_path}"),
            ("remote.origin.promisor", "true"),
            ("remote.origin.uploadpack", f"touch {ran};false"),
            ("core.repositoryformatversion", "1"),
            ("extensions.partialClone", "origin"),
        ):
            run(tmp_path, "config", key, value)
    with pytest.raises(
        EnvironmentProblem, match=r"git does not have claims\.yaml as it was at HEAD|git has no revision"
    ):
        read_revision(repository, "HEAD")
    assert not ran.exists()


PROGRAMS = (
    *(
        "core.fsmonitor",
        "core.pager",
        "pager.ls-tree",
        "pager.cat-file",
        "core.editor",
        "core.askPass",
        "core.sshCommand",
    ),
    *("core.gitProxy", "core.alternateRefsCommand", "credential.helper", "diff.external", "diff.x.textconv"),
    *(
        "diff.x.command",
        "filter.x.smudge",
        "filter.x.process",
        "filter.x.clean",
        "gpg.program",
        "uploadpack.packObjectsHook",
    ),
    *(
        "alias.ls-tree",
        "alias.cat-file",
        "alias.rev-list",
        "pager.rev-list",
        "gpg.ssh.program",
        "remote.origin.vcs",
        "interactive.diffFilter",
        "sequence.editor",
    ),
)
"""Settings with which a repository names programs to start."""


def test_no_setting_of_a_repository_starts_a_program(repository: Path, tmp_path: Path) -> None:
    """``check --against`` obeys the repository's settings: none of them is for what it asks git."""
    ran, hooks = tmp_path / "ran", tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {ran}\n")
        (hooks / name).chmod(0o755)
    with (tmp_path / ".git" / "info" / "attributes").open("a") as attributes:
        attributes.write("* filter=x diff=x\n")
    run(tmp_path, "config", "core.hooksPath", str(hooks))
    for key in PROGRAMS:
        run(tmp_path, "config", key, f"!touch {ran}" if key.startswith("alias.") else f"touch {ran};")
    run(tmp_path, "config", "log.showSignature", "true")
    assert read_revision(repository, "HEAD").content == minimal().content
    assert day_of(repository, "HEAD")
    assert not ran.exists()


def test_the_day_of_a_commit_is_that_of_its_place(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2025-04-02T23:30:00-0800")
    run(repository, "commit", "-q", "--allow-empty", "--message", "Later")
    assert day_of(repository, "HEAD") == "2025-04-02"
    assert day_of(repository, "HEAD:content") == "2025-04-02"
    for unknown in ("no-such", "", "-n1", "--all"):
        assert day_of(repository, unknown) == ""


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://name:secret@GitLab.com/desk/site.git", "gitlab.com"),
        ("ssh://git@git.paper.news:2222/desk/site.git", "git.paper.news"),
        ("git@github.com:desk/site.git", "github.com"),
        ("/srv/gitlab.com/site.git", ""),
        ("file:///srv/site.git", ""),
        ("C:/site.git", "c"),
    ],
)
def test_the_host_of_the_remote_is_known_before_the_folder_is_there(address: str, host: str, tmp_path: Path) -> None:
    run(tmp_path, "init", "-q")
    run(tmp_path, "remote", "add", "origin", address)
    assert origin_of(tmp_path / "not" / "yet") == host


def test_a_folder_of_no_repository_has_no_remote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert origin_of(tmp_path) == ""
    for name in ("objects", "refs"):
        (tmp_path / name).mkdir()
    (tmp_path / "HEAD").write_text("ref: refs/heads/main\n")
    (tmp_path / "config").write_text('[remote "origin"]\n\turl = git@gitlab.com:a/b\n')
    assert origin_of(tmp_path) == "", "a repository without .git is part of a project, and not asked"
    monkeypatch.setenv("PATH", "")
    assert origin_of(tmp_path) == ""
