"""``deploy/s3.sh`` fills a bucket of moto, an S3 server in memory."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.deploy.sites import SECURITY, published
from tests.deploy.test_nginx import free_port
from tests.deploy.tools import VENV, program, wait_for
from tests.projects import ROOT

SCRIPT = ROOT / "site_builder" / "editor" / "starter" / "hosts" / "s3" / "deploy" / "s3.sh"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    port = free_port()
    command = [program("moto_server"), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield port
        finally:
            process.terminate()


def test_a_bucket_holds_the_site_with_its_types(port: int, tmp_path: Path) -> None:
    files = published(tmp_path / "public", search=True)
    environment = {
        **os.environ,
        "PATH": f"{VENV / 'bin'}:{os.environ['PATH']}",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",  # moto takes anybody
        "AWS_DEFAULT_REGION": "us-east-1",
        "NO_PROXY": "127.0.0.1",
    }

    def run(*command: str) -> None:
        made = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert made.returncode == 0, made.stderr

    def get(name: str) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", f"/facts/site/{name}")
        answer = connection.getresponse()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()

    run("aws", "s3", "mb", "s3://facts")
    run("aws", "s3api", "put-bucket-acl", "--bucket", "facts", "--acl", "public-read")
    (tmp_path / "old.html").write_text("old")
    run("aws", "s3", "cp", "old.html", "s3://facts/site/old.html")
    run("sh", str(SCRIPT), "facts/site")
    kinds = {
        "html": "text/html; charset=utf-8",
        "json": "application/json",
        "jsonld": "application/ld+json",
        "csv": "text/csv; charset=utf-8",
        "xml": "application/xml; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "css": "text/css",
        "svg": "image/svg+xml",
        "png": "image/png",
        "wasm": "application/wasm",
        "pf_meta": "application/octet-stream",
    }
    seen = set()
    for name, data in files.items():
        if name in ("_headers", "_redirects"):
            continue
        status, headers, body = get(name)
        assert (status, body) == (200, data), name
        kind = name.rpartition(".")[2]
        if kind in kinds:
            assert headers["content-type"] == kinds[kind], name
            seen.add(kind)
        kept = name.startswith("assets/")
        assert headers["cache-control"] == ("public, max-age=31536000, immutable" if kept else "no-cache"), name
    assert seen >= kinds.keys() - {"wasm"}
    assert get(".well-known/security.txt")[2] == SECURITY
    for gone in ("old.html", "_headers", ".site-builder.json"):
        assert get(gone)[0] == 404, gone
