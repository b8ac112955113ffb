"""A link straight to a passage on the publisher's page: a text fragment.

After the text directive of the WICG's URL Fragment Text Directives: ``text=[prefix-,]start[,end][,-suffix]``, each term
whole words of one block, matched without regard to case, the first match counting. A short passage is named whole; of a
longer one the shortest start and end that lead to it and to nothing else in the stored article; where its own words are
not enough, the words beside it tell it from its look-alikes. Terms begin and end on letters or digits, so that
quotation marks and dashes that a publisher sets in another way do no harm. Pure: knows nothing of records or pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from site_builder.passages.document import Document
from site_builder.passages.normal import INVISIBLE, WORDS, Place, first_words

SHORT = 60
"""Characters up to which a passage is named whole."""
FEWEST = 3
"""Words of a start or an end, where the passage has so many: fewer are seldom only there on a page with menus."""
MOST = 20
"""Words of a term: a link that is longer than its passage helps nobody."""
CONTEXT = 6
"""Words of a prefix or a suffix."""


def text_directive(document: Document, place: Place, headline: str = "") -> str | None:
    """The directive for the passage at ``place`` (characters of the document's text), ready for a URL.

    ``headline`` stands above the text on the publisher's page. None when no run of its words leads there: a browser
    then shows the page from its top, as without a fragment.
    """
    words = [match.span() for match in WORDS.finditer(document.text, *place)]
    if not words:
        return None
    page = _Page(document, headline)
    whole = (words[0][0], words[-1][1])
    if whole[1] - whole[0] <= SHORT and page.is_one_block(whole):
        return page.named(whole, None)
    starts = [run for count in _counts(words) if page.is_one_block(run := (words[0][0], words[count - 1][1]))]
    ends = [run for count in _counts(words) if page.is_one_block(run := (words[-count][0], words[-1][1]))]
    for start in starts:
        for end in ends:
            if start[1] <= end[0] and page.first(start) == start and page.first(end, start[1]) == end:
                return f"{page.term(start)},{page.term(end)}"
    return next((made for end in ends[:1] for start in starts[:1] if (made := page.named(start, end))), None)


def _counts(words: list[Place]) -> Iterable[int]:
    """How many words a start or an end may have, the best first."""
    most = min(len(words), MOST)
    few = min(FEWEST, most)
    return (*range(few, most + 1), *range(few - 1, 0, -1))


class _Page:
    """The publisher's page as far as it is known: a headline, and the article."""

    def __init__(self, document: Document, headline: str) -> None:
        self._document = document
        self._text = document.text
        self._headline = headline
        self._has_invisible = INVISIBLE.search(document.text) is not None

    def named(self, start: Place, end: Place | None) -> str | None:
        """The passage by its own words, with those before or behind it where they are needed."""
        terms = self.term(start) + (f",{self.term(end)}" if end else "")
        if self.first(start) == start and (end is None or self.first(end, start[1]) == end):
            return terms
        for before in self._before(start):
            if self._first((before, start)) == before and (end is None or self.first(end, start[1]) == end):
                return f"{self.term(before)}-,{terms}"
        for behind in () if end else self._behind(start):
            if self._first((start, behind)) == start:
                return f"{terms},-{self.term(behind)}"
        return None

    def first(self, term: Place, since: int = 0) -> Place | None:
        """Where a browser finds the words of ``term`` first, from ``since`` on."""
        if not since and self._search(self._headline, (term,), 0):
            return None
        return self._search(self._text, (term,), since)

    def _first(self, terms: tuple[Place, Place]) -> Place | None:
        """Where it finds the words of both, one behind the other, first; the place of the first of them."""
        if self._search(self._headline, terms, 0):
            return None
        found = self._search(self._text, terms, 0)
        return (found[0], found[0] + terms[0][1] - terms[0][0]) if found else None

    def _search(self, text: str, terms: tuple[Place, ...], since: int) -> Place | None:
        return first_words([self._pattern(term) for term in terms], text, since)

    def _pattern(self, term: Place) -> str:
        """Its words, with any white space between them, and with characters that nobody sees or without them."""
        words = INVISIBLE.sub("", self._text[slice(*term)]).split()
        if not self._has_invisible:
            return r"\s+".join(map(re.escape, words))
        unseen = INVISIBLE.pattern[:-1] + "*"
        return rf"{unseen}\s+{unseen}".join(unseen.join(map(re.escape, word)) for word in words)

    def is_one_block(self, run: Place) -> bool:
        """True when the page sets nothing of the run apart: white space in its source is white space."""
        document, (start, end) = self._document, run
        number = document.block_at(start)
        if number != document.block_at(end - 1):
            return False
        at = document.text.find("\n", start, end)
        while at >= 0:
            if not self._is_soft(number, at):
                return False
            at = document.text.find("\n", at + 1, end)
        return True

    def _is_soft(self, block: int, at: int) -> bool:
        """True for the end of a line inside a paragraph: it is part of the text, and no ``<br>`` stands before it."""
        before: str | Place = ""
        for piece in self._document.blocks[block].pieces:
            if not isinstance(piece, str) and piece[0] <= at < piece[1]:
                return before != "<br>"
            before = piece
        return False

    def _before(self, place: Place) -> Iterator[Place]:
        """Runs of words up to ``place``, the signs between included, the shortest first."""
        block = self._document.blocks[self._document.block_at(place[0])]
        words = [match.span() for match in WORDS.finditer(self._text, block.start, place[0])][-CONTEXT:]
        end = len(self._text[: place[0]].rstrip())
        runs = ((words[-count][0], end) for count in range(1, len(words) + 1))
        return (run for run in runs if self.is_one_block((run[0], place[1])))

    def _behind(self, place: Place) -> Iterator[Place]:
        """Runs of words from ``place`` on, the signs between included, the shortest first."""
        block = self._document.blocks[self._document.block_at(place[1] - 1)]
        words = [match.span() for match in WORDS.finditer(self._text, place[1], block.end)][:CONTEXT]
        start = len(self._text) - len(self._text[place[1] :].lstrip())
        runs = ((start, words[count - 1][1]) for count in range(1, len(words) + 1))
        return (run for run in runs if self.is_one_block((place[0], run[1])))

    def term(self, place: Place) -> str:
        """Percent-encoded, the directive's own separators ``-``, ``,`` and ``&`` included."""
        words = INVISIBLE.sub("", self._text[slice(*place)]).split()
        return quote(" ".join(words), safe="").replace("-", "%2D")
