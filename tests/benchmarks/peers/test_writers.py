"""What Zola and Hugo are given: TOML that says the same as the records, and Markdown with the same words."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus import Claim, Corpus, Named, corpus
from benchmarks.peers.writers import WRITERS, anchor, assessment, body, slug

SIZE = 40


@pytest.fixture(scope="module")
def made() -> Corpus:
    return corpus(SIZE)


def front(path: Path) -> dict[str, Any]:
    """The TOML at the top of a Markdown file."""
    nothing, toml, _ = path.read_text().split("+++\n", 2)
    assert nothing == ""
    return tomllib.loads(toml)


def expected(claim: Claim) -> dict[str, Any]:
    """What a template needs beside the terms."""
    return {
        "reason": claim.summary,
        "passages": [
            {
                "quote": quotation.sentence.words,
                "address": f"/articles/{quotation.article.id}/#paragraph-{quotation.paragraph + 1}",
                "headline": quotation.article.title,
            }
            for quotation in claim.quotations
        ],
    } | (
        {"relations": [{"kind": relation.kind, "other": relation.claim} for relation in claim.relations]}
        if claim.relations
        else {}
    )


@pytest.mark.parametrize("peer", WRITERS)
def test_every_claim_and_article_is_a_file(made: Corpus, tmp_path: Path, peer: str) -> None:
    WRITERS[peer](made, tmp_path / "site")
    content = tmp_path / "site" / "content"
    claims = {f"{claim.id}.md" for claim in made.claims}
    assert {path.name for path in (content / "claims").iterdir()} == claims | {"_index.md"}
    articles = {f"{article.id}.md" for article in made.articles}
    assert {path.name for path in (content / "articles").iterdir()} == articles | {"_index.md"}
    for article in made.articles:
        path = content / "articles" / f"{article.id}.md"
        said = front(path)
        publisher = said["extra"]["publisher"] if peer == "zola" else said["publisher"]
        assert (said["title"], said["date"], publisher) == (article.title, article.published, article.publisher)
        assert path.read_text().endswith(f"+++\n{body(article)}")


@pytest.mark.parametrize("peer", WRITERS)
def test_front_matter_says_what_the_records_say(made: Corpus, tmp_path: Path, peer: str) -> None:
    WRITERS[peer](made, tmp_path / "site")
    for claim in made.claims:
        path = tmp_path / "site" / "content" / "claims" / f"{claim.id}.md"
        said = front(path)
        assert (said["title"], said["date"]) == (claim.statement, claim.date)
        terms = {"actors": [claim.actor.name], "topics": [claim.topic.name], "verdicts": [claim.verdict.name]}
        if peer == "zola":
            assert said["taxonomies"] == terms
            assert said["extra"] == expected(claim)
        else:
            assert said | terms | expected(claim) == said
        assert path.read_text().endswith(f"+++\n{assessment(claim)}")


@pytest.mark.parametrize("peer", WRITERS)
def test_templates_name_no_host_but_examples(made: Corpus, tmp_path: Path, peer: str) -> None:
    WRITERS[peer](made, tmp_path / "site")
    for path in (tmp_path / "site").rglob("*"):
        if path.is_file() and path.suffix != ".md":
            for host in path.read_text().split("://")[1:]:
                assert host.startswith(("example.org", "www.w3.org"))


def test_an_assessment_has_a_plain_link_for_each_link_to_a_record(made: Corpus) -> None:
    for claim in made.claims:
        assert "[[" in claim.assessment
        assert "[[" not in assessment(claim)
        assert assessment(claim).count("](/articles/article-") == 1


def test_an_article_has_an_anchor_before_each_paragraph(made: Corpus) -> None:
    parts = body(made.articles[0]).rstrip("\n").split("\n\n")
    paragraphs = [part for part in parts if not part.startswith("## ")]
    assert len(parts) - len(paragraphs) == 2
    for number, part in enumerate(paragraphs):
        assert part.startswith(f'<span id="{anchor(number)}"></span>')
        assert part.count("“") == part.count("”") == 1


def test_addresses_of_terms() -> None:
    assert slug(Named("not-checkable", "Not checkable")) == "not-checkable"
    assert slug(Named("actor-0", "Stupes Kondbra")) == "stupes-kondbra"
