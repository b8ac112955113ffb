"""What a reader's first search loads: bytes and requests, in a browser with an empty cache.

    python benchmarks/first_search.py N [N …]

Prints for sites of N generated claims what the search page itself loads, and what the first search loads beside it,
with the engine, its index, the listing and ten results: from a host that compresses nothing, and from one that
compresses scripts (the index is packed already); and how much each part of that is.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import Browser, Response, sync_playwright

WORDS = ("treaty", "minister", "minister spokesman treaty")
"""A word on one in seven of the generated pages, one on nearly all, and words of which each is rarer than the one before."""
PARTS = {
    "engine": (".js", ".pagefind", "pagefind-entry.json"),
    "table": (".pf_meta",),
    "listing": ("listing.bin",),
    "words": (".pf_index",),
    "results": (".pf_fragment",),
}
"""What a first search consists of, by how the files' names end."""


@dataclass(frozen=True)
class Load:
    """What came over the wire, without headers."""

    requests: int
    """How many files."""
    plain: int
    """Bytes as the server has them."""
    packed: int
    """Bytes where scripts, pages and style sheets are compressed (gzip)."""
    parts: Mapping[str, int]
    """Bytes as the server has them, by each of :data:`PARTS`."""


def first_search(browser: Browser, url: str, words: str) -> tuple[Load, Load]:
    """What the search page at ``url`` loads, and what looking for ``words`` there then loads."""
    context = browser.new_context()
    page = context.new_page()
    responses: list[Response] = []

    def keep(response: Response) -> None:
        responses.append(response)

    page.on("response", keep)
    page.goto(url, wait_until="networkidle")
    before = _load(responses)
    responses.clear()
    page.locator("#q").fill(words)
    page.locator(".result").first.wait_for()
    page.wait_for_load_state("networkidle")
    after = _load(responses)
    context.close()
    return before, after


def _load(responses: list[Response]) -> Load:
    bodies = [(response.url.partition("?")[0], response.body()) for response in responses]
    texts = (".js", ".css", ".html", ".json", "/")
    packed = sum(len(gzip.compress(body)) if name.endswith(texts) else len(body) for name, body in bodies)
    parts = {part: sum(len(body) for name, body in bodies if name.endswith(ends)) for part, ends in PARTS.items()}
    return Load(len(bodies), sum(len(body) for _, body in bodies), packed, parts)


def main(sizes: list[str]) -> None:
    """Print a row for each N and each of :data:`WORDS`."""
    from benchmarks.records import project
    from site_builder.build import Options, build
    from tests.browser.conftest import served
    from tests.browser.tools import browser as find_browser

    print(f"{'claims':>8}  {'words':<16}{'requests':>10}{'KB':>8}{'KB, scripts packed':>20}  of which KB")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for size in sizes:
            files = build(project(int(size)), options=Options()).files
            assert files is not None
            with served(dict(files)) as url:
                for words in WORDS:
                    own, search = first_search(browser, f"{url}search/", words)
                    for name, load in (("the page itself", own), (words, search)):
                        kilobytes = f"{load.plain / 1000:>8.0f}{load.packed / 1000:>20.0f}"
                        parts = ", ".join(f"{part} {load.parts[part] / 1000:.0f}" for part in PARTS if load.parts[part])
                        print(f"{size:>8}  {name:<16}{load.requests:>10}{kilobytes}  {parts}")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["1000"])
