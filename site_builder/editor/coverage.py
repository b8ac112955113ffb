"""Finds the quoted speech that no claim uses yet, and the places where speech cannot be recognised."""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.link.texts import Texts
from site_builder.passages.anchor import Found, anchor
from site_builder.passages.document import Document
from site_builder.passages.normal import Place
from site_builder.passages.spoken import stretches
from site_builder.records.entries import Records

# Parts that the search does not see, whatever the article.
LIMITS = (
    "this counts speech of three words or more between quotation marks or after a dialogue dash; "
    "it does not see speech that is reported without marks"
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The quoted speech of one article."""

    article: str
    """The article's id."""
    uncited: tuple[tuple[int, str], ...]
    """Speech that no claim's passage touches: line in the file, and words."""
    total: int
    """The number of its stretches of quoted speech in all."""
    alone: tuple[int, ...]
    """Lines with a quotation mark that has no partner: any speech that it opens is not counted."""


def coverage(records: Records) -> list[Coverage]:
    """The quoted speech of each article."""
    texts = Texts(records)
    cited: dict[str, list[Place]] = {}
    for entry in records.claims:
        for passage in entry.record.passages if entry.record else ():
            text = texts.get(passage.article)
            result = anchor(text, passage.quote, passage.prefix, passage.suffix) if text else None
            if isinstance(result, Found):
                cited.setdefault(passage.article, []).extend(result.parts)
    return [_coverage(id_, text, cited.get(id_, [])) for id_, text in texts.items()]


def _coverage(article: str, text: Document, cited: list[Place]) -> Coverage:
    uncited: list[tuple[int, str]] = []
    total = 0
    for stretch in stretches(text):
        total += 1
        if not any(first < stretch.end and last > stretch.start for first, last in cited):
            words = " ".join(text.text[stretch.start : stretch.end].split())
            uncited.append((_line(text, stretch.start), words))
    alone = dict.fromkeys(_line(text, at) for at in text.speech.alone)
    return Coverage(article, tuple(uncited), total, tuple(alone))


def _line(text: Document, at: int) -> int:
    span = text.source_span(at, at + 1)
    return span.source.position(span.start)[0]
