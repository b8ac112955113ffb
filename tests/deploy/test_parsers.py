"""What Netlify's and Cloudflare's own code makes of ``_headers`` and ``_redirects``."""

from __future__ import annotations

from typing import Any

import pytest

from site_builder.policy import CARD_HEADER, PAGE_HEADER
from tests.deploy.sites import former, published
from tests.deploy.tools import HERE
from tests.hosts import rules, sent
from tests.scripts import answer

BASES = ("", "/some/path")


@pytest.fixture(scope="module", params=BASES, ids=["root", "path"])
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the hosts make of a site, with what was asked."""
    base = request.param
    folder = tmp_path_factory.mktemp("site") / "public"
    files = published(folder, f"https://paper.example{base}/", search=False)
    claim = next(name for name in files if name.startswith("claims/") and name.endswith("/card/index.html"))
    names = ["", "assets/x-0123456789.css", "data/claims.json", claim.removesuffix("index.html"), "no/such/page"]
    asked = [*(f"{base}/{name}" for name in names), *former(files)]
    question = {"folder": str(folder), "files": [f"{base}/{name}"[1:] for name in files], "asked": asked}
    return {"files": files, "base": base, "asked": asked, **answer(HERE / "hosts.mjs", [], question)}


def test_nothing_is_refused(read: dict[str, Any]) -> None:
    assert read["netlify"]["errors"] == []
    assert read["cloudflare"]["invalid"] == []


def test_both_read_every_redirect(read: dict[str, Any]) -> None:
    moved = former(read["files"])
    assert read["cloudflare"]["rules"] == len(moved)
    assert {one["from"]: one["to"] for one in read["netlify"]["redirects"]} == moved
    assert {one["status"] for one in read["netlify"]["redirects"]} == {301}
    for old, new in moved.items():
        answered = read["cloudflare"]["answers"][old]
        assert (answered["status"], answered["headers"]["location"]) == (301, new)


def test_netlify_reads_every_rule_of_the_headers(read: dict[str, Any]) -> None:
    wanted = {}
    for path, lines in rules(read["files"]["_headers"].decode()):
        pairs = [line.partition(":")[::2] for line in lines if ":" in line]
        wanted[path] = {name: value.strip() for name, value in pairs}
    assert {one["for"]: one["values"] for one in read["netlify"]["headers"]} == wanted


def test_cloudflare_sends_what_is_meant(read: dict[str, Any]) -> None:
    answers, base = read["cloudflare"]["answers"], read["base"]
    home, asset, data, card, _ = (answers[path]["headers"] for path in read["asked"][:5])
    assert home["content-security-policy"] == PAGE_HEADER
    assert card["content-security-policy"] == CARD_HEADER
    assert data["access-control-allow-origin"] == "*"
    assert read["asked"][0] == f"{base}/"
    assert answers[read["asked"][3]]["status"] == 200
    assert asset["content-security-policy"] == PAGE_HEADER


def test_our_own_account_of_cloudflare_agrees_with_its_code(read: dict[str, Any]) -> None:
    text = read["files"]["_headers"].decode()
    for path in read["asked"][:4]:
        answered = read["cloudflare"]["answers"][path]
        if answered["status"] == 200:
            for name, values in sent(text, path, "cloudflare").items():
                assert answered["headers"][name] == ", ".join(values), (path, name)
