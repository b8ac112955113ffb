"""Awkward words go through every format and come back equal, read by programs that are not ours where there are any."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import feedparser  # type: ignore[import-untyped]
import pytest

from site_builder.pages.views import as_sentence
from tests.exports.awkward import NUMBER, awkward, line, passage
from tests.exports.test_exports import files, structured, valid

WANTED = {f"c{number}": line(number) for number in range(NUMBER)}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return files(awkward())


def rows(data: bytes) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))}


class Words(HTMLParser):
    """A page's heading and its quotations."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "blockquote", "script"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        for tag in self._inside:
            self.found[tag] = self.found.get(tag, "") + data


def test_in_tables(made: dict[str, bytes]) -> None:
    plain = rows(made["data/claims.csv"])
    assert {id_: row["statement"] for id_, row in plain.items()} == WANTED
    assert {id_: row["summary"] for id_, row in plain.items()} == WANTED
    assert {id_: row["quote"] for id_, row in plain.items()} == {f"c{n}": passage(n) for n in range(NUMBER)}
    for id_, row in rows(made["data/claims-spreadsheet.csv"]).items():
        for key, cell in row.items():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
            assert cell in (plain[id_][key], f"'{plain[id_][key]}")
            assert plain[id_][key] == (cell.removeprefix("'"))


def test_in_json(made: dict[str, bytes]) -> None:
    claims = {claim["id"]: claim for claim in json.loads(made["data/claims.json"])["claims"]}
    assert valid(made, "data/claims.json") == "claims"
    assert {id_: claim["statement"] for id_, claim in claims.items()} == WANTED
    for number in range(NUMBER):
        claim = claims[f"c{number}"]
        assert claim["actor"]["name"] == line(number % 25)
        assert [item["exact"] for item in claim["passages"]] == [[passage(number)]]
        assert claim["passages"][0]["note"] == line(number)
        assert [(item["change"], item["was"]) for item in claim["corrections"]] == [
            (line(number), {"statement": line(number)})
        ]
        assert valid(made, f"claims/c{number}/index.json") == "claim"
    items = json.loads(made["data/annotations.jsonld"])["items"]
    quotes = [item["target"][0]["selector"][0]["exact"] for item in items]
    assert sorted(quotes) == sorted(map(passage, range(NUMBER)))


def test_in_pages(made: dict[str, bytes]) -> None:
    reviews = {}
    for number in range(NUMBER):
        page = made[f"claims/c{number}/index.html"]
        (review,) = structured(page)
        reviews[review["url"]] = review
        assert review["claimReviewed"] == line(number)
        told = f"Disputed – Somebody denies it. {as_sentence(line(number))}"
        assert review["reviewRating"]["ratingExplanation"] == told
        assert review["itemReviewed"]["author"]["name"] == line(number % 25)
        words = Words(page.decode())
        assert words.found["h1"] == f"{line(number % 25)} claims: {line(number)}"
        assert words.found["blockquote"].startswith(passage(number))
        assert "alert" not in words.found["script"] or "<" not in words.found["script"]
    feed = json.loads(made["data/claimreview.json"])["dataFeedElement"]
    assert {item["item"]["url"]: {"@context": "https://schema.org", **item["item"]} for item in feed} == reviews


def test_in_feeds(made: dict[str, bytes]) -> None:
    for id_ in {f"actors/a{number % 25}/" for number in range(NUMBER)}:
        atom = ET.fromstring(made[f"{id_}feed.xml"])
        titles = {
            entry.findtext("{*}id"): (entry.findtext("{*}title"), entry.findtext("{*}summary"))
            for entry in atom.iter("{http://www.w3.org/2005/Atom}entry")
        }
        items = json.loads(made[f"{id_}feed.json"])["items"]
        assert titles == {item["id"]: (item["title"], item["summary"]) for item in items}
        assert len(titles) == 8  # four claims, a correction each
        for url, (title, summary) in titles.items():
            assert url is not None
            number = int(url.removeprefix("https://example.org/claims/c").split("/")[0])
            lead = f"{line(number % 25)} claims:"
            if "#correction-1" in url:
                assert (title, summary) == (f"Correction: {lead} {line(number)}", line(number))
            else:
                told = f"Disputed – Somebody denies it. {as_sentence(line(number))}"
                assert (title, summary) == (f"{lead} {line(number)}", told)
        parsed = feedparser.parse(made[f"{id_}feed.xml"], sanitize_html=False)
        assert not parsed.bozo
        assert {entry.id for entry in parsed.entries} == titles.keys()
