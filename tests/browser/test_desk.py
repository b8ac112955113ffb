"""An editor's day: a new article, a claim with a mistake, the mistake put right, the claim found by search."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.projects import MINIMAL, ROOT

PAGE = """<!doctype html><html lang="en"><head><title>Bridges</title>
<meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2020-05-05"></head>
<body><article><h1>Bridges</h1>
<p>Bob Baker said that “no bridge of the county will ever be closed” again.</p></article></body></html>"""


def run(project: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "site_builder", *arguments]
    done = subprocess.run(
        command, cwd=project, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def previewed(project: Path) -> Iterator[str]:
    command = [sys.executable, "-u", "-m", "site_builder", "serve", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # A job in the background of a script is started deaf to Ctrl-C, and would pass that on.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found
    try:
        yield found.group()
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        process.stdout.close()


def until(condition: Callable[[], bool]) -> None:
    """Wait, without asking the page to evaluate text: its policy forbids that."""
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def test_an_editors_day(browser: Browser, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(MINIMAL, project)
    (tmp_path / "saved.html").write_text(PAGE)
    claims = project / "claims.yaml"
    with previewed(project) as url:
        page = browser.new_page(viewport={"width": 1000, "height": 500})
        page.goto(url)
        expect(page.get_by_role("heading", level=1)).to_have_text("Minimal")

        # A new article, and where its words are.
        run(project, "new", "article", "--from", str(tmp_path / "saved.html"), "--source", "independent")
        pasted = run(project, "quote", "no bridge of the county will ever be closed")
        assert "speech: direct" in pasted
        passage = "".join(f"      {line}\n" for line in pasted.splitlines() if not line.startswith("#"))

        # A claim with a slip of the pen: the last good page stays, the problem lies over it.
        record = (
            "  - id: bridges-stay-open\n    actor: bob\n    statement: Bridges stay open.\n    date: 2020-05-04\n"
            "    verdict: disputed\n    summary: Nobody else says so.\n    published: 2020-06-02\n    passages:\n"
        )
        claims.write_text(claims.read_text() + record + passage.replace("no bridge", "No  Bridge"))
        overlay = page.locator("#preview-problems")
        expect(overlay).to_contain_text("error[quote-not-found]")
        expect(page.get_by_role("heading", level=1)).to_have_text("Minimal")

        # Put right by a command: the page reloads and has the claim.
        run(project, "check", "--fix")
        expect(overlay).to_have_count(0)
        expect(page.get_by_role("link", name="Bridges stay open.").first).to_be_visible()

        # A change further down is seen without losing the place; a change of style without a reload.
        page.goto(f"{url}claims/bridges-stay-open/")
        page.evaluate("scrollTo(0, 200)")
        before = page.evaluate("scrollY")
        assert before > 0
        claims.write_text(claims.read_text().replace("Nobody else says so.", "Nobody else in the article says so."))
        expect(page.get_by_text("Nobody else in the article says so.")).to_have_count(1)
        until(lambda: abs(page.evaluate("scrollY") - before) < 2)
        page.evaluate("window.notReloaded = true")
        (project / "templates" / "assets").mkdir(parents=True)
        (project / "templates" / "assets" / "own.css").write_text("h1 { color: rgb(1, 2, 3) }")
        until(lambda: page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)")
        assert page.evaluate("window.notReloaded") is True

        # What the overlay shows is text.
        claims.write_text(
            claims.read_text().replace(
                "verdict: disputed\n    summary: Nobody", "verdict: <img src=x>\n    summary: Nobody"
            )
        )
        expect(overlay).to_contain_text('"<img src=x>" is not a valid id')
        assert page.locator("#preview-problems img").count() == 0
        claims.write_text(claims.read_text().replace("<img src=x>", "disputed"))
        expect(overlay).to_have_count(0)

        # And it is found.
        page.goto(f"{url}search/?q=bridges")
        expect(page.get_by_role("link", name="Bridges stay open.")).to_be_visible()
        page.close()
