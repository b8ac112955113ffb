"""From ``init`` to the first push, as the manual and a new site's README have it, with a repository on this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml  # noqa: TID251 – a reader that is not ours

from site_builder.editor.begin import HOSTS, plan
from tests.projects import ROOT, newcomer

REMOTE = re.compile(r"git@\S+")
SETTINGS = {
    "init.defaultBranch": "master",  # as Debian's git has it
    "user.name": "Somebody",
    "user.email": "somebody@example.org",
}


def commands() -> list[str]:
    section = (ROOT / "docs" / "deploying.md").read_text().partition("## From init to the first push\n")[2]
    block = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert block
    return block[1].splitlines()


@pytest.fixture
def somebody(tmp_path: Path) -> dict[str, str]:
    command = tmp_path / "bin" / "site-builder"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m site_builder "$@"\n')
    command.chmod(0o755)
    settings = {"GIT_CONFIG_COUNT": str(len(SETTINGS))}
    for number, (name, value) in enumerate(SETTINGS.items()):
        settings |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return newcomer(tmp_path) | settings | {"PATH": f"{command.parent}:{os.environ['PATH']}"}


def run(script: str, folder: Path, environment: dict[str, str]) -> str:
    made = subprocess.run(["bash", "-ec", script], cwd=folder, env=environment, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    return made.stdout


@pytest.mark.parametrize("host", HOSTS)
def test_what_init_writes_arrives_on_the_branch_that_the_host_publishes(
    host: str, tmp_path: Path, somebody: dict[str, str]
) -> None:
    run("git init --quiet --bare --initial-branch main remote.git", tmp_path, somebody)
    script = REMOTE.sub(f"file://{tmp_path}/remote.git", "\n".join(commands()))
    assert "--host github" in script
    said = run(script.replace("--host github", f"--host {host}"), tmp_path, somebody)
    assert f"to set up {host} and push for the first time: site-builder explain deploying\n" in said
    run("git clone --quiet remote.git clone", tmp_path, somebody)
    pushed = set(run("git ls-files", tmp_path / "clone", somebody).splitlines())
    assert {*plan(tmp_path / "new", host).files, "schema/claims.schema.json"} <= pushed
    for workflow in (tmp_path / "clone" / ".github" / "workflows").glob("site.yml"):
        listens = yaml.load(workflow.read_text(), yaml.BaseLoader)["on"]["push"]["branches"]  # noqa: S506 – texts alone
        assert run("git branch --show-current", tmp_path / "clone", somebody).strip() in listens
    made = subprocess.run(["site-builder", "check", "--deploy"], cwd=tmp_path / "clone", env=somebody)
    assert made.returncode == 1, "nothing is published before it is filled in"


def test_the_readme_of_a_new_site_has_the_same_way(tmp_path: Path) -> None:
    readme = plan(tmp_path / "new").files["README.md"].decode()
    told = [line.strip() for line in readme.splitlines() if line.startswith("    git ")]
    way = [line for line in commands() if line.startswith("git ")]
    assert len(way) == 5
    assert [REMOTE.sub("", line) for line in told] == [REMOTE.sub("", line) for line in way]
