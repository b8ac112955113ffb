"""The documentation as a site: every page is in it, and every link leads somewhere."""

from __future__ import annotations

import re
import subprocess

from tests.projects import ROOT


def test_the_documentation_is_a_site() -> None:
    subprocess.run(["make", "--no-print-directory", "docs-site"], cwd=ROOT, check=True)  # strict about links
    site = ROOT / ".cache" / "docs-site"
    menu = set(re.findall(r'href="([\w.-]+\.html)"', (site / "index.html").read_text()))
    pages = {f"{path.stem}.html" for path in (ROOT / "docs").glob("*.md")}
    assert pages | {"trust.html", "ARCHITECTURE.html", "CONTRIBUTING.html", "CHANGELOG.html"} <= menu
    assert all((site / name).is_file() for name in menu)
