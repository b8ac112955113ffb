"""Reads dates as people write them, and gives the record format's notation.

Reads what cannot be misread, in the notations of newspapers, spreadsheets and content systems, with the names of the
months in a dozen languages; for everything else it says what is missing. For advice, and for drafts made from files of
other programs: no date of a site is read here, :mod:`site_builder.dates` does that.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

from site_builder.dates import Date

LONGEST = 100
"""Characters that a date may take in any notation."""

_MONTHS = (
    "jan ene gen sty янв січ студ",
    "feb fev lut фев лют",
    "mar mrt мар берез сак",
    "apr avr abr kwi апр квіт крас",
    "may mai maj mag mei май мая трав траў",
    "jun juin giu cze июн черв чэрв",
    "jul juil lug lip июл лип ліп",
    "aug aou ago sie авг серп жн",
    "sep set wrz сен верас",
    "oct okt ott out paz окт жовт кастр",
    "nov lis ноя листоп лістап",
    "dec dez dic gru дек груд снеж",
)
"""The beginnings of the names of the months; Latin letters without their accents."""
_STEMS = {stem: number for number, stems in enumerate(_MONTHS, 1) for stem in stems.split()}
_ABOUT = frozenset(
    "about around circa c ca approx approximately roughly около примерно прыкладна etwa vers environ".split()
)
_PERHAPS = frozenset("perhaps probably maybe possibly вероятно возможно vermutlich".split())
_FILLERS = frozenset("of the de di del den der г года р року год st nd rd th on in im en am le el o year".split())
_SEASONS = frozenset(
    "spring summer autumn fall winter early mid late beginning middle end half quarter q1 q2 q3 q4".split()
)
_DASHES = re.compile(r"\s*[‐‑‒–—―−－]\s*")
_TIME = re.compile(r"(?<=\d)(?:[t\s,]+\d{1,2}:\d\d.*|(?<=\d{4}-\d\d-\d\d)(?:z|[+-]\d\d:?\d\d))$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{1,2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/. ]+)(\d{1,2})[-/. ]+(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ]+(\d{4})")
_PACKED = re.compile(r"(\d{4})(\d\d)(\d\d)?")
_OPEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-?[xXuU?]{2}|-?\*{1,2}){1,4}")
_WORD = re.compile(r"[^\W\d_]+\d?|\d+")

_ONE_DATE = "a record has one date: write the day it was first said, or the month or year in which all of it lies"
GENERAL = "write what is known: a day 2020-08-19, a month 2020-08 or a year 2020, with ~ behind it for about"


def advice(text: str, *, day: bool = False) -> str:
    """Advice on how to write the date ``text``; with ``day`` it must be a day without a qualifier."""
    found = read(text)
    if isinstance(found, str):
        return found
    if found is None:
        return "write a day, such as 2020-08-19" if day else GENERAL
    if day and found.day is None:
        return f"write the day, too: {found.iso}-…"
    return f"write {found.iso if day else found}"


def read(text: str) -> Date | str | None:
    """The date that ``text`` means in another notation, a sentence where that is not certain, or None."""
    # Longer than any date in any language: nothing is read out of it.
    return _read(_simple(text)) if len(text) <= LONGEST else None


def _simple(text: str) -> str:
    """``text`` in plain digits and hyphens, small letters and no quotation marks."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
    text = _DASHES.sub("-", text).strip(" \"'“”„«»‘’.,;").casefold()
    return _TIME.sub("", re.sub("[年月日년월일]", "-", text).strip("-"))


def _read(text: str) -> Date | str | None:
    """The date that ``text`` means, a sentence where that is not certain, or None."""
    bare, qualifier = _qualified(text)
    found = _open_ended(text) or _digits(bare) or _words(bare)
    return _existing(*found, qualifier) if isinstance(found, tuple) else found


_Parts = tuple[int, int | None, int | None]
"""Year, month and day."""


def _existing(year: int, month: int | None, day: int | None, qualifier: str) -> Date | str | None:
    if not year:
        return None
    if month is not None and not 1 <= month <= 12:
        return "write the month as a number from 01 to 12"
    last = monthrange(year, month)[1] if month else 31
    if day is not None and not 1 <= day <= last:
        return f"the last day of this month is {year:04d}-{month:02d}-{last}"
    return Date(year, month, day, qualifier)


def _qualified(text: str) -> tuple[str, str]:
    """``text`` without its qualifier, and that as EDTF writes it."""
    bare = re.sub(r"^[~?]\s*|\s*\(?[~?]\)?$", "", text)
    sign = next((sign for sign in "~?" if sign in text and bare != text), "")
    words = bare.replace("(", " ").replace(")", " ").replace("c.", "c ").replace("ca.", "ca ").split()
    if any(word.strip(".") in _ABOUT for word in words):
        sign = "~"
    elif any(word.strip(".") in _PERHAPS for word in words):
        sign = "?"
    left = [word for word in words if word.strip(".") not in _ABOUT | _PERHAPS]
    return " ".join(left), sign


def _open_ended(text: str) -> _Parts | str | None:
    if "/" in text and re.search(r"\d{4}.*/.*\d{4}", text):
        return _ONE_DATE
    found = _OPEN.fullmatch(text)
    if found:
        return int(found[1]), int(found[2]) if found[2] else None, None
    if re.fullmatch(r"\d{3}(x|0s|0-e|0-х)", text):
        return f"a decade cannot be written: write the likeliest year with ~, such as {text[:3]}5~"
    return None


def _digits(text: str) -> _Parts | str | None:
    if found := _YEAR_FIRST.fullmatch(text):
        month = int(found[2])
        if month > 12 and not found[3] and "/" in text:
            return _ONE_DATE
        if month > 20 and not found[3]:
            return f"a season cannot be written: write the month, or the year with ~: {found[1]}~"
        return int(found[1]), month, int(found[3]) if found[3] else None
    if found := _PACKED.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    if found := _MONTH_YEAR.fullmatch(text):
        return int(found[2]), int(found[1]), None
    if found := _YEAR_LAST.fullmatch(text):
        return _day_and_month(int(found[1]), int(found[3]), int(found[4]), found[2])
    if re.fullmatch(r"\d{1,2}([-/. ])\d{1,2}\1\d\d", text):
        return "write the year with all four digits first, then the month, then the day: YYYY-MM-DD"
    return (int(text), None, None) if re.fullmatch(r"\d{4}", text) else None


def _day_and_month(first: int, second: int, year: int, sign: str) -> _Parts | str:
    """A date with its year last: with dots the second number is the month, else the one that can be; or a sentence."""
    if ("." in sign and second <= 12) or first > 12 or first == second:
        return year, second, first
    if second > 12:
        return year, first, second
    return "the day and the month cannot be told apart here: write the year, the month, the day, as YYYY-MM-DD"


def _words(text: str) -> _Parts | str | None:
    """A date with the name of its month: ``2 May 2020``, ``Saturday, May 2nd, 2020``."""
    words = _WORD.findall(re.sub(r"(\d)(st|nd|rd|th|er|º|ª)\b", r"\1", text))
    numbers = [word for word in words if word.isdecimal()]
    years = [int(word) for word in numbers if len(word) == 4]
    days = [int(word) for word in numbers if len(word) < 3]
    months = [month for word in words if (month := _month(word))]
    if any(word in _SEASONS for word in words):
        year = f"{years[0]}~" if len(years) == 1 else "2020~"
        return f"a season or a part of a year cannot be written: write the month, or the year with ~: {year}"
    if months and not years:
        return "write the year with all four digits"
    if not years or len(numbers) > len(years) + len(days):
        return None
    if len(months) > 1 or len(years) > 1 or len(days) > 1:
        return _ONE_DATE
    if not months:
        return (years[0], None, None) if _FILLERS.issuperset(words[:-1]) and words[-1] in numbers else None
    return years[0], months[0], days[0] if days else None


def _month(word: str) -> int | None:
    """The number of the month whose name ``word`` is or begins."""
    bare = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    form = bare if bare.isascii() else word
    if form in _FILLERS:
        return None
    return next((_STEMS[stem] for stem in sorted(_STEMS, key=len, reverse=True) if form.startswith(stem)), None)
