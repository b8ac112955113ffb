"""Finds the passage of an article that is most like a quotation, and the words in which the two differ.

For diagnostics and suggestions only: nothing that is found here is ever published. The work is bounded: of a long
quotation the beginning is compared, and of a long text the stretches that share words with it; :func:`limits` says so
to whoever reads that nothing was found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

from site_builder.passages.document import Document
from site_builder.passages.likely import SHORT, others, stretches
from site_builder.passages.normal import Normal, Place, normalise_quote

if TYPE_CHECKING:
    from site_builder.passages.alike import Alike

_WORD = re.compile(r"\w+(?:[-'.]\w+)*|[^\w\s]")
MIN_SCORE = 55.0
ENOUGH = 75.0
"""The score from which on the likely parts of a text have the passage, and the rest of it is not compared."""
MEDIUM = 25_000
"""Characters of a text of which, for a longer quotation, the likely parts are compared first."""
SPARE = 4
"""Words on either side of the like part in which its edges are looked for."""
MARKS = frozenset("\"'")
"""Quotation marks in the normal form."""
ALIKE = 0.5
"""The likeness from which on a word at the edge is the quotation's, in other letters."""
REACH = 200
"""Characters that so many words may take."""
MOST = 1_000
"""Characters of a quotation that are compared."""
MOST_WORDS = 200
"""Words of it that are compared."""
MOST_ODD = 100
"""Characters at an edge of the quotation for which the passage may have other words."""
MOST_RUNS = 40
"""Runs of words that are tried in place of them."""


@dataclass(frozen=True, slots=True)
class Near:
    """A similar passage."""

    place: Place
    """Its place in the document's text."""
    score: float
    """Similarity, 0 to 100."""
    differing: tuple[Place, ...]
    """Words of the passage that the quotation does not have, in the document's text."""
    missing: tuple[str, ...]
    """Words of the quotation that the passage does not have."""
    lacking: tuple[str, ...] = ()
    """The missing words with which the quotation begins or ends: nothing in the passage stands for them."""


def nearest(document: Document, quote: str, without: Place | None = None) -> Near | None:
    """The passage most like ``quote``, in whole words, elsewhere than ``without``; None when nothing is similar."""
    normal = document.normal
    wanted = _compared(normalise_quote(quote))
    if not wanted or not normal.text.strip():
        return None
    hidden = (normal.index_at(without[0]), normal.index_at(without[1])) if without else (0, 0)
    score, start, end = _most_alike(document, wanted.lower(), hidden)
    if start >= end:
        return None
    start, end = _whole_words(normal, start, end)
    # Words that the quotation leaves out push as many out of the window at its edges: those are looked for again.
    before = [word.start() for word in _WORD.finditer(normal.text, max(0, start - REACH), start)]
    behind = [word.end() for word in _WORD.finditer(normal.text, end, end + REACH)]
    window = (before[-SPARE:] or [start])[0], (behind[:SPARE] or [end])[-1]
    here = list(_WORD.finditer(normal.text, *window))
    before_it, there, behind_it = _stripped(_WORD.findall(wanted))
    if not there:
        return None
    ours, theirs = [word.group().casefold() for word in here], [word.casefold() for word in there]
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    low, high = _edges(steps, ours, theirs)
    if low >= high:
        return None
    while behind_it and high < len(ours) and ours[high] == behind_it[0]:
        high, behind_it = high + 1, behind_it[1:]
    while before_it and low and ours[low - 1] == before_it[-1]:
        low, before_it = low - 1, before_it[:-1]
    differing: list[Place] = []
    missing: list[str] = []
    for _, first, last, other_first, other_last in steps:
        mine, other = here[max(first, low) : min(last, high)], there[other_first:other_last]
        if [word.group() for word in mine] != other:
            differing += [normal.original(word.start(), word.end()) for word in mine if word.group() not in other]
            missing += [word for word in other if word not in [own.group() for own in mine]]
    place = normal.original(*normal.whole(here[low].start(), here[high - 1].end()))
    return Near(place, score, tuple(differing), tuple(missing), tuple(_lacking(steps, ours, there)))


def beginning(quote: str) -> str:
    """The part of ``quote``, in the normal form, that is compared where not all of it is; else nothing."""
    wanted = normalise_quote(quote)
    compared = _compared(wanted)
    return compared if compared != wanted else ""


def limits(document: Document, quote: str) -> str:
    """The parts that :func:`nearest` did not compare, as a sentence for the message; mostly empty."""
    cut = beginning(quote)
    said = [f"only the first {len(cut):,} characters of the quotation were compared"] if cut else []
    if len(document.normal.text) > SHORT:
        said.append("in such a long article only the parts that share words with it were compared")
    return ", and ".join(said)


def _compared(wanted: str) -> str:
    """As much of ``wanted`` as is compared, in whole words."""
    words = [word.end() for word in islice(_WORD.finditer(wanted, 0, MOST), MOST_WORDS + 1)]
    if len(wanted) <= MOST and len(words) <= MOST_WORDS:
        return wanted
    end = wanted.rfind(" ", 0, words[MOST_WORDS - 1] + 1 if len(words) > MOST_WORDS else MOST)
    return wanted[: end if end > 0 else MOST].rstrip(" ")


def _most_alike(document: Document, wanted: str, hidden: Place) -> Alike:
    """The score and the place of the stretch that is most like ``wanted``, with what is ``hidden`` out of sight.

    Places are in the normal form; an empty place is that of none.
    """
    # Here, because a build without a fault compares nothing.
    from site_builder.passages.alike import FEW, most_alike

    text, best, likely = document.normal.lowered, (MIN_SCORE, 0, 0), list[Place]()
    shown = text[: hidden[0]] + "\0" * (hidden[1] - hidden[0]) + text[hidden[1] :] if hidden[0] < hidden[1] else text
    if len(text) > (SHORT if len(wanted) <= FEW else MEDIUM):
        likely = stretches(text, document.index, wanted)
        best = most_alike(wanted, shown, likely, best)
        if len(text) > SHORT or best[0] >= ENOUGH:
            return best
    return most_alike(wanted, shown, others(likely, len(text), len(wanted)), best)


Step = tuple[str, int, int, int, int]


def _edges(steps: Sequence[Step], here: Sequence[str], there: Sequence[str]) -> Place:
    """The words ``here`` that are the passage: those at the edges that the quotation has nothing for are not."""
    _, first, last, other, others = steps[0]
    low = (
        first
        if steps[0][0] == "equal"
        else last - _like([here[at:last] for at in range(last - 1, first - 1, -1)], there[other:others])
    )
    _, first, last, other, others = steps[-1]
    high = (
        last
        if steps[-1][0] == "equal"
        else first + _like([here[first:at] for at in range(first + 1, last + 1)], there[other:others])
    )
    while low < high and not here[low][0].isalnum():
        low += 1
    while low < high and not here[high - 1][0].isalnum():
        high -= 1
    return low, high


def _lacking(steps: Sequence[Step], here: Sequence[str], there: Sequence[str]) -> Iterator[str]:
    """The words at the edges of ``there`` that no words ``here`` stand for."""
    for number, step in enumerate(dict.fromkeys((steps[0], steps[-1]))):
        tag, first, last, other, others = step
        ways = [here[at:last] for at in range(last - 1, first - 1, -1)] if number == 0 else []
        ways += [here[first:at] for at in range(first + 1, last + 1)] if step == steps[-1] else []
        words = there[other:others]
        if tag != "equal" and words and not _like(ways, [word.casefold() for word in words]):
            yield from (word for word in words if word[0].isalnum())


def _like(runs: Sequence[Sequence[str]], there: Sequence[str]) -> int:
    """The number of words in the run that stands for all of ``there``, whatever spaces divide them; 0: none does."""
    wanted = "".join(there)
    if not wanted or len(wanted) > MOST_ODD:
        return 0
    # A run three times as long, or a third as long, is less alike than is asked for, whatever letters it has.
    near = (run for run in runs if len(wanted) <= 3 * sum(map(len, run)) <= 9 * len(wanted))
    likeness = [(_ratio("".join(run), wanted), -len(run)) for run in islice(near, MOST_RUNS)]
    best, count = max(likeness, default=(0.0, 0))
    return -count if best >= ALIKE else 0


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _stripped(words: list[str]) -> tuple[list[str], list[str], list[str]]:
    """The signs before the first word, the words, and the signs after the last; marks around the whole are none."""
    if len(words) > 1 and words[0] == words[-1] and words[0] in MARKS:
        words = words[1:-1]
    at = [index for index, word in enumerate(words) if word[0].isalnum()]
    return (words[: at[0]], words[at[0] : at[-1] + 1], words[at[-1] + 1 :]) if at else ([], [], [])


def _whole_words(normal: Normal, start: int, end: int) -> Place:
    """Widen to whole words, without white space at the edges."""
    while start < end and normal.text[start] == " ":
        start += 1
    while end > start and normal.text[end - 1] == " ":
        end -= 1
    return normal.whole(start, end)
