"""The wheel in an environment of its own, as somebody has it who never saw this repository."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from site_builder import __version__
from tests.deploy.tools import program
from tests.projects import ROOT, newcomer


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_its_name_and_what_it_holds(wheel: Path) -> None:
    assert wheel.name == f"site_builder-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        entry = archive.read(f"site_builder-{__version__}.dist-info/entry_points.txt").decode()
    assert "site-builder = site_builder.__main__:process" in entry
    info = f"site_builder-{__version__}.dist-info/licenses"
    assert {f"{info}/LICENSE", f"{info}/NOTICE", "site_builder/py.typed"} <= {*names}
    assert {name.split("/")[0] for name in names} == {"site_builder", info.split("/")[0]}
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / "site_builder" / "editor" / "starter").rglob("*.*")}
    assert {name for name in wanted if (ROOT / name).is_file()} <= {*names}


def elsewhere(project: Path, environment: dict[str, str]) -> None:
    """Another machine, which has what git has of the project, installs its program as README says, and builds."""
    way = "python3 -m venv .venv && .venv/bin/pip install --quiet -r requirements.txt"
    assert way.replace(" --quiet", "") in (project / "README.md").read_text()
    clone = project.parent / "clone"
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (
        ["git", "init", "--quiet"],
        ["git", "add", "--all"],
        ["git", *own, "commit", "--quiet", "--message", "first"],
        ["git", "clone", "--quiet", ".", str(clone)],
    ):
        subprocess.run(command, cwd=project, env=environment, check=True)
    subprocess.run(["sh", "-c", way.replace("python3", sys.executable)], cwd=clone, env=environment, check=True)
    pip = [str(clone / ".venv" / "bin" / "pip"), "freeze", "--exclude", "site-builder"]
    frozen = subprocess.run(pip, env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert len(frozen) >= 17
    constraints = {line.partition(" ")[0] for line in (clone / "constraints.txt").read_text().splitlines()}
    assert {line.lower().replace("_", "-") for line in frozen} <= constraints
    task = json.loads((clone / ".vscode" / "tasks.json").read_text())["tasks"][0]
    check = [task["command"].replace("${workspaceFolder}", str(clone)), *task["args"]]
    for command in (check, [check[0], "build", "--quiet"]):
        assert subprocess.run(command, cwd=clone, env=environment).returncode == 0
    assert list((clone / "public" / "assets" / "share").glob("*.png"))


def begun(command: list[str], home: Path, environment: dict[str, str]) -> None:
    """From nothing to a site, with ``command`` for ``site-builder``."""

    def run(*arguments: str) -> str:
        made = subprocess.run([*command, *arguments], cwd=home, env=environment, capture_output=True, text=True)
        assert made.returncode == 0, made.stderr
        return made.stdout

    assert run("explain", "deploying") == (ROOT / "docs" / "deploying.md").read_text()
    assert run("explain", "readme") == (ROOT / "README.md").read_text()
    assert "requirements.txt installs wheels/" in run("init", "mysite", "--host", "github")
    assert "pages can be built" in run("check", "mysite")
    run("build", "mysite")
    assert (home / "mysite" / "public" / "index.html").exists()
    assert list((home / "mysite" / "public" / "assets" / "share").glob("*.png")), "the extra images draws pictures"


def test_pip(wheel: Path, tmp_path: Path) -> None:
    environment = newcomer(tmp_path)
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], env=environment, check=True)
    pip = [str(tmp_path / "venv" / "bin" / "python"), "-m", "pip"]
    subprocess.run([*pip, "install", "--quiet", f"{wheel}[images]"], env=environment, check=True)
    assert subprocess.run([*pip, "check"], env=environment).returncode == 0
    begun([str(tmp_path / "venv" / "bin" / "site-builder")], tmp_path, environment)
    elsewhere(tmp_path / "mysite", environment)


def test_pipx(wheel: Path, tmp_path: Path) -> None:
    environment = newcomer(tmp_path)
    subprocess.run([program("pipx"), "install", "--quiet", f"{wheel}[images]"], env=environment, check=True)
    begun([str(tmp_path / "home" / ".local" / "bin" / "site-builder")], tmp_path, environment)


def test_uvx(wheel: Path, tmp_path: Path) -> None:
    begun([program("uvx"), "--from", f"{wheel}[images]", "site-builder"], tmp_path, newcomer(tmp_path))
