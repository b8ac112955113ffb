"""Finds the parts of a text that are printed as somebody's own words: between quotation marks, or after a dash.

A mark counts only with its partner. A quotation that its paragraph leaves open goes on where the next paragraph begins
with a mark of the same kind, as in print, and is closed in the end; a mark without a partner opens nothing. So what is
found is never the narrator's, as far as marks tell. Pure: knows text only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.passages.dialogue import spoken
from site_builder.passages.marks import ALL, GOES_ON, MARK, OPENING, SINGLE, Marks, marks_of
from site_builder.passages.normal import Place

EDGES = "".join(sorted(ALL)) + " \n\t\u00a0\u202f,、，"
"""Signs that may be at an edge of a quotation without belonging to the speech: marks, spaces, the comma of print."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The quoted speech of a text."""

    places: list[Place]
    """Stretches of speech, the marks left out, ascending; none reaches over a paragraph."""
    alone: list[int]
    """The places of marks that can open a quotation but have no partner."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The marks of one paragraph."""

    lead: int | None
    """The place of the mark with which the paragraph begins; None where it begins with none."""
    pairs: list[Place]
    """Opening and closing marks that belong together, ascending by the closing one."""
    left_open: list[tuple[int, str]]
    """Opening marks without a partner in the paragraph, ascending: the place and the mark that opened the quotation."""


def quoted(text: str, paragraphs: Sequence[Place], language: str = "") -> Speech:
    """The speech in ``text``, a text in ``language`` (BCP 47) that consists of ``paragraphs``."""
    marks = marks_of(text, language)
    leads = [_lead(text, start, end) for start, end in paragraphs]
    read: list[_Paragraph] = []
    for (start, end), lead, following in zip(paragraphs, leads, [*leads, None][1:], strict=True):
        before = _going_on(marks, read[-1], lead) if read else None
        after = "" if following is None else text[following]
        read.append(_in_paragraph(marks, (start, end), lead, before[1] if before else None, after))
    places: list[Place] = []
    alone: list[int] = []
    for (start, end), paragraph, opening in zip(paragraphs, read, _carried(marks, read), strict=True):
        limit = end if opening is None else opening
        found = [(first + 1, last) for first, last in paragraph.pairs if last < limit]
        if opening is not None:
            found.append((opening + 1, end))
        places += _outermost([*found, *spoken(text, start, end, language)])
        alone += [at for at, _ in paragraph.left_open if at < limit]
    return Speech(places, alone)


def _lead(text: str, start: int, end: int) -> int | None:
    """The place of the mark with which a paragraph begins, if it does; a dash of dialogue may be before it."""
    while start < end and (text[start].isspace() or text[start] in "—–-"):
        start += 1
    return start if start < end and text[start] in ALL else None


def _in_paragraph(marks: Marks, place: Place, lead: int | None, carried: str | None, following: str) -> _Paragraph:
    """Pair the marks of the paragraph at ``place``.

    The mark at ``lead`` continues a quotation that the mark ``carried`` opened; the next paragraph begins with the
    mark ``following``.
    """
    found = [match.start() for match in MARK.finditer(marks.text, *place)]
    found = [at for at in found if not marks.is_inside_word(at)]
    closing = _closing(marks, found, following)
    open_marks: list[tuple[int, str]] = []
    count: Counter[str] = Counter()
    pairs: list[Place] = []
    for at in found:
        mark = marks.text[at]
        if carried and at == lead:
            open_marks.append((at, carried))
        elif at in closing and any(count[opener] for opener in OPENING[mark]):
            # A mark that opened a quotation inside and is still open has no partner.
            while open_marks[-1][1] not in OPENING[mark]:
                count[open_marks.pop()[1]] -= 1
            pairs.append((open_marks[-1][0], at))
            count[open_marks.pop()[1]] -= 1
            continue
        elif marks.can_open(at):
            open_marks.append((at, mark))
        else:
            continue
        count[open_marks[-1][1]] += 1
    return _Paragraph(lead, pairs, open_marks)


def _closing(marks: Marks, found: list[int], following: str) -> set[int]:
    """The marks at ``found`` that can close, except for possessives and inches inside a quotation.

    What may be either is no mark where a sure one follows before the next quotation begins.
    """
    is_sure: dict[str, bool] = {_family(following): True} if following else {}
    closing: set[int] = set()
    for at in reversed(found):
        family = _family(marks.text[at])
        if marks.can_close(at):
            is_open_question = marks.may_be_none(at)
            if not (is_open_question and is_sure.get(family)):
                closing.add(at)
            if not is_open_question:
                is_sure[family] = True
        if marks.can_open(at):
            is_sure[family] = False
    return closing


def _family(mark: str) -> str:
    """One name for the marks that can close the same quotation, where they may be something else."""
    return "’" if mark in SINGLE and mark != "'" else mark


def _going_on(marks: Marks, before: _Paragraph, lead: int | None) -> tuple[int, str] | None:
    """The mark that ``before`` left open and the one at ``lead`` continues: its place, and the mark; None for none."""
    if lead is None:
        return None
    mark = marks.text[lead]
    for at, opener in reversed(before.left_open):
        # Words that are held at arm's length ("a mess") end in their sentence; speech begins with a capital.
        is_begun = at == before.lead or not marks.text[at + 1 : at + 2].islower()
        if mark in GOES_ON.get(opener, opener) and is_begun:
            return at, opener
    return None


def _carried(marks: Marks, read: list[_Paragraph]) -> list[int | None]:
    """For each paragraph the mark whose quotation continues in the next one, and is closed in the end."""
    carried: list[int | None] = [None] * len(read)
    for number in range(len(read) - 2, -1, -1):
        following = read[number + 1]
        opening = _going_on(marks, read[number], following.lead)
        is_closed = any(first == following.lead for first, _ in following.pairs)
        if opening and (is_closed or carried[number + 1] == following.lead):
            carried[number] = opening[0]
    return carried


def _outermost(places: list[Place]) -> list[Place]:
    """``places`` ascending, without those that begin inside another."""
    outer: list[Place] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not outer or start >= outer[-1][1]:
            outer.append((start, end))
    return outer
