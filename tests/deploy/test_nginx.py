"""Debian's nginx with the configuration that ``init --host nginx`` writes, over a build of this repository's site."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from site_builder.policy import CARD_HEADER, PAGE_HEADER
from tests.browser.conftest import browser as browser  # a fixture
from tests.deploy.sites import PICTURE, SECURITY, STATIC, former
from tests.deploy.tools import nginx, wait_for
from tests.projects import ROOT, written

MARKER = ".site-builder.json"
DEPLOY = ROOT / "site_builder" / "editor" / "starter" / "hosts" / "nginx" / "deploy"
MAIN = """\
daemon off;
{user}
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Served:
    port: int
    base: str
    files: Mapping[str, bytes]

    def get(self, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        """Ask for ``path``, below the site's own."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", f"{self.base}/{path}", headers=named)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer, data


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@paper.example"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def cloned(folder: Path, address: str) -> Path:
    """A clone of ``folder``/origin, this repository's site for ``address``, with a program of its own."""
    origin, checkout = folder / "origin", folder / "checkout"
    origin.mkdir()
    for name in ("claims.yaml", "content"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile)(ROOT / name, origin / name)
    site = origin / "content" / "site.yaml"
    site.write_text(site.read_text().replace("https://example.org/", address))
    written(STATIC, origin)
    (origin / "deploy").mkdir()
    shutil.copyfile(DEPLOY / "publish.sh", origin / "deploy" / "publish.sh")
    git(origin, "init", "--quiet")
    git(origin, "add", ".")
    git(origin, "commit", "--quiet", "-m", "first")
    git(folder, "clone", "--quiet", str(origin), str(checkout))
    command = checkout / ".venv" / "bin" / "site-builder"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nPYTHONPATH={ROOT} exec {sys.executable} -m site_builder "$@"\n')
    command.chmod(0o755)
    return checkout


@pytest.fixture(scope="module", params=["", "/some/path"], ids=["root", "path"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    program = nginx()
    assert program, "run python -m tests.deploy.tools"
    folder, base, port = tmp_path_factory.mktemp("nginx"), request.param, free_port()
    checkout = cloned(folder, f"https://facts.paper.news{base}/")
    root = folder / "www" / "site"
    root.parent.mkdir()
    script = ["sh", str(checkout / "deploy" / "publish.sh"), str(root), *([base] if base else [])]
    subprocess.run(script, env={**os.environ, "RELOAD": "true"}, check=True)
    output = Path(f"{root}{base}")
    files = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}
    del files[MARKER]
    text = (DEPLOY / "nginx.conf").read_text()
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("/srv/www/", f"{folder}/www/"),
        ('set $base "";', f'set $base "{base}";'),
    ):
        assert old in text
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text)
    # Workers of a master that is root would be somebody who may not read the tests' folder.
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user="user root;" if os.geteuid() == 0 else ""))
    command = [program, "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf"), "-p", str(folder)]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr
    with subprocess.Popen(command) as process:
        try:
            wait_for(port)
            yield Served(port, base, files)
        finally:
            process.terminate()


def first(served: Served, start: str, end: str) -> str:
    return next(name for name in served.files if name.startswith(start) and name.endswith(end))


def test_every_file_is_served_as_it_is(served: Served) -> None:
    for name, data in served.files.items():
        answer, body = served.get(name)
        assert (answer.status, body) == (200, data), name
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert served.get(".well-known/security.txt")[1] == SECURITY
    assert served.get("files/picture.png")[1] == PICTURE


def test_types(served: Served) -> None:
    for name, kind in {
        "": "text/html; charset=utf-8",
        "data/claims.json": "application/json; charset=utf-8",
        "data/claims.csv": "text/csv; charset=utf-8",
        "data/annotations.jsonld": "application/ld+json; charset=utf-8",
        "feed.xml": "text/xml; charset=utf-8",
        "robots.txt": "text/plain; charset=utf-8",
        first(served, "assets/style-", ".css"): "text/css; charset=utf-8",
        first(served, "pagefind/", ".js"): "application/javascript; charset=utf-8",
        first(served, "pagefind/", ".pagefind"): "application/octet-stream",
    }.items():
        assert served.get(name)[0].headers["Content-Type"] == kind, name


def test_policies(served: Served) -> None:
    card = first(served, "claims/", "/card/index.html")
    for name, policy in {
        "": PAGE_HEADER,
        "claims/": PAGE_HEADER,
        card: CARD_HEADER,
        card.removesuffix("index.html"): CARD_HEADER,
    }.items():
        assert served.get(name)[0].headers["Content-Security-Policy"] == policy, name
    for name, shared in {
        "": None,
        "data/claims.json": "*",
        "feed.json": "*",
        first(served, "claims/", "index.json"): "*",
    }.items():
        assert served.get(name)[0].headers["Access-Control-Allow-Origin"] == shared, name


def test_what_has_not_changed_is_not_sent_again(served: Served) -> None:
    answer, _ = served.get("claims/")
    assert answer.headers["Cache-Control"] == "no-cache"
    again, body = served.get("claims/", If_None_Match=answer.headers["ETag"])
    assert (again.status, body) == (304, b"")
    for name in (first(served, "assets/style-", ".css"), first(served, "assets/share/", ".png")):
        assert served.get(name)[0].headers["Cache-Control"] == "public, max-age=31536000, immutable"
    packed, body = served.get("data/claims.json", Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == served.files["data/claims.json"]


def test_addresses(served: Served) -> None:
    answer, body = served.get("no/such/page")
    assert (answer.status, body) == (404, served.files["404.html"])
    assert answer.headers["Content-Security-Policy"] == PAGE_HEADER
    assert served.get(MARKER)[0].status == 404
    answer, _ = served.get("claims")
    assert (answer.status, answer.headers["Location"]) == (301, f"{served.base}/claims/")
    for old, new in former(dict(served.files)).items():
        answer, _ = served.get(old.removeprefix(f"{served.base}/"))
        assert (answer.status, answer.headers["Location"]) == (301, new)
        assert served.get(new.removeprefix(f"{served.base}/"))[0].status == 200


def test_what_the_script_keeps_for_itself_is_served_nowhere(served: Served) -> None:
    for name in ("redirects.map", "redirects.map.new", "revision"):
        for path in (f"{served.base}-{name}", f"/site-{name}", f"{served.base}/{name}", f"{served.base}/-{name}"):
            assert Served(served.port, "", {}).get(path.removeprefix("/"))[0].status == 404, path


def test_search_works_in_a_browser(served: Served, browser: Browser) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.goto(f"http://127.0.0.1:{served.port}{served.base}/search/#q=mercenaries")
    expect(page.locator("main a[href*='claims/']").first).to_be_visible(timeout=20_000)
    page.goto(f"http://127.0.0.1:{served.port}{served.base}/no/such/page")
    expect(page.locator("h1")).to_be_visible()
    page.close()
    assert [problem for problem in problems if "404" not in problem] == []
    assert json.loads(served.get("feed.json")[1])["version"]


def test_the_script_publishes_what_is_new(tmp_path: Path) -> None:
    """``deploy/publish.sh``: the site, the list of former addresses, and a word to nginx when that changed."""
    origin, output = tmp_path / "origin", tmp_path / "www" / "site"
    checkout = cloned(tmp_path, "https://facts.paper.news/")
    command = checkout / ".venv" / "bin" / "site-builder"
    output.parent.mkdir()
    told = tmp_path / "told"
    environment = {**os.environ, "RELOAD": f"touch {told}"}

    def publish() -> int:
        return subprocess.run(["sh", str(checkout / "deploy" / "publish.sh"), str(output)], env=environment).returncode

    environment["RELOAD"] = "false"
    assert publish() == 1
    environment["RELOAD"] = f"touch {told}"
    assert publish() == 0, "nginx is told of the list again where that failed"
    assert (output / "index.html").exists()
    assert (tmp_path / "www" / "site-redirects.map").read_text().splitlines()[0].endswith(";")
    assert told.exists()
    told.unlink()
    assert publish() == 0
    assert not told.exists()
    installed = tmp_path / "installed"
    (command.parent / "python").write_text(f'#!/bin/sh\necho "$@" >> {installed}\n')
    (command.parent / "python").chmod(0o755)
    (origin / "wheels").mkdir()
    for changed in ("requirements.txt", "constraints.txt", "wheels/site_builder-0-py3-none-any.whl"):
        (origin / changed).write_text("another version\n")
        git(origin, "add", ".")
        git(origin, "commit", "--quiet", "-m", "another version")
        assert [publish(), publish()] == [0, 0]
        assert installed.read_text() == "-m pip install --quiet --force-reinstall --requirement requirements.txt\n", (
            changed
        )
        installed.unlink()
    claims = origin / "claims.yaml"
    claims.write_text(claims.read_text().replace("verdict: unsupported", "verdict: disputed", 1))
    git(origin, "commit", "--quiet", "-a", "-m", "a verdict, without a correction")
    before = (output / "index.html").stat().st_mtime_ns
    for _ in range(2):  # the second run fetches nothing new, and must not take the change for published
        assert publish() == 1
        assert (output / "index.html").stat().st_mtime_ns == before
