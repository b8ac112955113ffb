"""A link straight to a passage on the publisher's page: a text fragment.

After the text directive of the WICG's URL Fragment Text Directives: ``text=[prefix-,]start[,end][,-suffix]``, each term
whole words of one block, matched without regard to case, the first match counting. A short passage is named whole; of a
longer one the shortest start and end that lead to it and to nothing else in the stored article; where its own words are
not enough, the words beside it tell it from its look-alikes. Terms begin and end on letters or digits, so that
quotation marks and dashes that a publisher sets in another way do no harm. Pure: knows nothing of records or pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from site_builder.passages.document import Document
from site_builder.passages.normal import INVISIBLE, Place
from site_builder.passages.seen import WORDS, first_words, first_words_unseen
from site_builder.passages.seen import folded as fold

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

    def runs(*, first: bool) -> Iterator[Place]:
        """The passage's beginnings, or its ends, of one block, the best first."""
        for count in _counts(words):
            run = (words[0][0], words[count - 1][1]) if first else (words[-count][0], words[-1][1])
            if page.is_one_block(run):
                yield run

    for start in runs(first=True):
        if page.first(start) == start:
            for end in runs(first=False):
                if start[1] <= end[0] and page.first(end, start[1]) == end:
                    return f"{page.term(start)},{page.term(end)}"
    one, other = next(runs(first=True), None), next(runs(first=False), None)
    return page.named(one, other) if one and other and one[1] <= other[0] else None


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
        self._notes: dict[int, list[int]] = {}

    def named(self, start: Place, end: Place | None) -> str | None:
        """The passage by its own words, with those before or behind it where they are needed."""
        terms = self.term(start) + (f",{self.term(end)}" if end else "")
        if self.first(start) == start and (end is None or self.first(end, start[1]) == end):
            return terms
        for before in self._before(start):
            if self.first(both := (before[0], start[1])) == both and (end is None or self.first(end, start[1]) == end):
                return f"{self.term(before)}-,{terms}"
        for behind in () if end else self._behind(start):
            if self.first(both := (start[0], behind[1])) == both:
                return f"{terms},-{self.term(behind)}"
        return None

    def first(self, term: Place, since: int = 0) -> Place | None:
        """Where a browser finds the words of ``term`` first, from ``since`` on."""
        folded = self._document.folded
        if folded is None:
            words = self._text[slice(*term)].split()
            above = not since and first_words_unseen(words, self._headline)
            return None if above else first_words_unseen(words, self._text, since)
        wanted = folded[slice(*term)]
        above = not since and first_words(wanted, fold(self._headline))
        return None if above else first_words(wanted, folded, since)

    def is_one_block(self, run: Place) -> bool:
        """True when the page has nothing but the run's words: what is white space in its source is white space."""
        document, (start, end) = self._document, run
        number = document.block_at(start)
        if number != document.block_at(end - 1):
            return False
        if number not in self._notes:
            self._notes[number] = document.notes_in(number)
        if any(start < note < end for note in self._notes[number]):
            return False  # a browser sees the sign of the note between the words
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
