"""What other programs read, read by programs that are not ours where there are any."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest
from jsonschema import Draft202012Validator

from site_builder.build import Options, build
from site_builder.exports import host
from site_builder.load.files import Project, read_project
from tests.link.test_site import with_second
from tests.projects import ROOT, edited

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def files(project: Project) -> dict[str, bytes]:
    result = build(project, options=Options(search=False, exports=True))
    assert result.files is not None, result.report
    return dict(result.files)


@pytest.fixture(scope="module")
def shipped() -> dict[str, bytes]:
    return files(read_project(ROOT))


class Scripts(HTMLParser):
    """The structured data of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Any] = []
        self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(json.loads(data))

    def handle_endtag(self, tag: str) -> None:
        self._inside = False


def valid(made: dict[str, bytes], name: str) -> str:
    """Judge a file of data by the schema that it names and that is published beside it; returns the schema's name."""
    data = json.loads(made[name])
    path = str(data["$schema"]).removeprefix("https://example.org/")
    schema = json.loads(made[path])
    assert schema["$id"] == data["$schema"]
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
    return path.removeprefix("data/schema/").removesuffix(".schema.json")


def structured(data: bytes) -> list[Any]:
    return Scripts(data.decode()).found


def claim_pages(files: dict[str, bytes]) -> list[str]:
    """The pages of published claims: those that are no redirect and no tombstone."""
    names = (f"claims/{claim['id']}/index.html" for claim in json.loads(files["data/claims.json"])["claims"])
    return [name for name in names if name in files]


def test_a_claim_review_stands_on_each_claim_page_and_on_no_other(shipped: dict[str, bytes]) -> None:
    for name, data in shipped.items():
        if not name.endswith(".html"):
            continue
        reviews = [item for item in structured(data) if item["@type"] == "ClaimReview"]
        assert len(reviews) == (name in claim_pages(shipped)), name
        for review in reviews:
            canonical = re.search(rb'rel="canonical" href="([^"]+)"', data)
            assert canonical
            assert review["url"] == canonical[1].decode()
            assert review["reviewRating"]["alternateName"]
            if "ratingValue" in review["reviewRating"]:
                assert 1 == review["reviewRating"]["worstRating"] <= review["reviewRating"]["ratingValue"] <= 5
            assert review["itemReviewed"]["appearance"]
            for appearance in review["itemReviewed"]["appearance"]:
                assert not appearance.get("url", "").startswith("https://example.org/")
                assert appearance["headline"]
                assert appearance["publisher"]["name"]
            assert review["datePublished"] <= review["dateModified"]


def test_the_feed_of_reviews_is_that_of_the_pages(shipped: dict[str, bytes]) -> None:
    feed = json.loads(shipped["data/claimreview.json"])
    pages = [structured(shipped[name])[0] for name in claim_pages(shipped)]
    assert len(feed["dataFeedElement"]) == len(pages) == 47
    for item in feed["dataFeedElement"]:
        assert {"@context": "https://schema.org", **item["item"]} in pages


def test_a_rating_off_the_axis_has_no_value() -> None:
    project = edited(with_second(), "content/site.yaml", "    value: 3\n", "")
    (review,) = structured(files(project)["claims/roads-are-safe/index.html"])
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Disputed",
        "ratingExplanation": "Disputed – Somebody denies it. Baker denies it, and no figures are given.",
    }
    assert review["itemReviewed"]["datePublished"] == "2020-05-02"
    assert review["author"]["verificationFactCheckingPolicy"] == "https://example.org/method/"


def test_feeds_are_well_formed_and_complete(shipped: dict[str, bytes]) -> None:
    for name in ("feed.xml", "actors/vladimir-putin/feed.xml", "topics/outside-help/feed.xml"):
        feed = feedparser.parse(shipped[name])
        assert not feed.bozo, feed.get("bozo_exception")
        assert feed.version == "atom10"
        other = json.loads(shipped[name.replace(".xml", ".json")])
        assert other["version"] == "https://jsonfeed.org/version/1.1"
        assert [entry.id for entry in feed.entries] == [item["id"] for item in other["items"]]
        assert [entry.title for entry in feed.entries] == [item["title"] for item in other["items"]]
        assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 0
        assert all(entry.link.startswith("https://example.org/claims/") for entry in feed.entries)
        assert all('href="../' not in item["content_html"] for item in other["items"])
    page = shipped["actors/vladimir-putin/index.html"].decode()
    assert (
        'type="application/atom+xml" title="New checks and corrections" href="../../actors/vladimir-putin/feed.xml"'
        in page
    )


def test_a_correction_is_an_entry_of_its_own() -> None:
    text = "    published: 2020-06-01\n"
    project = edited(
        with_second(), "claims.yaml", text, f"{text}    corrections: [{{date: 2020-07-01, change: It is 2 < 3.}}]\n"
    )
    made = files(project)
    first, *_ = feedparser.parse(made["feed.xml"]).entries
    assert first.id == "https://example.org/claims/roads-are-safe/#correction-1"
    assert first.summary == "It is 2 < 3."
    assert first.updated == "2020-07-01T00:00:00Z"
    assert b"<loc>https://example.org/claims/roads-are-safe/</loc><lastmod>2020-07-01</lastmod>" in made["sitemap.xml"]


def test_the_map_has_every_listed_page(shipped: dict[str, bytes]) -> None:
    urls = [item.findtext(f"{SITEMAP}loc") for item in ET.fromstring(shipped["sitemap.xml"])]
    pages = {
        "https://example.org/" + name.removesuffix("index.html")
        for name, data in shipped.items()
        if name.endswith(".html") and b'content="noindex"' not in data and not name.endswith("/card/index.html")
    }
    assert set(urls) == pages
    assert len(urls) == len(pages)
    assert shipped["robots.txt"].decode().endswith("Sitemap: https://example.org/sitemap.xml\n")


def test_a_large_map_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "MOST_URLS", 4)
    made = files(with_second())
    index = [item.findtext(f"{SITEMAP}loc") or "" for item in ET.fromstring(made["sitemap.xml"])]
    assert len(index) > 2
    listed = [
        loc.text
        for url in index
        for loc in ET.fromstring(made[url.removeprefix("https://example.org/")]).iter(f"{SITEMAP}loc")
    ]
    assert len(listed) == len(set(listed))
    assert "https://example.org/claims/roads-are-safe/" in listed


def test_hosts_are_told_of_moves_and_of_the_policy() -> None:
    made = files(
        edited(with_second(), "claims.yaml", "    actor: ann\n", "    actor: ann\n    former_ids: [old-one]\n")
    )
    assert made["_redirects"].decode().splitlines() == [
        "/claims/old-one/ /claims/roads-are-safe/ 301",
        "/claims/old-one/index.json /claims/roads-are-safe/index.json 301",
        "/claims/old-one/card/ /claims/roads-are-safe/card/ 301",
        "/claims/old-one/oembed.json /claims/roads-are-safe/oembed.json 301",
    ]
    assert b"script-src 'self' 'wasm-unsafe-eval'" in made["_headers"]
    project = edited(with_second(), "claims.yaml", "  ann:\n", "  ann:\n    former_ids: [anna]\n")
    made = files(edited(project, "content/site.yaml", "https://example.org/", "https://Example.org:443/checks"))
    for name in ("", "index.json", "feed.xml", "feed.json"):
        assert f"/checks/actors/anna/{name} /checks/actors/ann/{name} 301\n".encode() in made["_redirects"]
        assert not name or f"actors/ann/{name}" in made
    assert re.findall(r"^\S+", made["_headers"].decode(), re.MULTILINE)[:2] == ["/checks/*", "/checks/assets/*"]
    assert b"<loc>https://example.org/checks/actors/ann/</loc>" in made["sitemap.xml"]


ASSESSMENT = """\
    assessment: |
      See [[claim:roads-are-safe]], [there](https://other.org/dir/index.html?x=1), `index.html` and a note[^1].

      [^1]: A note.
"""


def test_links_that_leave_their_page_are_whole() -> None:
    project = edited(
        with_second("published: 2020-06-01"), "claims.yaml", "    relations:\n", f"{ASSESSMENT}    relations:\n"
    )
    made = files(project)
    url = "https://example.org/claims/roads-are-old/"
    data = json.loads(made["claims/roads-are-old/index.json"])["assessment_html"]
    (entry,) = [item for item in json.loads(made["feed.json"])["items"] if item["id"] == url]
    for html in (data, entry["content_html"]):
        assert 'href="https://example.org/claims/roads-are-safe/"' in html
        assert 'href="https://other.org/dir/index.html?x=1"' in html
        assert "<code>index.html</code>" in html
        assert f'href="{url}#fn1"' in html


def corrected(project: Project) -> Project:
    text = "    published: 2020-06-01\n"
    corrections = "{date: 2020-07-01, change: One., was: {statement: It was so.}}, {date: 2020-07-01, change: Two.}"
    return edited(project, "claims.yaml", text, f"{text}    corrections: [{corrections}]\n")


def test_a_feed_says_when_a_check_was_corrected_and_how_it_read() -> None:
    items = {item["id"]: item for item in json.loads(files(corrected(with_second()))["feed.json"])["items"]}
    url = "https://example.org/claims/roads-are-safe/"
    assert list(items)[:2] == [f"{url}#correction-2", f"{url}#correction-1"]
    assert (items[url]["date_published"][:10], items[url]["date_modified"][:10]) == ("2020-06-01", "2020-07-01")
    assert items[f"{url}#correction-1"]["title"] == "Correction: Ann Able claims: The roads are safe."
    feed = feedparser.parse(files(corrected(with_second()))["feed.xml"])
    assert feed.feed.updated == "2020-07-01T00:00:00Z"


def test_a_rename_announces_nothing_anew() -> None:
    before = json.loads(files(corrected(with_second()))["feed.json"])["items"]
    project = edited(
        corrected(with_second()), "claims.yaml", "id: roads-are-safe\n", "id: new\n    former_ids: [roads-are-safe]\n"
    )
    project = edited(project, "claims.yaml", "claim: roads-are-safe", "claim: new")
    after = json.loads(files(project)["feed.json"])["items"]
    assert [item["id"] for item in after] == [item["id"] for item in before]
    assert after[0]["url"] == "https://example.org/claims/new/#correction-2"


def test_what_takes_in_another_keeps_its_entries() -> None:
    own = "id: roads-are-safe\n    former_ids: [roads-are-safe, taken-in]\n"
    made = files(edited(with_second(), "claims.yaml", "id: roads-are-safe\n", own))
    ids = [item["id"] for item in json.loads(made["feed.json"])["items"]]
    assert "https://example.org/claims/roads-are-safe/" in ids
    assert b"taken-in" not in made["feed.json"]
    assert b"claims/roads-are-safe/" not in made["_redirects"].split(b"claims/taken-in/")[0]
    assert b'http-equiv="refresh"' not in made["claims/roads-are-safe/index.html"]
    assert b'http-equiv="refresh"' in made["claims/taken-in/index.html"]


def test_the_feed_of_a_renamed_actor_is_the_same_feed() -> None:
    before = files(with_second())["actors/ann/feed.xml"]
    renamed = edited(with_second(), "claims.yaml", "  ann:\n", "  anna:\n    former_ids: [ann]\n")
    after = files(edited(renamed, "claims.yaml", "actor: ann\n", "actor: anna\n"))["actors/anna/feed.xml"]
    own = b"<id>https://example.org/actors/ann/</id>"
    assert own in before
    assert own in after


def test_who_subscribed_is_told_of_a_withdrawal() -> None:
    text = "    published: 2020-06-01\n"
    withdrawn = f"{text}    status: withdrawn\n    corrections: [{{date: 2020-07-01, change: It was wrong.}}]\n"
    made = files(edited(with_second(), "claims.yaml", text, withdrawn))
    (item, *_) = json.loads(made["feed.json"])["items"]
    assert (item["title"], item["summary"]) == ("Withdrawn claim (roads-are-safe)", "It was wrong.")
    assert b"<loc>https://example.org/actors/ann/</loc><lastmod>2020-07-01</lastmod>" in made["sitemap.xml"]
    for feed in ("actors/ann/feed.json", "topics/roads/feed.json"):
        assert json.loads(made[feed])["items"][0]["summary"] == "It was wrong."


@pytest.mark.parametrize(
    ("date", "said"), [("2020-05-02?", "2020-05"), ("2020-05~", "2020"), ("2020~", None), ("2020", "2020")]
)
def test_no_date_is_more_certain_than_it_is(date: str, said: str | None) -> None:
    made = files(edited(with_second(), "claims.yaml", "date: 2020-05-02", f"date: {date}"))
    (review,) = structured(made["claims/roads-are-safe/index.html"])
    assert review["itemReviewed"].get("datePublished") == said


def test_the_package_describes_the_files(shipped: dict[str, bytes]) -> None:
    package = json.loads(shipped["data/datapackage.json"])
    for resource in package["resources"]:
        data = shipped[f"data/{resource['path']}"]
        if resource["format"] == "csv":
            header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
            assert header == [column["name"] for column in resource["schema"]["fields"]]
    rows = list(csv.DictReader(io.StringIO(shipped["data/claims.csv"].decode(), newline="")))
    assert len(rows) == 47
    assert shipped["data/claims.csv"].count(b"\r\n") == 48


def test_a_page_and_its_twin_say_the_same(shipped: dict[str, bytes]) -> None:
    claims = {claim["id"]: claim for claim in json.loads(shipped["data/claims.json"])["claims"]}
    twins = [name for name in shipped if re.fullmatch(r"(claims|actors|articles)/[^/]+/index\.json", name)]
    assert len(twins) == 48 + 29 + 5
    for name in twins:
        data = json.loads(shipped[name])
        if "withdrawn" in data:
            continue
        page = shipped[name.replace(".json", ".html")]
        assert b'<link rel="alternate" type="application/json" href="index.json">' in page
        canonical = re.search(rb'rel="canonical" href="([^"]+)"', page)
        assert canonical
        assert data.pop("url") == canonical[1].decode()
        if name.startswith("claims/"):
            head = {key: data.pop(key) for key in ("$schema", "version", "provenance")}
            assert head["version"] == 2
            assert {**data, "url": claims[data["id"]]["url"]} == claims[data["id"]]


def test_a_withdrawn_claim_says_only_that() -> None:
    text = "    published: 2020-06-01\n"
    project = edited(
        with_second(),
        "claims.yaml",
        text,
        f"{text}    status: withdrawn\n    corrections: [{{date: 2020-07-01, change: Wrong.}}]\n",
    )
    made = files(project)
    twin = json.loads(made["claims/roads-are-safe/index.json"])
    assert valid(made, "claims/roads-are-safe/index.json") == "claim"
    assert {key: twin[key] for key in list(twin)[3:]} == {
        "id": "roads-are-safe", "url": "https://example.org/claims/roads-are-safe/",
        "withdrawn": "2020-07-01", "reason": "Wrong.", "former_ids": [],
    }  # fmt: skip
    assert not [name for name, data in made.items() if b"The roads are safe." in data]


def test_annotations_point_at_their_words(shipped: dict[str, bytes]) -> None:
    from site_builder.link.site import link
    from site_builder.load.records import load

    site, _ = link(load(read_project(ROOT))[0])
    assert site is not None
    page = json.loads(shipped["data/annotations.jsonld"])
    assert len(page["items"]) == sum(len(claim.passages) for claim in site.claims.values() if not claim.withdrawn)
    for item in page["items"]:
        claim, _, anchor = item["id"].removeprefix("https://example.org/claims/").partition("/#")
        passage = next(p for p in site.claims[claim].passages if p.anchor == anchor.partition("~")[0])
        stored = [target for target in item["target"] if "scope" in target]
        assert [target["selector"][0]["exact"] for target in stored] == list(passage.exact)
        for target in stored:
            article = site.articles[target["scope"].removesuffix("/").rsplit("/", 1)[1]]
            digest = target["source"]["id"].removeprefix("ni:///sha-256;") + "="
            assert base64.urlsafe_b64decode(digest) == hashlib.sha256(article.document.text.encode()).digest()
            quote, position = target["selector"]
            assert article.document.text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in article.document.text
        originals = [target for target in item["target"] if "scope" not in target]
        assert {target["source"]["id"] for target in originals} == ({article.url} if article.url else set())
        if anchor == passage.anchor:
            assert f'id="{anchor}"' in shipped[f"claims/{claim}/index.html"].decode()
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
