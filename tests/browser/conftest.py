"""A real browser over the shipped site, served at a domain's root and under a sub-path."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from site_builder.build import Options, build
from site_builder.load.files import read_project
from site_builder.output.publish import publish
from site_builder.preview.server import PreviewServer
from tests.browser.tools import BROWSER_ADVICE
from tests.browser.tools import browser as find_browser

ROOT = Path(__file__).resolve().parents[2]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=60_000)  # the machine may be busy


@pytest.fixture(scope="session")
def files() -> dict[str, bytes]:
    result = build(read_project(ROOT), options=Options(exports=True, images=True))
    assert result.files is not None, result.report
    return dict(result.files)


@contextmanager
def served(files: dict[str, bytes]) -> Iterator[str]:
    server = PreviewServer(files, "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def served_to(page: Page, files: dict[str, bytes]) -> Iterator[str]:
    """Serve ``files`` until ``page`` has left them: no request of its own may meet a server that has ended."""
    with served(files) as url:
        try:
            yield url
        finally:
            page.goto("about:blank")


@pytest.fixture(scope="session")
def at_root(files: dict[str, bytes]) -> Iterator[str]:
    with served(files) as url:
        yield url


@pytest.fixture(scope="session")
def under_a_path(files: dict[str, bytes]) -> Iterator[str]:
    with served({f"some/path/{name}": data for name, data in files.items()}) as url:
        yield f"{url}some/path/"


@pytest.fixture(scope="session")
def on_disk(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("disk")
    publish(files, folder / "public", folder / "project")
    return (folder / "public").as_uri() + "/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    assert path is not None, f"no browser found: {BROWSER_ADVICE}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """What pages share: making one takes as long as loading ten pages, and the site keeps nothing in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of its own; a script error, a refused resource or a request to another host fails the test."""
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: problems.append(request.url) if not _own(request.url) else None)
    yield page
    page.close()
    assert problems == []


def _own(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:"))
