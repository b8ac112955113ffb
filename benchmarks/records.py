"""A generated corpus as this project's records: the files that an editor would have written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from benchmarks.corpus import DAYS, FIRST_DAY, HEADINGS, Article, Claim, Corpus, corpus
from site_builder.load.files import Project, read_project

CLAIMS_PER_FILE = 500
"""As a large site keeps them; the first file is ``claims.yaml``, with the actors."""
CHECKED = FIRST_DAY + timedelta(days=DAYS + 365)
"""When all claims' checks were published: after every article."""
_TONES = ("positive", "mixed", "negative", "negative", "neutral")
_ROLES = ("Minister", "Member of parliament", "Spokeswoman", "Ambassador", "Head of a committee")


def project(claims: int) -> Project:
    """A project in memory with ``claims`` claims and the built-in theme."""
    content = {name: text.encode() for name, text in files(corpus(claims)).items()}
    return Project(content, read_project(Path(__file__).resolve().parent.parent).theme)


def write(made: Corpus, folder: Path, *, desk: bool = True) -> None:
    """Write the project's files into ``folder``, which need not exist."""
    for name, text in files(made, desk=desk).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def files(made: Corpus, *, desk: bool = True) -> dict[str, str]:
    """The project's files by path.

    ``desk``: with what a newsroom records beyond what a page of another generator would show in a comparison – roles, and whom a claim
    is about and accuses.
    """
    texts = {"content/site.yaml": "\n".join(_site(made)) + "\n", "content/pages/methodology.md": _PAGE}
    texts |= {f"content/articles/{article.id}.md": _article(article) for article in made.articles}
    actors = "actors:\n" + "".join(
        f"  {actor.id}:\n    name: {actor.name}\n" + (f"    role: {_ROLES[number % len(_ROLES)]}\n" if desk else "")
        for number, actor in enumerate(made.actors)
    )
    for start in range(0, len(made.claims), CLAIMS_PER_FILE):
        part = made.claims[start : start + CLAIMS_PER_FILE]
        records = "claims:\n" + "\n".join("\n".join(_claim(claim, desk)) for claim in part) + "\n"
        texts[f"claims/{start:06d}.yaml" if start else "claims.yaml"] = records if start else actors + records
    return texts


def _site(made: Corpus) -> Iterator[str]:
    yield "title: Generated claims\nlanguage: en\nbase_url: https://example.org/\npublisher: {name: Benchmark}"
    yield "images: false"  # other generators draw none, and drawing would drown all other figures
    yield "verdicts:"
    for verdict, tone in zip(made.verdicts, _TONES, strict=True):
        yield f"  - {{id: {verdict.id}, label: {verdict.name}, definition: What it means., tone: {tone}}}"
    yield "topics:"
    for topic in made.topics:
        yield f"  {topic.id}: {{label: {topic.name}}}"
    yield "policies: {methodology: methodology}"


def _claim(claim: Claim, desk: bool) -> Iterator[str]:
    yield f"  - id: {claim.id}\n    actor: {claim.actor.id}\n    statement: {json.dumps(claim.statement)}"
    yield f"    date: {claim.date}"
    if desk:
        yield f"    about: [{claim.about.id}]"
        if claim.accuses:
            yield f"    accuses: [{claim.about.id}]"
    yield f"    topics: [{claim.topic.id}]\n    verdict: {claim.verdict.id}\n    summary: {json.dumps(claim.summary)}"
    yield "    assessment: |"
    yield from (f"      {line}" if line else "" for line in claim.assessment.rstrip("\n").split("\n"))
    yield "    passages:"
    for place, quotation in enumerate(claim.quotations):
        sentence = quotation.sentence
        yield f"      - article: {quotation.article.id}\n        quote: {json.dumps(sentence.words)}"
        if place:
            yield "        role: context"
        if sentence.spoken:
            yield "        speech: direct"
    if claim.relations:
        yield "    relations:"
        yield from (f"      - {{claim: {relation.claim}, kind: {relation.kind}}}" for relation in claim.relations)
    yield f"    published: {CHECKED}"


def _article(article: Article) -> str:
    """The whole text may be shown, as other generators show it."""
    parts = []
    for number, sentences in enumerate(article.paragraphs):
        if number in HEADINGS:
            parts.append(f"## {article.headings[HEADINGS.index(number)]}")
        parts.append(" ".join(f"“{each.words}”" if each.spoken else each.words for each in sentences))
    return (
        f"---\ntitle: {article.title}\npublisher: {article.publisher}\npublished: {article.published}\n"
        f"source: independent\nrights: full\n---\n" + "\n\n".join(parts) + "\n"
    )


_PAGE = "---\ntitle: How we work\nmenu: 1\n---\nGenerated.\n"
