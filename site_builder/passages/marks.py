"""Quotation marks: which can open, which can close, and which characters are not quotation marks at all.

The shape of a mark decides where it can; where one shape does both (straight marks, ”…” in Swedish and Finnish, »…« in
German) the characters beside it decide, and which shapes the text has. Knows one mark and its surroundings;
:mod:`site_builder.passages.speech` decides which marks belong together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category

from site_builder.passages import edges

CLOSING = {
    "“": "”", "‟": "”", "„": "“”", "”": "”", "«": "»", "»": "«»", '"': '"', "＂": "＂", "״": "״", "❝": "❞",
    "‘": "’", "‛": "’", "‚": "‘’", "’": "’", "'": "'", "‹": "›", "›": "‹›", "❛": "❜",
    "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "〝": "〞〟",
}  # fmt: skip
"""Marks that can open a quotation, each with those that can close it."""
OPENING = {mark: "".join(opener for opener in CLOSING if mark in CLOSING[opener]) for mark in
           {*CLOSING, *"".join(CLOSING.values())}}  # fmt: skip
"""Every mark with those that open a quotation which it can close."""
GOES_ON = {"«": "«»", "»": "»"}
"""Marks that open a further paragraph of a quotation, where they are others than the one that opened it."""
ALL = frozenset("".join(CLOSING) + "".join(CLOSING.values()))
"""Every mark."""
SINGLE = frozenset("‘’‚‛'")
"""Marks that can be apostrophes."""
MARK = re.compile(f"[{re.escape(''.join(sorted(ALL)))}]")
"""Finds every mark."""
_BRACKETS = frozenset("「」『』﹁﹂﹃﹄〝〞〟❝❞❛❜")
_STRAIGHT = frozenset("\"'＂״")
_NORDIC = frozenset(("sv", "fi", "da", "nb", "nn", "no", "et"))
_OPENING_SIGNS = frozenset("'\":=/¿¡«»‹›„‚“”‘’״＂：，。；！？、")
_CLOSING_SIGNS = frozenset(",;:!?)]}")
# Letters that stand directly beside a mark though no word goes on there: particles behind Korean words, prepositions
# before Arabic ones, and all that is written without spaces.
_GLUED = re.compile(f"[{edges.SPACELESS}\u0600-\u06ff\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_ELISION = re.compile(
    r"(?:t(?:is|was|were|will|il)|em|n|s|t|k|m|cause|cos|nother|ere)\b(?![-])|\d\ds?\b(?![,.]\d)|\d0s\b", re.IGNORECASE
)
_INCHES = re.compile(r"\d['′’]\s?\d{1,2}(?:[.½¼¾]\d*)?$")
_FEET = re.compile(r"\s?\d{1,2}(?:[.½¼¾]\d*)?[\"″”]")
_POSSESSIVE = re.compile(r"(?:[sxz]|in)$", re.IGNORECASE)
# Words that cannot follow a possessive: behind them a mark closes.
_FUNCTION = re.compile(
    r"\s+(?:a|an|the|and|or|but|nor|so|yet|if|as|at|by|for|from|in|into|of|off|on|onto|over|to|under|up|with|within|"
    r"without|about|after|against|among|before|behind|between|during|since|than|that|through|until|when|where|which|"
    r"while|who|whose|why|because|he|she|it|they|we|you|i|his|her|its|their|our|your|my|is|are|was|were|be|been|am|"
    r"has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|not|said|says|told|added|wrote|asked|"
    r"replied|also|then|there|this|these|those|here|yesterday|today|tomorrow|again|too)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of one text."""

    text: str
    """The text."""
    opens_right: bool
    """True when ’ opens quotations too, as in Swedish and Finnish; elsewhere it stands for left out letters there."""

    def is_inside_word(self, at: int) -> bool:
        """True for an apostrophe or a sign of abbreviation, with the word going on on both sides."""
        text = self.text
        if not (0 < at < len(text) - 1) or text[at - 1].isspace() or text[at + 1].isspace():
            return False
        low, high = max(0, at - 3), at + edges.REACH
        around = text[low:high]
        return not edges.is_edge(around, at - low) and not edges.is_edge(around, at - low + 1)

    def can_open(self, at: int) -> bool:
        """True when the mark at ``at`` can open a quotation."""
        mark, before, after = self._around(at)
        if mark not in CLOSING:
            return False
        if mark in _BRACKETS:
            return True
        if mark in "“‟„‚«‹":
            return not self._stands_behind(before, after)
        if mark == "’" and not self.opens_right:
            return False
        if mark in SINGLE and (_ELISION.match(self.text, at + 1) or self._is_foot(at)):
            return False
        return self._stands_before(before, after, at)

    def can_close(self, at: int) -> bool:
        """True when the mark at ``at`` can close a quotation that another opened."""
        mark, before, after = self._around(at)
        if mark in _BRACKETS:
            return mark not in CLOSING
        if mark in "»›”":
            return not before.isspace() or not edges.is_word(after)
        if before.isspace() or category(before) == "Ps" or (mark == '"' and _INCHES.search(self._head(at))):
            return False
        if not edges.is_word(after) or _GLUED.match(after):
            return not (mark in SINGLE and self._is_foot(at))
        return mark not in SINGLE and not self._stands_before(before, after, at)

    def may_be_none(self, at: int) -> bool:
        """True when the mark at ``at`` can close, but may as well be a possessive's apostrophe or a sign of inches."""
        mark, before, after = self._around(at)
        if not after.isspace() or _FUNCTION.match(self.text, at + 1):
            return False
        if mark in SINGLE and _POSSESSIVE.search(self._head(at)):
            return True
        return (mark in SINGLE or mark == '"') and before.isdecimal()

    def _head(self, at: int) -> str:
        return self.text[max(0, at - 8) : at]

    def _around(self, at: int) -> tuple[str, str, str]:
        """The mark, and the signs before and after it; a line's end where there is none."""
        return self.text[at], self.text[at - 1] if at else "\n", self.text[at + 1 : at + 2] or "\n"

    def _is_foot(self, at: int) -> bool:
        """True for the sign of feet or minutes: 6'2"."""
        before = self.text[max(0, at - 1) : at]
        return before.isdecimal() and _FEET.match(self.text, at + 1) is not None

    def _stands_before(self, before: str, after: str, at: int) -> bool:
        """True where a mark that opens can be: something after it, and before it a space or an opening sign."""
        if after.isspace() or after in _CLOSING_SIGNS:
            return False
        if before.isspace() or before in _OPENING_SIGNS or category(before) in ("Ps", "Pi", "Pd"):
            return True
        if "\u05d0" <= before <= "\u05ea":
            return not self.is_inside_word(at)
        return _GLUED.match(before) is not None

    @staticmethod
    def _stands_behind(before: str, after: str) -> bool:
        """True where only a mark that closes can be."""
        if before.isspace() or before in "'’" or category(before) in ("Ps", "Pd"):
            return False
        return after.isspace() or after in ".,;:!?)"


def marks_of(text: str, language: str) -> Marks:
    """The marks of ``text``; its ``language`` (BCP 47, may be empty) decides where the text alone does not."""
    is_nordic = language.partition("-")[0].lower() in _NORDIC
    has_left = "“" in text or "„" in text
    return Marks(text, opens_right=not has_left and (is_nordic or _OPENED_RIGHT.search(text) is not None))


_OPENED_RIGHT = re.compile(r"(?:^|[\s(—–-])”\w")
