"""A site that is not the whole work is not measured: each thing that can be missing is noticed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.command import command
from benchmarks.corpus import Corpus, corpus
from benchmarks.measure import run
from benchmarks.peers.equal import lacking_here, lacking_in_peer, plain, words
from benchmarks.records import write
from tests.benchmarks.peers.sites import whole

Damage = Callable[[Path], object]


@pytest.fixture(scope="module")
def made() -> Corpus:
    return corpus(60)


def gone(name: str) -> Damage:
    """A file is missing."""
    return lambda site: (site / name).unlink()


def without(name: str, pattern: str) -> Damage:
    """The first of what ``pattern`` finds in a file is missing."""

    def damage(site: Path) -> None:
        text = (site / name).read_text()
        assert re.search(pattern, text), pattern
        (site / name).write_text(re.sub(pattern, "", text, count=1))

    return damage


def backwards(name: str) -> Damage:
    """The lines of a list stand in the other order."""
    return lambda site: (site / name).write_text("\n".join((site / name).read_text().split("\n")[::-1]))


CLAIM, ARTICLE = "claims/claim-30/index.html", "articles/article-3/index.html"
DAMAGES: dict[str, tuple[Damage, str]] = {
    "a claim": (gone(CLAIM), "claims/claim-30/ lacks"),
    "an article": (gone(ARTICLE), "articles/article-3/ lacks"),
    "a statement": (without(CLAIM, "<h1>.*?</h1>"), "claims/claim-30/ lacks"),
    "a date": (without(CLAIM, "<time.*?</time>"), "claims/claim-30/ lacks"),
    "a reason": (without(CLAIM, "<p>.*?</p>"), "claims/claim-30/ lacks"),
    "a quotation": (without(CLAIM, "<q>.*?</q>"), "claims/claim-30/ lacks"),
    "the place of a quotation": (without(CLAIM, "#paragraph-[0-9]"), "claims/claim-30/ lacks"),
    "a filter": (without(CLAIM, ' data-pagefind-filter="topic"'), "claims/claim-30/ lacks"),
    "emphasis": (without(CLAIM, "</?em>"), "claims/claim-30/ lacks '<em>'"),
    "a list item of the assessment": (without(CLAIM, "<li>[a-z ]+</li>"), "claims/claim-30/ lacks"),
    "a source of the assessment": (without(CLAIM, ' href="https://example.org/[^"]*"'), "claims/claim-30/ lacks"),
    "a paragraph": (without(ARTICLE, "<p><span.*?</p>"), "articles/article-3/ lacks"),
    "an anchor": (without(ARTICLE, ' id="paragraph-4"'), "articles/article-3/ lacks"),
    "a heading": (without(ARTICLE, "<h2>.*?</h2>"), "articles/article-3/ lacks"),
    "a claim of a topic": (without("topics/topic-1/index.html", "<li>.*?</li>"), "topics/topic-1/ has"),
    "the order of a topic": (backwards("topics/topic-1/index.html"), "topics/topic-1/ is not in the order of dates"),
    "a topic in the list": (without("topics/index.html", "<li>.*?</li>"), "topics/ lacks"),
    "a claim on the home page": (without("index.html", "<li>.*?</li>"), "the parts of the list has 59 of 60 claims"),
    "a part of the list": (gone("page/2/index.html"), "the parts of the list has 50 of 60 claims"),
    "an article in the list": (without("articles/index.html", "<li>.*?</li>"), "articles/ lacks"),
    "the feed": (gone("atom.xml"), "the feed is not there, or not whole"),
    "an entry of the feed": (without("atom.xml", "<entry>"), "the feed is not there, or not whole"),
    "an address of the site map": (without("sitemap.xml", "<loc>.*?</loc>"), "the site map lacks"),
    "the index": (gone("pagefind/pagefind-entry.json"), "there is no search index"),
    "a page of the index": (without("pagefind/pagefind-entry.json", "6(?=})"), "the search index has"),
}


def test_a_whole_site_lacks_nothing(made: Corpus, tmp_path: Path) -> None:
    whole(made, tmp_path / "site")
    assert lacking_in_peer(made, tmp_path / "site") == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_missing_is_noticed(made: Corpus, tmp_path: Path, damage: str) -> None:
    whole(made, tmp_path / "site")
    change, message = DAMAGES[damage]
    change(tmp_path / "site")
    found = lacking_in_peer(made, tmp_path / "site")
    assert found
    assert all(fault.startswith(message) for fault in found), found


def test_this_projects_site_is_whole_and_what_it_lacks_is_noticed(tmp_path: Path) -> None:
    made = corpus(12)
    write(made, tmp_path, desk=False)
    run(command("build", "."), tmp_path)
    assert lacking_here(made, tmp_path / "public") == []
    page = tmp_path / "public" / "claims" / "claim-7" / "index.html"
    quotation = made.claims[7].quotations[0].sentence.words
    page.write_text(page.read_text().replace(quotation, "Something else."))
    (tmp_path / "public" / "articles" / "article-0" / "index.html").unlink()
    found = lacking_here(made, tmp_path / "public")
    assert f"claims/claim-7/ lacks {quotation!r}" in found
    assert f"articles/article-0/ lacks {made.articles[0].title!r}" in found


def test_words_are_what_a_reader_sees() -> None:
    assert words("<p>Fish &amp; <em>chi</em>ps,\n  <br>hot</p>") == "Fish & chips, hot"
    assert plain("One *two* [three](/four/).\n\n- five **six**\n") == ["One two three.", "five six"]
