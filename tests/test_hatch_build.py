"""What is in the packages, and that those of a release name the addresses of its repository, and others none."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from packaging.metadata import Metadata

import hatch_build
from site_builder import __version__
from tests.projects import ROOT

ADDRESS = "https://github.com/example/site-builder"


def packages(source: Path, folder: Path, address: str = "") -> dict[str, bytes]:
    """The wheel and the source archive that ``source`` gives, by name."""
    environment = {key: value for key, value in os.environ.items() if key != hatch_build.VARIABLE}
    named = {hatch_build.VARIABLE: address} if address else {}
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=source, env=environment | named, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def in_wheel(folder: Path) -> Metadata:
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return Metadata.from_email(archive.read(f"site_builder-{__version__}.dist-info/METADATA"))


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("named")
    packages(ROOT, folder, ADDRESS)
    return folder


def unpacked(folder: Path, into: Path) -> Path:
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(into, filter="data")
    return into / f"site_builder-{__version__}"


def test_wheel_and_archive_name_the_same_addresses(named: Path, tmp_path: Path) -> None:
    tag = f"v{__version__}"
    urls = {
        "Homepage": ADDRESS,
        "Documentation": f"{ADDRESS}/tree/{tag}/docs",
        "Source": ADDRESS,
        "Issues": f"{ADDRESS}/issues",
        "Changelog": f"{ADDRESS}/blob/{tag}/CHANGELOG.md",
    }
    wheel = in_wheel(named)
    assert wheel.project_urls == urls
    source = unpacked(named, tmp_path)
    assert Metadata.from_email((source / "PKG-INFO").read_bytes()).project_urls == urls
    assert (wheel.author, wheel.license_expression) == ("The site-builder authors", "Apache-2.0")
    assert wheel.license_files == ["LICENSE", "NOTICE"]


def known(*places: str) -> dict[str, bytes]:
    """The files of the repository at ``places``, by path: a file that git does not have is in no package."""
    command = ["git", "ls-files", "-z", "--", *places]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {name: (ROOT / name).read_bytes() for name in listed.split("\0") if name}


MANUAL = (":(glob)*.md", ":(glob)docs/*.md", ":(glob)docs/*.png")


def test_the_archive_has_what_the_wheel_is_made_of_and_nothing_else(named: Path, tmp_path: Path) -> None:
    source = unpacked(named, tmp_path)
    found = {path.relative_to(source).as_posix(): path.read_bytes() for path in source.rglob("*") if path.is_file()}
    assert found.pop("PKG-INFO")
    wanted = known(
        "site_builder", "templates", *MANUAL, "LICENSE", "NOTICE", "hatch_build.py", "pyproject.toml", *hatch_build.LOCK
    )
    assert found.keys() == wanted.keys()
    assert found == wanted


def test_the_wheel_has_the_program_its_theme_and_its_manual_and_nothing_else(named: Path) -> None:
    with zipfile.ZipFile(next(named.glob("*.whl"))) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    info = f"site_builder-{__version__}.dist-info"
    for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt"):
        assert found.pop(f"{info}/{name}"), name
    wanted = known("site_builder")
    wanted |= {f"site_builder/theme/{name.partition('/')[2]}": data for name, data in known("templates").items()}
    wanted |= {f"site_builder/manual/{name}": data for name, data in known(*MANUAL).items()}
    wanted |= {f"{info}/licenses/{name}": data for name, data in known("LICENSE", "NOTICE").items()}
    wanted |= {name: data for source, name in hatch_build.LOCK.items() for data in known(source).values()}
    assert {"site_builder/manual/docs/deploying.md", "site_builder/editor/starter/locked.txt"} <= wanted.keys()
    assert found.keys() == wanted.keys()
    assert found == wanted


LINK = re.compile(r"(!?)\[[^\[\]]*\]\(([^()]+)\)")


def test_the_links_of_the_description_lead_to_the_files_of_the_release(named: Path) -> None:
    text = in_wheel(named).description or ""
    pages, pictures = f"{ADDRESS}/blob/v{__version__}/", f"{ADDRESS}/raw/v{__version__}/"
    links = LINK.findall(text)
    assert {mark for mark, _ in links} == {"", "!"}
    for mark, link in links:
        start = pictures if mark else pages
        assert link.startswith(start)
        assert (ROOT / link.removeprefix(start)).is_file(), link
    readme = (ROOT / "README.md").read_text()
    assert LINK.sub("", text).strip() == LINK.sub("", readme).strip()


@pytest.mark.parametrize(
    ("written", "led"),
    [
        ("[a](docs/a.md#b)", "[a]({address}/-/blob/v1.0/docs/a.md#b)"),
        ("![a\nb](a.png)", "![a\nb]({address}/-/raw/v1.0/a.png)"),
        ("[a](https://example.org/b) [c](#d)", "[a](https://example.org/b) [c](#d)"),
        ("[a](mailto:b@example.org) [PROJECT] (c)", "[a](mailto:b@example.org) [PROJECT] (c)"),
    ],
)
def test_a_link_with_an_address_of_its_own_stays(written: str, led: str) -> None:
    address = "https://gitlab.com/desk/tools/site-builder"
    assert hatch_build.described(written, address, "1.0") == led.format(address=address)


def test_the_same_bytes_every_time_and_from_the_archive(named: Path, tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in named.iterdir()}
    assert packages(ROOT, tmp_path / "again", ADDRESS) == first
    assert packages(unpacked(named, tmp_path), tmp_path / "from") == first


def test_a_package_without_an_address_names_none(tmp_path: Path) -> None:
    packages(ROOT, tmp_path)
    made = in_wheel(tmp_path)
    assert not made.project_urls
    assert not made.dynamic
    assert (made.description or "").strip() == (ROOT / "README.md").read_text().strip()
    assert made.description_content_type == "text/markdown"


@pytest.mark.parametrize(
    "address",
    [
        *("http://github.com/example/site-builder", "https://github.com/example", "https://example.org/a/b"),
        *("github.com/example/site-builder", f"{ADDRESS}/", f"{ADDRESS}?x=1", "https://github.com.example.org/a/b"),
    ],
)
def test_what_is_no_repository_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"{address} is not a repository's address")):
        hatch_build.urls(address, "1.0")


def test_a_release_asks_for_the_address() -> None:
    environment = {key: value for key, value in os.environ.items() if key != "URL"}
    done = subprocess.run(["make", "release"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode != 0
    assert "make release URL=https://" in done.stderr
