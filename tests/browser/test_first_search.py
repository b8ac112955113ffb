"""What a first search costs a reader on a site of 1,000 claims."""

from __future__ import annotations

from playwright.sync_api import Browser

from benchmarks.first_search import first_search
from benchmarks.relevance import large
from site_builder.build import Options, build
from tests.browser.conftest import served

QUOTED = (
    "“Lukashenko, who just Wednesday was in Moscow, said there are "
    '"horrific fakes" being spread about him, some in Russian anonymous social media accounts”'
)
"""What a reader pastes from an article, with a quotation in it."""
MORE = (
    "There are the most modern false technologies being used, there is interference from abroad into our elections, "
    "our domestic affairs."
)


def test_a_first_search_among_a_thousand_claims_loads_little(browser: Browser) -> None:
    files = build(large(), options=Options()).files
    assert files is not None
    with served(dict(files)) as url:
        for words in ("kremlin meddling", "minister", "what did the Kremlin say about meddling"):
            _, search = first_search(browser, f"{url}search/", words)
            assert 130_000 < search.plain <= 165_000
            assert search.packed <= 132_000  # over the wire, from a host that packs scripts
            assert search.requests <= 19
        for words in (QUOTED, QUOTED.strip("“”"), f"{QUOTED.strip('“”')} {MORE}"):
            _, search = first_search(browser, f"{url}search/", words)
            assert search.plain <= 200_000, words
            assert search.requests <= 36, words
        _, narrowed = first_search(browser, f"{url}search/", "zakharova")
        assert narrowed.requests <= 18
