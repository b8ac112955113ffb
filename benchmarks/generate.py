"""A project of N generated claims, as the files that an editor would have written.

The shape is that of the shipped corpus and of larger ones: seven claims an article; actors with very different numbers
of claims (a fifth of all is one actor's, half are the ten most quoted actors', and most actors have one or a few);
one relation in four claims, an assessment of two paragraphs with a record link. The words are drawn with a fixed seed,
so that the same N gives the same bytes.
"""

from __future__ import annotations

import random
from pathlib import Path

from site_builder.load.files import Project, read_project

CLAIMS_PER_ARTICLE = 7
CLAIMS_PER_ACTOR = 10
"""On average."""
SKEW = 1.1
"""Exponent of Zipf's law: the actor of rank r has claims in proportion to r to the power of minus this."""
_WORDS = (
    "minister election observers denied border statement government reported opposition accused interference "
    "foreign official results protest sanctions television meeting agreed week police capital evidence published "
    "spokesman assistance treaty ballot council neighbour summit parliament demanded rejected announced"
).split()
_VERDICTS = ("corroborated", "disputed", "unsupported", "contradicted", "not-checkable")


def project(claims: int) -> Project:
    """A project in memory with ``claims`` claims and the built-in theme."""
    content = {name: text.encode() for name, text in files(claims).items()}
    return Project(content, read_project(Path(__file__).resolve().parent.parent).theme)


def files(claims: int) -> dict[str, str]:
    """The project's files by path."""
    draw = random.Random(claims)
    articles = max(1, -(-claims // CLAIMS_PER_ARTICLE))
    actors = max(2, -(-claims // CLAIMS_PER_ACTOR))
    texts: list[list[str]] = []
    made = {"content/site.yaml": _SITE, "content/pages/methodology.md": _PAGE}
    for number in range(articles):
        sentences = [_sentence(draw, number, place) for place in range(CLAIMS_PER_ARTICLE * 3)]
        texts.append(sentences)
        body = "\n\n".join(
            f"{sentences[at]} “{sentences[at + 1]}” {sentences[at + 2]}" for at in range(0, len(sentences), 3)
        )
        made[f"content/articles/article-{number}.md"] = _ARTICLE.format(number=number, body=body)
    lines = ["actors:"]
    for number in range(actors):
        lines.append(
            f"  actor-{number}:\n    name: Person Number {number}\n    role: Minister of {_WORDS[number % 30]}"
        )
    lines.append("claims:")
    weights = [(rank + 1) ** -SKEW for rank in range(actors)]
    speakers = draw.choices(range(actors), weights, k=claims)
    targets = draw.choices(range(actors), weights, k=claims)
    for number in range(claims):
        article, place = divmod(number, CLAIMS_PER_ARTICLE)
        pair = (
            speakers[number],
            targets[number] if targets[number] != speakers[number] else (targets[number] + 1) % actors,
        )
        lines.append(_claim(number, pair, article, texts[article][place * 3 + 1], draw))
    made["claims.yaml"] = "\n".join(lines) + "\n"
    return made


def _sentence(draw: random.Random, article: int, place: int) -> str:
    words = " ".join(draw.choices(_WORDS, k=16))
    return f"{words.capitalize()} {article}-{place}."


def _claim(number: int, pair: tuple[int, int], article: int, quote: str, draw: random.Random) -> str:
    actor, other = pair
    relation = ""
    if number % 4 == 3:
        kind = draw.choice(("contradicts", "denies", "qualifies", "repeats"))
        relation = (
            f"    relations:\n      - claim: claim-{number - 1}\n        kind: {kind}\n        note: Why it is so.\n"
        )
    return (
        f"  - id: claim-{number}\n    actor: actor-{actor}\n"
        f"    statement: {' '.join(draw.choices(_WORDS, k=12)).capitalize()}.\n"
        f"    date: 20{10 + number % 15}-{1 + number % 12:02d}-{1 + number % 28:02d}\n"
        f"    about: [actor-{other}]\n    accuses: [{f'actor-{other}' if number % 3 == 0 else ''}]\n    topics: [topic-{number % 6}]\n"
        f"    verdict: {_VERDICTS[number % 5]}\n    summary: {' '.join(draw.choices(_WORDS, k=18)).capitalize()}.\n"
        f"    assessment: |\n      {' '.join(draw.choices(_WORDS, k=40)).capitalize()} [[claim:claim-{number // 2}]].\n\n"
        f"      {' '.join(draw.choices(_WORDS, k=30)).capitalize()}, *so* it was **said**.\n"
        f"    passages:\n      - article: article-{article}\n        quote: {quote}\n        speech: direct\n"
        f"{relation}    published: 2026-01-15"
    )


_SITE = """\
title: Generated claims
language: en
base_url: https://example.org/
publisher: {name: Benchmark}
verdicts:
  - {id: corroborated, label: Corroborated, definition: Supported., value: 5, tone: positive}
  - {id: disputed, label: Disputed, definition: Denied., value: 3, tone: mixed}
  - {id: unsupported, label: Unsupported, definition: No evidence., value: 2, tone: negative}
  - {id: contradicted, label: Contradicted, definition: Told against., value: 1, tone: negative}
  - {id: not-checkable, label: Not checkable, definition: An opinion., tone: neutral}
topics:
  topic-0: {label: Topic 0}
  topic-1: {label: Topic 1}
  topic-2: {label: Topic 2}
  topic-3: {label: Topic 3}
  topic-4: {label: Topic 4}
  topic-5: {label: Topic 5}
policies: {methodology: methodology}
"""
_PAGE = "---\ntitle: How we work\nmenu: 1\n---\nGenerated.\n"
_ARTICLE = """\
---
title: Generated article number {number}
publisher: The Generated Times
published: 2025-01-15
url: https://times.invalid/{number}
source: independent
---
{body}
"""
