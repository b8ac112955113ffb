"""Finds words in the articles, and writes the YAML to cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from site_builder.passages.anchor import ELISION, Ambiguous, Found
from site_builder.passages.context import Around
from site_builder.passages.document import Document
from site_builder.passages.normal import Place, normalise_quote
from site_builder.passages.whole import anchored, nearest_anywhere, part_at
from site_builder.records.scalars import scalar

MOST_EXACT = 100
"""The largest number of places that is reported; each comes with words that distinguish it from all others."""
MOST_KNOWN = 8
"""Wordings for which the words around all their places are kept: the last ones that were looked up."""
LIKE = 0.6
"""The share of letters from which on other words are like those that were looked for."""
MOST_COMPARED = 500
"""Letters of both that are compared."""
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
    """The passage's keys for a claim: article, quote, and any others that are needed."""
    start: int
    """Their start in the article's text, in characters; its heads follow the text."""

    def yaml(self, spaces: int = 0) -> str:
        """The passage to paste into a claim, with ``spaces`` before its hyphen."""
        lines = [f"{key}: {scalar(value)}" for key, value in self.passage.items()]
        return "\n".join(f"{' ' * spaces}{'  ' if number else '- '}{line}" for number, line in enumerate(lines))


Spot = tuple[str, tuple[Place, ...]]
"""An article's id, and where words are in it: their parts, more than one where words are left out."""


class Finder:
    """Finds words in ``texts``, articles by id; works out only once what distinguishes the places of the same words."""

    def __init__(self, texts: Mapping[str, Document]) -> None:
        self.texts = texts
        """The articles that words are looked for in."""
        self._rivals = lru_cache(maxsize=MOST_KNOWN)(self._find_rivals)

    def find(self, wanted: str, among: Iterable[str] | None = None) -> list[Match]:
        """Find ``wanted`` in the articles ``among``, or in all: some places, or the few most like it, best first."""
        ids = list(self.texts if among is None else among)
        if exact := list(islice(self._spots(wanted, "", "", ids), MOST_EXACT)):
            return [self.match(spot) for spot in exact]
        near = [(found.score, id_, found.place) for id_ in ids if (found := nearest_anywhere(self.texts[id_], wanted))]
        near.sort(key=lambda item: (-item[0], item[1]))
        offered = (self.match((id_, (place,)), exact=False) for _, id_, place in near[:MOST_NEAR])
        return [match for match in offered if _is_like(match.words, wanted)]

    def spots(self, wanted: str, prefix: str = "", suffix: str = "", *, among: Iterable[str]) -> list[Spot]:
        """The places of ``wanted`` in the articles ``among``, word for word: at most one more than :data:`MOST_EXACT`.

        ``prefix`` and ``suffix`` select one of several places.
        """
        return list(islice(self._spots(wanted, prefix, suffix, among), MOST_EXACT + 1))

    def match(self, spot: Spot, *, exact: bool = True) -> Match:
        """The match at ``spot``."""
        article, parts = spot
        start = parts[0][0]
        text, shift = part_at(self.texts[article], start)
        parts = tuple((start - shift, end - shift) for start, end in parts)
        words = " […] ".join(" ".join(text.text[slice(*part)].split()) for part in parts)
        passage = {"article": article, "quote": words}
        if text.stands_quoted(parts):
            passage["speech"] = "direct"
        if around := self._rivals(article, shift, normalise_quote(words)):
            before, after = around.prefix(parts[0]), around.suffix(parts[-1])
            if before or after:
                passage |= {"prefix": before} if before else {"suffix": after or ""}
        span = text.source_span(*parts[0])
        line, _ = span.source.position(span.start)
        return Match(article, span.source.name, line, words, exact, passage, start)

    def _spots(self, wanted: str, prefix: str, suffix: str, among: Iterable[str]) -> Iterator[Spot]:
        for id_ in among:
            for parts in self._places(self.texts[id_], wanted, prefix, suffix):
                yield id_, parts

    @staticmethod
    def _places(text: Document, wanted: str, prefix: str, suffix: str) -> Iterable[tuple[Place, ...]]:
        result = anchored(text, wanted, prefix or None, suffix or None)
        if isinstance(result, Found):
            return [result.parts]
        if not isinstance(result, Ambiguous):
            return []
        if ELISION not in normalise_quote(wanted):
            return ((place,) for place in result.places)
        part, shift = part_at(text, result.places[0][0])
        firsts = [(start - shift, end - shift) for start, end in result.places]
        around = Around(part, firsts)
        # A whole is not sure, and is not followed to its end, if nothing distinguishes its beginning from another.
        sure = (number for number, first in enumerate(firsts[: len(result.wholes)]) if around.prefix(first))
        return (result.wholes[number] for number in sure)

    def _find_rivals(self, article: str, shift: int, words: str) -> Around | None:
        """The words around all places of ``words`` (in the normal form); nothing where there is one place."""
        text, _ = part_at(self.texts[article], shift)
        rivals = anchored(text, words)
        return Around(text, rivals.places) if isinstance(rivals, Ambiguous) else None


def _is_like(words: str, wanted: str) -> bool:
    """True where somebody who wanted the one may have meant the other: half of the words, or most letters, agree."""
    one, other = normalise_quote(words).casefold(), normalise_quote(wanted).casefold()
    there, sought = set(one.split()), set(other.split())
    if 2 * len(there & sought) >= len(sought):
        return True
    return SequenceMatcher(None, one[:MOST_COMPARED], other[:MOST_COMPARED]).ratio() >= LIKE


def find(texts: Mapping[str, Document], wanted: str) -> list[Match]:
    """Find ``wanted`` in ``texts``, articles by id: some places, or the few most like it, the best first."""
    return Finder(texts).find(wanted)
