"""Decides where a quotation may begin and end: at the edges of words and numbers, including their signs.

The default word boundaries of Unicode Standard Annex #29, with a newsroom's additions. A quotation mark that
opens before a letter is an edge. A hyphen, a sign, a currency and a unit belong to the word or number that they touch:
"violent" is not in "non-violent", nor "5 degrees" in "−5 degrees". Scripts without spaces may be cut between any two
characters. Knows characters only; other modules decide which passage is meant and which differences are ignored.
"""

from __future__ import annotations

import re
import unicodedata

REACH = 24
"""Characters on either side of a place that the rule may look at."""

# Han, kana, Thai, Lao, Myanmar, Khmer and their relatives: their words have no spaces between them.
SPACELESS = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u104e\u1050-\u108f\u109a-\u109f\u1780-\u17d3\u17d7\u17dc"
    "\u1950-\u19cf\u1a20-\u1a5e\u1aa7\u3005-\u3007\u3021-\u3029\u3031-\u303b\u3041-\u30ff\u3105-\u312f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f\uaa80-\uaadf\uf900-\ufaff\uff66-\uff9f"
    "\U00011700-\U0001172b\U00011740-\U00011746\U00017000-\U00018dff\U0001aff0-\U0001b2ff\U00020000-\U0003ffff"
)
"""Characters of scripts that are written without spaces, as ranges for a regular expression."""
_SPACELESS = re.compile(f"[{SPACELESS}]")
_VOICING = "\uff9e\uff9f"
_ENCLOSED = re.compile("[\u2460-\u24ff\u2776-\u2793\u3220-\u32ff\U0001f100-\U0001f10c]")
_HEBREW = re.compile("[\u05d0-\u05ea]")

_APOSTROPHES = "'\u2018\u2019\u201b\u02bc\uff07\u00b4`\uff40\u2032\u2035\u05f3\u055a\u1fbd"
_GERSHAYIM = '"\u201d\u05f4\uff02'
_HYPHENS = "-\u2010\u2011\u2212\u05be\u058a\ufe63\uff0d"
_EN_DASHES = "\u2012\u2013"
_LONG_DASHES = "\u2014\u2015\u2e3a\u2e3b\ufe58"
_DASHES = _LONG_DASHES + "~\uff5e\u301c"
_BEFORE_HYPHENS = ".\u201d\u2019\"')"
_IN_NUMBERS = "'\u2019.,:/\u2044\u00b7\u066b\u066c\u2236\uff0c\uff0e\uff0f\uff1a*"
_IN_WORDS = ".:\u00b7\u0387\u055f\u2024\u2027\ufe52\uff0e\uff1a&@"
_POINTS = ".,\u00b7\u066b\uff0e\uff0c"
_STOPS = ".:\uff0e\uff1a"
_SIGNS = "+\u2212\u00b1\u2213~\u223c\u2248<>\u2264\u2265\u00d7\u00f7\u2260\uff0b"
_MINUS = "-\u2010\u2011\u2212\u2013\u2012\ufe63\uff0d"
_UNITS = "%\u2030\u2031\u066a\uff05\u00b0\u2103\u2109\u2032\u2033"
_BLANKS = " \u00a0\u2007\u2009\u202f"
_GROUPS = re.compile(rf"(?<![^\W_])(?<!\d[.,])\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?![^\W_])")


def is_edge(text: str, at: int) -> bool:
    """True when a quotation may begin or end in ``text`` between the characters ``at - 1`` and ``at``."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return not _is_inside_number(text, at)
    if is_mark(after) or after in _VOICING or _is_inside_emoji(text, at):
        return False
    if is_word(before) and is_word(after):
        return is_spaceless(before) or is_spaceless(after)
    if _is_currency(text, at) or _is_sign(text, at) or _is_hyphen_behind_sign(text, at):
        return False
    if is_word(before):
        return not _joins(text, *_run(text, at))
    return not _joins(text, *_run(text, at - 1)) if is_word(after) else not _joins_masked(text, at)


def is_word(letter: str) -> bool:
    """True for a letter, a digit, a mark on one, or the low line; the letter apostrophe ʼ may be a quotation mark."""
    if letter.isalnum():
        return letter != "\u02bc" and not _ENCLOSED.match(letter)
    return letter == "_" or is_mark(letter)


def is_mark(letter: str) -> bool:
    """True for a character that combines with the one before it (general category M)."""
    return letter > "\u02ff" and unicodedata.category(letter)[0] == "M"


def is_spaceless(letter: str) -> bool:
    """True for a character of a script that is written without spaces."""
    return letter > "\u0e00" and _SPACELESS.match(letter) is not None


def _is_inside_number(text: str, at: int) -> bool:
    """True at white space that belongs to a number: between groups of three digits, before its unit or currency."""
    blank = at if text[at] in _BLANKS else at - 1
    if text[blank] not in _BLANKS or not 0 < blank < len(text) - 1:
        return False
    one, other = text[blank - 1], text[blank + 1]
    if one.isdecimal() and other.isdecimal():
        low, high = max(0, at - REACH), at + REACH
        return any(found.start() < at < found.end() for found in _GROUPS.finditer(text, low, high))
    if one.isdecimal():
        return (other in _UNITS or unicodedata.category(other) == "Sc") and not text[blank + 2 : blank + 3].isdecimal()
    return (
        unicodedata.category(one) == "Sc"
        and _begins_number(text, blank + 1)
        and not text[max(0, blank - 2)].isdecimal()
    )


def _is_inside_emoji(text: str, at: int) -> bool:
    """True before a tone of skin, and between the two letters of a flag."""
    if "\U0001f3fb" <= text[at] <= "\U0001f3ff":
        return True
    first = at
    while first and "\U0001f1e6" <= text[first - 1] <= "\U0001f1ff":
        first -= 1
    return (at - first) % 2 == 1 and "\U0001f1e6" <= text[at] <= "\U0001f1ff"


def _is_currency(text: str, at: int) -> bool:
    """True when one of the two characters is a currency, and the other belongs to it."""
    before, after = text[at - 1], text[at]
    if unicodedata.category(before) == "Sc":
        return is_word(after) or after in _MINUS + _SIGNS or _begins_number(text, at)
    return unicodedata.category(after) == "Sc" and (is_word(before) or before in _MINUS + _SIGNS)


def _is_sign(text: str, at: int) -> bool:
    """True between a number and its sign or unit, and before the plus of "A+" and "18+"."""
    before, after = text[at - 1], text[at]
    if _begins_number(text, at):
        earlier = text[at - 2 : at - 1]
        if before in _MINUS and after not in _MINUS:
            # Two hyphens are a dash; a hyphen behind a word is for the rule about signs inside words.
            return not earlier or not (is_word(earlier) or earlier in _MINUS + _LONG_DASHES)
        if before in _SIGNS:
            return True
        if before == ".":
            return after.isdecimal() and not _ends_sentence(earlier)
    if before.isdecimal() and after in _UNITS:
        return True
    if before == "\u00b0":
        return after.isalpha()
    return is_word(before) and after in "+\uff0b" and not is_spaceless(before)


def _begins_number(text: str, at: int) -> bool:
    """True before a digit or a fraction, and before the minus or the point with which a number begins: -5, .5, -.5."""
    first = at + (text[at] in _MINUS)
    letter, following = text[first : first + 1], text[first + 1 : first + 2]
    if letter == "" or letter in _POINTS:
        return following.isdecimal()
    return letter.isdecimal() or (unicodedata.category(letter) == "No" and is_word(letter))


def _ends_sentence(letter: str) -> bool:
    """True for a sign that can be before a full stop; before the point of ".5" is a space, a sign or a bracket."""
    return letter != "" and (
        is_word(letter) or letter in ".,;:!?%\u00b0\u2026" or unicodedata.category(letter) in ("Pe", "Pf")
    )


def _is_hyphen_behind_sign(text: str, at: int) -> bool:
    """True on either side of the hyphen of "U.S.-led", and of a word in marks that continues: “non”-violent."""
    hyphen = at if text[at] in _HYPHENS else at - 1
    if text[hyphen] not in _HYPHENS or not 1 < hyphen < len(text) - 1:
        return False
    return text[hyphen - 1] in _BEFORE_HYPHENS and not text[hyphen - 2].isspace() and text[hyphen + 1].islower()


def _run(text: str, at: int) -> tuple[int, int]:
    """The stretch of one sign, repeated, around the character at ``at``: only a mask ("f***ing") repeats it."""
    first, last = at, at + 1
    if text[at] == "*":
        while first and text[first - 1] == "*":
            first -= 1
        while last < len(text) and text[last] == "*":
            last += 1
    return first, last


def _joins_masked(text: str, at: int) -> bool:
    return text[at - 1] == text[at] == "*" and _joins(text, *_run(text, at))


def _joins(text: str, first: int, last: int) -> bool:
    """True when the sign at ``text[first:last]`` is inside one word or one number."""
    if not 0 < first < last < len(text) or not (is_word(text[first - 1]) and is_word(text[last])):
        return False
    sign, one, other = text[first], _base(text, first - 1), text[last]
    if is_spaceless(one) or is_spaceless(other):
        return False
    if one.isdecimal() and other.isdecimal():
        return sign in _IN_NUMBERS + _HYPHENS + _EN_DASHES + _DASHES + _SIGNS
    if sign in _HYPHENS or sign == "*":
        return True
    if sign in _EN_DASHES:
        return other.isdecimal()
    if sign in _APOSTROPHES or sign in _GERSHAYIM:
        if _HEBREW.match(one) and _HEBREW.match(other):
            return not _opens_hebrew(text, last)
        return sign in _APOSTROPHES and _has_apostrophes(one) and _has_apostrophes(other)
    if sign in _STOPS and one.islower() and other.isupper():
        return False  # a space was forgotten behind the sentence
    return sign in _IN_WORDS and one.isalpha() and other.isalpha()


def _base(text: str, at: int) -> str:
    """The letter at ``at``, or the one that the marks there stand on."""
    while at and is_mark(text[at]):
        at -= 1
    return text[at]


def _has_apostrophes(letter: str) -> bool:
    """True for digits and letters of scripts that have apostrophes: those with small and capital letters."""
    return letter.isupper() or letter.islower() or letter.isdecimal() or letter == "\u02bb"


def _opens_hebrew(text: str, at: int) -> bool:
    """True when the mark before ``at``, inside a Hebrew word, opens a quotation and is no sign of an abbreviation.

    An abbreviation has it before its last letters (צה"ל); a quotation after a preposition has a mark at its end too.
    """
    end = at
    while end < len(text) and (is_word(text[end]) or text[end] == " "):
        end += 1
    closes = end < len(text) and text[end] in _APOSTROPHES + _GERSHAYIM and not is_word(text[end + 1 : end + 2] or " ")
    return closes and text[end - 1] != " " and end - at > 2
