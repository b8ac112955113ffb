"""Groups the characters of a printed page, by their positions, into lines.

A line knows where it is, so that others can tell paragraphs and running heads. Figures that are above or below
the line become raised or lowered figures: 10⁶ is not 106. A line of a script that runs from right to left is measured
from the right, so that its beginning is its left edge here, too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile
from statistics import median

from site_builder.editor.saved.context import RAISED
from site_builder.editor.saved.pdf import UNREAD, Sheet, Sign

_SMALLER = 0.85
"""A raised or lowered sign is at most so high, compared with its line."""
_OFF = 0.12
"""… and so far off the base line, in heights of the line."""
_APART = 0.5
"""Signs whose base lines are so far from each other are on two lines, in heights."""
_ALIKE = 0.08
_WIDEST = 1.75
"""The widest leading, in heights: where all gaps are larger, each line is a paragraph."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of text; places and sizes in points."""

    text: str
    page: int
    """The number of its page, from 1."""
    left: float
    right: float
    base: float
    height: float
    first_word: float
    """The width of its first word."""

    def is_as_large_as(self, other: Line) -> bool:
        """True when the two are set in type of one size."""
        return abs(self.height - other.height) <= _ALIKE * max(self.height, other.height)


def read_lines(sheet: Sheet, page: int) -> list[Line]:
    """The lines of ``sheet``, whose number is ``page``, in the order of the file."""
    rows: list[list[Sign]] = [[]]
    for sign in sheet.signs:
        before = next((one for one in reversed(rows[-1]) if one.height), None)
        is_apart = before and sign.height and abs(sign.base - before.base) > _APART * max(sign.height, before.height)
        if sign.text == "\n" or is_apart:
            rows.append([])
        if sign.text != "\n":
            rows[-1].append(sign)
    return [_line(row, page) for row in rows if any(not sign.text.isspace() for sign in row)]


def _line(row: Sequence[Sign], page: int) -> Line:
    seen = [sign for sign in row if sign.height and not sign.text.isspace()] or list(row)
    height = median(sorted(sign.height for sign in seen))
    base = median(sorted(sign.base for sign in seen))
    text = "".join(_in_line(sign, base, height) for sign in row).replace("\N{SOFT HYPHEN}", "")
    left, right = min(sign.left for sign in seen), max(sign.right for sign in seen)
    if _runs_leftwards(text):
        left, right = -right, -left
    text = _with_bullet(" ".join(text.split()))
    return Line(text, page, left, right, base, height, _first_word(row))


def _in_line(sign: Sign, base: float, height: float) -> str:
    if not sign.height or sign.height > _SMALLER * height or abs(sign.base - base) < _OFF * height:
        return sign.text
    return sign.text.translate(RAISED["sup" if sign.base > base else "sub"]) if sign.text.isdigit() else sign.text


def _runs_leftwards(text: str) -> bool:
    """True when the first letter of ``text`` is of a script that runs from right to left."""
    strong = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def _with_bullet(text: str) -> str:
    """``text`` with a bullet where a shape without a name (of a font of symbols) stands alone before its words."""
    if text[1:2] == " " and unicodedata.category(text[0]) == "Co":
        text = f"•{text[1:]}"
    return "".join(UNREAD if unicodedata.category(sign) == "Co" else sign for sign in text)


def _first_word(row: Sequence[Sign]) -> float:
    visible = dropwhile(lambda sign: sign.text.isspace(), row)
    word = [sign for sign in takewhile(lambda sign: not sign.text.isspace(), visible) if sign.height]
    return max(sign.right for sign in word) - min(sign.left for sign in word) if word else 0


def usual_leading(lines: Sequence[Line]) -> float:
    """The distance of base lines inside a paragraph, in points: a quarter of the gaps between lines are no larger."""
    gaps = sorted(
        before.base - line.base
        for before, line in pairwise(lines)
        if before.page == line.page and before.is_as_large_as(line) and before.base > line.base
    )
    height = median(line.height for line in lines) if lines else 0
    return min(gaps[len(gaps) // 4] if gaps else 1.3 * height, _WIDEST * height)
