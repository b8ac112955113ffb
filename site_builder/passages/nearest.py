"""The passage of an article that comes nearest to a quotation, and the words in which the two differ.

For diagnostics and suggestions only: nothing that is found here is ever published. The only module that imports
rapidfuzz.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from site_builder.passages.document import Document
from site_builder.passages.normal import Normal, Place, normalise_quote

_WORD = re.compile(r"\w+(?:[-'.]\w+)*|[^\w\s]")
MIN_SCORE = 55.0


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
    here = list(_WORD.finditer(normal.text, start, end))
    there = _WORD.findall(wanted)
    differing: list[Place] = []
    missing: list[str] = []
    steps = SequenceMatcher(None, [word.group() for word in here], there, autojunk=False).get_opcodes()
    # Words at the edges that the quotation does not have belong to the alignment, not to the passage.
    if len(steps) > 1 and steps[0][0] == "delete":
        start = here[steps.pop(0)[2]].start()
    if len(steps) > 1 and steps[-1][0] == "delete":
        end = here[steps.pop()[1] - 1].end()
    for tag, first, last, other_first, other_last in steps:
        if tag != "equal":
            differing += [normal.original(word.start(), word.end()) for word in here[first:last]]
            missing += there[other_first:other_last]
    return Near(normal.original(start, end), found.score, tuple(differing), tuple(missing))


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
