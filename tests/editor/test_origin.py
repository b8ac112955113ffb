from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

import site_builder
from hatch_build import LOCK
from site_builder import __version__
from site_builder.editor import origin as module
from site_builder.editor.origin import WHEEL, Origin, names_program, origin, versions
from tests.projects import ROOT

ROW = "site_builder/__init__.py,sha256=abc,20"
RECORD = f"{ROW}\nsite_builder-{__version__}.dist-info/INSTALLER,sha256=def,4\n"
IN_PROJECT = f"./{WHEEL}[images]"

Install = Callable[..., None]


def wheel(*rows: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(f"site_builder-{__version__}.dist-info/RECORD", "\n".join(rows))
    return data.getvalue()


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Lets the program run from an environment, with what its installer recorded."""
    packages = tmp_path / "site-packages"
    info = packages / f"site_builder-{__version__}.dist-info"
    info.mkdir(parents=True)
    (packages / "site_builder" / "editor").mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: site-builder\nVersion: {__version__}\n")
    (info / "RECORD").write_text(RECORD)
    find = metadata.distributions
    monkeypatch.setattr(metadata, "distributions", lambda name: find(name=name, path=[str(packages)]))
    monkeypatch.setattr(module, "__file__", str(packages / "site_builder" / "editor" / "origin.py"))

    def record(**direct: object) -> None:
        (info / "direct_url.json").write_text(json.dumps(direct))

    return record


def test_an_index_has_the_program_for_everybody(install: Install) -> None:
    assert origin() == Origin(f"site-builder[images]=={__version__}")
    assert (origin().files, origin().is_in_project) == ({}, False)


def test_a_wheel_that_is_still_there_is_taken_along(install: Install, tmp_path: Path) -> None:
    path = tmp_path / "my wheels" / Path(WHEEL).name
    path.parent.mkdir()
    path.write_bytes(wheel(ROW, f"site_builder-{__version__}.dist-info/RECORD,,"))
    install(url=path.as_uri(), archive_info={})
    assert origin() == Origin(IN_PROJECT, path.read_bytes())
    assert origin().files == {WHEEL: path.read_bytes()}


@pytest.mark.parametrize(
    "data",
    [wheel("site_builder/__init__.py,sha256=new,21"), wheel(), b"PK", b"", None],
    ids=["another build", "an empty one", "no archive", "nothing", "gone"],
)
def test_a_wheel_that_is_another_now_is_not(data: bytes | None, install: Install, tmp_path: Path) -> None:
    path = tmp_path / "site_builder.whl"
    if data is not None:
        path.write_bytes(data)
    install(url=path.as_uri(), archive_info={})
    assert origin() == Origin(IN_PROJECT)


def test_a_wheel_that_this_user_may_not_read_is_as_good_as_gone(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    install(url=(tmp_path / "site_builder.whl").as_uri(), archive_info={})
    monkeypatch.setattr(Path, "read_bytes", refused)
    assert origin() == Origin(IN_PROJECT)


@pytest.mark.parametrize(
    ("direct", "source"),
    [
        ({"url": "file:///nowhere/at/all", "dir_info": {}}, ""),
        (
            {"url": "https://forge.example/site-builder", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "git+https://forge.example/site-builder@abc",
        ),
        ({"url": "https://forge.example/a.whl", "archive_info": {}}, "https://forge.example/a.whl"),
    ],
)
def test_of_anything_else_a_wheel_can_be_made(direct: dict[str, object], source: str, install: Install) -> None:
    install(**direct)
    assert origin() == Origin(IN_PROJECT, source=source)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"url": 5, "vcs_info": {}}'])
def test_a_damaged_record_says_nothing(text: str, install: Install, tmp_path: Path) -> None:
    install()
    next(tmp_path.glob("site-packages/*/direct_url.json")).write_text(text)
    assert origin() == Origin(IN_PROJECT)


def test_a_folder_that_is_there_is_what_the_wheel_is_made_from(install: Install, tmp_path: Path) -> None:
    install(url=tmp_path.as_uri(), dir_info={"editable": False})
    assert origin() == Origin(IN_PROJECT, source=str(tmp_path))


def test_files_in_a_checkout_are_of_that_checkout_whatever_else_is_installed(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(url="https://forge.example/a.whl", archive_info={})
    monkeypatch.setattr(module, "__file__", str(Path(site_builder.__file__).parent / "editor" / "origin.py"))
    assert origin() == Origin(IN_PROJECT, source=str(ROOT))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("site-builder[images]==0.1.0", True),
        ("Site_Builder", True),
        (IN_PROJECT, True),
        ("git+https://forge.example/site-builder.git@abc", True),
        ("site-builder @ https://forge.example/a.whl", True),
        ("# site-builder", False),
        ("site-builder-themes==2", False),
        ("my-site-builder", False),
        ("requests", False),
        ("", False),
    ],
)
def test_a_line_that_installs_the_program_is_known(line: str, names: bool) -> None:
    assert names_program(line) == names


def test_an_installed_program_has_its_lock_beside_the_starter(install: Install, tmp_path: Path) -> None:
    lock = tmp_path / "site-packages" / LOCK["requirements/site.txt"]
    lock.parent.mkdir(parents=True)
    lock.write_text("a==1 \\\n    --hash=sha256:00\nb==2 ; sys_platform == 'win32' \\\n    --hash=sha256:00\n")
    assert versions() == ("a==1", "b==2 ; sys_platform == 'win32'")


def package(folder: Path, text: str) -> None:
    """A wheel of the program's name and version, with one module."""
    info = f"site_builder-{__version__}.dist-info"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / Path(WHEEL).name, "w") as archive:
        archive.writestr("site_builder.py", text)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: site-builder\nVersion: {__version__}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")


def test_pip_takes_the_wheel_in_the_project_whatever_an_index_has(tmp_path: Path) -> None:
    """With ``--find-links wheels`` and the name alone, pip 23.2 took the stranger's."""
    package(tmp_path / "wheels", "ours")
    package(tmp_path / "index" / "site-builder", "a stranger's")
    (tmp_path / "index" / "site-builder" / "index.html").write_text(f'<a href="{Path(WHEEL).name}">it</a>')
    (tmp_path / "requirements.txt").write_text(IN_PROJECT)
    pip = [sys.executable, "-m", "pip", "--isolated", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    index = ["--no-compile", "--target", "installed", "--index-url", (tmp_path / "index").as_uri()]
    subprocess.run([*pip, *index, "-r", "requirements.txt"], cwd=tmp_path, check=True)
    assert (tmp_path / "installed" / "site_builder.py").read_text() == "ours"
