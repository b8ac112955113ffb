"""The passage of an article that comes nearest to a quotation, and the words in which the two differ.

For diagnostics and suggestions only: nothing that is found here is ever published. The only module that imports
rapidfuzz.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from site_builder.passages.document import Document
from site_builder.passages.normal import Normal, Place, normalise_quote

_WORD = re.compile(r"\w+(?:[-'.]\w+)*|[^\w\s]")
MIN_SCORE = 55.0
SPARE = 4
"""Words on either side of what is alike in which its edges are looked for."""
REACH = 200
"""Characters that so many words may take."""


@dataclass(frozen=True, slots=True)
class Near:
    """A similar passage."""

    place: Place
    """Where it stands in the document's text."""
    score: float
    """Similarity, 0 to 100."""
    differing: tuple[Place, ...]
    """Words of the passage that the quotation does not have, in the document's text."""
    missing: tuple[str, ...]
    """Words of the quotation that the passage does not have."""


def nearest(document: Document, quote: str, without: Place | None = None) -> Near | None:
    """The passage most like ``quote``, in whole words, elsewhere than ``without``; None when nothing is similar."""
    normal = document.normal
    wanted = normalise_quote(quote)
    if not wanted or not normal.text.strip():
        return None
    searched = _lowered(normal)
    if without:
        first, last = normal.index_at(without[0]), normal.index_at(without[1])
        searched = searched[:first] + "\0" * (last - first) + searched[last:]
    found = fuzz.partial_ratio_alignment(wanted.lower(), searched, score_cutoff=MIN_SCORE)
    if found is None or found.dest_start >= found.dest_end:
        return None
    start, end = _whole_words(normal.text, found.dest_start, found.dest_end)
    # What the quotation leaves out pushes as much out of the window at its edges: those are looked for again.
    before = [word.start() for word in _WORD.finditer(normal.text, max(0, start - REACH), start)]
    behind = [word.end() for word in _WORD.finditer(normal.text, end, end + REACH)]
    window = (before[-SPARE:] or [start])[0], (behind[:SPARE] or [end])[-1]
    here = list(_WORD.finditer(normal.text, *window))
    there = _WORD.findall(wanted)
    ours, theirs = [word.group().casefold() for word in here], [word.casefold() for word in there]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    low, high = _edges(steps, ours, theirs)
    if low >= high:
        return None
    differing: list[Place] = []
    missing: list[str] = []
    for _, first, last, other_first, other_last in steps:
        mine, other = here[max(first, low) : min(last, high)], there[other_first:other_last]
        if [word.group() for word in mine] != other:
            differing += [normal.original(word.start(), word.end()) for word in mine if word.group() not in other]
            missing += [word for word in other if word not in [own.group() for own in mine]]
    place = normal.original(here[low].start(), here[high - 1].end())
    return Near(place, found.score, tuple(differing), tuple(missing))


Step = tuple[str, int, int, int, int]


def _edges(steps: Sequence[Step], here: Sequence[str], there: Sequence[str]) -> Place:
    """Which of the words ``here`` are the passage: those at the edges that the quotation has nothing for are not."""
    tag, first, last, other, others = steps[0]
    low = last - (others - other) if tag in ("delete", "replace") and last - first > others - other else first
    tag, first, last, other, others = steps[-1]
    high = first + others - other if tag in ("delete", "replace") and last - first > others - other else last
    while low < high and not here[low][0].isalnum() and here[low] != there[0]:
        low += 1
    while low < high and not here[high - 1][0].isalnum() and here[high - 1] != there[-1]:
        high -= 1
    return low, high


def _lowered(normal: Normal) -> str:
    """Lower case of the same length, so that offsets stay (``İ`` has two lower letters)."""
    lowered = normal.text.lower()
    if len(lowered) == len(normal.text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in normal.text)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen to whole words, without white space at the edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return widen(text, start, end)


def widen(text: str, start: int, end: int) -> Place:
    """``text[start:end]`` with the rest of the words that it cuts."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
