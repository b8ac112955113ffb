"""A link straight to a passage on the publisher's page: a text fragment.

After the text directive of the WICG's URL Fragment Text Directives: ``text=[prefix-,]start[,end][,-suffix]``, each term
of one block, the first match counting. A short passage is named whole; of a longer one a start and an end that lead to
it and to nothing else in the stored article; where its own words are not enough, the words beside it tell it from its
look-alikes. Terms begin and end on letters or digits, so that quotation marks and dashes that a publisher sets in
another way do no harm, and the outer terms where every browser sees the edge of a word. Pure: knows nothing of records
or pages.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import quote

from site_builder.passages.document import Document
from site_builder.passages.edges import is_spaceless, is_word
from site_builder.passages.normal import INVISIBLE, Place
from site_builder.passages.seen import first, is_surely_edge, seen

SHORT = 60
"""Characters up to which a passage is named whole."""
LONG = 160
"""Characters up to which a passage is named whole where no start and end can be found."""
FEWEST = 3
"""Words of a start or an end, where the passage has so many: fewer are seldom only there on a page with menus."""
MOST = 20
"""Words of a term: a link that is longer than its passage helps nobody."""
CONTEXT = 6
"""Words of a prefix or a suffix."""
REACH = 120
"""Characters of a prefix or a suffix."""


def text_directive(document: Document, place: Place, headline: str = "") -> str | None:
    """The directive for the passage at ``place`` (characters of the document's text), ready for a URL.

    ``headline`` is above the text on the publisher's page. None when no run of its words leads there for certain: a
    browser then shows the page from its top, as without a fragment.
    """
    page = _Page(document, headline)
    whole = page.trimmed(document.seen.index_at(place[0]), document.seen.index_at(place[1]))
    if whole is None:
        return None
    length = whole[1] - whole[0] if page.is_one_block(whole) else LONG + 1
    if length <= SHORT:
        return page.named(whole)
    return page.from_start_to_end(whole) or (page.named(whole) if length <= LONG else None)


class _Page:
    """The publisher's page as far as it is known: a headline, and the article. Places are those of the seen text."""

    def __init__(self, document: Document, headline: str) -> None:
        self._document = document
        self._text = document.seen.text
        self._headline = _headline(headline)

    def trimmed(self, start: int, end: int) -> Place | None:
        """The stretch without the signs at its edges; None when it is nothing else."""
        while start < end and not is_word(self._text[start]):
            start += 1
        while end > start and not is_word(self._text[end - 1]):
            end -= 1
        return (start, end) if start < end else None

    def named(self, whole: Place) -> str | None:
        """The passage by its own words, with those before or after it where they are needed."""
        begins, ends = is_surely_edge(self._text, whole[0]), is_surely_edge(self._text, whole[1])
        term = self._term(whole)
        if begins and ends and self._leads(whole):
            return term
        before, behind = list(self._before(whole)), list(self._behind(whole))
        for prefix in before if ends else ():
            if self._leads(prefix, whole):
                return f"{self._term(prefix)}-,{term}"
        for suffix in behind if begins else ():
            if self._leads(whole, suffix):
                return f"{term},-{self._term(suffix)}"
        for number in range(max(len(before), len(behind)) if before and behind else 0):
            prefix, suffix = before[min(number, len(before) - 1)], behind[min(number, len(behind) - 1)]
            if self._leads(prefix, whole, suffix):
                return f"{self._term(prefix)}-,{term},-{self._term(suffix)}"
        return None

    def from_start_to_end(self, whole: Place) -> str | None:
        """The passage by its beginning and its end, with the words before and after it where they are needed."""
        starts = list(self._beginnings(whole))
        if not starts:
            return None
        if is_surely_edge(self._text, whole[0]):
            for start in starts:
                if self._leads(start):
                    end = self._end((start[1], whole[1]))
                    return f"{self._term(start)},{end}" if end else None
        end = self._end((starts[0][1], whole[1]))
        for prefix in self._before(starts[0]) if end else ():
            if self._leads(prefix, starts[0]):
                return f"{self._term(prefix)}-,{self._term(starts[0])},{end}"
        return None

    def _end(self, rest: Place) -> str | None:
        """The term for the end of a passage whose beginning is named already; ``rest`` is the passage after that."""
        ends = list(self._endings(rest))
        if is_surely_edge(self._text, rest[1]):
            for end in ends:
                if self._leads(end, since=rest[0]):
                    return self._term(end)
        for suffix in self._behind(ends[0]) if ends else ():
            if self._leads(ends[0], suffix, since=rest[0]):
                return f"{self._term(ends[0])},-{self._term(suffix)}"
        return None

    def _leads(self, *parts: Place, since: int = 0) -> bool:
        """True when a browser that looks for ``parts``, one after the other, finds just these."""
        words = [self._text[slice(*part)] for part in parts]
        if since == 0 and first(words, self._headline) is not None:
            return False
        return first(words, self._text, since) == (parts[0][0], parts[-1][1])

    def is_one_block(self, run: Place) -> bool:
        """True when the page has nothing but the run's words: white space in its source is white space."""
        barriers = self._document.barriers
        start, end = self._document.seen.original(*run)
        index = bisect_right(barriers, start)
        return index == len(barriers) or barriers[index] >= end

    def _begins(self, at: int) -> bool:
        """True where a term may begin: every browser sees an edge there, and no hyphen joins it to a word before."""
        text = self._text
        if not is_word(text[at]) or not is_surely_edge(text, at):
            return False
        return at < 2 or text[at - 1] == " " or not _is_of_word(text[at - 2]) or is_spaceless(text[at])

    def _ends(self, at: int) -> bool:
        """True where a term may end: every browser sees an edge there, and no hyphen joins it to a word after."""
        text = self._text
        if not is_word(text[at - 1]) or not is_surely_edge(text, at):
            return False
        return at > len(text) - 2 or text[at] == " " or not _is_of_word(text[at + 1]) or is_spaceless(text[at - 1])

    def _beginnings(self, whole: Place) -> list[Place]:
        """Runs of words with which the passage begins, the best first."""
        ends = (at for at in range(whole[0] + 1, min(whole[1], whole[0] + MOST * 20) + 1) if self._ends(at))
        return self._best([(whole[0], at) for at in islice(ends, MOST)])

    def _endings(self, rest: Place) -> list[Place]:
        """Runs of words with which ``rest`` ends, the best first."""
        starts = (at for at in range(rest[1] - 1, max(rest[0], rest[1] - MOST * 20) - 1, -1) if self._begins(at))
        return self._best([(at, rest[1]) for at in islice(starts, MOST)])

    def _best(self, runs: list[Place]) -> list[Place]:
        """The runs in one block; with as many words as a page's menus seldom have, the shortest first; then shorter."""
        few = min(FEWEST, len(runs)) - 1
        return [run for run in (*runs[max(few, 0) :], *runs[: max(few, 0)][::-1]) if self.is_one_block(run)]

    def _before(self, place: Place) -> Iterator[Place]:
        """Runs of words up to ``place``, the signs between included, the shortest first."""
        end = place[0] - (self._text[place[0] - 1 : place[0]] == " ")
        starts = (at for at in range(place[0] - 1, max(place[0] - REACH, 0) - 1, -1) if self._begins(at))
        runs = ((at, end) for at in islice(starts, CONTEXT) if self.is_one_block((at, place[1])))
        return (run for run in runs if run[0] < run[1])

    def _behind(self, place: Place) -> Iterator[Place]:
        """Runs of words from ``place`` on, the signs between included, the shortest first."""
        start = place[1] + (self._text[place[1] : place[1] + 1] == " ")
        ends = (at for at in range(place[1] + 1, min(place[1] + REACH, len(self._text)) + 1) if self._ends(at))
        runs = ((start, at) for at in islice(ends, CONTEXT) if self.is_one_block((place[0], at)))
        return (run for run in runs if run[0] < run[1])

    def _term(self, place: Place) -> str:
        """Percent-encoded, the directive's own separators ``-``, ``,`` and ``&`` included."""
        printed = self._document.text[slice(*self._document.seen.original(*place))]
        return quote(" ".join(INVISIBLE.sub("", printed).split()), safe="").replace("-", "%2D")


@lru_cache(maxsize=64)
def _headline(text: str) -> str:
    """A headline as a browser sees it: asked for once for each passage of its article."""
    return seen(text).text


def _is_of_word(letter: str) -> bool:
    return is_word(letter) and not is_spaceless(letter)
