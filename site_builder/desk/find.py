"""Finding words in the articles, and the YAML that cites them; and the quoted speech that no claim rests on yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.passages.anchor import Ambiguous, Found, anchor
from site_builder.passages.context import prefix_for, suffix_for
from site_builder.passages.document import Document, read_document
from site_builder.passages.nearest import nearest
from site_builder.passages.normal import Place
from site_builder.passages.speech import EDGES
from site_builder.records.scalars import scalar

MOST_NEAR = 3
"""Nearest passages that are offered when nothing has the very words."""
SHORTEST = 3
"""Words that quoted speech must have: fewer are a title or a word held at arm's length."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words found in an article."""

    article: str
    """The article's id."""
    file: str
    """The article's file."""
    line: int
    """Where they begin in the file, from 1."""
    words: str
    """The article's own words, on one line; […] where words are left out."""
    exact: bool
    """True when they are the words that were looked for, and not merely like them."""
    passage: Mapping[str, str]
    """What a claim has to say of it: article, quote, and what else is needed."""

    @property
    def yaml(self) -> str:
        """The passage to paste into a claim."""
        lines = [f"{key}: {scalar(value)}" for key, value in self.passage.items()]
        return "\n".join(f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines))


@dataclass(frozen=True, slots=True)
class Uncited:
    """The quoted speech of one article that no claim rests on."""

    article: str
    """The article's id."""
    speech: tuple[tuple[int, str], ...]
    """Line in the file and words."""
    quoted: int
    """How many stretches of quoted speech it has in all."""


def documents(project: Project) -> dict[str, Document]:
    """The text of each article, by id."""
    records, _ = load(project)
    return {entry.id: read_document(text.body)[0] for entry, text in records.articles if text.body.text.strip()}


def find(texts: Mapping[str, Document], wanted: str) -> list[Match]:
    """Where ``wanted`` stands in the articles: every place that has it, else the few most like it, the best first."""
    exact = [_match(id_, text, parts) for id_, text in texts.items() for parts in _places(text, wanted)]
    if exact:
        return exact
    near = [(found.score, id_, found.place) for id_, text in texts.items() if (found := nearest(text, wanted))]
    near.sort(key=lambda item: (-item[0], item[1]))
    return [_match(id_, texts[id_], (place,), exact=False) for _, id_, place in near[:MOST_NEAR]]


def _places(text: Document, wanted: str) -> Iterable[tuple[Place, ...]]:
    """Each place of ``wanted``: its parts, more than one where words are left out."""
    result = anchor(text, wanted)
    if isinstance(result, Found):
        return [result.parts]
    return [(place,) for place in result.places] if isinstance(result, Ambiguous) else []


def _match(article: str, text: Document, parts: tuple[Place, ...], *, exact: bool = True) -> Match:
    words = " […] ".join(" ".join(text.text[slice(*part)].split()) for part in parts)
    passage = {"article": article, "quote": words}
    if text.stands_quoted(parts):
        passage["speech"] = "direct"
    rivals = anchor(text, words)
    if isinstance(rivals, Ambiguous):
        before = prefix_for(text, parts[0], list(rivals.places))
        after = suffix_for(text, parts[-1], list(rivals.places))
        if before or after:
            passage |= {"prefix": before} if before else {"suffix": after or ""}
    span = text.source_span(*parts[0])
    line, _ = span.source.position(span.start)
    return Match(article, span.source.name, line, words, exact, passage)


def uncited(project: Project) -> list[Uncited]:
    """Quoted speech that no claim's passage touches, by article."""
    records, _ = load(project)
    texts = {entry.id: read_document(text.body)[0] for entry, text in records.articles if text.body.text.strip()}
    cited: dict[str, list[Place]] = {}
    for entry in records.claims:
        for passage in entry.record.passages if entry.record else ():
            text = texts.get(passage.article)
            result = anchor(text, passage.quote, passage.prefix, passage.suffix) if text else None
            if isinstance(result, Found):
                cited.setdefault(passage.article, []).extend(result.parts)
    return [_uncited(id_, text, cited.get(id_, [])) for id_, text in texts.items()]


def _uncited(article: str, text: Document, cited: list[Place]) -> Uncited:
    speech: list[tuple[int, str]] = []
    quoted = 0
    for start, end in text.quoted:
        while start < end and text.text[start] in EDGES:
            start += 1
        while end > start and text.text[end - 1] in EDGES:
            end -= 1
        words = " ".join(text.text[start:end].split())
        if len(words.split()) < SHORTEST:
            continue
        quoted += 1
        if not any(first < end and last > start for first, last in cited):
            span = text.source_span(start, end)
            speech.append((span.source.position(span.start)[0], words))
    return Uncited(article, tuple(speech), quoted)
