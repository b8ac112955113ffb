"""What hosts run for a pull request shows drafts, at the preview's own address; what they publish has none."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml  # noqa: TID251 – a reader that is not ours

from site_builder.caches import read
from site_builder.editor.begin import begin, plan
from tests.deploy.tools import HERE
from tests.projects import ROOT
from tests.scripts import answer

PUBLISHED = "https://facts.paper.news/"
DRAFT, STATEMENT = "a-claim-that-nobody-has-checked", "Nobody has checked this."
LOCAL = "http://127.0.0.1:8000/"
NETLIFY = "https://deploy-preview-7--paper.netlify.app"
CLOUDFLARE = "https://373f31e2.paper.pages.dev"
BUILD = "PRODUCTION_BRANCH=main sh deploy/build.sh"
"""The build command that docs/deploying.md gives for Cloudflare Pages."""
GITLAB = {
    "CI_PROJECT_ROOT_NAMESPACE": "desk",
    "CI_PROJECT_PATH": "desk/facts/site",
    "CI_PAGES_DOMAIN": "gitlab.io",
    "CI_JOB_ID": "31",
}
ARTIFACTS = "https://desk.gitlab.io/-/facts/site/-/jobs/31/artifacts/preview/"


@dataclass(frozen=True)
class Host:
    """A project with a draft, as a host has it, and the commands that its images have."""

    folder: Path
    environment: dict[str, str]

    def run(self, script: str, **variables: str) -> str:
        command = ["bash", "-e", "-o", "pipefail", "-c", script]
        made = subprocess.run(
            command, cwd=self.folder, env=self.environment | variables, capture_output=True, text=True
        )
        assert made.returncode == 0, made.stderr
        return made.stdout

    def netlify(self, context: str) -> tuple[Path, str]:
        variables = self.environment | {"CONTEXT": context, "DEPLOY_PRIME_URL": NETLIFY}
        made = answer(HERE / "netlify.mjs", [], {"folder": str(self.folder), "environment": variables})
        return Path(made["publish"]), made["log"]

    def yaml(self, path: str) -> Any:
        return yaml.safe_load((self.folder / path).read_text())

    def workflow(self, name: str) -> None:
        """Run the builds of a GitHub workflow."""
        for job in self.yaml(f".github/workflows/{name}.yml")["jobs"].values():
            for step in job["steps"]:
                if "site-builder build" in step.get("run", ""):
                    self.run(step["run"])

    def job(self, name: str) -> str:
        """Run a job's builds as GitLab would; returns the address that it names for people."""
        job = self.yaml(".gitlab-ci.yml")[name]
        lines = [line for line in job["script"] if "git fetch" not in line and "--against" not in line]
        self.run("\n".join(lines), **GITLAB)
        reported = self.folder / "preview.env"
        return reported.read_text() if reported.exists() else ""


@pytest.fixture
def host(request: pytest.FixtureRequest, tmp_path: Path) -> Host:
    folder, programs, home = tmp_path / "site", tmp_path / "bin", tmp_path / "home"
    for made in (folder, programs, home):
        made.mkdir()
    for name in ("claims.yaml", "content"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile)(ROOT / name, folder / name)
    site = folder / "content" / "site.yaml"
    site.write_text(site.read_text().replace("base_url: https://example.org/", f"base_url: {PUBLISHED}"))
    (folder / "claims").mkdir()
    whole = next(claim for claim in yaml.safe_load((ROOT / "claims.yaml").read_text())["claims"] if len(claim) < 12)
    draft = whole | {"id": DRAFT, "statement": STATEMENT, "status": "draft"}
    (folder / "claims" / f"{DRAFT}.yaml").write_text(yaml.safe_dump(draft, allow_unicode=True))
    name, _, forge = request.param.partition(" at ")
    begin(folder, plan(folder, name, forge=forge or None))
    for name, does in (
        ("site-builder", f'PYTHONPATH={ROOT} exec {sys.executable} -m site_builder "$@"'),
        ("python", "exit 0"),  # it would install the program from the package index
    ):
        (programs / name).write_text(f"#!/bin/sh\n{does}\n")
        (programs / name).chmod(0o755)
    return Host(folder, {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(home)})


def preview(host: Host, name: str) -> Path:
    """Build what the host shows of a pull request."""
    if name == "github":
        host.workflow("check")
        return host.folder / "preview"
    if "gitlab" in name:
        assert host.job("preview") == f"PREVIEW_PAGE={ARTIFACTS}index.html\n"
        return host.folder / "preview"
    if name == "netlify":
        assert host.netlify("branch-deploy")[0] == host.folder / "drafts"
        return host.netlify("deploy-preview")[0]
    host.run(BUILD, CF_PAGES_BRANCH="a-branch", CF_PAGES_URL=CLOUDFLARE, DRAFTS="yes")
    return host.folder / "site"


@pytest.mark.parametrize(
    ("host", "name", "address"),
    [
        ("github", "github", LOCAL),
        ("gitlab", "gitlab", ARTIFACTS),
        ("s3 at gitlab", "s3 at gitlab", ARTIFACTS),
        ("netlify", "netlify", f"{NETLIFY}/"),
        ("cloudflare", "cloudflare", f"{CLOUDFLARE}/"),
    ],
    indirect=["host"],
)
def test_a_preview_shows_drafts_and_is_listed_nowhere(host: Host, name: str, address: str) -> None:
    folder = preview(host, name)
    assert f"{address}contact/" in (folder / "claims" / DRAFT / "index.html").read_text()
    pages = sorted(folder.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        text = page.read_text()
        assert '<meta name="robots" content="noindex">' in text, page
        assert PUBLISHED not in text, page
    assert not (folder / "sitemap.xml").exists()


def published(host: Host, name: str) -> Path:
    """Build what the host publishes."""
    if name in ("github", "s3"):
        host.workflow("site")
    elif name == "s3 at gitlab":
        host.job("site")
    elif name == "gitlab":
        host.job("pages")
    elif name == "netlify":
        return host.netlify("production")[0]
    elif name == "cloudflare":
        host.run(BUILD, CF_PAGES_BRANCH="main", CF_PAGES_URL=CLOUDFLARE)
        return host.folder / "site"
    else:
        text = (host.folder / "Containerfile").read_text()
        build = re.search(r"site-builder build --quiet --output (\S+)", text)
        assert build
        host.run(build[0].replace(build[1], str(host.folder / "public")))
    return host.folder / "public"


@pytest.mark.parametrize(
    ("host", "name"),
    [(name, name) for name in ("github", "gitlab", "netlify", "cloudflare", "nginx", "s3", "s3 at gitlab")],
    indirect=["host"],
)
def test_what_is_published_has_no_draft(host: Host, name: str) -> None:
    folder = published(host, name)
    assert f'<link rel="canonical" href="{PUBLISHED}">' in (folder / "index.html").read_text()
    assert "noindex" not in (folder / "index.html").read_text()
    assert not [path for path in folder.rglob("*") if DRAFT in path.name or STATEMENT in _text(path)]
    assert not (host.folder / "drafts").exists()


@pytest.mark.parametrize("host", ["cloudflare"], indirect=True)
@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ({"CF_PAGES_BRANCH": "master"}, "PRODUCTION_BRANCH"),
        ({"CF_PAGES_BRANCH": "main", "PRODUCTION_BRANCH": ""}, "PRODUCTION_BRANCH"),
        ({"PRODUCTION_BRANCH": "main"}, "CF_PAGES_BRANCH"),
    ],
)
def test_cloudflare_builds_nothing_while_nobody_says_which_branch_is_published(
    host: Host, given: dict[str, str], lacks: str
) -> None:
    assert f"`{BUILD}`" in (ROOT / "docs" / "deploying.md").read_text()
    variables = host.environment | {"CF_PAGES_URL": CLOUDFLARE} | given
    command = ["sh", "deploy/build.sh"]
    made = subprocess.run(command, cwd=host.folder, env=variables, capture_output=True, text=True)
    assert made.returncode != 0
    assert f"{lacks}: " in made.stderr
    assert not (host.folder / "site").exists()


@pytest.mark.parametrize("host", ["cloudflare"], indirect=True)
@pytest.mark.parametrize(
    "given",
    [
        {"PRODUCTION_BRANCH": "mian"},
        {"PRODUCTION_BRANCH": "main", "CF_PAGES_BRANCH": "release"},  # the dashboard publishes another branch now
        {"PRODUCTION_BRANCH": "Main", "DRAFTS": "Yes"},
    ],
)
def test_a_wrong_setting_at_cloudflare_publishes_no_draft(host: Host, given: dict[str, str]) -> None:
    host.run("sh deploy/build.sh", **{"CF_PAGES_BRANCH": "main", "CF_PAGES_URL": CLOUDFLARE} | given)
    folder = host.folder / "site"
    assert f'<link rel="canonical" href="{PUBLISHED}">' in (folder / "index.html").read_text()
    assert not (folder / "claims" / DRAFT).exists()


@pytest.mark.parametrize("host", ["cloudflare"], indirect=True)
def test_cloudflare_builds_nothing_if_drafts_are_asked_for_on_the_production_branch(host: Host) -> None:
    variables = {"CF_PAGES_BRANCH": "main", "CF_PAGES_URL": CLOUDFLARE, "DRAFTS": "yes"}
    made = subprocess.run(
        ["sh", "-c", BUILD], cwd=host.folder, env=host.environment | variables, capture_output=True, text=True
    )
    assert made.returncode == 1
    assert "set it for the environment Preview alone" in made.stderr
    assert not (host.folder / "site").exists()


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace") if path.is_file() else ""


@pytest.mark.parametrize("host", ["netlify"], indirect=True)
def test_netlify_gives_the_cache_of_a_published_build_to_the_next_one_alone(host: Host) -> None:
    cache, kept = Path(host.environment["HOME"], ".cache"), host.folder / ".netlify" / "cache"
    host.netlify("deploy-preview")
    assert not kept.exists(), "a preview leaves nothing"
    shutil.rmtree(cache)
    host.netlify("production")
    left = {path.relative_to(cache): path.read_bytes() for path in cache.rglob("*") if path.is_file()}
    assert left
    # The next run is on another machine, and says what it finds.
    for folder in (cache, host.folder / "public", host.folder / ".site-builder"):
        shutil.rmtree(folder, ignore_errors=True)
    settings = host.folder / "netlify.toml"
    settings.write_text(settings.read_text().replace("site-builder check --deploy", "find ~/.cache -type f"))
    log = host.netlify("production")[1]
    assert {Path(line).relative_to(cache) for line in log.splitlines() if line.startswith(str(cache))} == {*left}
    for name, data in left.items():
        if name.suffix == ".png":
            assert read(cache / name) == data, "the program reads no file that another user could have written"
