"""Finds words in the articles, and writes the YAML to cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from site_builder.passages.anchor import ELISION, Ambiguous, Found
from site_builder.passages.context import prefix_for, suffix_for
from site_builder.passages.document import Document
from site_builder.passages.normal import Place, normalise_quote
from site_builder.passages.whole import anchored, nearest_anywhere, part_at
from site_builder.records.scalars import scalar

MOST_EXACT = 100
"""The largest number of places that is reported; each comes with what distinguishes it from all others."""
MOST_NEAR = 3
"""Nearest passages that are offered when nothing has the very words."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words found in an article."""

    article: str
    """The article's id."""
    file: str
    """The article's file."""
    line: int
    """The line on which they begin in the file, from 1."""
    words: str
    """The article's own words, on one line; […] where words are left out."""
    exact: bool
    """True when they are the words that were looked for, and not merely like them."""
    passage: Mapping[str, str]
    """The passage's keys for a claim: article, quote, and what else is needed."""
    start: int
    """Where they begin in the article's text, in characters; its heads follow the text."""

    def yaml(self, spaces: int = 0) -> str:
        """The passage to paste into a claim, with ``spaces`` before its hyphen."""
        lines = [f"{key}: {scalar(value)}" for key, value in self.passage.items()]
        return "\n".join(f"{' ' * spaces}{'  ' if number else '- '}{line}" for number, line in enumerate(lines))


def find(texts: Mapping[str, Document], wanted: str) -> list[Match]:
    """Find ``wanted`` in ``texts``, articles by id: some places, or the few most like it, the best first."""
    if exact := list(islice(_exactly(texts, wanted), MOST_EXACT)):
        return exact
    near = [(found.score, id_, found.place) for id_, text in texts.items() if (found := nearest_anywhere(text, wanted))]
    near.sort(key=lambda item: (-item[0], item[1]))
    return [_match(id_, texts[id_], (place,), exact=False) for _, id_, place in near[:MOST_NEAR]]


def exactly(texts: Mapping[str, Document], wanted: str, prefix: str = "", suffix: str = "") -> list[Match]:
    """Find ``wanted`` in ``texts``, word for word; ``prefix`` and ``suffix`` select one of several places."""
    return list(_exactly(texts, wanted, prefix, suffix))


def _exactly(texts: Mapping[str, Document], wanted: str, prefix: str = "", suffix: str = "") -> Iterator[Match]:
    for id_, text in texts.items():
        for parts in _places(text, wanted, prefix or None, suffix or None):
            yield _match(id_, text, parts)


def _places(text: Document, wanted: str, prefix: str | None, suffix: str | None) -> Iterable[tuple[Place, ...]]:
    """Each place of ``wanted``: its parts, more than one where words are left out."""
    result = anchored(text, wanted, prefix, suffix)
    if isinstance(result, Found):
        return [result.parts]
    if not isinstance(result, Ambiguous):
        return []
    if ELISION not in normalise_quote(wanted):
        return [(place,) for place in result.places]
    wholes = (_whole(text, wanted, place, result.places) for place in result.places)
    return [parts for parts in wholes if parts]


def _whole(text: Document, wanted: str, place: Place, rivals: Sequence[Place]) -> tuple[Place, ...]:
    """All parts of ``wanted``, which leaves words out, where its first is at ``place``; none where that is not sure."""
    part, shift = part_at(text, place[0])
    others = [(start - shift, end - shift) for start, end in rivals]
    found = anchored(text, wanted, prefix_for(part, (place[0] - shift, place[1] - shift), others))
    return found.parts if isinstance(found, Found) and found.parts[0] == place else ()


def _match(article: str, whole: Document, parts: tuple[Place, ...], *, exact: bool = True) -> Match:
    start = parts[0][0]
    text, shift = part_at(whole, parts[0][0])
    parts = tuple((start - shift, end - shift) for start, end in parts)
    words = " […] ".join(" ".join(text.text[slice(*part)].split()) for part in parts)
    passage = {"article": article, "quote": words}
    if text.stands_quoted(parts):
        passage["speech"] = "direct"
    rivals = anchored(text, words)
    if isinstance(rivals, Ambiguous):
        before = prefix_for(text, parts[0], list(rivals.places))
        after = suffix_for(text, parts[-1], list(rivals.places))
        if before or after:
            passage |= {"prefix": before} if before else {"suffix": after or ""}
    span = text.source_span(*parts[0])
    line, _ = span.source.position(span.start)
    return Match(article, span.source.name, line, words, exact, passage, start)
