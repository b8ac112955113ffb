from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.build import Options, build
from site_builder.exports.export import FILES
from site_builder.link.addresses import Addresses
from tests.projects import ROOT, minimal

PAGES = (
    "about/ claims/roads/ claims/old-roads/ actors/ann/ actors/ann/feed.xml articles/daily/ "
    "topics/ topics/ice/ topics/ice/feed.xml verdicts/true/"
).split()
NO_PAGE = "link to a page with [[page:ID]], to a record with [[claim:ID]]"
SITE = Addresses(dict(zip(PAGES, PAGES, strict=True)), {"": "/check/"}, FILES)


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/nope",
        "mailto:desk@example.org",
        "",
        "#main",
        "../about/",
        "../about/index.html",
        "../about",
        "../about/index.html?x=1#y",
        "./../claims/roads/index.json",
        "../",
        "../index.html",
        "../claims/",
        "../claims/page/2/index.html",
        "../verdicts/",
        "../topics/page/2/",
        "../topics/ice/feed.xml",
        "../data/claims.csv",
        "../data/schema/claim.schema.json",
        "../sitemap.xml",
        "../404.html",
        "/check/about/",
        "/check/",
    ],
)
def test_what_leads_somewhere(address: str) -> None:
    assert SITE.fault("method/", address) is None


@pytest.mark.parametrize(
    ("address", "advice"),
    [
        ("about.md", "write [[page:about]]"),
        ("../pages/about.md", "write [[page:about]]"),
        ("about/index.html", "write [[page:about]]"),
        ("abuot.md", "did you mean [[page:about]]?"),
        ("../articles/daily.md", "write [[article:daily]]"),
        ("../claim/roads/", "write [[claim:roads]]"),
        ("../pages/x", NO_PAGE),
        ("/nope/", NO_PAGE),
        ("/about/", "write [[page:about]]"),
        ("../../about/", "write [[page:about]]"),
        ("topics", NO_PAGE),
        ("../actors/ann/feeds.xml", NO_PAGE),
        ("..", NO_PAGE),
        ("../data/claim.csv", NO_PAGE),
        ("../data/schema/claim.json", NO_PAGE),
        ("../_headers", NO_PAGE),
        ("../feeds.xml", NO_PAGE),
        ("http://[x", None),
        ("#nowhere", "headings have no addresses: link to the page"),
    ],
)
def test_what_leads_nowhere_and_what_to_write(address: str, advice: str | None) -> None:
    fault = SITE.fault("method/", address)
    assert fault is not None
    assert fault.help == advice


def test_places_on_the_pages_of_claims_and_actors() -> None:
    assert SITE.fault("claims/roads/", "#correction-1") is None
    assert SITE.fault("claims/roads/", "#p-0123456789") is None
    assert SITE.fault("claims/roads/", "#words") is None
    assert SITE.fault("claims/roads/", "#made") is not None
    assert SITE.fault("actors/ann/", "#made") is None


@pytest.mark.parametrize(("address", "leads"), [("../data/new.json", True), ("../data/new", False), ("../new", False)])
def test_where_nothing_is_known_of_files_what_looks_like_one_leads_somewhere(address: str, leads: bool) -> None:
    assert (Addresses({}).fault("about/", address) is None) == leads


def test_records_that_could_not_be_read_are_not_missed() -> None:
    site = Addresses({}, unknown={"claims": "claims"})
    assert site.fault("about/", "../claims/anything/") is None
    assert site.fault("about/", "../actors/anybody/") is not None


def test_every_file_and_place_is_one_of_the_site() -> None:
    files = build(minimal(), options=Options(search=False, exports=True)).files
    assert files is not None
    templates = "".join(path.read_text() for path in Path(ROOT / "templates").rglob("*.html"))
    ids = set(re.findall(r'id="([a-z]+)"', templates))
    for places in ("words denials against assessment evidence alongside others sources corrections main", "rated made"):
        assert set(places.split()) <= ids


def test_the_pages_of_a_site_are_looked_through_once_for_all_links_that_lead_nowhere() -> None:
    looks = 0

    class Pages(dict[str, str]):
        def __iter__(self) -> Iterator[str]:
            nonlocal looks
            looks += 1
            return super().__iter__()

    site = Addresses(Pages(zip(PAGES, PAGES, strict=True)), {"": "/check/"}, FILES)
    for number in range(50):
        fault = site.fault("about/", f"../claims/roadz{number % 10}/")
        assert fault
        assert fault.help == "did you mean [[claim:roads]]?"
    assert looks <= 2
