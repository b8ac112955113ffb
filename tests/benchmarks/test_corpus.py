"""The generated corpus: the same everywhere, sound, and shaped as large sites are."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter

import pytest

from benchmarks.corpus import Corpus, corpus
from benchmarks.records import files
from tests.projects import ROOT


@pytest.fixture(scope="module")
def made() -> Corpus:
    return corpus(2_000)


def digest(claims: int) -> str:
    return hashlib.sha256(repr(sorted(files(corpus(claims)).items())).encode()).hexdigest()


@pytest.mark.parametrize("seed", ["0", "77"])
def test_every_process_makes_the_same(seed: str) -> None:
    script = "from tests.benchmarks.test_corpus import digest; print(digest(40))"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    other = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    assert other.stdout.strip() == digest(40)


def test_another_seed_or_size_gives_another_corpus() -> None:
    assert corpus(40, seed=2).claims != corpus(40).claims
    assert corpus(41).claims[:40] != corpus(40).claims


@pytest.mark.parametrize("claims", [1, 2, 19, 40])
def test_it_has_as_many_claims_as_were_asked_for(claims: int) -> None:
    made = corpus(claims)
    assert [claim.id for claim in made.claims] == [f"claim-{number}" for number in range(claims)]
    assert all(claim.about != claim.actor for claim in made.claims)


def test_actors_have_very_different_numbers_of_claims(made: Corpus) -> None:
    counted = [count for _, count in Counter(claim.actor.id for claim in made.claims).most_common()]
    assert counted[0] > len(made.claims) / 6
    assert sum(counted[:10]) > len(made.claims) / 2
    assert counted[len(counted) // 2] < len(made.claims) / 100


def test_quotations_are_sentences_of_their_articles(made: Corpus) -> None:
    for claim in made.claims:
        assert 1 <= len(claim.quotations) <= 3
        assert len(set(claim.quotations)) == len(claim.quotations)
        for quotation in claim.quotations:
            assert quotation.article in made.articles
            assert quotation.sentence in quotation.article.paragraphs[quotation.paragraph]
    assert {each.sentence.spoken for claim in made.claims for each in claim.quotations} == {True, False}


def test_no_sentence_stands_twice_in_an_article(made: Corpus) -> None:
    for article in made.articles:
        sentences = [each.words for paragraph in article.paragraphs for each in paragraph]
        assert len(set(sentences)) == len(sentences) == 40


def test_relations_lead_to_earlier_claims_and_never_twice_to_one(made: Corpus) -> None:
    for number, claim in enumerate(made.claims):
        others = [int(relation.claim.removeprefix("claim-")) for relation in claim.relations]
        assert len(set(others)) == len(others) <= 2
        assert all(0 <= other < number for other in others)
    assert {relation.kind for claim in made.claims for relation in claim.relations} >= {"contradicts", "qualifies"}


def test_articles_are_later_than_all_claims(made: Corpus) -> None:
    assert max(claim.date for claim in made.claims) < min(article.published for article in made.articles)


def test_names_of_actors_differ(made: Corpus) -> None:
    assert len({actor.name for actor in made.actors}) == len(made.actors) == 100
