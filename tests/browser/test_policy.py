"""Pages keep their own policy: on a host that sends no headers, and from the disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS

WATCH = "addEventListener('securitypolicyviolation', event => (window.refused ??= []).push(event.violatedDirective))"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def without_headers(on_disk: str) -> Iterator[str]:
    handler = partial(_Quiet, directory=on_disk.removeprefix("file://"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def test_no_page_breaks_its_policy(page: Page, without_headers: str, on_disk: str) -> None:
    """The fixture fails for what the browser refuses; and the styles must have come."""
    page.add_init_script(WATCH)
    sheets = "[...document.styleSheets].filter(sheet => sheet.ownerNode.sheet).length"
    for kind in KINDS:
        from_disk = on_disk + kind + ("" if kind.endswith(".html") else "index.html")
        for address in (without_headers + kind, *([] if kind in ("search/", "404.html") else [from_disk])):
            page.goto(address)
            assert page.evaluate("window.refused ?? []") == [], address
            assert page.evaluate(sheets) > 0 or kind == "404.html", address


def test_search_works_under_it(page: Page, without_headers: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{without_headers}search/#q=interference")
    expect(page.locator(".result").first).to_be_visible()
    assert page.evaluate("window.refused ?? []") == []


@pytest.mark.parametrize("kind", ["claims/lukashenko-puppeteers/", "claims/lukashenko-puppeteers/card/"])
def test_what_somebody_slips_into_a_page_does_not_run(browser: object, without_headers: str, kind: str) -> None:
    """With a page of its own: the fixture's takes a refusal for a failure."""
    page = browser.new_page()  # type: ignore[attr-defined]
    page.add_init_script(WATCH)
    page.goto(without_headers + kind)
    page.evaluate(
        """() => {
            document.body.insertAdjacentHTML("beforeend", "<p id=slipped onclick='window.ran = 1'>x</p>");
            document.querySelector("#slipped").click();
            const script = document.createElement("script");
            script.textContent = "window.ran = 1";
            document.body.append(script);
            const picture = document.createElement("img");
            picture.src = "https://elsewhere.example/x.png";
            document.body.append(picture);
        }"""
    )
    page.wait_for_function("(window.refused ?? []).length >= 3")
    assert page.evaluate("window.ran ?? 0") == 0
    assert set(page.evaluate("window.refused")) == {"script-src-attr", "script-src-elem", "img-src"}
    page.close()
