"""The Containerfile that ``init --host nginx`` writes, built by buildah and served by the nginx of its image.

The images that it names are downloaded from a registry of images; Debian's Python and nginx take their places here.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from site_builder.editor.begin import begin, plan
from site_builder.policy import PAGE_HEADER
from tests.deploy.test_nginx import free_port
from tests.deploy.tools import BASE, as_root, buildah, wait_for
from tests.projects import ROOT

IMAGE = re.compile(r"^FROM (python|nginx):[\w.-]+@sha256:[0-9a-f]{64}", re.MULTILINE)
SEEN = "find /var/cache/build -maxdepth 2 -name site-builder -o -maxdepth 2 -name pip"


def run(*command: str, **variables: str) -> str:
    made = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout[-3000:] + made.stderr[-3000:]
    return made.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's site with its recipe, and with the program's wheels beside it: nothing comes from an index."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("claims.yaml", "content"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile)(ROOT / name, folder / name)
    site = folder / "content" / "site.yaml"
    site.write_text(site.read_text().replace("base_url: https://example.org/", "base_url: https://facts.paper.news/"))
    begin(folder, plan(folder, "nginx"))
    wheels = folder / "wheels"
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)], cwd=ROOT, check=True)
    wheel = next(wheels.glob("site_builder-*.whl"))
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--dest", str(wheels), "--only-binary", ":all:"]
    run(*pip, "--python-version", "3.11", "--constraint", str(folder / "constraints.txt"), f"{wheel}[images]")
    installed = folder / "requirements.txt"
    installed.write_text(f"--no-index\n--find-links wheels\n{installed.read_text()}")
    return folder


@pytest.fixture(scope="module")
def image(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The files of the finished image."""
    text, count = IMAGE.subn(f"FROM {BASE}", (project / "Containerfile").read_text())
    assert count == 2
    recipe, log = project / "Containerfile", []
    recipe.write_text(text.replace("site-builder check", f"echo seen $({SEEN}); site-builder check"))
    # The cache is kept where temporary files are.
    caches = str(tmp_path_factory.mktemp("caches"))
    for _ in range(2):
        build = buildah("bud", "--isolation", "chroot", "--pull-never", "--tag", "localhost/site", str(project))
        log.append(run(*as_root("env", f"TMPDIR={caches}"), *build))
    seen = [re.findall(r"^seen(.*)$", said, re.MULTILINE) for said in log]
    assert ["site-builder" in one for (one,) in seen] == [False, True], "the second build has the first one's cache"
    container = run(*buildah("from", "--pull-never", "localhost/site")).strip()
    try:
        yield Path(run(*buildah("mount", container)).strip())
    finally:
        run(*buildah("rm", container))
        run(*buildah("rmi", "--force", "localhost/site"))
        run(*buildah("rmi", "--prune"))


def test_it_holds_the_site_and_nothing_of_the_program(image: Path) -> None:
    assert (image / "srv/www/site/index.html").exists()
    assert list((image / "srv/www/site/assets/share").glob("*.png"))
    assert (image / "srv/www/site-redirects.map").read_text().splitlines()[0].endswith(";")
    assert not (image / "site").exists()
    assert not [path for path in (image / "usr").rglob("*") if path.name.startswith(("site_builder", "site-builder"))]
    assert not (image / "var/cache/build").exists()


def test_its_nginx_serves_the_site(image: Path) -> None:
    port = free_port()
    settings = image / "etc/nginx/conf.d/site.conf"
    run(*as_root("sed", "-i", f"s/listen 80;/listen 127.0.0.1:{port};/", str(settings)))
    run(*as_root("chroot", str(image), "nginx", "-t"))

    def get(path: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    with subprocess.Popen(as_root("chroot", str(image), "nginx", "-g", "daemon off;")) as process:
        try:
            wait_for(port)
            answer, body = get("/")
            assert (answer.status, body) == (200, (image / "srv/www/site/index.html").read_bytes())
            assert answer.headers["Content-Security-Policy"] == PAGE_HEADER
            answer, body = get("/no/such/page")
            assert (answer.status, body) == (404, (image / "srv/www/site/404.html").read_bytes())
            old, new, _ = (image / "srv/www/site/_redirects").read_text().splitlines()[0].split()
            answer, _ = get(old)
            assert (answer.status, answer.headers["Location"]) == (301, new)
        finally:
            process.terminate()
