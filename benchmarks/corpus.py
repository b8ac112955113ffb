"""A corpus of N generated claims as plain values, from which every input of every benchmark is written.

The shape is that of the shipped corpus and of larger ones: actors with very different numbers of claims (about a fifth of all is one
actor's, half are the ten most quoted actors', and most actors have a few), an article for ten claims, one to three quotations and
up to two relations a claim, an assessment with emphasis, a list and links. The random numbers have a fixed seed: the same N and
seed give the same corpus on every machine.

Nothing here knows a format. ``benchmarks/records.py`` writes this project's records, ``benchmarks/peers`` what other generators read.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from benchmarks.words import Prose

CLAIMS_PER_ACTOR = 20
"""On average."""
CLAIMS_PER_ARTICLE = 10
SKEW = 1.1
"""Exponent of Zipf's law: the actor of rank r has claims in proportion to r to the power of minus this."""
PARAGRAPHS, SENTENCES = 8, 5
"""Of an article; with fifteen words a sentence it has 600."""
SPOKEN = 2
"""Which sentence of each paragraph is direct speech, counted from 0."""
HEADINGS = (2, 5)
"""Before which paragraphs of an article a heading stands, counted from 0."""
TOPICS = 6
VERDICTS = ("Corroborated", "Disputed", "Unsupported", "Contradicted", "Not checkable")
RELATIONS = ("contradicts", "denies", "qualifies", "repeats")
FIRST_DAY = date(2015, 1, 1)
DAYS = 3_650
"""Claims are made in so many days from the first one; articles report them a month to seven months after that."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, a topic or a verdict."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article."""

    words: str
    spoken: bool
    """Whether it stands between quotation marks."""


@dataclass(frozen=True, slots=True)
class Article:
    """A source article."""

    id: str
    title: str
    publisher: str
    published: date
    headings: tuple[str, ...]
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence that a claim cites."""

    article: Article
    paragraph: int
    """Counted from 0."""
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim stands to an earlier one."""

    kind: str
    claim: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its check."""

    id: str
    actor: Named
    statement: str
    date: date
    topic: Named
    verdict: Named
    summary: str
    assessment: str
    """Markdown; a link to an article has the form ``[[article:ID|words]]``."""
    quotations: tuple[Quotation, ...]
    relations: tuple[Relation, ...]
    about: Named
    """Another actor, whom the claim is about."""
    accuses: bool
    """Whether it accuses that actor."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that a site is made from, the actor of most claims first."""

    actors: tuple[Named, ...]
    topics: tuple[Named, ...]
    verdicts: tuple[Named, ...]
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]


def corpus(claims: int, seed: int = 1) -> Corpus:
    """Make ``claims`` claims, and the actors and articles that they need."""
    draw = random.Random(f"{claims} {seed}")
    prose = Prose(draw)
    actors = tuple(
        Named(f"actor-{n}", name) for n, name in enumerate(_names(prose, max(2, claims // CLAIMS_PER_ACTOR)))
    )
    topics = tuple(Named(f"topic-{n}", f"Topic {n}") for n in range(TOPICS))
    verdicts = tuple(Named(name.lower().replace(" ", "-"), name) for name in VERDICTS)
    articles = tuple(_article(n, draw, prose) for n in range(max(1, claims // CLAIMS_PER_ARTICLE)))
    weights = list(accumulate((rank + 1) ** -SKEW for rank in range(len(actors))))
    made = []
    for number in range(claims):
        actor, about = draw.choices(actors, cum_weights=weights, k=2)
        if actor == about:
            about = actors[(actors.index(actor) + 1) % len(actors)]
        day = FIRST_DAY + timedelta(days=draw.randrange(DAYS))
        topic, verdict = draw.choice(topics), draw.choice(verdicts)
        made.append(
            Claim(
                f"claim-{number}", actor, prose.sentence(20), day, topic, verdict, prose.sentence(22),
                _assessment(draw, prose, articles), _quotations(draw, articles), _relations(draw, number),
                about, draw.random() < 0.3,
            )
        )  # fmt: skip
    return Corpus(actors, topics, verdicts, articles, tuple(made))


def _names(prose: Prose, count: int) -> list[str]:
    """Different names."""
    made: dict[str, None] = {}
    while len(made) < count:
        made[prose.name()] = None
    return list(made)


def _article(number: int, draw: random.Random, prose: Prose) -> Article:
    day = FIRST_DAY + timedelta(days=DAYS + 30 + draw.randrange(180))
    paragraphs = tuple(
        tuple(Sentence(prose.sentence(15), place == SPOKEN) for place in range(SENTENCES)) for _ in range(PARAGRAPHS)
    )
    headings = tuple(prose.phrase(4) for _ in HEADINGS)
    return Article(f"article-{number}", prose.phrase(7), f"The {prose.name()} Post", day, headings, paragraphs)


def _assessment(draw: random.Random, prose: Prose, articles: tuple[Article, ...]) -> str:
    stressed, linked, cited = (" ".join(prose.words(2)) for _ in range(3))
    items = [prose.words(11) for _ in range(3)]
    items[1][2:4] = [f"**{' '.join(items[1][2:4])}**"]
    source = f"[{linked}](https://example.org/source/{draw.randrange(1_000_000)})"
    return (
        f"{prose.phrase(9)} *{stressed}* {' '.join(prose.words(8))} {source}. {prose.sentence(18)}\n\n"
        + "".join(f"- {' '.join(words)}\n" for words in items)
        + f"\n{prose.sentence(20)} {prose.sentence(19)} {prose.phrase(10)} [[article:{draw.choice(articles).id}|{cited}]] "
        f"{' '.join(prose.words(5))}.\n"
    )


def _quotations(draw: random.Random, articles: tuple[Article, ...]) -> tuple[Quotation, ...]:
    """One to three different sentences, of which the first is the claim's own."""
    made: dict[tuple[str, str], Quotation] = {}
    for _ in range(draw.choice((1, 1, 2, 2, 3))):
        article, paragraph = draw.choice(articles), draw.randrange(PARAGRAPHS)
        quotation = Quotation(article, paragraph, draw.choice(article.paragraphs[paragraph]))
        made[article.id, quotation.sentence.words] = quotation
    return tuple(made.values())


def _relations(draw: random.Random, number: int) -> tuple[Relation, ...]:
    """Up to two relations of claim ``number`` to earlier ones."""
    count = min(number, draw.choice((0, 1, 1, 2)))
    return tuple(Relation(draw.choice(RELATIONS), f"claim-{earlier}") for earlier in draw.sample(range(number), count))
